// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Theme, contrast, text size and motion: what the person chose, else what her system asks for. GUI thread.
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace bt::ui {

//! The choices and what they come to. BtWindow binds the Theme singleton to `scheme`, `textScale` and
//! `reducedMotion`. Keeping the choices is the caller's: choices() and restore().
class ThemeSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY changed)
    Q_PROPERTY(Motion motion READ motion WRITE setMotion NOTIFY changed)
    //! 0 follows the system, else 1 to 2
    Q_PROPERTY(qreal textSize READ textSize WRITE setTextSize NOTIFY changed)
    Q_PROPERTY(int scheme READ scheme NOTIFY changed) //!< as Theme.Scheme: 0 light, 1 dark, 2 high contrast
    Q_PROPERTY(qreal textScale READ textScale NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY changed) //!< as the application's layout direction
public:
    enum class Look { System, Light, Dark, HighContrast };
    Q_ENUM(Look)
    enum class Motion { System, Full, Reduced };
    Q_ENUM(Motion)

    explicit ThemeSettings(QObject* parent = nullptr);
    [[nodiscard]] Look look() const { return m_look; }
    void setLook(Look look);
    [[nodiscard]] Motion motion() const { return m_motion; }
    void setMotion(Motion motion);
    [[nodiscard]] qreal textSize() const { return m_textSize; }
    void setTextSize(qreal size);
    [[nodiscard]] int scheme() const;
    [[nodiscard]] qreal textScale() const;
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] bool rightToLeft() const;

    //! Asks the desktop portal, without waiting; where it does not answer, light, 100 % and motion stay.
    void askSystem();
    //! One answer of the system, by the portal's namespace and key. Unknown ones are passed over.
    void systemSays(const QString& group, const QString& key, const QVariant& value);
    //! The choices as plain values, for a settings store; restore() ignores what it does not know.
    [[nodiscard]] QVariantMap choices() const;
    void restore(const QVariantMap& choices);

signals:
    void changed();

private slots:
    void portalChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);
    Look m_look = Look::System;
    Motion m_motion = Motion::System;
    qreal m_textSize = 0;
    bool m_systemDark = false;
    bool m_systemContrast = false;
    bool m_systemStill = false;
    qreal m_systemScale = 1;
};

} // namespace bt::ui
