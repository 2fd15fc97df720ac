// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/chain_memory.h"

namespace bt::io {
namespace {

constexpr std::size_t kMaxOutpoints = 50'000;
constexpr std::size_t kMaxScripts = 50'000;
constexpr std::size_t kMaxBlocks = 5'000; // minutes of a chain with ten blocks a second: deeper reorgs rescan

} // namespace

void ChainMemory::saw(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey& spk)
{
    if (!m_scripts.emplace(outpoint, spk).second) return;
    m_scriptOrder.push_back(outpoint);
    if (m_scriptOrder.size() <= kMaxOutpoints) return;
    m_scripts.erase(m_scriptOrder.front());
    m_scriptOrder.pop_front();
}

void ChainMemory::care(const kaspa::ScriptPublicKey& spk)
{
    if (m_cared.size() < kMaxScripts) m_cared.insert(spk);
}

const kaspa::ScriptPublicKey* ChainMemory::scriptOf(const kaspa::Outpoint& outpoint) const
{
    const auto found = m_scripts.find(outpoint);
    return found == m_scripts.end() ? nullptr : &found->second;
}

void ChainMemory::saw(const ledger::BlockHash& start, const ledger::ChainPage& page)
{
    // Behind a reorg the first new block follows a block that is named nowhere: the chain of memory begins anew there.
    bool linked = page.removed.empty();
    ledger::BlockHash last = start;
    if (!linked) {
        if (const auto found = m_before.find(page.removed.back()); found != m_before.end()) {
            last = found->second;
            linked = true;
        }
    }
    for (const ledger::AcceptedBlock& block : page.added) {
        if (linked && m_before.insert_or_assign(block.hash, last).second) m_blockOrder.push_back(block.hash);
        linked = true;
        last = block.hash;
        for (const ledger::AcceptedTx& tx : block.txs)
            for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i)
                if (m_cared.contains(tx.tx.outputs[i].spk)) saw({tx.id, i}, tx.tx.outputs[i].spk);
    }
    while (m_blockOrder.size() > kMaxBlocks) {
        m_before.erase(m_blockOrder.front());
        m_blockOrder.pop_front();
    }
}

const ledger::BlockHash* ChainMemory::before(const ledger::BlockHash& block) const
{
    const auto found = m_before.find(block);
    return found == m_before.end() ? nullptr : &found->second;
}

} // namespace bt::io
