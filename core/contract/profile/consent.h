// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Consent receipts (contracts.md, section 3): one output for each grant. Live means unspent and before its expiry. Pure;
//! no Qt. Thread safety: all functions are.
//!
//! Errors: "consent.bad_terms" (args: field), "consent.bad_deposit", "consent.bad_birth" (args: rule),
//! "consent.bad_evidence", "contract.unknown_program".
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/sompi.h"
#include "contract/call.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"

#include <array>
#include <string>

namespace bt::contract::consent {

using crypto::XOnlyKey;

inline constexpr Sompi kReceiptDeposit{50'000'000}; //!< 0.5 KAS, comes back to the granter

//! What a receipt is about. Each part is hashed with a salt of its own, so that any one can be shown without the others.
enum class Part : std::uint8_t { Granter = 0, Grantee = 1, Scope = 2 };
using Salt = Fixed<16, struct ConsentSaltTag>;
struct Terms {
    std::string granter; //!< DID, UTF-8, 1 to 256 bytes
    std::string grantee; //!< DID, 1 to 256 bytes
    std::string scope;   //!< purpose and data, in words that both have seen; 1 to 4,096 bytes
    std::array<Salt, 3> salts;
    //! Draws the salts anew.
    void salt(Random& random);
    bool operator==(const Terms&) const = default;
};
using PartHashes = std::array<Hash256, 3>;
//! BLAKE3("bt/consent-part/v1" | part | salt | text).
[[nodiscard]] Hash256 partHash(Part part, const Salt& salt, std::string_view text);
[[nodiscard]] Result<PartHashes> partHashes(const Terms& terms);
//! BLAKE3 of the three part hashes in order: what the chain holds.
[[nodiscard]] Hash256 termsHash(const PartHashes& parts);

struct State {
    Hash256 terms;
    Millis expiry;   //!< from then on the receipt is dead, whether spent or not
    XOnlyKey refund; //!< fresh key of the granter: takes it back, and gets the deposit
    bool operator==(const State&) const = default;
};
//! \returns "consent.bad_terms" ("expiry" before 1985-11-05, which a lock time would read as a DAA score, or after 2200;
//!          "refund" off the curve; a part that is empty or too long).
[[nodiscard]] Result<State> makeState(const Terms& terms, Millis expiry, const XOnlyKey& refund);

//! One receipt that is unspent, or was when it was read.
struct Receipt {
    Hash256 program; //!< template hash
    kaspa::CovenantId id;
    kaspa::Outpoint outpoint;
    Sompi value;
    State state;
    std::uint64_t daaScore = 0;
    bool operator==(const Receipt&) const = default;
};
[[nodiscard]] Result<kaspa::Utxo> utxoOf(const Receipt& receipt);
//! Every version that was ever born, oldest first; never removed.
[[nodiscard]] const std::vector<kaspa::abi::Program>& allPrograms();
//! Whether it counts at `now`; that it is unspent is asked of a node.
[[nodiscard]] bool inTime(const Receipt& receipt, Millis now);

//! The output of a grant; the wallet makes a transaction whose input `input` spends `authorising`.
struct Grant {
    kaspa::Output output;
    Receipt receipt; //!< outpoint.id stays zero until the transaction's id is known
};
[[nodiscard]] Result<Grant> grant(const State& state, const kaspa::Outpoint& authorising, std::uint16_t input = 0, std::uint32_t index = 0,
                                  Sompi deposit = kReceiptDeposit);
//! The receipt that output `index` gives birth to, alone under its id. "consent.bad_birth".
[[nodiscard]] Result<Receipt> readBirth(const State& state, const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index);

//! What the granter signs before the grant and keeps with it: the only proof of who granted (M14).
//! BLAKE3("bt/consent/v1" | id | terms).
[[nodiscard]] Hash256 evidenceMessage(const kaspa::CovenantId& id, const Hash256& terms);

enum class Step { Revoke, Expire };
//! Input 0 spends the receipt. The wallet appends coins for the fee where `surplus` does not pay it, and change.
struct Plan {
    Step step = Step::Revoke;
    kaspa::Transaction tx;
    Call call;
    Sompi surplus;
    Millis notBefore;
};
//! The granter takes it back; the deposit less `fee` goes to `destination`.
[[nodiscard]] Result<Plan> revoke(const Receipt& receipt, const kaspa::ScriptPublicKey& destination, Sompi fee);
//! Anyone after the expiry; the whole deposit goes to the refund key.
[[nodiscard]] Result<Plan> expire(const Receipt& receipt);

//! How `tx` ended a receipt. "contract.not_a_spend", "contract.unreadable".
[[nodiscard]] Result<Step> readSpend(const Receipt& before, const kaspa::Transaction& tx);

} // namespace bt::contract::consent
