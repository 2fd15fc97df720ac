// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads the chain once, in order, and keeps its place together with what it learnt in one database transaction: coins,
//! the lives of our visits, and payloads that point to letters for us. Worker thread only.
#pragma once

#include "service/context.h"

#include <functional>
#include <set>
#include <utility>

namespace bt::service {

//! A pointer for us that was seen on the chain and whose block has not been read yet.
struct Arrival {
    std::int64_t id = 0;
    std::string threadId; //!< whose inbox it came through; "" the listing's; "archive" our own
    ipld::Cid cid;
    Secret contentKey;
    kaspa::TxId txid;
    Bytes tx; //!< encodeTransaction: a booking letter belongs to this very transaction
    ledger::BlockHash block;
    std::uint64_t daaScore = 0;
    Millis at;
    int tries = 0;
};

//! One payload size for every letter: slot 0 for the other side, slot 1 for our own archive; an unused slot is random.
inline constexpr std::size_t kPayloadBytes = 2 * messaging::kPointerBytes;

class Follower
{
public:
    [[nodiscard]] static Result<Follower> open(Context& context);

    //! Reads what is new. \returns true if anything that concerns us happened.
    [[nodiscard]] Result<bool> sync(const Deadline& deadline);
    //! Pointers whose blocks are to be fetched, oldest first.
    [[nodiscard]] Result<std::vector<Arrival>> arrivals();
    [[nodiscard]] Result<void> forget(std::int64_t arrivalId); //!< inside the transaction that used it
    [[nodiscard]] Result<void> tryLater(std::int64_t arrivalId);
    //! A visit that was adopted late was born (or last moved) in this block: were that taken back, it would wait again.
    //! \param before the visit as it is without that block.
    [[nodiscard]] Result<void> rememberBirth(const Visit& before, const kaspa::TxId& txid, const ledger::BlockHash& block,
                                             std::uint64_t daaScore);
    //! Applies everything after `from` to one visit that was adopted late. "node.reorg" if the chain moved meanwhile: try later.
    [[nodiscard]] Result<void> catchUp(const std::string& visitId, const ledger::BlockHash& from);
    //! True once after the chain turned out to be another one (a reset): the caller starts over what lives on it.
    [[nodiscard]] bool takeBegunAnew() { return std::exchange(m_begunAnew, false); }
    //! Keeps how something was before `block` changed it, for whoever `what` names (Feature::name()); inside the block's
    //! database transaction.
    [[nodiscard]] Result<void> remember(const ledger::BlockHash& block, std::uint64_t daaScore, std::string_view what,
                                        const std::string& about, const std::string& txid, ByteView before);
    //! Something of a feature changed: sync() says so.
    void touched() { m_touched = true; }
    //! A block has a transaction that had been withdrawn (Withdrawn): called before anything else is read of it.
    std::function<Result<void>(const kaspa::TxId&)> cameTrue;
    //! Inboxes are re-read from the postbox: call it after a new thread.
    void inboxesChanged() { m_inboxesStale = true; }

private:
    explicit Follower(Context& context) : m_c(&context) {}
    void loadInboxes();
    [[nodiscard]] Result<void> endLost();
    [[nodiscard]] Result<void> block(const ledger::AcceptedBlock& block);
    //! Undoes everything that this block had written.
    [[nodiscard]] Result<void> takenBack(const ledger::BlockHash& block);
    [[nodiscard]] Result<void> undoVisit(const std::string& visitId, const std::string& txid, ByteView before);
    //! What is still in no block after everything was read is told, once.
    [[nodiscard]] Result<void> tell();
    [[nodiscard]] Result<void> visits(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const std::string& onlyVisit);
    [[nodiscard]] Result<void> birth(const Visit& visit, const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);
    [[nodiscard]] Result<void> pointers(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);
    [[nodiscard]] Result<void> playMoney(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);

    Context* m_c;
    struct Inbox {
        std::string name;
        crypto::X25519Pair pair;
    };
    std::vector<Inbox> m_inboxes;
    bool m_inboxesStale = true;
    std::set<std::string> m_undone; //!< visits that this reading took back; "" for other payments
    bool m_touched = false;
    bool m_begunAnew = false;
    std::size_t m_inboxThreads = 0;
};

} // namespace bt::service
