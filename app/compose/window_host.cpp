// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/window_host.h"

#include "compose/languages.h"
#include "ui/on_gui.h"
#include "ui/qml_setup.h"

#include <QGuiApplication>
#include <QTimeZone>

namespace bt::app {
namespace {

QTimeZone zoneOf(const QString& name)
{
    const QTimeZone zone(name.toUtf8());
    return !name.isEmpty() && zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace

WindowHost::WindowHost(service::EngineParts parts, const Options& options, QObject* parent)
    : QObject(parent), m_engine(std::move(parts)), m_settings(options.settingsFile, QSettings::IniFormat), m_now(m_engine),
      m_format(QLocale::system(), zoneOf(options.zone))
{
    const Context context{m_engine, m_now, m_format, m_toasts};
    const AppViewModel::Parts rest{m_theme, m_settings, Languages::codes(), options.exportFolder, options.door};
    m_model = std::make_unique<AppViewModel>(context, rest);
    connect(m_model->settings(), &SettingsViewModel::languageChosen, this, &WindowHost::speak);
    speak(options.language.isEmpty() ? m_model->settings()->languageCode() : options.language);
    connect(m_model->settings(), &SettingsViewModel::autoLockChanged, this, &WindowHost::lockWhenIdle);
    connect(&m_idle, &IdleLock::idle, m_model->persona(), &PersonaViewModel::lock);
    QCoreApplication::instance()->installEventFilter(&m_idle);
    m_idle.setMinutes(m_model->settings()->autoLockMinutes());
    // A persona that may stay open on this computer opens by itself, once a start.
    connect(&m_engine, &service::Engine::changed, this, [this] {
        if (m_triedKeychain || m_engine.snapshot()->gate != service::Gate::Locked) return;
        m_triedKeychain = true;
        m_model->persona()->unlockWithKeychain();
    });
}

WindowHost::~WindowHost()
{
    m_qml.reset(); // the window first: nothing of it may outlive the models that it shows
}

void WindowHost::speak(const QString& code)
{
    const QLocale locale = Languages::install(code);
    m_format.setLocale(locale);
    m_model->retranslate();
    if (m_qml) m_qml->retranslate();
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

void WindowHost::lockWhenIdle(int minutes) { m_idle.setMinutes(minutes); }

bool WindowHost::show()
{
    m_qml = std::make_unique<QQmlApplicationEngine>();
    ui::setUpEngine(*m_qml);
    m_theme.askSystem();
    m_qml->setInitialProperties(
        {{QStringLiteral("app"), QVariant::fromValue(m_model.get())}, {QStringLiteral("settings"), QVariant::fromValue(&m_theme)}});
    m_qml->load(QUrl(QStringLiteral("qrc:/qt/qml/Bt/Pages/Main.qml")));
    if (m_qml->rootObjects().isEmpty()) return false;
    m_window = qobject_cast<QQuickWindow*>(m_qml->rootObjects().constFirst());
    return m_window != nullptr;
}

void WindowHost::raise()
{
    if (m_window == nullptr) return;
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
}

} // namespace bt::app
