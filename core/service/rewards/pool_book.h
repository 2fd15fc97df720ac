// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the chain says of the reward pool, followed from its birth: its state, the tokens that it owns, its epochs, and every
//! payment it made. Needs no persona: the stewards' tool keeps one in memory. Worker thread (that of its database).
#pragma once

#include "ledger/node.h"
#include "service/json_fields.h"
#include "service/rewards/epoch_list.h"
#include "store/database.h"

#include <functional>
#include <set>

namespace bt::service::rewards {

//! An epoch that was opened.
struct EpochRow {
    EpochOpened opened;
    std::string txid; //!< of the opening
    Hash256 digest;   //!< of the block with its list, as announced beside it; zeros: none was announced
    Millis at;
    bool stopped = false; //!< a steward vetoed it
};
//! Something that happened to the pool.
struct PoolEvent {
    std::string kind; //!< "open", "claim", "veto", "rotate", "gather", "gift"
    std::string txid;
    Millis at;
    std::uint64_t epoch = 0;
    std::uint32_t index = 0; //!< claim: the award's place
    std::optional<reward::Award> award;
    token::Units amount; //!< claim, gift: how much; open: the budget
};

//! Which pool is to be followed: the birth record that this transaction fulfils, if it does.
using BirthIn = std::function<std::optional<reward::PoolBirth>(const ledger::AcceptedTx&)>;
//! The one whose birth record is known.
[[nodiscard]] BirthIn bornAs(reward::PoolBirth birth);

class PoolBook
{
public:
    [[nodiscard]] static Result<PoolBook> open(store::Database& db);
    [[nodiscard]] Result<void> reload();

    //! Takes in a transaction that a block accepted; inside the caller's database transaction. \param remember called with
    //! what takenBack() needs if anything changed. \returns true if something did.
    [[nodiscard]] Result<bool> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const BirthIn& birth,
                                        const std::function<Result<void>(ByteView change)>& remember);
    //! The block with that transaction was taken back; newest change first.
    [[nodiscard]] Result<void> takenBack(const std::string& txid, ByteView change);
    //! Forgets everything that the chain said. Lists stay: they are held against the chain whenever they are used.
    [[nodiscard]] Result<void> forget();
    using Remember = std::function<Result<void>(const ledger::AcceptedBlock&, const std::string& txid, ByteView change)>;
    //! Reads the chain from behind `cursor` (zero: from its oldest block, with everything forgotten) up to `end` (zero: to its
    //! tip) or until the deadline; one database transaction a page. \returns true once it is at the end. Should the chain
    //! move meanwhile, it begins anew by itself.
    [[nodiscard]] Result<bool> read(ledger::Node& node, const BirthIn& birth, ledger::BlockHash& cursor, const ledger::BlockHash& end,
                                    const Deadline& deadline, const Remember& remember = {});

    [[nodiscard]] const std::optional<reward::Pool>& pool() const { return m_pool; }
    [[nodiscard]] const std::vector<token::Holding>& tokens() const { return m_tokens; } //!< richest first
    [[nodiscard]] token::Units balance() const;
    //! It was spent in a way that this version cannot read: nothing after that is known.
    [[nodiscard]] bool lost() const { return m_lost; }

    [[nodiscard]] Result<std::vector<EpochRow>> epochs(); //!< newest first
    [[nodiscard]] Result<std::optional<EpochRow>> epoch(std::uint64_t number);
    [[nodiscard]] Result<std::vector<PoolEvent>> events(std::size_t limit); //!< newest first
    //! Which awards of an epoch were paid, with the transactions that did.
    [[nodiscard]] Result<std::map<std::uint32_t, PoolEvent>> paid(std::uint64_t epoch);

    //! Keeps a list; the caller has held it against the chain.
    [[nodiscard]] Result<void> keepList(const EpochList& list, const Hash256& root);
    //! The list behind a root, if it is here.
    [[nodiscard]] Result<std::optional<EpochList>> listOf(const Hash256& root);
    //! The tree of the present epoch with everything paid that the chain paid: its root is the pool's.
    //! "reward.no_list", "reward.wrong_phase", "reward.list_differs".
    [[nodiscard]] Result<reward::AwardTree> treeNow(const EpochList& list);

private:
    explicit PoolBook(store::Database& db) : m_db(&db) {}
    //! Tokens that one transaction took from the pool and gave to it.
    struct TokenChange {
        std::vector<token::Holding> gone, come;
    };
    [[nodiscard]] Result<bool> born(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const BirthIn& birth);
    [[nodiscard]] Result<void> moved(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);
    [[nodiscard]] TokenChange tokensMoved(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) const;
    [[nodiscard]] Result<void> change(const std::vector<token::Holding>& gone, const std::vector<token::Holding>& come);
    [[nodiscard]] Result<void> note(const PoolEvent& event);
    [[nodiscard]] Json image() const;
    [[nodiscard]] Result<void> restore(const Json& image);
    [[nodiscard]] Result<void> save();
    [[nodiscard]] bool touches(const ledger::AcceptedTx& tx) const;

    store::Database* m_db;
    std::optional<reward::Pool> m_pool;
    std::vector<token::Holding> m_tokens;
    bool m_lost = false;
};

} // namespace bt::service::rewards
