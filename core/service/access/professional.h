// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Whether somebody may practise: the one place that decides it, for one's own persona and for the people in listings. The
//! proof is a licence credential, or a live badge of a registry that the caller can read. Pure. Thread safety: all
//! functions are.
#pragma once

#include "contract/onboarding/badge.h"
#include "service/snapshot.h"

namespace bt::service::access {

//! What somebody shows.
struct Credentials {
    std::string did;     //!< did:key of who shows it: the key that signs the listing
    std::string licence; //!< SD-JWT; "" if there is none
    std::optional<contract::onboarding::BadgeProof> badge{};
    crypto::XOnlyKey key{}; //!< which the badge must be bound to
};

//! Registries as the core can read them: whether a badge lies unspent in the lineage of one that this program trusts, is in
//! time and is bound to a key (contract::onboarding::checkBadge).
class BadgeStanding
{
public:
    virtual ~BadgeStanding() = default;
    //! \returns the name of the registry's authority, for people; nothing for a badge that does not count.
    [[nodiscard]] virtual std::optional<std::string> attested(const contract::onboarding::BadgeProof& badge, const crypto::XOnlyKey& key,
                                                              Millis now) const = 0;
};

//! Judged at `now`: the licence against the authorities that this program trusts, else the badge.
//! \param badges null while no registry is known: then a badge counts for nothing.
[[nodiscard]] LicenceView professionalStanding(const Credentials& shown, Millis now, const BadgeStanding* badges = nullptr);
[[nodiscard]] inline bool mayPractise(const LicenceView& view) { return view.state == LicenceState::Valid; }

} // namespace bt::service::access
