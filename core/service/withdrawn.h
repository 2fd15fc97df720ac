// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Transactions of ours that may have left and were withdrawn, since a node refused them: it may keep their bytes and bring
//! them later. As long as one is possible, what is planned in its stead spends one of its coins, so that never both come
//! true. A payment that was given up binds the next one for the same purpose. Rows of the persona's database; worker only.
#pragma once

#include "service/context.h"

namespace bt::service {

class Withdrawn
{
public:
    explicit Withdrawn(Context& context) : m_c(&context) {}

    //! What payments of an intent are to be told apart by: the carrier's purpose, or the intent alone.
    [[nodiscard]] static std::string nameOf(const std::string& purpose, std::int64_t intent);
    //! Coins of each transaction that a plan of `intent` must not be able to stand beside: those of its own earlier tries, and
    //! of payments for the same purpose that failed or were cancelled and that no other living plan excludes already. A
    //! transaction is over once a block that lies deep has spent one of its coins by another.
    [[nodiscard]] Result<std::vector<std::vector<kaspa::Outpoint>>> bindingOn(const std::string& name, std::int64_t intent);

    // Inside the caller's database transaction:
    //! These bytes were withdrawn, and whatever they excluded is possible again.
    [[nodiscard]] Result<void> add(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx);
    //! This plan was handed over: what it spends a coin of is excluded as long as it lives.
    [[nodiscard]] Result<void> excludedBy(const std::string& name, std::int64_t intent, const kaspa::Transaction& tx);
    //! An intent goes on under another number: its tries bind that one, too.
    [[nodiscard]] Result<void> renumber(const std::string& from, std::int64_t intent, const std::string& to, std::int64_t next);

private:
    struct Row {
        std::int64_t intent = 0;
        kaspa::TxId id;
        kaspa::TxId excludedBy; //!< zeros: by none
        std::vector<kaspa::Outpoint> coins;
    };
    enum class Fate { Possible, Over };
    [[nodiscard]] Result<std::vector<Row>> read(const std::string& name);
    [[nodiscard]] Result<void> write(const std::string& name, const std::vector<Row>& rows);
    [[nodiscard]] Result<Fate> fateOf(const Row& row, std::uint64_t daaScore);
    [[nodiscard]] Result<bool> livesOn(std::int64_t intent);
    Context* m_c;
};

} // namespace bt::service
