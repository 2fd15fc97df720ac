// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions of ours that were signed, may have left, and were withdrawn, since a node refused them: it may keep their
//! bytes and bring them later. As long as one is possible, what is planned in its stead spends one of its coins, so that
//! never both come true. A payment that was given up binds the next one for the same purpose. All in memory, every change
//! written through in the caller's database transaction. Worker thread only.
#pragma once

#include "service/carried.h"

namespace bt::service {

struct Context;

struct WithdrawnTx {
    CarriedTx tx;           //!< as it was carried; its intent is the one that goes on
    std::string name;       //!< what it pays for: Withdrawn::nameOf
    kaspa::TxId excludedBy; //!< the plan that spends one of its coins; zeros: none
};

class Withdrawn
{
public:
    [[nodiscard]] static Result<Withdrawn> open(store::Database& db);
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] const WithdrawnTx* find(const kaspa::TxId& id) const;
    //! What payments of an intent are to be told apart by: the carrier's purpose, or the intent alone.
    [[nodiscard]] static std::string nameOf(const std::string& purpose, std::int64_t intent);
    //! Coins of each transaction that a plan of `intent` must not be able to stand beside: those of its own earlier tries, and
    //! of payments for the same purpose that failed or were cancelled and that no other living plan excludes already. A
    //! transaction is over once a block that lies deep has spent one of its coins by another.
    [[nodiscard]] Result<std::vector<std::vector<kaspa::Outpoint>>> bindingOn(Context& context, const std::string& name,
                                                                              std::int64_t intent);

    // Inside the caller's database transaction:
    //! These bytes were withdrawn, and whatever they excluded is possible again.
    [[nodiscard]] Result<void> add(const std::string& name, const CarriedTx& tx);
    //! This plan was handed over: what it spends a coin of is excluded as long as it lives.
    [[nodiscard]] Result<void> excludedBy(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx);
    //! An intent goes on under another number: its tries bind that one, too.
    [[nodiscard]] Result<void> renumber(const std::string& from, std::int64_t intent, const std::string& to, std::int64_t next);
    [[nodiscard]] Result<void> forget(const kaspa::TxId& id);

private:
    explicit Withdrawn(store::Database& db) : m_db(&db) {}
    [[nodiscard]] Result<void> save(const WithdrawnTx& row);
    store::Database* m_db;
    std::map<kaspa::TxId, WithdrawnTx> m_all;
};

} // namespace bt::service
