// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/explain/explain.h"

#include "codec/text.h"
#include "contract/explain/vocabulary.h"
#include "kaspa/address.h"
#include "kaspa/hashing.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace bt::contract {
namespace {

using kaspa::abi::Value;

constexpr std::uint64_t kTimeBorder = 500'000'000'000; // lock times below are DAA scores

std::string decimals(std::uint64_t amount, std::string_view unit)
{
    std::string digits = std::to_string(amount % kSompiPerKas);
    digits.insert(0, 8 - digits.size(), '0');
    while (digits.size() > 2 && digits.back() == '0') digits.pop_back();
    return std::to_string(amount / kSompiPerKas) + '.' + digits + ' ' + std::string(unit);
}

std::string timeText(std::int64_t ms)
{
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm utc{};
    char out[32];
    if (ms < 0 || ::gmtime_r(&seconds, &utc) == nullptr || utc.tm_year > 8099 ||
        std::strftime(out, sizeof out, "%Y-%m-%d %H:%M:%S UTC", &utc) == 0)
        return std::to_string(ms) + " ms (no time of this age)";
    return out;
}

std::string ageText(std::int64_t daa)
{
    if (daa < 0) return std::to_string(daa) + " (no age)";
    const std::int64_t seconds = daa / 10;
    std::string out = std::to_string(daa) + " DAA scores, about ";
    if (seconds >= 2 * 86'400) return out + std::to_string(seconds / 86'400) + " days";
    if (seconds >= 2 * 3'600) return out + std::to_string(seconds / 3'600) + " hours";
    if (seconds >= 120) return out + std::to_string(seconds / 60) + " minutes";
    return out + std::to_string(seconds) + " seconds";
}

std::string hexText(const Bytes& bytes)
{
    if (std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; })) return "none";
    constexpr std::size_t longest = 64;
    if (bytes.size() <= longest) return codec::hexEncode(bytes);
    return codec::hexEncode(ByteView(bytes).first(longest)) + "... (" + std::to_string(bytes.size()) + " bytes)";
}

std::string number(std::int64_t value, const Word& word)
{
    const bool negative = value < 0;
    switch (word.unit) {
    case Unit::Kas:
    case Unit::Tokens:
        if (negative) return std::to_string(value) + " (not an amount)";
        return decimals(static_cast<std::uint64_t>(value), word.unit == Unit::Kas ? "KAS" : "BTAI");
    case Unit::Time: return timeText(value);
    case Unit::Age: return ageText(value);
    case Unit::Choice:
        if (!negative && static_cast<std::size_t>(value) < word.choices.size())
            return std::string(word.choices[static_cast<std::size_t>(value)]);
        return std::to_string(value) + " (unknown)";
    default: return std::to_string(value);
    }
}

std::string valueText(const Value& value, const Word& word)
{
    if (const auto* n = std::get_if<std::int64_t>(&value.v)) return number(*n, word);
    if (const auto* b = std::get_if<std::uint8_t>(&value.v)) return number(*b, word);
    if (const auto* yes = std::get_if<bool>(&value.v)) return *yes ? "yes" : "no";
    if (const auto* list = std::get_if<kaspa::abi::List>(&value.v)) return std::to_string(list->size()) + " of them";
    const auto* bytes = std::get_if<Bytes>(&value.v);
    if (bytes == nullptr) return "a text";
    if (word.unit == Unit::Tokens && bytes->size() % 8 == 0) {
        std::string out; // several amounts, 8 bytes each
        for (std::size_t at = 0; at < bytes->size(); at += 8) {
            out += (out.empty() ? "" : ", ") + decimals(readLe<std::uint64_t>(ByteView(*bytes).subspan(at, 8)), "BTAI");
        }
        return out;
    }
    if (word.unit == Unit::Tallies && bytes->size() % 4 == 0) {
        std::string out;
        for (std::size_t at = 0; at < bytes->size(); at += 4)
            out += (out.empty() ? "" : ", ") + std::to_string(readLe<std::uint32_t>(ByteView(*bytes).subspan(at, 4)));
        return out;
    }
    return hexText(*bytes);
}

