// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! From a listing's policy and a chosen start to the exact terms of a visit and the outcomes people read. Pure.
//! Thread safety: all functions are.
#pragma once

#include "contract/health_session/steps.h"
#include "records/listing.h"
#include "service/visit.h"

namespace bt::service {

//! Whom a persona names to decide for two who cannot agree: one of her own choice, and one whom both sides must name alike.
//! Nothing: whom the network names.
struct Deciders {
    std::optional<crypto::XOnlyKey> own, joint;
    bool operator==(const Deciders&) const = default;
};

//! The terms that a booking made `now` proposes. acceptBy is never after the free time ends, which ends on a whole
//! UTC day where that is possible (the chain may show it); with short notice free cancelling ends when she accepts.
//! \param startsAt one of the listing's open times. Salts are fresh.
//! \param named by the patient; hers are in the listing. \param playMoney the network's own deciders, whose keys everyone has,
//!        are good enough where money is worth nothing, and nowhere else.
//! \returns "visit.too_soon" if less than ten minutes are left, "visit.bad_terms", "visit.other_decider" (the two do not name
//!          the same person for both), "visit.no_deciders" (real money, and somebody is not named).
[[nodiscard]] Result<contract::session::Terms> termsFor(const records::Listing& listing, Millis startsAt, Millis now, Random& random,
                                                        const Deciders& named = {}, bool playMoney = true);

//! The therapist's side: whether terms that a patient wrote are those that her listing promises (the salts are free).
//! \returns "visit.terms_not_mine" with the field in args.
[[nodiscard]] Result<void> checkAgainstListing(const records::Listing& listing, const contract::session::Terms& terms, Sompi price,
                                               Sompi bond, Millis bookedAt, bool playMoney = true);

//! When the therapist may take the price alone: with attendance at the end, else the claim age after begin; zero if
//! the visit has not begun and nobody attended.
[[nodiscard]] Millis claimFrom(const Visit& visit, Millis now, std::uint64_t daaNow);
//! The latest instant at which the therapist is paid when everything goes well but nobody confirms.
[[nodiscard]] Millis latestPayout(const contract::session::Terms& terms);

} // namespace bt::service
