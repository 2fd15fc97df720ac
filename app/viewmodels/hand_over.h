// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Texts that leave this computer as a file, and come in as one: where they lie, and how large they may be. GUI thread.
#pragma once

#include "base/result.h"
#include "context.h"
#include "service/disputes/disputes_view.h"

#include <QStringList>

namespace bt::app {

inline constexpr qint64 kMostFileBytes = 1024 * 1024;

//! Writes `text` to `path`. "file.not_written".
[[nodiscard]] Result<void> writeTextFile(const QString& path, const std::string& text);
//! Writes what is handed over into `folder`, as `name` with the local time in place of its %1. \returns where it lies;
//! "file.not_written".
[[nodiscard]] Result<QString> writeHandOver(const service::HandOver& file, const QString& folder, const QString& name,
                                            const Context& context);
//! The same as texts for QR codes.
[[nodiscard]] QStringList partsOf(const service::HandOver& file);
//! What a person typed or dropped: the text itself, or where the file with it lies (a path or a file:// address).
//! "file.not_read", "file.too_large".
[[nodiscard]] Result<std::string> textOrFile(const QString& typed);

} // namespace bt::app
