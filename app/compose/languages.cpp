// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/languages.h"

#include <QCoreApplication>
#include <QTranslator>

namespace bt::app {

QStringList Languages::codes() { return {QStringLiteral("en"), QStringLiteral("de")}; }

QLocale Languages::install(const QString& code)
{
    static QTranslator translator;
    QString chosen = code;
    if (chosen.isEmpty())
        chosen = codes().contains(QLocale::system().name().left(2)) ? QLocale::system().name().left(2) : QStringLiteral("en");
    QCoreApplication::removeTranslator(&translator);
    const bool loaded = translator.load(QStringLiteral(":/i18n/bt_%1.qm").arg(chosen));
    if (!loaded) (void)translator.load(QStringLiteral(":/i18n/bt_en.qm"));
    QCoreApplication::installTranslator(&translator);
    if (chosen == QLatin1String("qps")) return QLocale(QLocale::English, QLocale::UnitedKingdom);
    const QLocale system = QLocale::system();
    if (system.name().left(2) == chosen) return system;
    // English without a country: days before months and a day of 24 hours, as most of the world reads them.
    return chosen == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(chosen);
}

} // namespace bt::app
