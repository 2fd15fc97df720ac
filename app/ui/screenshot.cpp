// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QQuickWindow>

namespace bt::ui {

Result<void> saveScreenshot(QQuickWindow& window, const QString& path)
{
    // Two equal pictures in a row mean that nothing moves any more.
    const QDeadlineTimer patience(1000);
    QImage last;
    for (;;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QImage now = window.grabWindow();
        if (now.isNull()) return fail("ui.screenshot.empty", "the window gave no picture");
        const bool still = now == last;
        last = std::move(now);
        if (still || patience.hasExpired()) break;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!last.save(path, "PNG")) return fail("ui.screenshot.write", "could not write the picture");
    return {};
}

} // namespace bt::ui
