// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/professional.h"

#include "identity/did_key.h"
#include "identity/licence.h"
#include "service/practice_network.h"

namespace bt::service::access {

namespace {

namespace ob = contract::onboarding;

LicenceView byLicence(const Credentials& shown, Millis now)
{
    LicenceView view;
    if (shown.licence.empty()) return view;
    const std::vector<std::string> trusted{identity::didKey(practiceAuthority().open)};
    const auto licence = identity::verifyLicence(shown.licence, trusted, shown.did, now);
    view.checkedAt = now;
    if (!licence) {
        view.state = licence.error().code == "identity.expired" ? LicenceState::Expired : LicenceState::NotTrusted;
        return view;
    }
    view.state = LicenceState::Valid;
    view.authority = kPracticeAuthorityName;
    view.jurisdiction = licence->jurisdiction;
    view.validUntil = licence->expiresAt;
    view.practicePartner = licence->practicePartner;
    return view;
}

} // namespace

LicenceView professionalStanding(const Credentials& shown, Millis now, const BadgeStanding* badges)
{
    const auto licence = byLicence(shown, now);
    if (mayPractise(licence) || !shown.badge || badges == nullptr) return licence;
    if (shown.badge->state.profession != ob::Profession::Psychotherapist) return licence; // a moderator treats nobody
    const auto authority = badges->attested(*shown.badge, shown.key, now);
    if (!authority) return licence;
    LicenceView view;
    view.state = LicenceState::Valid;
    view.authority = *authority;
    view.jurisdiction = shown.badge->state.jurisdiction;
    view.validUntil = shown.badge->state.expiry;
    view.checkedAt = now;
    return view;
}

} // namespace bt::service::access
