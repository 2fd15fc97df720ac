// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Uses a window as a person does: finds what is on the screen by its objectName, moves the focus there, presses keys,
//! reads what stands there. The demo and the journey tests share it. GUI thread only.
#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

#include <functional>

namespace bt::app {

//! Drives one window. Every waiting call runs the event loop until its condition holds or the time is over.
class Driver
{
public:
    explicit Driver(QQuickWindow* window, int patienceMs = 60'000) : m_window(window), m_patienceMs(patienceMs) {}

    //! The visible item of that name, or null. With several (list rows), the first on the screen.
    [[nodiscard]] QQuickItem* find(const QString& name) const;
    //! Waits until `condition` holds. \returns false after the patience, with what() telling what was waited for.
    bool until(const QString& what, const std::function<bool()>& condition);
    //! Waits until the item is visible (and enabled).
    QQuickItem* appears(const QString& name);
    bool gone(const QString& name);
    //! Focuses the item and presses Space (Enter for `enter`).
    bool press(const QString& name, bool enter = false);
    //! Focuses the field, replaces its text with `text`, key by key.
    bool type(const QString& name, const QString& text);
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {});
    //! The item's text property (or accessible name).
    [[nodiscard]] QString text(const QString& name) const;
    //! True if any visible text in the window contains `part`.
    [[nodiscard]] bool shows(const QString& part) const;
    bool waitShows(const QString& part);
    bool screenshot(const QString& path);
    [[nodiscard]] const QString& failure() const { return m_failure; }
    [[nodiscard]] QQuickWindow* window() const { return m_window; }

private:
    bool fails(const QString& why);
    bool comeForward(); //!< only the active window takes keys
    QQuickWindow* m_window;
    int m_patienceMs;
    QString m_failure;
};

} // namespace bt::app
