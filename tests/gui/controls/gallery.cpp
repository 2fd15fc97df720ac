// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the controls' gallery, the icons, the frame and the lock page with the help into PNG files, in each
// theme: `bt_gallery FOLDER`. For the eye; the tests judge by figures.
#include "ui/qml_setup.h"
#include "ui/screenshot.h"
#include "ui/theme_settings.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>

#include <cstdio>

using namespace bt::ui;

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("gallery"));
    QQmlEngine engine;
    setUpEngine(engine);
    ThemeSettings settings;
    struct Shot {
        const char* component;
        const char* name;
        int width, height;
        qreal scale;
        bool rtl;
    };
    const Shot shots[] = {
        {"ShowGallery.qml", "20-components", 1280, 2150, 1, false}, {"ShowIcons.qml", "21-icons", 1280, 1150, 1, false},
        {"ShowFrame.qml", "05-frame", 1280, 800, 1, false},         {"ShowFrame.qml", "05-frame-narrow", 420, 860, 1, false},
        {"ShowFrame.qml", "05-frame-icons", 960, 800, 1, false},    {"ShowFrame.qml", "05-frame-200pct", 1280, 800, 2, false},
        {"ShowFrame.qml", "05-frame-rtl", 1280, 800, 1, true},      {"ShowGallery.qml", "20-components-200pct", 1280, 4200, 2, false},
        {"ShowLock.qml", "14-locked", 1280, 800, 1, false},         {"ShowLock.qml", "14-locked-narrow", 420, 860, 1, false},
        {"ShowHelp.qml", "14-locked-help", 1280, 800, 1, false},    {"ShowHelp.qml", "14-help-narrow", 420, 860, 1, false},
        {"ShowPalette.qml", "palette", 1280, 800, 1, false},
    };
    const std::pair<ThemeSettings::Look, const char*> looks[] = {
        {ThemeSettings::Look::Light, ""}, {ThemeSettings::Look::Dark, "-dark"}, {ThemeSettings::Look::HighContrast, "-contrast"}};
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/bt/icons")).entryList()) names.append(file.chopped(4));
    int failed = 0;
    settings.setMotion(ThemeSettings::Motion::Reduced);
    for (const auto& [look, suffix] : looks) {
        settings.setLook(look);
        for (const Shot& shot : shots) {
            settings.setTextSize(shot.scale);
            app.setLayoutDirection(shot.rtl ? Qt::RightToLeft : Qt::LeftToRight);
            QQmlComponent component(
                &engine, QUrl::fromLocalFile(QStringLiteral(BT_SOURCE_DIR "/tests/gui/controls/") + QString::fromLatin1(shot.component)));
            std::unique_ptr<QObject> object(
                component.createWithInitialProperties({{QStringLiteral("settings"), QVariant::fromValue(&settings)},
                                                       {QStringLiteral("width"), shot.width},
                                                       {QStringLiteral("height"), shot.height},
                                                       {QStringLiteral("icons"), names}}));
            auto* window = qobject_cast<QQuickWindow*>(object.get());
            if (window == nullptr) {
                std::fprintf(stderr, "%s\n", qPrintable(component.errorString()));
                ++failed;
                continue;
            }
            window->show();
            const auto saved = saveScreenshot(
                *window, folder.filePath(QString::fromLatin1(shot.name) + QString::fromLatin1(suffix) + QStringLiteral(".png")));
            if (!saved) {
                std::fprintf(stderr, "%s: %s\n", shot.name, saved.error().detail.c_str());
                ++failed;
            }
        }
    }
    return failed == 0 ? 0 : 1;
}
