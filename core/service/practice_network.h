// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the practice network is made of besides its ledger: a demo licensing authority and arbiters, whose keys are
//! published on purpose, and the three practice partners. Thread safety: all functions are.
#pragma once

#include "contract/health_session/terms.h"
#include "crypto/curve25519.h"
#include "service/snapshot.h"

#include <array>
#include <string_view>

namespace bt::service {

//! Signs demo licences. Everyone can: it proves nothing outside the practice network, and the window says so.
[[nodiscard]] crypto::Ed25519Pair practiceAuthority();
//! Stands at the end of a practice partner's name, so that nobody takes a program for a person where no badge is shown.
inline constexpr std::string_view kPartnerSuffix = " (practice partner)";
inline constexpr const char* kPracticeAuthorityName = "Practice network demo register";
//! Secrets of the three arbiters' keys (patient's, therapist's, joint).
[[nodiscard]] std::array<Secret, 3> practiceArbiters();
[[nodiscard]] Result<std::array<crypto::XOnlyKey, 3>> practiceArbiterKeys();

//! A therapist who is always there on the practice network.
struct PartnerProfile {
    std::string name, jurisdiction;
    PracticeView practice;
};
[[nodiscard]] const std::vector<PartnerProfile>& practicePartners();

} // namespace bt::service
