// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme_settings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

#include <algorithm>

namespace bt::ui {
namespace {

constexpr auto portal = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalSettings = "org.freedesktop.portal.Settings";
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");

//! The portal's Read() wraps its value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ThemeSettings::ThemeSettings(QObject* parent) : QObject(parent)
{
    if (qGuiApp != nullptr) connect(qGuiApp, &QGuiApplication::layoutDirectionChanged, this, &ThemeSettings::changed);
}

void ThemeSettings::setLook(Look look)
{
    if (m_look == look) return;
    m_look = look;
    emit changed();
}

void ThemeSettings::setMotion(Motion motion)
{
    if (m_motion == motion) return;
    m_motion = motion;
    emit changed();
}

void ThemeSettings::setTextSize(qreal size)
{
    const qreal bounded = size <= 0 ? 0 : std::clamp(size, 1.0, 2.0);
    if (qFuzzyCompare(m_textSize + 1, bounded + 1)) return;
    m_textSize = bounded;
    emit changed();
}

int ThemeSettings::scheme() const
{
    switch (m_look) {
    case Look::Light: return 0;
    case Look::Dark: return 1;
    case Look::HighContrast: return 2;
    case Look::System: break;
    }
    return m_systemContrast ? 2 : m_systemDark ? 1 : 0;
}

qreal ThemeSettings::textScale() const { return m_textSize > 0 ? m_textSize : m_systemScale; }

bool ThemeSettings::rightToLeft() const { return QGuiApplication::isRightToLeft(); }

bool ThemeSettings::reducedMotion() const { return m_motion == Motion::System ? m_systemStill : m_motion == Motion::Reduced; }

void ThemeSettings::askSystem()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    ask(appearance, QStringLiteral("color-scheme"));
    ask(appearance, QStringLiteral("contrast"));
    ask(gnome, QStringLiteral("text-scaling-factor"));
    ask(gnome, QStringLiteral("enable-animations"));
    bus.connect(QString::fromLatin1(portal), QString::fromLatin1(portalPath), QString::fromLatin1(portalSettings),
                QStringLiteral("SettingChanged"), this, SLOT(portalChanged(QString, QString, QDBusVariant)));
}

void ThemeSettings::ask(const QString& group, const QString& key)
{
    auto call = QDBusMessage::createMethodCall(QString::fromLatin1(portal), QString::fromLatin1(portalPath),
                                               QString::fromLatin1(portalSettings), QStringLiteral("Read"));
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError()) systemSays(group, key, unwrapped(QVariant::fromValue(reply.value())));
        done->deleteLater();
    });
}

void ThemeSettings::portalChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    systemSays(group, key, unwrapped(value.variant()));
}

void ThemeSettings::systemSays(const QString& group, const QString& key, const QVariant& value)
{
    if (group == appearance && key == QLatin1String("color-scheme")) m_systemDark = value.toUInt() == 1;
    else if (group == appearance && key == QLatin1String("contrast")) m_systemContrast = value.toUInt() == 1;
    else if (group == gnome && key == QLatin1String("text-scaling-factor") && value.toDouble() > 0)
        m_systemScale = std::clamp(value.toDouble(), 1.0, 2.0);
    else if (group == gnome && key == QLatin1String("enable-animations")) m_systemStill = !value.toBool();
    else return;
    emit changed();
}

QVariantMap ThemeSettings::choices() const
{
    return {{QStringLiteral("look"), static_cast<int>(m_look)},
            {QStringLiteral("motion"), static_cast<int>(m_motion)},
            {QStringLiteral("textSize"), m_textSize}};
}

void ThemeSettings::restore(const QVariantMap& choices)
{
    setLook(static_cast<Look>(std::clamp(choices.value(QStringLiteral("look")).toInt(), 0, 3)));
    setMotion(static_cast<Motion>(std::clamp(choices.value(QStringLiteral("motion")).toInt(), 0, 2)));
    setTextSize(choices.value(QStringLiteral("textSize")).toDouble());
}

} // namespace bt::ui
