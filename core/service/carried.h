// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The transactions of ours that may still have to be sent again: from the moment they were signed until they lie so
//! deep that no reorganisation takes them back. All in memory, every change written through in the caller's database
//! transaction. Thread safety: that of its database.
#pragma once

#include "ledger/submitter.h"
#include "store/database.h"

#include <chrono>
#include <map>

namespace bt::service {

struct CarriedTx {
    kaspa::TxId id;
    std::int64_t intent = 0; //!< of the outbox
    std::string visitId, step;
    ledger::Submission submission;
    std::uint64_t rate = kaspa::kSompiPerGram;    //!< what it pays a gram
    std::uint64_t daaScore = 0;                   //!< of the block that accepted it; 0: none
    ledger::BlockHash block;                      //!< that one
    bool sent = false;                            //!< the network took it at least once
    bool done = false;                            //!< its intent is complete
    std::chrono::steady_clock::time_point looked; //!< memory only
};

//! As rows keep it.
[[nodiscard]] Bytes encodeCarried(const CarriedTx& tx);
[[nodiscard]] Result<CarriedTx> decodeCarried(ByteView bytes); //!< "service.bad_row"

class Carried
{
public:
    [[nodiscard]] static Result<Carried> open(store::Database& db);
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] const std::map<kaspa::TxId, CarriedTx>& all() const { return m_all; }
    [[nodiscard]] const CarriedTx* find(const kaspa::TxId& id) const;
    //! Inserts or replaces.
    [[nodiscard]] Result<void> save(const CarriedTx& tx);
    [[nodiscard]] Result<void> forget(const kaspa::TxId& id);
    //! The network was asked about it just now.
    void looked(const kaspa::TxId& id);
    //! Forgets what was accepted before `daaScore` and is done: nothing takes that back.
    [[nodiscard]] Result<void> settle(std::uint64_t daaScore);

private:
    explicit Carried(store::Database& db) : m_db(&db) {}
    store::Database* m_db;
    std::map<kaspa::TxId, CarriedTx> m_all;
};

} // namespace bt::service
