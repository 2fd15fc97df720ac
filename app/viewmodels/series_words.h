// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Series of visits and the exact outcome of cancelling, in words. Pure; GUI thread (translations).
#pragma once

#include "context.h"

#include <QStringList>

namespace bt::service {
struct CancelView;
struct MoveView;
enum class DateState;
} // namespace bt::service

namespace bt::app {

class TokenWords;

//! "every Tuesday", "every second Tuesday", by the day of one of its visits.
[[nodiscard]] QString everyWords(const Format& format, Millis at, int everyWeeks);
//! "3 of 8, every Tuesday"; "" for a single visit.
[[nodiscard]] QString seriesLine(const service::VisitView& visit, const Format& format);
//! Short, for rows: "3 of 8"; "" for a single visit.
[[nodiscard]] QString seriesPlace(const service::VisitView& visit);
//! Why an hour cannot be asked for, or what is to be known about it; "" for an open one.
[[nodiscard]] QString dateWords(service::DateState state, const QString& peer);
//! Every part of what cancelling gives now, in currency and coins. \param patient this side is.
[[nodiscard]] QStringList cancelLines(const service::CancelView& view, bool patient, const QString& peer, const Format& format,
                                      const TokenWords& tokens, Millis now);
//! What money moves when visits are moved.
[[nodiscard]] QStringList moveLines(const service::MoveView& view, const QString& peer, const Format& format, const TokenWords& tokens);

} // namespace bt::app
