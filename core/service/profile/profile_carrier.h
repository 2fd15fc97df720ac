// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a public profile's steps reach the chain: one kind of intent, "profile". Worker thread only.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {

class Profile;

inline constexpr std::string_view kProfileKind = "profile";
inline constexpr const char* kProfileRelation = "profile"; //!< its coins stand apart from those of people

//! What keeps a guardian's coins for a recovery that she began.
[[nodiscard]] inline std::string recoveryIntent(const std::string& anchorId) { return "recovery/" + anchorId; }
void carryProfile(Dispatcher& dispatcher, Profile& profile);

} // namespace bt::service
