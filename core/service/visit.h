// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One visit as this side knows it: what was agreed, where its money stands, what was signed. Kept as one row in the
//! persona's sealed database; facts that stand on the chain are re-read from there (restore builds the same row from a
//! capsule and the chain). Thread safety: values; a VisitStore belongs to its database's thread.
#pragma once

#include "contract/health_session/reader.h"
#include "contract/health_session/visit_key.h"
#include "ledger/wallet.h"
#include "records/session_record.h"
#include "service/series/series_mark.h"
#include "service/snapshot.h"
#include "store/database.h"

#include <algorithm>
#include <map>

namespace bt::service {

//! The record both sign, and the signatures by the visit's keys that the program asks for.
struct VisitRecord {
    records::SignedRecord signedRecord;
    std::optional<crypto::Signature64> patientKeySigned, therapistKeySigned;
};

//! A split on the table: a finished transaction to which the other side's signature is missing.
struct SplitProposal {
    Sompi toPatient, toTherapist; //!< of price + bond
    bool mine = false;
    Bytes tx;                //!< encodeTransaction, input 0 without signatures
    Bytes proposerSignature; //!< 65 bytes
};

struct Visit {
    std::string id; //!< hex of 16 random bytes, the same on both sides
    Role role = Role::Patient;
    std::string threadId;
    ledger::KeyRef myKey;     //!< the state's key of this side
    ledger::KeyRef ticketKey; //!< patient: holder of the rating ticket
    contract::session::VisitKeyHint hint;
    contract::session::Terms terms;
    contract::session::Session session; //!< newest instance; outpoint zero while Preparing
    std::optional<contract::session::Ticket> ticket;
    std::string bookingTxid; //!< hex
    VisitPhase phase = VisitPhase::Preparing;
    VisitEnding ending = VisitEnding::None;
    std::string intake;
    std::optional<crypto::Signature64> attendance; //!< the patient's
    Millis joinedByMe, joinedByThem;               //!< zero: not
    std::optional<VisitRecord> record;
    std::optional<SplitProposal> split;
    int rating = 0;
    std::string ratingComment;
    bool declineWanted = false; //!< therapist: the slot was given to another, or she said no
    std::vector<VisitStep> steps;
    std::string pending; //!< the step in the outbox, "" if none
    Millis bookedAt;
    contract::session::Outcome paid;  //!< of the ending
    std::optional<SeriesMark> series; //!< one of several that were asked for in one go
    bool chainPruned = false;         //!< its money moved on while this side was away, in blocks that the node no longer keeps

    [[nodiscard]] bool live() const { return phase != VisitPhase::Ended; }
    [[nodiscard]] bool onChain() const { return phase != VisitPhase::Preparing && phase != VisitPhase::Ended && !chainPruned; }
    //! A transaction of it was handed over, or taken back by the chain, and is in no block.
    [[nodiscard]] bool inTheAir() const
    {
        return std::ranges::any_of(steps, [](const VisitStep& s) { return !s.txid.empty() && !s.settled; });
    }
};

[[nodiscard]] Bytes encodeVisit(const Visit& visit);
[[nodiscard]] Result<Visit> decodeVisit(ByteView bytes); //!< "service.bad_row"

//! The visits of a persona: all in memory, every change written through in the caller's database transaction.
class VisitStore
{
public:
    [[nodiscard]] static Result<VisitStore> open(store::Database& db);
    [[nodiscard]] const std::map<std::string, Visit>& all() const { return m_visits; }
    [[nodiscard]] const Visit* find(const std::string& id) const;
    //! Inserts or replaces. Call it inside a database transaction that also holds what caused the change.
    [[nodiscard]] Result<void> save(const Visit& visit);
    //! The live visit whose newest instance or ticket is this outpoint.
    [[nodiscard]] const Visit* at(const kaspa::Outpoint& outpoint) const;
    //! Reads everything anew: after a rolled-back transaction memory may be ahead of the file.
    [[nodiscard]] Result<void> reload();

private:
    explicit VisitStore(store::Database& db) : m_db(&db) {}
    void place(const Visit& visit);
    store::Database* m_db;
    std::map<std::string, Visit> m_visits;
    std::map<kaspa::Outpoint, std::string> m_places;
};

//! The phase and step names that snapshots use.
[[nodiscard]] VisitPhase phaseOf(contract::session::Phase phase);
[[nodiscard]] VisitEnding endingOf(contract::session::Step step, VisitPhase before, const contract::session::Outcome& outcome);

} // namespace bt::service
