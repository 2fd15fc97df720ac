// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/kaspad_errors.h"

#include "codec/text.h"

#include <algorithm>
#include <vector>

namespace bt::io {
namespace {

constexpr std::size_t kMaxSentence = 400; // of what a stranger says: the rest tells nobody more

struct Row {
    std::string_view words; //!< stands in kaspad's sentence and in no other's
    std::string_view code;
};

// Words of a longer sentence stand above words that it contains.
constexpr Row kSubmit[] = {
    {"already spent by transaction", "node.conflict"},
    {"is an orphan where orphan is disallowed", "node.orphan"},
    {"lacking a matching UTXO entry", "node.orphan"},
    {"outpoints corresponding to some transaction inputs are missing", "node.orphan"},
    {"impossible to have a matching UTXO entry", "node.rejected.outpoint"},
    {"replace by fee found no double spending", "node.rejected.nothing_to_replace"},
    {"replace by fee found more than one", "node.rejected.replaces_many"},
    {"not greater than the fee rate of the replaced", "node.rejected.replacement_fee"},
    {"full with transactions with higher priority", "node.mempool_full"},
    {"transitional ibd state", "node.unsynced"},
    {"has no inputs", "node.rejected.no_inputs"},
    {"has duplicate inputs", "node.rejected.duplicate_input"},
    {"non-zero gas", "node.rejected.gas"},
    {"transaction gas of", "node.rejected.gas"},
    {"inputs where the max allowed is", "node.rejected.too_many_inputs"},
    {"outputs where the max allowed is", "node.rejected.too_many_outputs"},
    {"signature script is above", "node.rejected.script_size"},
    {"signature script size of", "node.rejected.script_size"},
    {"is not finalized", "node.rejected.not_final"},
    {"sequence locks conditions was not met", "node.rejected.sequence_lock"},
    {"spends an immature UTXO", "node.rejected.immature"},
    {"tried to spend coinbase outpoint", "node.rejected.immature"},
    {"coinbase transaction", "node.rejected.coinbase"},
    {"inputs spending amount", "node.rejected.input_too_high"},
    {"has zero value", "node.rejected.output_zero"},
    {"outputs value", "node.rejected.output_too_high"},
    {"value is higher than the max allowed", "node.rejected.output_too_high"},
    {"while its total inputs amount is", "node.rejected.spends_too_much"},
    {"the calculated value is", "node.rejected.sig_op_count"},
    {"mass (including storage mass) is incomputable", "node.rejected.mass_limit"},
    {"incomputable storage mass", "node.rejected.mass_limit"},
    {"is not equal to the committed mass field", "node.rejected.storage_mass"},
    {"is larger than max allowed size of", "node.rejected.mass_limit"},
    {"neither native nor coinbase", "node.rejected.subnetwork"},
    {"has covenant field but transaction version is 0", "node.rejected.covenant_in_v0"},
    {"sig op count field with value", "node.rejected.sig_op_count_in_v1"},
    {"compute budget field with value", "node.rejected.compute_budget_in_v0"},
    {"script units exceeded the amount committed", "node.rejected.script_units"},
    {"failed to verify the signature script: covenants error", "node.rejected.covenant"},
    {"failed to verify", "node.rejected.script"},
    {"covenants error", "node.rejected.covenant"},
    {"fees which is under the required amount", "node.rejected.fee"},
    {"signature operations which is more than", "node.rejected.sig_ops"},
    {"version of the scriptPublicKey is higher", "node.rejected.script_version"},
    {"is unknown", "node.rejected.version"},
    {"transaction output #", "node.rejected.output_script_class"},
    {"non-standard script form", "node.rejected.input_script_class"},
    {"is not standard", "node.rejected.nonstandard"},
    {"request deserialization error", "node.rejected.malformed"},
};

constexpr Row kQuery[] = {
    {"cannot find full block", "node.unknown_block"},
    {"cannot find header", "node.unknown_block"},
    {"does not have retention root on its chain", "node.unknown_block"},
    {"some data is missing for block", "node.unknown_block"},
    {"is too deep (before the current pruning point)", "node.unknown_block"},
    {"not found", "node.not_found"},
    {"--utxoindex", "node.no_index"},
    {"transitional ibd state", "node.unsynced"},
};

//! The figures in a sentence, for the person who has to act on them ("has 5 fees which is under the required 2036").
std::vector<std::string> figures(std::string_view sentence)
{
    std::vector<std::string> out;
    std::string run;
    bool word = false; // inside a word or a hash: its digits are no figures
    for (std::size_t i = 0; i <= sentence.size() && out.size() < 4; ++i) {
        const char c = i < sentence.size() ? sentence[i] : ' ';
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (digit && !word) {
            run.push_back(c);
        } else if (digit || letter) {
            word = true;
            run.clear();
        } else {
            if (!run.empty() && run.size() <= 20) out.push_back(run);
            run.clear();
            word = false;
        }
    }
    return out;
}

bool isHash(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

//! The 32-byte id right behind `words`.
std::string idBehind(std::string_view sentence, std::string_view words)
{
    const std::size_t at = sentence.find(words);
    if (at == std::string_view::npos) return {};
    std::string_view rest = sentence.substr(at + words.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    return isHash(rest.substr(0, 64)) ? std::string(rest.substr(0, 64)) : std::string();
}

//! What stands behind "Rejected transaction <id>: ".
std::string_view reason(std::string_view sentence)
{
    constexpr std::string_view kHead = "Rejected transaction ";
    constexpr std::size_t kIdAndColon = 66;
    if (sentence.starts_with(kHead) && sentence.size() > kHead.size() + kIdAndColon) sentence.remove_prefix(kHead.size() + kIdAndColon);
    return sentence;
}

//! Printable ASCII only, cut: a log line must stay one.
std::string logged(std::string_view sentence)
{
    std::string out(sentence.substr(0, kMaxSentence));
    for (char& c : out)
        if (c < ' ' || c > '~') c = '?';
    return out;
}

} // namespace

Error submitError(std::string_view sentence)
{
    const std::string_view why = reason(sentence);
    for (const Row& row : kSubmit) {
        if (why.find(row.words) == std::string_view::npos) continue;
        Error out{row.code, {}, logged(why)};
        if (row.code == "node.conflict") {
            if (std::string other = idBehind(why, row.words); !other.empty()) out.args.push_back(std::move(other));
        } else {
            out.args = figures(why);
        }
        return out;
    }
    return {"node.rejected.other", {}, logged(why)};
}

Known knownAs(std::string_view sentence, const kaspa::TxId& id)
{
    const std::string_view why = reason(sentence);
    if (why.find(codec::hexEncode(id.view())) == std::string_view::npos) return Known::No;
    if (why.find("is already in the mempool") != std::string_view::npos) return Known::Waiting;
    return why.find("was already accepted by the consensus") != std::string_view::npos ? Known::Accepted : Known::No;
}

Error queryError(std::string_view sentence)
{
    if (sentence == "RPC method not found") return {"node.version_too_old", {}, logged(sentence)};
    for (const Row& row : kQuery)
        if (sentence.find(row.words) != std::string_view::npos) return {row.code, {}, logged(sentence)};
    return {kNodeRefused, {}, logged(sentence)};
}

} // namespace bt::io
