// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Presses what is on a page by keys, and reads what stands on the screen. For use within test functions.
#pragma once

#include "page_window.h"

#include <QTest>

namespace bt::test {

inline void press(PageWindow& w, const char* name, Qt::Key key = Qt::Key_Return)
{
    QQuickItem* item = nullptr;
    QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
    QTRY_VERIFY2(item->isEnabled(), name);
    item->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(w.window(), key);
}
//! Every text that is shown within an item, in the order of the items.
inline void collect(QQuickItem* item, QStringList& out)
{
    if (!item->isVisible() || item->opacity() == 0) return;
    if (item->inherits("QQuickText") || item->inherits("QQuickTextInput")) out << item->property("text").toString();
    for (QQuickItem* child : item->childItems()) collect(child, out);
}
//! What stands on the screen there: every text within the item of that name, one after the other.
inline QString read(PageWindow& w, const char* name)
{
    QStringList out;
    if (QQuickItem* item = w.find(QString::fromLatin1(name))) collect(item, out);
    return out.join(QLatin1Char(' ')).replace(QChar(0x00a0), QLatin1Char(' '));
}
//! Whole within the window, and nothing that scrolls lies over it or cuts it.
inline bool inSight(PageWindow& w, const char* name)
{
    QQuickItem* item = w.find(QString::fromLatin1(name));
    if (item == nullptr || item->height() <= 0) return false;
    QRectF seen = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (!QRectF(0, 0, w.window()->width(), w.window()->height()).contains(seen)) return false;
    for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem())
        if (up->clip() && !up->mapRectToScene(QRectF(0, 0, up->width(), up->height())).contains(seen)) return false;
    return true;
}
inline void wake(PageWindow& w, QSize size = {1280, 800})
{
    w.window()->requestActivate();
    QTRY_VERIFY(w.window()->isActive());
    w.window()->resize(size);
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace bt::test
