// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What somebody who did a piece of work gives to a steward: reason, what was done, and a key that was made for this award
//! alone, whose holder has signed. Nothing in it says who that is (docs/decisions/0019). Pure. Thread safety: all are.
#pragma once

#include "contract/reward/pool.h"

namespace bt::service::rewards {

namespace reward = contract::reward;

inline constexpr std::size_t kMaxEvidence = 1'000; //!< bytes of UTF-8

struct AwardRequest {
    std::string network;
    kaspa::CovenantId pool;
    reward::Reason reason = reward::Reason::Moderation;
    crypto::XOnlyKey winner;
    Fixed<16, struct EvidenceSaltTag> salt;
    std::string text;              //!< what was done, in the person's own words
    crypto::Signature64 signature; //!< BIP340 by `winner` over requestHash()
    bool operator==(const AwardRequest&) const = default;
};
//! BLAKE3("bt/award-evidence/v1" | salt | text): what the award carries. Whoever is shown salt and text can compare.
[[nodiscard]] Hash256 evidenceOf(const AwardRequest& request);
//! BLAKE3("bt/award-request/v1" | pool | reason | winner | evidence).
[[nodiscard]] Hash256 requestHash(const AwardRequest& request);
//! One word that can be copied, drawn as a QR or kept in a file: "bt-reward:" and base64url of canonical JSON.
[[nodiscard]] Result<std::string> encodeRequest(const AwardRequest& request);
//! \returns "reward.bad_request" (args: "text", "evidence", "signature"), "reward.unknown_reason".
[[nodiscard]] Result<AwardRequest> decodeRequest(std::string_view code);

} // namespace bt::service::rewards
