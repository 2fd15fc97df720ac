// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/town/chain.h"

namespace bt::test {

using namespace kaspa;

Chain::Chain() : m_network(must(ledger::networkNamed("simnet"))) { m_now = {50'000'000, {1'790'000'000'000}}; }

Outpoint Chain::coin(Random& random, Sompi amount, const XOnlyKey& to)
{
    const Outpoint at{random.fixed<TxId>(), 0};
    m_unspent[at] = {amount, payToPublicKey(to.view()), m_now.daaScore, false, std::nullopt};
    m_made += amount.value;
    m_there += amount.value;
    return at;
}

const Utxo* Chain::find(const Outpoint& at) const
{
    const auto found = m_unspent.find(at);
    return found == m_unspent.end() ? nullptr : &found->second;
}

std::size_t Chain::under(const CovenantId& id) const
{
    const auto found = m_under.find(id);
    return found == m_under.end() ? 0 : found->second;
}

Result<Sompi> Chain::check(const Populated& tx, const std::optional<ledger::ChainPoint>& at) const
{
    const ledger::ChainPoint point = at.value_or(m_now);
    BT_CHECK(ledger::checkIsolated(tx.tx));
    Populated asked{tx.tx, {}};
    for (const Input& input : tx.tx.inputs) {
        const Utxo* utxo = find(input.previous);
        if (utxo == nullptr) return fail("node.rejected.orphan");
        asked.utxos.push_back(*utxo);
    }
    BT_CHECK(ledger::checkFinal(asked.tx, point));
    asked.tx.storageMass = storageMass(asked).value_or(~0ULL);
    return ledger::checkPopulated(asked, point, m_network);
}

Result<TxId> Chain::take(const Populated& tx)
{
    BT_TRY(const Sompi fee, check(tx));
    m_fees += fee.value;
    m_there -= fee.value;
    for (const Input& input : tx.tx.inputs) {
        const auto spent = m_unspent.find(input.previous);
        if (spent->second.covenant) --m_under[*spent->second.covenant];
        m_unspent.erase(spent);
    }
    const TxId id = transactionId(tx.tx);
    for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
        const Output& output = tx.tx.outputs[i];
        const auto covenant = output.covenant ? std::optional(output.covenant->id) : std::nullopt;
        if (covenant) ++m_under[*covenant];
        m_unspent[{id, i}] = {output.value, output.spk, m_now.daaScore, false, covenant};
    }
    ++m_now.daaScore;
    return id;
}

std::int64_t Chain::missing() const
{
    std::uint64_t there = 0;
    for (const auto& [at, utxo] : m_unspent) there += utxo.amount.value;
    return static_cast<std::int64_t>(m_made) - static_cast<std::int64_t>(there + m_fees);
}

void Chain::pass(std::uint64_t seconds)
{
    m_now.pastMedianTime = m_now.pastMedianTime.plus(static_cast<std::int64_t>(seconds) * 1'000);
    m_now.daaScore += 10 * seconds;
}

} // namespace bt::test
