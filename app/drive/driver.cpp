// SPDX-License-Identifier: GPL-3.0-or-later
#include "drive/driver.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QKeyEvent>
#include <QTimer>

namespace bt::app {
namespace {

// Depth first in painting order: what the person sees first comes first.
QQuickItem* search(QQuickItem* item, const std::function<bool(QQuickItem*)>& matches)
{
    if (item == nullptr || !item->isVisible()) return nullptr;
    if (matches(item)) return item;
    const auto children = item->childItems();
    for (auto* child : children) {
        if (auto* found = search(child, matches)) return found;
    }
    return nullptr;
}

// A dialog above the page answers first, so overlays are searched from the top.
QQuickItem* searchWindow(QQuickWindow* window, const std::function<bool(QQuickItem*)>& matches)
{
    const auto layers = window->contentItem()->childItems();
    for (auto it = layers.rbegin(); it != layers.rend(); ++it) {
        if (auto* found = search(*it, matches)) return found;
    }
    return nullptr;
}

} // namespace

QQuickItem* Driver::find(const QString& name) const
{
    return searchWindow(m_window, [&](QQuickItem* item) { return item->objectName() == name; });
}

bool Driver::fails(const QString& why)
{
    if (m_failure.isEmpty()) m_failure = why;
    return false;
}

bool Driver::until(const QString& what, const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > m_patienceMs) return fails(QStringLiteral("waited in vain for: ") + what);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

bool Driver::comeForward()
{
    if (m_window->isActive()) return true;
    m_window->requestActivate();
    QTimer pulse;
    pulse.start(15);
    return until(QStringLiteral("the window to come forward"), [this] { return m_window->isActive(); });
}

QQuickItem* Driver::appears(const QString& name)
{
    QQuickItem* item = nullptr;
    QTimer pulse; // wakes the event loop when nothing else happens
    pulse.start(15);
    until(name, [&] {
        item = find(name);
        return item != nullptr && item->isEnabled();
    });
    return item;
}

bool Driver::gone(const QString& name)
{
    QTimer pulse;
    pulse.start(15);
    return until(name + QStringLiteral(" to go"), [&] { return find(name) == nullptr; });
}

void Driver::key(int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    (void)comeForward();
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(m_window, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(m_window, &up);
    QCoreApplication::processEvents();
}

bool Driver::press(const QString& name, bool enter)
{
    if (!comeForward()) return false;
    auto* item = appears(name); // nothing may run between finding and pressing: lists rebuild their rows
    if (item == nullptr || !item->isEnabled()) return fails(QStringLiteral("cannot press ") + name);
    item->forceActiveFocus(Qt::TabFocusReason);
    if (!item->hasActiveFocus() && !item->isFocusScope()) return fails(QStringLiteral("takes no focus: ") + name);
    enter ? key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r")) : key(Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    return true;
}

bool Driver::type(const QString& name, const QString& text)
{
    if (!comeForward()) return false;
    auto* item = appears(name);
    if (item == nullptr) return false;
    // A field is a frame with label and hint around the input that takes the keys.
    if (auto* input = search(item, [](QQuickItem* one) { return one->objectName() == QLatin1String("input"); })) item = input;
    item->forceActiveFocus(Qt::TabFocusReason);
    if (!item->hasActiveFocus()) return fails(QStringLiteral("takes no focus: ") + name);
    key(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty()) key(Qt::Key_Delete);
    for (const QChar c : text) {
        if (c == QLatin1Char('\n')) key(Qt::Key_Return, Qt::ShiftModifier, QStringLiteral("\n"));
        else key(0, Qt::NoModifier, QString(c));
    }
    return true;
}

QString Driver::text(const QString& name) const
{
    auto* item = find(name);
    if (item == nullptr) return {};
    const QString text = item->property("text").toString();
    if (!text.isEmpty()) return text;
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item);
    return spoken != nullptr ? spoken->text(QAccessible::Name) : QString();
}

bool Driver::shows(const QString& part) const
{
    return searchWindow(m_window,
                        [&](QQuickItem* item) { return item->property("text").toString().contains(part, Qt::CaseInsensitive); }) != nullptr;
}

bool Driver::waitShows(const QString& part)
{
    QTimer pulse;
    pulse.start(15);
    return until(QStringLiteral("the words \"%1\"").arg(part), [&] { return shows(part); });
}

bool Driver::screenshot(const QString& path)
{
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents(); // lets bindings and layouts settle
    const QImage image = m_window->grabWindow();
    if (image.isNull() || !image.save(path)) return fails(QStringLiteral("cannot save ") + path);
    return true;
}

} // namespace bt::app