void tellState(const KnownProgram& known, const kaspa::abi::RecordValue& state, ExplainedPart& out)
{
    for (const auto& [field, word] : known.words->state)
        if (const auto found = state.find(field); found != state.end() && word.unit != Unit::Omit)
            out.facts.emplace_back(word.label, valueText(found->second, word));
}

void tellCall(const KnownProgram& known, const kaspa::abi::Call& call, ExplainedPart& out)
{
    const auto words = std::ranges::find(known.words->entries, call.entry, &EntryWords::entry);
    if (words == known.words->entries.end()) {
        out.facts.emplace_back("calls", call.entry);
        return;
    }
    out.facts.emplace_back("calls", call.entry + ": " + std::string(words->meaning));
    for (std::size_t i = 0; i < call.arguments.size() && i < words->arguments.size(); ++i)
        if (const Word& word = words->arguments[i]; word.unit != Unit::Omit)
            out.facts.emplace_back(word.label, valueText(call.arguments[i], word));
}

std::string outpointText(const kaspa::Outpoint& outpoint)
{
    return codec::hexEncode(outpoint.id.view()) + ":" + std::to_string(outpoint.index);
}

std::string payee(const kaspa::ScriptPublicKey& spk, std::string_view prefix)
{
    const auto address = kaspa::addressOf(spk, prefix);
    if (!address) return "a script that no address stands for (" + std::to_string(spk.script.size()) + " bytes)";
    std::string out = kaspa::encodeAddress(*address);
    if (address->kind == kaspa::AddressKind::ScriptHash) out += " (a program; hidden until it is spent)";
    return out;
}

ExplainedPart explainInput(const kaspa::Input& input, std::size_t index, const kaspa::Utxo* spent, std::string_view prefix)
{
    ExplainedPart out{"Input " + std::to_string(index), {}};
    out.facts.emplace_back("spends", outpointText(input.previous));
    if (spent != nullptr) {
        out.facts.emplace_back("holding", decimals(spent->amount.value, "KAS"));
        if (spent->covenant) out.facts.emplace_back("lineage", codec::hexEncode(spent->covenant->view()));
    }
    for (const KnownProgram& known : knownPrograms()) {
        const auto call = known.program->readCall(input.signatureScript);
        if (!call) continue;
        out.title += ": " + std::string(known.words->title);
        out.facts.emplace_back("program", codec::hexEncode(known.program->templateHash().view()));
        tellState(known, call->state, out);
        tellCall(known, *call, out);
        break;
    }
    if (out.title.find(':') == std::string::npos) {
        if (spent != nullptr) out.facts.emplace_back("paid to", payee(spent->spk, prefix));
        if (input.signatureScript.empty()) out.facts.emplace_back("", "It is not signed yet.");
        else if (input.signatureScript.size() == 66) out.facts.emplace_back("", "A plain payment, signed by its owner's key.");
        else out.facts.emplace_back("", "None of our programs.");
    }
    if (input.sequence != 0 && input.sequence >> 63 == 0)
        out.facts.emplace_back("only once this old", ageText(static_cast<std::int64_t>(input.sequence & 0xffffffff)));
    return out;
}

ExplainedPart explainPart(const kaspa::Output& output, std::size_t index, const kaspa::Transaction& tx,
                          const std::vector<std::optional<kaspa::Utxo>>& utxos, std::string_view prefix)
{
    ExplainedPart out{"Output " + std::to_string(index), {}};
    out.facts.emplace_back("amount", decimals(output.value.value, "KAS"));
    out.facts.emplace_back("to", payee(output.spk, prefix));
    if (output.covenant) {
        const std::size_t from = output.covenant->authorizingInput;
        const std::string id = codec::hexEncode(output.covenant->id.view());
        const bool known = from < utxos.size() && utxos[from].has_value();
        const bool goesOn = known && utxos[from]->covenant == output.covenant->id;
        const std::string what = !known ? "of the lineage " : goesOn ? "continues the lineage " : "begins the lineage ";
        out.facts.emplace_back("", what + id + ", by input " + std::to_string(from) +
                                       (from < tx.inputs.size() ? "" : " (which does not exist)"));
    }
    return out;
}

} // namespace

