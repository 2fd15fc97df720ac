// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A watcher's purse: one key that the watcher made itself, which holds fee money and nothing else. It signs for no visit.
//! What a permissionless step pays out is fixed by the program, so its fee has to come from an input beside it: that is
//! what a purse is for. Kept in a file of its own that only its user may read. Thread safety: values.
#pragma once

#include "ledger/builder.h"

namespace bt::service {

class WatchPurse
{
public:
    //! Reads the file, or makes key and file. \param prefix of the network's addresses.
    //! "watch.bad_purse", "file.not_written".
    [[nodiscard]] static Result<WatchPurse> open(const std::string& path, std::string_view prefix, Random& random);
    //! A purse that lives in memory only.
    [[nodiscard]] static Result<WatchPurse> of(Secret secret, std::string_view prefix);

    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] const kaspa::ScriptPublicKey& script() const { return m_script; }
    [[nodiscard]] ledger::KeySource keys() const;
    //! Its coins that no waiting transaction spends. "node.*".
    [[nodiscard]] Result<std::vector<ledger::Coin>> coins(ledger::Node& node, const Deadline& deadline) const;
    //! A coin of it that is not on the chain yet: the change of what was just sent.
    [[nodiscard]] ledger::Coin coin(const kaspa::Outpoint& outpoint, const kaspa::Utxo& utxo) const;

    WatchPurse() = default; //!< of no use until open() or of() gave it a key

private:
    std::shared_ptr<const Secret> m_secret;
    kaspa::ScriptPublicKey m_script;
    std::string m_address;
};

} // namespace bt::service
