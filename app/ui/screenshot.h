// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Pictures of a window for the demo, the tests and the documentation. GUI thread.
#pragma once

#include "base/result.h"

#include <QString>

class QQuickWindow;

namespace bt::ui {

//! Lets `window` come to rest (at most a second of its own animations), then saves it as PNG at `path`,
//! making folders as needed. Works without a display on the offscreen platform.
//! Errors: "ui.screenshot.empty", "ui.screenshot.write".
Result<void> saveScreenshot(QQuickWindow& window, const QString& path);

} // namespace bt::ui
