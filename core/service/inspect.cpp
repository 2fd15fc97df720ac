// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspect.h"

#include "codec/text.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace bt::service {
namespace {

constexpr std::size_t kMaxContent = 4 << 20;
constexpr std::size_t kIdDigits = 64;

bool isHex(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

tl::unexpected<Error> unreadable(const char* why) { return fail("inspect.unreadable", why); }

Result<kaspa::Outpoint> parseOutpoint(std::string_view text)
{
    BT_TRY(const Bytes id, codec::hexDecode(text.substr(0, kIdDigits)));
    kaspa::Outpoint out;
    BT_TRY(out.id, kaspa::TxId::from(id));
    if (text.size() > kIdDigits) {
        const std::string_view index = text.substr(kIdDigits + 1);
        const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), out.index);
        if (error != std::errc() || end != index.data() + index.size()) return unreadable("not an index");
    }
    return out;
}

//! What a walk over the chain found.
struct Found {
    std::map<kaspa::TxId, kaspa::Transaction> wanted;
    std::map<kaspa::TxId, std::uint64_t> acceptedAt;
    std::optional<kaspa::TxId> spender; //!< of the outpoint looked for
};

//! Walks the chain from its oldest block to its newest for `ids`, and for who spends `outpoint`.
Result<Found> walk(ledger::Node& node, const std::set<kaspa::TxId>& ids, const std::optional<kaspa::Outpoint>& outpoint,
                   const Deadline& deadline, const InspectProgress& progress)
{
    Found out;
    ledger::BlockHash cursor;
    std::size_t blocks = 0;
    for (bool more = true; more;) {
        if (deadline.over()) return fail("node.timeout", "the search was ended");
        BT_TRY(const ledger::ChainPage page, node.chain(cursor, deadline));
        for (const ledger::AcceptedBlock& block : page.added) {
            ++blocks;
            for (const ledger::AcceptedTx& tx : block.txs) {
                const bool spends = outpoint && std::ranges::find(tx.tx.inputs, *outpoint, &kaspa::Input::previous) != tx.tx.inputs.end();
                if (spends) out.spender = tx.id;
                if (!ids.contains(tx.id)) continue;
                out.wanted[tx.id] = tx.tx;
                out.acceptedAt[tx.id] = block.daaScore;
            }
        }
        if (progress && !page.added.empty()) progress(blocks, page.added.back().daaScore);
        more = page.more && page.cursor != cursor;
        cursor = page.cursor;
    }
    return out;
}

} // namespace

Result<InspectKind> inspectKind(std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) return unreadable("nothing to look at");
    if (text.size() == kIdDigits && isHex(text)) return InspectKind::TransactionId;
    if (text.size() > kIdDigits + 1 && text[kIdDigits] == ':' && isHex(text.substr(0, kIdDigits))) {
        BT_CHECK(parseOutpoint(text));
        return InspectKind::Outpoint;
    }
    if (text.front() == '{' || (text.size() % 2 == 0 && isHex(text))) return InspectKind::Content;
    return unreadable("neither an id, an outpoint, a transaction nor a script");
}

Result<contract::Explanation> inspectContent(std::string_view text, std::string_view addressPrefix)
{
    text = trimmed(text);
    if (text.size() > kMaxContent) return unreadable("larger than any transaction");
    if (!text.empty() && text.front() == '{') {
        const auto tx = kaspa::transactionFromJson(text);
        if (!tx) return unreadable("not the JSON of a transaction");
        return contract::explainTransaction(*tx, addressPrefix);
    }
    const auto bytes = codec::hexDecode(text);
    if (!bytes || bytes->empty()) return unreadable("not hex");
    if (const auto populated = kaspa::decodePopulated(*bytes))
        return contract::explainTransaction(populated->tx, addressPrefix, {populated->utxos.begin(), populated->utxos.end()});
    if (const auto tx = kaspa::decodeTransaction(*bytes)) return contract::explainTransaction(*tx, addressPrefix);
    return contract::explainState(*bytes);
}

Result<contract::Explanation> inspectOnChain(ledger::Node& node, std::string_view text, const Deadline& deadline,
                                             const InspectProgress& progress)
{
    text = trimmed(text);
    BT_TRY(const InspectKind kind, inspectKind(text));
    if (kind == InspectKind::Content) return unreadable("an id or an outpoint is needed");
    BT_TRY(const kaspa::Outpoint outpoint, parseOutpoint(text));
    BT_TRY(const ledger::NodeInfo info, node.info(deadline));

    kaspa::Transaction tx;
    std::optional<std::uint64_t> acceptedAt;
    std::optional<kaspa::TxId> spender;
    BT_TRY(const auto waiting, node.mempoolTx(outpoint.id, deadline));
    if (waiting) {
        tx = waiting->tx;
    } else {
        BT_TRY(Found found, walk(node, {outpoint.id}, outpoint, deadline, progress));
        const auto at = found.wanted.find(outpoint.id);
        if (at == found.wanted.end()) return fail("inspect.not_found", "neither waiting nor on the part of the chain that the node keeps");
        tx = at->second;
        acceptedAt = found.acceptedAt.at(outpoint.id);
        spender = found.spender;
    }
    if (kind == InspectKind::Outpoint) {
        if (outpoint.index >= tx.outputs.size())
            return fail("inspect.no_such_output", {std::to_string(tx.outputs.size())}, "the transaction has fewer");
        const kaspa::Output& output = tx.outputs[outpoint.index];
        kaspa::Utxo utxo{output.value, output.spk, acceptedAt.value_or(0), false, std::nullopt};
        if (output.covenant) utxo.covenant = output.covenant->id;
        contract::Explanation out = contract::explainOutput(utxo, info.addressPrefix);
        out[0].title = "Output " + std::string(text);
        if (spender) out[0].facts.emplace_back("spent by", codec::hexEncode(spender->view()));
        else out[0].facts.emplace_back("", acceptedAt ? "It is unspent." : "It waits for a block.");
        return out;
    }

    // What the inputs held stands in the transactions before: a second walk for those that the node still keeps.
    std::set<kaspa::TxId> parents;
    for (const kaspa::Input& input : tx.inputs) parents.insert(input.previous.id);
    BT_TRY(const Found before, walk(node, parents, std::nullopt, deadline, progress));
    std::vector<std::optional<kaspa::Utxo>> utxos;
    for (const kaspa::Input& input : tx.inputs) {
        const auto parent = before.wanted.find(input.previous.id);
        if (parent == before.wanted.end() || input.previous.index >= parent->second.outputs.size()) {
            utxos.emplace_back(std::nullopt);
            continue;
        }
        const kaspa::Output& output = parent->second.outputs[input.previous.index];
        kaspa::Utxo utxo{output.value, output.spk, before.acceptedAt.at(input.previous.id), false, std::nullopt};
        if (output.covenant) utxo.covenant = output.covenant->id;
        utxos.emplace_back(std::move(utxo));
    }
    contract::Explanation out = contract::explainTransaction(tx, info.addressPrefix, utxos);
    out[0].facts.emplace_back(acceptedAt ? "accepted at" : "",
                              acceptedAt ? "DAA score " + std::to_string(*acceptedAt) : "It waits for a block.");
    return out;
}

} // namespace bt::service
