// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One persona and its window: engine, view models, QML. The composition root of everything that a person sees; the
//! program makes one, the demo and the journey tests two. GUI thread.
#pragma once

#include "app_view_model.h"
#include "idle_lock.h"
#include "service/local_engine.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace bt::app {

class WindowHost final : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString settingsFile;        //!< ini file for the look of the window; tells nothing about the person
        QString exportFolder;        //!< where calendar files go
        QString zone;                //!< IANA name instead of the system's, for the demo and tests; "" takes the system's
        QString language;            //!< "en", "de", ... instead of the kept choice
        NetworkDoor* door = nullptr; //!< null: another network cannot be chosen from this window
    };
    WindowHost(service::EngineParts parts, const Options& options, QObject* parent = nullptr);
    ~WindowHost() override;

    //! Loads the window. \returns false if the QML could not be loaded (its words went to the log).
    bool show();
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] service::LocalEngine& engine() { return m_engine; }
    [[nodiscard]] AppViewModel& model() { return *m_model; }
    [[nodiscard]] ui::ThemeSettings& theme() { return m_theme; }
    void raise(); //!< a second start asks for it

private:
    void speak(const QString& code);
    void lockWhenIdle(int minutes);
    service::LocalEngine m_engine;
    QSettings m_settings;
    ui::ThemeSettings m_theme;
    Now m_now;
    Format m_format;
    Toasts m_toasts;
    IdleLock m_idle;
    std::unique_ptr<AppViewModel> m_model;
    std::unique_ptr<QQmlApplicationEngine> m_qml;
    QQuickWindow* m_window = nullptr;
    bool m_triedKeychain = false;
};

} // namespace bt::app
