// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What stewards do together: a step of the pool is planned on one computer, and each who signs has her own computer
//! compute the same plan again from the chain and from the list (or the heirs) in front of her, and compare. Needs no
//! persona. Thread safety: one thread at a time.
#pragma once

#include "ledger/partial_signing.h"
#include "service/rewards/award_table.h"
#include "service/rewards/pool_book.h"
#include "storage/block_store.h"

namespace bt::service::rewards {

//! What is to be done. A list with Open, heirs with Rotate.
struct Wish {
    reward::PoolStep step = reward::PoolStep::Open; //!< not Claim
    std::optional<EpochList> list;
    std::optional<reward::Stewards> heirs;
};

struct DeskParts {
    ledger::Node& node;
    storage::BlockStore& blocks;
    const ledger::NetworkParams& network;
    Random& random;
};

//! Errors beside the builders' own: "reward.no_pool" (this network has none, or the node keeps no block so old),
//! "reward.pool_lost", "reward.pool_moved" (the plan was made for an earlier state of it), "reward.plan_differs" (args: what
//! is not as planned here: "step", "list", "heirs", "transaction"), "reward.bad_table" (awards that its caps would refuse),
//! "reward.no_fee" (args: an address that needs coins), "reward.too_early" (args: ms since epoch), "partial.*".
class StewardDesk
{
public:
    //! Reads the pool's life from the chain. \param birth its record.
    [[nodiscard]] static Result<std::unique_ptr<StewardDesk>> open(DeskParts parts, const reward::PoolBirth& birth,
                                                                   const Deadline& deadline);

    [[nodiscard]] PoolBook& book() { return *m_book; }
    [[nodiscard]] const reward::Pool& pool() const { return *m_book->pool(); }

    //! The list of the next epoch; nothing is signed by it. "reward.bad_table" if readTable finds a problem.
    [[nodiscard]] Result<EpochList> listFor(std::string_view csv, token::Units budget, Millis end) const;
    //! Plans a step and signs for the coin that pays its fee: the smallest of that key's that is enough.
    //! \param feeKey 32 bytes, of anyone.
    [[nodiscard]] Result<ledger::PartialSigning> plan(const Wish& wish, const reward::Stewards& stewards, const Secret& feeKey);
    //! What a signing is of, as far as it says so itself: a steward's tool asks for the list or the heirs by it.
    [[nodiscard]] static Result<reward::PoolStep> stepOf(const ledger::PartialSigning& signing);
    //! Computes the same step again from the chain and `wish` and compares every byte that a signature covers.
    [[nodiscard]] Result<void> check(const ledger::PartialSigning& signing, const Wish& wish, const reward::Stewards& stewards);
    //! check(), then signs. "partial.not_a_signer" for a key that is no steward's.
    [[nodiscard]] Result<void> sign(ledger::PartialSigning& signing, const Wish& wish, const reward::Stewards& stewards, const Secret& key);
    //! Puts the signatures of several files together, check()s, and hands the transaction to the network; the list's block
    //! goes first. "partial.incomplete" (args: there, needed).
    [[nodiscard]] Result<kaspa::TxId> send(const std::vector<ledger::PartialSigning>& all, const Wish& wish,
                                           const reward::Stewards& stewards);

private:
    explicit StewardDesk(DeskParts parts) : m(parts) {}
    [[nodiscard]] Result<reward::PoolPlan> planOf(const Wish& wish, const std::vector<token::Holding>& tokens,
                                                  const reward::Stewards& stewards, const std::vector<std::size_t>& places) const;
    [[nodiscard]] Result<ledger::Draft> draftOf(const reward::PoolPlan& plan, const Wish& wish, const std::vector<ledger::Coin>& coins,
                                                const kaspa::ScriptPublicKey& change) const;
    //! The pool's tokens among its inputs, in their order.
    [[nodiscard]] std::vector<token::Holding> sweptBy(const kaspa::Transaction& tx) const;
    [[nodiscard]] Result<void> judge(const Wish& wish) const;
    [[nodiscard]] Result<ledger::Coin> feeCoin(const reward::PoolPlan& plan, const crypto::XOnlyKey& key);

    DeskParts m;
    std::unique_ptr<store::Database> m_db;
    std::unique_ptr<PoolBook> m_book;
};

//! Signatures that a step needs: k, or one for a veto.
[[nodiscard]] std::size_t neededFor(reward::PoolStep step, const reward::Stewards& stewards);

} // namespace bt::service::rewards
