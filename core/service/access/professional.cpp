// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/professional.h"

#include "identity/did_key.h"
#include "identity/licence.h"
#include "service/practice_network.h"

namespace bt::service::access
{

LicenceView professionalStanding(const Credentials& shown, Millis now)
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

} // namespace bt::service::access
