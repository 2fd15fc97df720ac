// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QTranslator>

//! The languages as they lie in a program's resources: they load, hold the texts, and know their plurals.
class TestTranslations : public QObject
{
    Q_OBJECT
    static QString one(const QString& file, const char* context, const char* source, int count = -1)
    {
        QTranslator translator;
        if (!translator.load(QStringLiteral(":/i18n/bt_%1.qm").arg(file))) return QStringLiteral("not loaded");
        return translator.translate(context, source, nullptr, count);
    }

private slots:
    void german_knows_a_text_and_both_plurals()
    {
        QCOMPARE(one("de", "LockPage", "Passphrase"), QStringLiteral("Passwortsatz"));
        const char* wait = "You can try again in %n second(s).";
        QVERIFY(one("de", "LockPage", wait, 1) != one("de", "LockPage", wait, 2));
        QVERIFY(one("de", "LockPage", wait, 2).contains("Sekunden"));
    }
    void english_has_its_plurals_and_nothing_else()
    {
        const char* wait = "You can try again in %n second(s).";
        QCOMPARE(one("en", "LockPage", wait, 1), QStringLiteral("You can try again in %n second."));
        QCOMPARE(one("en", "LockPage", wait, 5), QStringLiteral("You can try again in %n seconds."));
        QCOMPARE(one("en", "LockPage", "Passphrase"), QString());
    }
    void the_pseudo_language_marks_and_lengthens_every_text_and_keeps_place_holders()
    {
        const QString text = one("qps", "LockPage", "Passphrase");
        QVERIFY2(text.startsWith('[') && text.endsWith(']'), qPrintable(text));
        QVERIFY(text.size() >= 14);
        QVERIFY(one("qps", "HelpLines", "%1, checked %2").contains("%1"));
        QVERIFY(one("qps", "HelpLines", "%1, checked %2").contains("%2"));
        QVERIFY(one("qps", "LockPage", "You can try again in %n second(s).", 3).contains("%n"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
