// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The real window (Main.qml) over a fake engine; complaints of the QML engine are collected.
#pragma once

#include "app_view_model.h"
#include "fake_door.h"
#include "fake_rewards.h"
#include "fake_tokens.h"
#include "model_setup.h"
#include "ui/qml_setup.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>

namespace bt::test {

struct PageWindow {
    Setup setup;
    FakeTokens tokens{setup.engine};
    FakeRewards rewards{setup.engine};
    QTemporaryDir folder;
    QSettings store;
    ui::ThemeSettings theme;
    FakeDoor door;
    app::AppViewModel app;
    QQmlApplicationEngine qml;
    QStringList complaints;

    explicit PageWindow(std::shared_ptr<service::Snapshot> start)
        : setup(std::move(start)), store(folder.path() + QStringLiteral("/settings.ini"), QSettings::IniFormat),
          app(setup.context, {theme, store, {QStringLiteral("en"), QStringLiteral("de")}, folder.path(), &door})
    {
        ui::setUpEngine(qml);
        theme.setMotion(ui::ThemeSettings::Motion::Reduced);
        QObject::connect(&qml, &QQmlEngine::warnings, &qml, [this](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors) complaints << error.toString();
        });
        qml.setInitialProperties(
            {{QStringLiteral("app"), QVariant::fromValue(&app)}, {QStringLiteral("settings"), QVariant::fromValue(&theme)}});
        qml.load(QUrl(QStringLiteral("qrc:/qt/qml/Bt/Pages/Main.qml")));
    }
    [[nodiscard]] QQuickWindow* window() const
    {
        return qml.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(qml.rootObjects().first());
    }
    [[nodiscard]] QObject* navigator() const
    {
        for (QObject* child : window()->findChildren<QObject*>())
            if (QString::fromLatin1(child->metaObject()->className()).startsWith(QLatin1String("Navigator"))) return child;
        return nullptr;
    }
    void go(const QString& where, const QString& id = {}, double at = 0)
    {
        QMetaObject::invokeMethod(navigator(), "go", Q_ARG(QString, where), Q_ARG(QString, id), Q_ARG(double, at));
    }
    //! The first visible item of that name.
    [[nodiscard]] QQuickItem* find(const QString& name) const { return within(window()->contentItem(), name); }
    [[nodiscard]] static QQuickItem* within(QQuickItem* item, const QString& name)
    {
        if (!item || !item->isVisible()) return nullptr;
        if (item->objectName() == name) return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = within(child, name)) return found;
        return nullptr;
    }
};

} // namespace bt::test
