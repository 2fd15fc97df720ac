// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Whether somebody may practise: the one place that decides it, for one's own persona and for the people in listings. The
//! proof is a licence credential. Pure. Thread safety: all functions are.
#pragma once

#include "service/snapshot.h"

namespace bt::service::access
{

//! What somebody shows.
struct Credentials {
    std::string did;     //!< did:key of who shows it: the key that signs the listing
    std::string licence; //!< SD-JWT; "" if there is none
};

//! Judged at `now` against the authorities that this program trusts.
[[nodiscard]] LicenceView professionalStanding(const Credentials& shown, Millis now);
[[nodiscard]] inline bool mayPractise(const LicenceView& view) { return view.state == LicenceState::Valid; }

} // namespace bt::service::access