Explanation explainTransaction(const kaspa::Transaction& tx, std::string_view prefix, const std::vector<std::optional<kaspa::Utxo>>& utxos)
{
    Explanation out;
    ExplainedPart whole{"Transaction " + codec::hexEncode(kaspa::transactionId(tx).view()), {}};
    std::uint64_t paid = 0, brought = 0;
    bool all = utxos.size() == tx.inputs.size();
    for (const auto& output : tx.outputs) paid += std::min(output.value.value, kMaxSompi);
    for (const auto& utxo : utxos) {
        all = all && utxo.has_value();
        if (utxo) brought += std::min(utxo->amount.value, kMaxSompi);
    }
    whole.facts.emplace_back("pays out", decimals(paid, "KAS"));
    if (all && brought >= paid) whole.facts.emplace_back("fee", decimals(brought - paid, "KAS"));
    if (tx.lockTime >= kTimeBorder)
        whole.facts.emplace_back("not before", timeText(static_cast<std::int64_t>(std::min<std::uint64_t>(tx.lockTime, 1ULL << 62))));
    else if (tx.lockTime > 0) whole.facts.emplace_back("not before", "DAA score " + std::to_string(tx.lockTime));
    if (!tx.payload.empty())
        whole.facts.emplace_back("carries",
                                 std::to_string(tx.payload.size()) + " bytes of data, which everyone sees and only who it is for can read");
    out.push_back(std::move(whole));
    for (std::size_t i = 0; i < tx.inputs.size(); ++i)
        out.push_back(explainInput(tx.inputs[i], i, i < utxos.size() && utxos[i] ? &*utxos[i] : nullptr, prefix));
    for (std::size_t i = 0; i < tx.outputs.size(); ++i) out.push_back(explainPart(tx.outputs[i], i, tx, utxos, prefix));
    return out;
}

Explanation explainOutput(const kaspa::Utxo& utxo, std::string_view prefix)
{
    ExplainedPart out{"Unspent output", {}};
    out.facts.emplace_back("amount", decimals(utxo.amount.value, "KAS"));
    out.facts.emplace_back("to", payee(utxo.spk, prefix));
    if (utxo.covenant) out.facts.emplace_back("lineage", codec::hexEncode(utxo.covenant->view()));
    out.facts.emplace_back("accepted at", "DAA score " + std::to_string(utxo.daaScore));
    if (utxo.isCoinbase) out.facts.emplace_back("", "A miner's reward: it can be spent after 1,000 DAA scores.");
    return {std::move(out)};
}

Result<Explanation> explainState(ByteView redeemScript)
{
    for (const KnownProgram& known : knownPrograms()) {
        const auto state = known.program->readState(redeemScript);
        if (!state) continue;
        ExplainedPart out{std::string(known.words->title), {}};
        out.facts.emplace_back("program", codec::hexEncode(known.program->templateHash().view()));
        tellState(known, *state, out);
        return Explanation{std::move(out)};
    }
    return fail("contract.unknown_program", "none of our programs");
}

std::string textOf(const Explanation& explanation)
{
    std::string out;
    for (const ExplainedPart& part : explanation) {
        out += (out.empty() ? "" : "\n") + part.title + "\n";
        std::size_t wide = 0;
        for (const auto& [label, text] : part.facts) wide = std::max(wide, label.size());
        for (const auto& [label, text] : part.facts) {
            out += "  ";
            if (!label.empty()) out += label + std::string(wide + 2 - label.size(), ' ');
            out += text + "\n";
        }
    }
    return out;
}

} // namespace bt::contract
