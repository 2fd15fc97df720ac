// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The state of a KAS Health Session, one instance of it on the chain, and the programs (by template hash) that
//! instances are born with. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/health_session/terms.h"
#include "kaspa/abi/program.h"
#include "kaspa/transaction.h"

#include <optional>
#include <vector>

namespace bt::contract::session
{

enum class Phase : std::uint8_t {
    Requested = 0,
    Accepted = 1,
    Committed = 2,
    InSession = 3,
    DisputedByPatient = 4,
    DisputedByTherapist = 5,
};
[[nodiscard]] inline bool disputed(Phase phase) { return phase >= Phase::DisputedByPatient; }

struct State {
    Phase phase = Phase::Requested;
    XOnlyKey patient;   //!< fresh for this visit
    XOnlyKey therapist; //!< P' of visit_key.h
    Sompi price;
    Sompi bond;
    Hash256 terms; //!< termsHash
    bool operator==(const State&) const = default;
};

//! State of a request for these terms. "visit.bad_terms" as checkTerms says.
[[nodiscard]] Result<State> makeState(const Terms& terms, const XOnlyKey& patient, const XOnlyKey& therapist,
                                      Sompi price, Sompi bond);

//! A version of the program with the ticket program that it issues. Never removed: an instance ends with its own.
struct Version {
    kaspa::abi::Program session;
    kaspa::abi::Program ticket;
};
//! Every version that was ever born, oldest first.
[[nodiscard]] const std::vector<Version>& allVersions();
//! The version that new bookings use.
[[nodiscard]] const Version& currentVersion();
//! \returns "contract.unknown_program" if no version has this template hash.
[[nodiscard]] Result<const Version*> versionOf(const Hash256& templateHash);

//! One unspent instance.
struct Session {
    Hash256 program; //!< template hash
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    State state;
    std::uint64_t daaScore = 0;  //!< of the block that accepted it (ages count from here); 0 while unconfirmed
    kaspa::Outpoint authorising; //!< the outpoint whose spending gave birth to the id; accept proves it
    bool operator==(const Session&) const = default;
};
//! The output as the UTXO set holds it.
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Session& session);
[[nodiscard]] Result<Bytes> redeemScriptOf(const Session& session);

//! A rating ticket: pays to nobody but `holder`.
struct Ticket {
    Hash256 program; //!< template hash of the ticket
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    XOnlyKey holder;
    Hash256 terms;  //!< of the session that issued it
    Hash256 record; //!< the signed record's hash; noRecord() when the visit ended otherwise
    std::uint64_t daaScore = 0;
    bool operator==(const Ticket&) const = default;
};
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Ticket& ticket);
//! BLAKE3 of nothing: what stands in a ticket whose visit ended without a signed record.
[[nodiscard]] Hash256 noRecord();

} // namespace bt::contract::session
