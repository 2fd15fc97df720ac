// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a watcher says, a line an event. Pure.
#pragma once

#include "service/watch/watcher.h"

#include <QDateTime>
#include <QString>

namespace bt::app {

//! "2026-11-28 23:10:05  ab12cd34:0  pushed: ...". \param at UTC.
[[nodiscard]] QString watchLine(const service::WatchNote& note, const QDateTime& at);
[[nodiscard]] QString watchErrorWords(const Error& error);
//! Everything that a list gives away, for who saves it and for who runs it.
[[nodiscard]] QString watchListReveals();

} // namespace bt::app
