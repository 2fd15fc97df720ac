// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Watch-only export and import: the account's extended public key and which of its keys have been given away; no
//! secret. Whoever holds it sees every address, past and future, and can spend nothing: to be treated as a list of all
//! payments. Pure but for reading the wallet. No Qt.
#pragma once

#include "kaspa/bip32.h"
#include "ledger/wallet.h"

namespace bt::ledger {

struct WatchAddress {
    KeyRef ref;
    std::string address;
    auto operator<=>(const WatchAddress&) const = default;
};

struct WatchOnly {
    std::string network;                 //!< NetworkParams::id
    kaspa::ExtendedPublicKey account;    //!< m/44'/111111'/0'
    KeyMark mark;                        //!< keys below have been given away
    std::vector<WatchAddress> addresses; //!< in use, in the order of the branches and indexes
};

//! What can be told of a wallet without its keys. \param account the vault's public account key.
[[nodiscard]] Result<WatchOnly> watchOnlyOf(const Wallet& wallet, const kaspa::ExtendedPublicKey& account);

//! As text: a JSON object {"format":"bt-watch-only","version":1,"network",...,"kpub",...,"receive",...,
//! "change",...,"addresses":[[branch, index, address], ...]}.
[[nodiscard]] std::string encodeWatchOnly(const WatchOnly& from);
//! \returns "ledger.watch_only" (args: which field) for a text that is none, "ledger.other_network" (args: found,
//! wanted)
//!          for a key of another network. Every address is derived again: one that is not of this key is
//!          "ledger.watch_only".
[[nodiscard]] Result<WatchOnly> decodeWatchOnly(std::string_view text, const NetworkParams& network);

//! The public key of a position. \returns "kaspa.key.*".
[[nodiscard]] Result<crypto::XOnlyKey> publicKeyOf(const kaspa::ExtendedPublicKey& account, const KeyRef& ref);

} // namespace bt::ledger
