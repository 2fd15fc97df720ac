// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Words about rewards: reasons, states and what happened to the pool. GUI thread.
#pragma once

#include "format.h"
#include "service/rewards/rewards_view.h"

#include <QString>
#include <QStringList>

namespace bt::app {

//! Codes of the reasons, in the order of the list that is shown.
[[nodiscard]] const std::vector<std::string>& rewardReasons();
//! "Translation".
[[nodiscard]] QString rewardReason(const std::string& code);
//! What counts as that: one sentence.
[[nodiscard]] QString rewardReasonHint(const std::string& code);
//! "12.5 BTAI", exact.
[[nodiscard]] QString btaiText(std::uint64_t units, const QLocale& locale);
//! What stands under an award: when it is paid, or why not.
[[nodiscard]] QString awardWords(const service::AwardView& award, const Format& format, Millis now);
//! "A steward's epoch opened", "Paid for translation", ...
[[nodiscard]] QString rewardEventWords(const service::RewardEventView& event);

} // namespace bt::app
