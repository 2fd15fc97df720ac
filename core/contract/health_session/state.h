// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The state of a Health Session (in KAS, or in BTAI), one instance of it on the chain, and the programs (by template hash) that
//! instances are born with. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/health_session/terms.h"
#include "contract/token/state.h"
#include "kaspa/abi/program.h"
#include "kaspa/transaction.h"

#include <optional>
#include <vector>

namespace bt::contract::session {

enum class Phase : std::uint8_t {
    Requested = 0,
    Accepted = 1,
    Committed = 2,
    InSession = 3,
    DisputedByPatient = 4,
    DisputedByTherapist = 5,
};
[[nodiscard]] inline bool disputed(Phase phase) { return phase >= Phase::DisputedByPatient; }

//! What a visit in BTAI adds: then price, bond and shares of the terms are base units of the token; stakes stay KAS.
struct Asset {
    kaspa::CovenantId token; //!< of the token's genesis
    kaspa::CovenantId pool;  //!< of the reward pool, which the levy goes to
    Sompi levy;              //!< base units, less than the price; the weight of the visit's rating
    bool operator==(const Asset&) const = default;
};

struct State {
    Phase phase = Phase::Requested;
    XOnlyKey patient;   //!< fresh for this visit
    XOnlyKey therapist; //!< P' of visit_key.h
    Sompi price;
    Sompi bond;
    Hash256 terms;                             //!< termsHash
    std::optional<Asset> asset = std::nullopt; //!< nothing: KAS
    bool operator==(const State&) const = default;
};

//! State of a request for these terms. "visit.bad_terms" as checkTerms says.
[[nodiscard]] Result<State> makeState(const Terms& terms, const XOnlyKey& patient, const XOnlyKey& therapist, Sompi price, Sompi bond,
                                      const std::optional<Asset>& asset = std::nullopt);
//! What a signed exit may take of the signer's own KAS.
[[nodiscard]] inline Sompi feeCapOf(const State& state) { return state.asset ? kTokenFeeCap : kFeeCap; }

//! A version of the program with the ticket program that it issues. Never removed: an instance ends with its own.
struct Version {
    kaspa::abi::Program session;
    kaspa::abi::Program ticket;
    bool inTokens = false;
};
//! Every version that was ever born, oldest first: of the program for KAS, or of the one for BTAI.
[[nodiscard]] const std::vector<Version>& allVersions(bool inTokens = false);
//! The version that new bookings use.
[[nodiscard]] const Version& currentVersion(bool inTokens = false);
//! \returns "contract.unknown_program" if no version has this template hash.
[[nodiscard]] Result<const Version*> versionOf(const Hash256& templateHash);

//! The tokens of a visit in BTAI: one UTXO that the instance owns by its covenant id.
struct Escrow {
    kaspa::Outpoint outpoint;
    Sompi carrier;             //!< KAS in it
    Sompi held;                //!< base units: price, bond, and what came beside them
    token::Borrow borrow = {}; //!< what a request may have; accept turns it off
    Hash256 program;           //!< template hash of the token's program
    bool operator==(const Escrow&) const = default;
};

//! One unspent instance.
struct Session {
    Hash256 program; //!< template hash
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    State state;
    std::uint64_t daaScore = 0;                  //!< of the block that accepted it (ages count from here); 0 while unconfirmed
    kaspa::Outpoint authorising;                 //!< the outpoint whose spending gave birth to the id; accept proves it
    std::optional<Escrow> escrow = std::nullopt; //!< of a visit in BTAI
    bool operator==(const Session&) const = default;
};
//! The output as the UTXO set holds it.
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Session& session);
[[nodiscard]] Result<Bytes> redeemScriptOf(const Session& session);

//! The escrow as a token of this session. "contract.bad_escrow" if there is none, or a visit in KAS has one.
[[nodiscard]] Result<token::Holding> escrowOf(const Session& session);

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
    Sompi weight = {}; //!< the levy that the visit paid (base units); always 0 in KAS
    bool operator==(const Ticket&) const = default;
};
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Ticket& ticket);
//! BLAKE3 of nothing: what stands in a ticket whose visit ended without a signed record.
[[nodiscard]] Hash256 noRecord();

} // namespace bt::contract::session
