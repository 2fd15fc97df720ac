// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What one run of the program has seen of the chain, bounded: the scripts of outpoints, which kaspad needs to look an
//! output up, and the order of the blocks handed out, which finds the way back when another node does not know the newest
//! of them. A cache: forgetting it costs an error or a rescan, never a wrong answer. No Qt. One thread at a time.
#pragma once

#include "ledger/node.h"

#include <deque>
#include <map>
#include <set>

namespace bt::io {

class ChainMemory
{
public:
    //! An output of this script exists or existed.
    void saw(const kaspa::Outpoint& outpoint, const kaspa::ScriptPublicKey& spk);
    //! A script somebody asks about: outputs of it in later pages are remembered.
    void care(const kaspa::ScriptPublicKey& spk);
    [[nodiscard]] const kaspa::ScriptPublicKey* scriptOf(const kaspa::Outpoint& outpoint) const;

    //! A page was handed out after `start`.
    void saw(const ledger::BlockHash& start, const ledger::ChainPage& page);
    //! The block handed out before this one; nothing if it is not known.
    [[nodiscard]] const ledger::BlockHash* before(const ledger::BlockHash& block) const;

private:
    std::map<kaspa::Outpoint, kaspa::ScriptPublicKey> m_scripts;
    std::deque<kaspa::Outpoint> m_scriptOrder;
    std::set<kaspa::ScriptPublicKey> m_cared;
    std::map<ledger::BlockHash, ledger::BlockHash> m_before;
    std::deque<ledger::BlockHash> m_blockOrder;
};

} // namespace bt::io
