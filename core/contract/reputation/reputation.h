// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A therapist's reputation on chain: what stands in it, its birth, a rating and what a spend meant. Pure; no Qt. Thread
//! safety: all functions are.
//!
//! Errors: "contract.bad_birth" (args: rule), "contract.bad_rating" (args: rule), "contract.unreadable",
//! "contract.not_a_spend", "contract.unknown_program".
#pragma once

#include "contract/call.h"
#include "contract/health_session/state.h"

#include <array>

namespace bt::contract::reputation {

using crypto::XOnlyKey;
inline constexpr Sompi kDeposit{100'000'000}; //!< 1 KAS stays in a reputation for ever

struct State {
    XOnlyKey key;            //!< the therapist's: signs permits
    kaspa::CovenantId token; //!< BTAI
    kaspa::CovenantId pool;  //!< which levies count
    std::uint32_t count = 0;
    std::uint64_t sum = 0;                //!< of stars
    std::array<std::uint32_t, 5> stars{}; //!< ratings of 1..5
    Sompi weight;                         //!< of levies, base units of BTAI
    Sompi weighted;                       //!< of stars times levy
    Hash256 log;                          //!< BLAKE3(log | stars | feedback), rating after rating
    bool operator==(const State&) const = default;
    //! weighted / weight in hundredths of a star (100..500); 0 while nothing weighs.
    [[nodiscard]] std::uint32_t average() const;
};

//! One unspent reputation.
struct Reputation {
    Hash256 program;
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    State state;
    std::uint64_t daaScore = 0;
    bool operator==(const Reputation&) const = default;
};
[[nodiscard]] const std::vector<kaspa::abi::Program>& allPrograms();
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Reputation& reputation);

//! The output of a new reputation; the wallet's input `input` spends `authorising`.
struct Birth {
    kaspa::Output output;
    Reputation reputation; //!< outpoint.id stays zero until the transaction's id is known
};
[[nodiscard]] Result<Birth> create(const XOnlyKey& key, const kaspa::CovenantId& token, const kaspa::CovenantId& pool,
                                   const kaspa::Outpoint& authorising, std::uint16_t input = 0, std::uint32_t index = 0);
//! The reputation that output `index` gave birth to: alone under its id (no twin), with nothing in it yet. From then on
//! readSpend follows it.
[[nodiscard]] Result<Reputation> readBirth(const XOnlyKey& key, const kaspa::CovenantId& token, const kaspa::CovenantId& pool,
                                           const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index);

//! BLAKE3(id | salt): what DisputeTerms::reputation says.
[[nodiscard]] Hash256 commitment(const kaspa::CovenantId& id, const session::Salt& salt);
//! "This visit may be rated": BLAKE3("bt/rating/v1" | covenant id of the visit). The therapist signs it (BIP340, `key`)
//! when accepting; without it the patient's core cancels while that is free.
[[nodiscard]] Hash256 permitMessage(const kaspa::CovenantId& visit);
//! BLAKE3("bt/feedback/v1" | salt | text): stands in the log; the text goes to the therapist alone.
[[nodiscard]] Hash256 feedbackHash(std::string_view text, const session::Salt& salt);

//! How a visit began: kept with its ticket.
struct VisitBirth {
    Hash256 program; //!< of the session
    session::State state;
    kaspa::Outpoint authorising;
    std::uint32_t index = 0;
    Sompi value;
    bool operator==(const VisitBirth&) const = default;
};
//! \param requested the session as booked (phase Requested).
[[nodiscard]] VisitBirth birthOf(const session::Session& requested);

//! What a rating needs beside the reputation.
struct Rating {
    session::Ticket ticket;
    VisitBirth birth;
    session::Terms terms;
    session::Salt salt; //!< of the reputation's commitment
    crypto::Signature64 permit;
    std::uint8_t stars = 5; //!< 1..5
    Hash256 feedback;       //!< feedbackHash, or anything random
};
//! A rating ready for the wallet: input 0 the reputation, input 1 the ticket (its holder signs); output 0 the reputation,
//! output 1 the ticket's money less `fee` to `destination`. Needs no other coin.
struct Plan {
    kaspa::Transaction tx;
    std::vector<Call> calls; //!< beside inputs 0 and 1
    State next;
};
//! \returns "contract.bad_rating" naming what does not fit: "stars", "reputation", "permit", "birth", "ticket", "asset",
//!          "terms", "fee".
[[nodiscard]] Result<Plan> rate(const Reputation& reputation, const Rating& rating, const kaspa::ScriptPublicKey& destination, Sompi fee);

//! What a spend did.
struct Rated {
    std::uint8_t stars = 0;
    Hash256 feedback;
    Sompi levy;
    kaspa::CovenantId visit;
    Reputation next;
};
[[nodiscard]] Result<Rated> readSpend(const Reputation& before, const kaspa::Transaction& tx, const kaspa::TxId& id);

} // namespace bt::contract::reputation
