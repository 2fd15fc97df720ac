// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A therapist's licence: an SD-JWT VC signed by an authority and bound to the holder's key. Pure functions: no I/O, no
//! clock, no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "identity/sd_jwt.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bt::identity {

inline constexpr std::string_view kLicenceType = "urn:bt:licence:1"; //!< the `vct` claim

struct Licence {
    std::string role;                //!< "psychotherapist"
    std::string jurisdiction;        //!< ISO 3166 code, "DE" or "US-CA"
    std::string registerId;          //!< the claim `register`: entry in the authority's register
    std::optional<std::string> name; //!< shown only if the holder discloses it
    bool practicePartner = false;    //!< a practice licence, good for play money only
    std::string authority;           //!< did:key of who signed
    std::string holder;              //!< did:key of whom it is for
    Millis issuedAt;
    Millis notBefore;
    Millis expiresAt;
};

//! Signs a licence; `authority` and `holder` of `licence` are taken from the keys. Role, jurisdiction, register and
//! practice_partner are always visible, the name is selective. Times are cut to seconds.
//! \returns the SD-JWT with all disclosures; "identity.bad_claims" for an empty or overlong (256 bytes) field or if it
//!          does not begin before it ends.
[[nodiscard]] Result<std::string> issueLicence(const Licence& licence, const crypto::Ed25519Pair& authority,
                                               const crypto::Ed25519Public& holder, Random& random);

//! Verifies a licence as it stands in a listing.
//! \param trustedAuthorities  did:key of each authority that the person's program trusts
//! \param holderDid           who shows it (who signed the listing)
//! \returns the licence; "identity.bad_sd_jwt" or "identity.unknown_algorithm" if it cannot be read,
//!          "identity.not_trusted" for another authority, "identity.not_authentic" for a wrong signature,
//!          "identity.not_a_licence" for another type or missing claims, "identity.wrong_holder",
//!          "identity.not_yet_valid", "identity.expired" (at `expiresAt` it is over).
[[nodiscard]] Result<Licence> verifyLicence(std::string_view text, std::span<const std::string> trustedAuthorities,
                                            std::string_view holderDid, Millis now);

} // namespace bt::identity
