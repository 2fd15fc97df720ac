// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/accept/judge.h"

#include "codec/text.h"
#include "interop/accept/mutations.h"

#include <algorithm>
#include <numeric>

namespace bt::interop {

constexpr std::size_t kMutations = 5;

Result<void> Judge::look()
{
    BT_TRY(const ChainState state, chainState(m_net->rpc()));
    m_now = {state.daaScore, state.pastMedianTime};
    m_since = state.sink;
    return {};
}

void Judge::disagree(const std::string& kind, const std::string& what, const Verdict& ours, const Verdict& theirs)
{
    const auto say = [](const Verdict& v) { return v.accepted ? std::string("accepts") : "refuses (" + v.rule + ": " + v.words + ")"; };
    m_bad.push_back(kind + " | " + what + " | our side " + say(ours) + " | the node " + say(theirs));
}

void Judge::spent(const kaspa::Transaction& tx)
{
    const kaspa::TxId id = kaspa::transactionId(tx);
    for (const kaspa::Input& input : tx.inputs) m_known.erase(input.previous);
    m_waiting.push_back(codec::hexEncode(id.view()));
}

std::optional<kaspa::Transaction> Judge::judge(const std::string& kind, const Built& built)
{
    const Verdict honest = ourVerdict(built.tx.tx, m_known, m_now);
    if (!honest.accepted) disagree(kind, "what we built", honest, {true, {}, {}});

    std::vector<std::size_t> order(mutations().size());
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[m_random.below(i)]);
    std::size_t found = 0;
    std::optional<std::pair<std::string, kaspa::Transaction>> passes;
    for (const std::size_t n : order) {
        if (found == kMutations) break;
        const Mutation& mutation = mutations()[n];
        Built changed = built;
        if (!mutation.apply(changed, m_now, m_random) || changed.tx.tx == built.tx.tx) continue;
        const Verdict ours = ourVerdict(changed.tx.tx, m_known, m_now);
        if (ours.accepted) {
            passes.emplace(mutation.name, changed.tx.tx);
            continue;
        }
        const Verdict theirs = nodeVerdict(m_net->rpc(), changed.tx.tx);
        if (theirs.accepted || theirs.rule != ours.rule) disagree(kind, mutation.name, ours, theirs);
        if (theirs.accepted) {
            spent(changed.tx.tx);
            return std::nullopt;
        }
        ++found;
        ++refused;
        ++m_rules[ours.rule];
        ++m_mutations[mutation.name];
    }
    if (found < kMutations) disagree(kind, "fewer than five mutations are refused", {true, {}, {}}, {true, {}, {}});

    const bool other = passes && m_random.below(4) == 0;
    const kaspa::Transaction& tx = other ? passes->second : built.tx.tx;
    const Verdict theirs = nodeVerdict(m_net->rpc(), tx);
    if (!theirs.accepted) {
        disagree(kind, other ? passes->first : "what we built", {true, {}, {}}, theirs);
        return std::nullopt;
    }
    ++accepted;
    if (other) ++changedAccepted;
    ++m_kinds[kind];
    spent(tx);
    return tx;
}

Result<void> Judge::mineAll()
{
    for (int blocks = 0;; ++blocks) {
        // getInfo's mempoolSize is a sample of some time ago.
        BT_TRY(const Json pool, m_net->rpc().call("getMempoolEntries", {{"includeOrphanPool", false}, {"filterTransactionPool", false}}));
        if (pool["mempoolEntries"].empty()) break;
        if (blocks == 500) return fail("judge.not_mined", std::to_string(pool["mempoolEntries"].size()) + " still wait");
        BT_CHECK(m_net->mine(1));
    }
    BT_TRY(const Json chain,
           m_net->rpc().call("getVirtualChainFromBlock", {{"startHash", m_since}, {"includeAcceptedTransactionIds", true}}));
    std::set<std::string> ids;
    for (const Json& block : chain["acceptedTransactionIds"])
        for (const Json& id : block["acceptedTransactionIds"]) ids.insert(id.get<std::string>());
    // The virtual accepts what the sink itself holds with the next block only; one more makes it visible.
    if (!std::ranges::all_of(m_waiting, [&](const std::string& id) { return ids.contains(id); })) {
        BT_CHECK(m_net->mine(1));
        BT_TRY(const Json again,
               m_net->rpc().call("getVirtualChainFromBlock", {{"startHash", m_since}, {"includeAcceptedTransactionIds", true}}));
        for (const Json& block : again["acceptedTransactionIds"])
            for (const Json& id : block["acceptedTransactionIds"]) ids.insert(id.get<std::string>());
    }
    for (const std::string& id : m_waiting)
        if (!ids.contains(id)) m_bad.push_back("taken by the mempool, and not on the chain: " + id);
    m_waiting.clear();
    return {};
}

std::string Judge::summary() const
{
    std::string out = std::to_string(accepted) + " transactions accepted and mined (" + std::to_string(changedAccepted) +
                      " of them changed in a field that nobody signed), " + std::to_string(refused) +
                      " mutations refused by both for the same rule, " + std::to_string(m_bad.size()) + " disagreements.\nKinds:";
    for (const auto& [kind, n] : m_kinds) out += " " + kind + " " + std::to_string(n) + ";";
    out += "\nRules:";
    for (const auto& [rule, n] : m_rules) out += " " + rule + " " + std::to_string(n) + ";";
    out += "\nMutations:";
    for (const auto& [name, n] : m_mutations) out += " " + name + " " + std::to_string(n) + ";";
    return out;
}

} // namespace bt::interop
