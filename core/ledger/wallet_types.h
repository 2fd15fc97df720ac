// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the wallet takes and gives: plain values. No Qt.
#pragma once

#include "base/secret.h"
#include "crypto/secp256k1.h"
#include "ledger/node.h"

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bt::ledger {

enum class Branch : std::uint32_t { Receive = 0, Change = 1 };

//! Position of a key: m/44'/111111'/0'/branch/index.
struct KeyRef {
    Branch branch = Branch::Receive;
    std::uint32_t index = 0;
    auto operator<=>(const KeyRef&) const = default;
};
//! \returns the 32-byte secret of a position, or the reason why not ("vault.locked").
using KeySource = std::function<Result<Secret>(const KeyRef&)>;

//! A key of ours that nobody has seen yet.
struct FreshKey {
    KeyRef ref;
    crypto::XOnlyKey key;
    kaspa::ScriptPublicKey spk;
    std::string address;
};

//! Indexes below these have been given away in this life of the words (or may have been): what a backup keeps, so that
//! no restored wallet gives a key away twice.
struct KeyMark {
    std::uint32_t receive = 0;
    std::uint32_t change = 0;
    auto operator<=>(const KeyMark&) const = default;
};
//! Every restore begins a new stretch of this many indexes on both branches (DESIGN.md, "Keys after a restore").
inline constexpr std::uint32_t kKeysPerLife = 1U << 16;

enum class CoinState { Pending, Confirmed, Reserved };

//! An unspent output that a key of ours can spend.
struct Coin {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
    KeyRef key;
    std::string relation; //!< coins of different relations are kept apart (contracts.md, rule 12)
    CoinState state = CoinState::Confirmed;
    std::string intent; //!< who reserved it
};

//! What became of an output that was ours.
struct CoinFate {
    bool known = false;                   //!< the wallet has, or had, this coin
    std::optional<std::uint64_t> spentAt; //!< DAA score of the block that has its spender; empty while none has
};

struct Balance {
    Sompi confirmed; //!< spendable now
    Sompi reserved;  //!< confirmed, promised to an intent that is not yet on the chain
    Sompi pending;   //!< on its way to us (our own change included)
};

//! What the chain did to us in one transaction.
struct WalletTx {
    kaspa::TxId id;
    std::uint64_t daaScore = 0;
    Millis time;
    Sompi received;
    Sompi spent;
    std::string relation; //!< of the first script of ours in it
    auto operator<=>(const WalletTx&) const = default;
};

//! One output of a watched script (a contract's), which is no coin of ours.
struct Watched {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
    std::string relation;
};

//! A transaction that the wallet knows of and that no block has.
struct WaitingTx {
    kaspa::TxId id;
    bool own = false;      //!< spends a coin of ours; else somebody's payment to us
    bool fellBack = false; //!< a block had it, and a reorganisation took that block back
    std::string intent;    //!< of its inputs, if any
    std::string relation;
};

//! A payment that can never be accepted, since a block has spent its input by another transaction.
struct Conflict {
    kaspa::TxId ours;
    kaspa::Outpoint input;
    kaspa::TxId other;
    std::string intent; //!< that the input was promised to
    std::string relation;
    //! "ledger.conflict" (args: "txid:index" of the input, the other transaction's id).
    [[nodiscard]] Error error() const;
};

struct SyncReport {
    std::size_t blocks = 0;
    std::vector<WalletTx> changed; //!< transactions that touched our keys or watched scripts
    bool reorg = false;            //!< something was taken back
    bool rescanned = false;        //!< the chain did not know our place: everything was read anew
    // Each of these is told once, also over a restart, and only when the chain has been read to its end:
    std::vector<WalletTx> fallen;    //!< were accepted, were taken back and are in no other block: pending again
    std::vector<WalletTx> returned;  //!< were told as fallen and are accepted again
    std::vector<Conflict> conflicts; //!< payments that another transaction made impossible: a new plan is needed
    //! After a rescan on a pruned node: it keeps no block from before this DAA score. Coins from before it were looked
    //! up and kept if they are unspent; history from before it stands as it was written and cannot be checked any more.
    std::optional<std::uint64_t> keptSince;
};

//! Sees every accepted block exactly once per history (again after a reorg or rescan), inside the wallet's database
//! transaction: what it writes to the same database is kept or lost together with the wallet's place on the chain.
struct ChainObserver {
    std::function<Result<void>(const AcceptedBlock&)> added;
    std::function<Result<void>(const BlockHash&)> removed;
    std::function<Result<void>()> restarted; //!< everything comes again from the first block
    //! The chain was read to its end after a rescan, or there is something to tell: fallen, returned and conflicts are
    //! final. Whoever writes its notices here tells them exactly once.
    std::function<Result<void>(const SyncReport&)> caughtUp;
};

//! What a restore from the words found.
struct Discovery {
    std::uint32_t keys = 0;  //!< in use
    std::size_t coins = 0;   //!< unspent
    std::uint32_t lives = 0; //!< stretches of indexes with a trace: earlier lives of the words
    //! The node keeps no block from before this DAA score: coins from before it are all found (by their unspent
    //! outputs), payments that came and went before it are not, and neither is what only old payloads point to (a
    //! backup has it). Empty if the node has everything.
    std::optional<std::uint64_t> keptSince;
};

} // namespace bt::ledger
