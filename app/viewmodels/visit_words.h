// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Where a visit stands, in words: badge, sentence, what cancelling now would do. Shared by every page that shows
//! visits. Pure.
#pragma once

#include "context.h"

#include <QVariantMap>

namespace bt::app {

//! "Asked", "Agreed", "In session", "Done", ...
[[nodiscard]] QString visitBadge(const service::VisitView& visit);
//! Kind of the badge: plain, good, attention, bad.
[[nodiscard]] QString visitBadgeKind(const service::VisitView& visit);
[[nodiscard]] QString visitBadgeIcon(const service::VisitView& visit);
//! One or two sentences for the visit's page: how it stands and what comes next.
[[nodiscard]] QString visitSentence(const service::VisitView& visit, const Format& format, Millis now);
//! "Free to cancel until today, 17:00"; empty when that is over or never was.
[[nodiscard]] QString freeCancelLine(const service::VisitView& visit, const Format& format, Millis now);
//! What happens to the money when this side cancels now.
[[nodiscard]] QString cancelOutcome(const service::VisitView& visit, const Format& format);
//! The visit still lies ahead or runs, and its money is held.
[[nodiscard]] bool isLive(const service::VisitView& visit);
//! The visit as a row of lists: visitId, title, subtitle, when, badge, badgeKind, badgeIcon, avatarSeed, peerName, spoken.
[[nodiscard]] QVariantMap visitRow(const service::VisitView& visit, const Format& format, Millis now);
[[nodiscard]] const QStringList& visitRowRoles();

} // namespace bt::app
