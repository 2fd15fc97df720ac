// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! SD-JWT (RFC 9901) with EdDSA: credentials whose holder chooses what to show. Pure functions: no I/O, no clock, no
//! Qt. Thread safety: all functions are. Texts are ASCII, at most kMaxSdJwt characters.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "codec/json.h"
#include "crypto/curve25519.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::identity {

inline constexpr std::size_t kMaxSdJwt = 64 * 1024;
inline constexpr std::size_t kMaxDisclosures = 256;

//! Signs a credential.
//! \param open       claims that everybody sees, an object
//! \param selective  claims that the holder may show one by one, an object; names must not be in `open`
//! \param holder     if given, becomes the `cnf` key: only its owner can present the credential
//! \param type       the header's `typ`
//! \returns issuer-signed JWT and all disclosures, "a.b.c~d1~d2~"; "identity.bad_claims".
[[nodiscard]] Result<std::string> issueSdJwt(const codec::Json& open, const codec::Json& selective, const crypto::Ed25519Pair& issuer,
                                             const crypto::Ed25519Public* holder, Random& random, std::string_view type = "dc+sd-jwt");

//! Who asked for a presentation, and when it is made.
struct KeyBinding {
    std::string audience;
    std::string nonce;
    Millis issuedAt;
};

//! Leaves out every disclosure of a top-level claim that is not in `reveal` (nested disclosures go with their claim),
//! and signs a key binding if one is asked for. \returns "identity.bad_sd_jwt"; "identity.no_such_claim" for a name
//! that the credential has no disclosure for.
[[nodiscard]] Result<std::string> presentSdJwt(std::string_view credential, const std::vector<std::string>& reveal);
[[nodiscard]] Result<std::string> presentSdJwt(std::string_view credential, const std::vector<std::string>& reveal,
                                               const crypto::Ed25519Pair& holder, const KeyBinding& binding);

struct VerifiedSdJwt {
    codec::Json claims;                          //!< after processing: no digests, no placeholders
    std::string type;                            //!< the header's `typ`, "" if absent
    std::optional<crypto::Ed25519Public> holder; //!< the `cnf` key, if it is Ed25519
    std::optional<KeyBinding> binding;           //!< its signature was verified with `holder`
};

//! Verifies signature, disclosures and (if there) key binding. Times and audience are the caller's to judge.
//! \returns "identity.bad_sd_jwt" for anything malformed, "identity.unknown_algorithm" for another alg or _sd_alg,
//!          "identity.not_authentic" for a wrong signature of issuer or holder, or a binding to other bytes.
[[nodiscard]] Result<VerifiedSdJwt> verifySdJwt(std::string_view text, const crypto::Ed25519Public& issuer);

//! The issuer's name (`iss`) as the text claims it, before anything is verified: to choose the key.
[[nodiscard]] Result<std::string> claimedIssuer(std::string_view text);

} // namespace bt::identity
