// SPDX-License-Identifier: GPL-3.0-or-later
// Money and time in words, the table of errors, lists that change, messages by the ten thousand, persona and settings.
#include "app_view_model.h"
#include "error_table.h"
#include "error_text.h"
#include "model_setup.h"
#include "names.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;

namespace {
Secret secret(const char* text) { return Secret::copyOf({reinterpret_cast<const std::uint8_t*>(text), std::strlen(text)}); }
Format berlin()
{
    Format format(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin"));
    format.setRate({});
    return format;
}
QVariantMap row(int id, const QString& name) { return {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}}; }
} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private slots:
    void money_reads_in_the_persons_currency_with_coins_beneath()
    {
        const Format f = berlin();
        QCOMPARE(f.money({kPrice}), QStringLiteral("60.00\u00a0€"));
        QCOMPARE(f.moneyShort({kPrice}), QStringLiteral("60\u00a0€"));
        QCOMPARE(f.kas({kPrice}), QStringLiteral("1,034.48\u00a0KAS"));
        QCOMPARE(f.kasExact({kPrice}), QStringLiteral("1,034.48275863\u00a0KAS"));
        QCOMPARE(f.moneySigned(-static_cast<std::int64_t>(kPrice)), QStringLiteral("−60.00\u00a0€"));
        QCOMPARE(f.fee({1'204'000}), QStringLiteral("under 0.01\u00a0€"));
        QCOMPARE(f.money({0}), QStringLiteral("0.00\u00a0€"));
        Format german(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));
        german.setRate({});
        QCOMPARE(german.money({kPrice * 20}), QStringLiteral("1.200,00\u00a0€"));
    }

    void a_typed_amount_comes_back_as_it_was_typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown"); // empty: refused
        QTest::newRow("whole") << QStringLiteral("60") << QStringLiteral("60.00\u00a0€");
        QTest::newRow("cents") << QStringLiteral("62.50") << QStringLiteral("62.50\u00a0€");
        QTest::newRow("comma") << QStringLiteral("62,5") << QStringLiteral("62.50\u00a0€");
        QTest::newRow("with sign") << QStringLiteral(" 60 € ") << QStringLiteral("60.00\u00a0€");
        QTest::newRow("one cent") << QStringLiteral("0.01") << QStringLiteral("0.01\u00a0€");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("words") << QStringLiteral("sixty") << QString();
        QTest::newRow("below zero") << QStringLiteral("-5") << QString();
        QTest::newRow("not a number") << QStringLiteral("nan") << QString();
        QTest::newRow("endless") << QStringLiteral("1e400") << QString();
        QTest::newRow("too large") << QStringLiteral("99999999999999") << QString();
    }
    void a_typed_amount_comes_back_as_it_was_typed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const Format f = berlin();
        const auto amount = f.parseMoney(typed);
        QCOMPARE(bool(amount), !shown.isEmpty());
        if (amount) QCOMPARE(f.money(*amount), shown);
        else QVERIFY(hasErrorText(amount.error().code));
    }

    void times_follow_the_clocks_of_both_places_over_a_change_of_summer_time()
    {
        Format f = berlin();
        const Millis before{1'774'742'400'000}; // 2026-03-29T00:00:00Z, an hour before the change in Europe
        QCOMPARE(f.time(before), QStringLiteral("01:00"));
        QCOMPARE(f.time(before.plus(kHour)), QStringLiteral("03:00"));
        QCOMPARE(f.zoneOffset("Europe/Lisbon", before).isEmpty(), false);
        QCOMPARE(f.timeIn(kNow, QTimeZone("America/New_York")), QStringLiteral("07:21"));
        QCOMPARE(f.timeIn(at(8, 3), QTimeZone("America/New_York")), QStringLiteral("Mon 21:00"));
        QCOMPARE(f.nearDayTime(at(7, 17), kNow), QStringLiteral("Today, 17:00"));
        QCOMPARE(f.nearDayTime(at(8, 17), kNow), QStringLiteral("Tomorrow, 17:00"));
        QCOMPARE(f.nearDayTime(at(9, 17), kNow), QStringLiteral("Wed 9 Dec, 17:00"));
        QCOMPARE(f.inSentence(at(8, 17), kNow), QStringLiteral("tomorrow, 17:00"));
        QCOMPARE(f.weekRange(QDate(2026, 11, 30), QDate(2026, 12, 6)), QStringLiteral("30 November to 6 December"));
    }

    void every_error_code_of_the_core_has_a_sentence()
    {
        const QRegularExpression code(QStringLiteral("fail\\(\\s*\"([a-z0-9_.]+)\""));
        QStringList missing;
        int found = 0;
        QDirIterator files(QStringLiteral(BT_SOURCE_DIR "/core"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto match = code.globalMatch(QString::fromUtf8(file.readAll()));
            while (match.hasNext()) {
                const QString one = match.next().captured(1);
                ++found;
                if (!hasErrorText(one.toStdString())) missing << one;
            }
        }
        missing.removeDuplicates();
        QVERIFY(found > 40);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void an_error_sentence_has_no_jargon_no_blame_and_no_placeholder()
    {
        const QRegularExpression forbidden(QStringLiteral("!|escrow|covenant|utxo|sompi|mnemonic|transaction|invalid|illegal|fatal"),
                                           QRegularExpression::CaseInsensitiveOption);
        std::vector<ErrorRow> rows(kErrorRows, kErrorRows + kErrorRowCount);
        rows.insert(rows.end(), kFeatureErrorRows, kFeatureErrorRows + kFeatureErrorRowCount);
        for (const auto& row : rows) {
            const QString sentence = errorText(row.code);
            QVERIFY2(!sentence.contains(forbidden), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        }
        QVERIFY(errorText("nobody.knows_this").contains(QStringLiteral("nobody.knows_this")));
        QVERIFY(errorText("store.some_new_code").contains(QStringLiteral("store.some_new_code")));
        QVERIFY(errorText(Error{"kaspa.words.unknown", {"7"}, {}}).contains(QStringLiteral("number 7")));
        QVERIFY(errorText(Error{"vault.wrong_passphrase", {"30"}, {}}).contains(QStringLiteral("30 seconds")));
    }

    void a_list_tells_the_view_only_what_really_changed()
    {
        RowModel rows({QStringLiteral("id"), QStringLiteral("name")});
        rows.setRows({row(1, QStringLiteral("a")), row(2, QStringLiteral("b")), row(3, QStringLiteral("c"))});
        QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted), removed(&rows, &QAbstractItemModel::rowsRemoved),
            changedRows(&rows, &QAbstractItemModel::dataChanged), reset(&rows, &QAbstractItemModel::modelReset);
        rows.setRows({row(1, QStringLiteral("a")), row(2, QStringLiteral("B")), row(3, QStringLiteral("c"))});
        QCOMPARE(changedRows.size(), 1);
        QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
        rows.setRows({row(0, QStringLiteral("new")), row(1, QStringLiteral("a")), row(3, QStringLiteral("c"))});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(rows.count(), 3);
        QCOMPARE(rows.row(0).value(QStringLiteral("name")).toString(), QStringLiteral("new"));
    }

    void a_visit_in_a_conversation_says_who_asked_and_for_when()
    {
        Setup s(patient());
        auto card = message(1, true, "", kNow);
        card.kind = service::MessageKind::Visit;
        card.visitId = s.engine.state->visits.front().id;
        s.engine.stored = {card};
        MessagesModel m(s.context);
        m.open(QStringLiteral("t1"));
        QTRY_COMPARE(m.state(), MessagesModel::State::Ready);
        const QString when = s.format.dayTime(s.engine.state->visits.front().startsAt);
        QCOMPARE(m.data(m.index(0), MessagesModel::TextRole).toString(), QStringLiteral("You asked for %1").arg(when));
        s.engine.publish([](service::Snapshot& n) { n.visits.front().myRole = service::Role::Therapist; });
        QVERIFY(m.data(m.index(0), MessagesModel::TextRole).toString().endsWith(QStringLiteral(" asked for ") + when));
        // In the list of conversations such a thing has no words of its own.
        service::ThreadView thread;
        QCOMPARE(lastWords(thread), QString());
        thread.lastAt = kNow;
        QCOMPARE(lastWords(thread), QStringLiteral("A visit or a payment"));
        thread.lastText = " Hello,\n Noor ";
        QCOMPARE(lastWords(thread), QStringLiteral("Hello, Noor"));
    }

    void fifty_thousand_messages_come_page_by_page()
    {
        Setup s(patient());
        for (int i = 1; i <= 50'000; ++i) s.engine.stored.push_back(message(i, i % 2 == 0, "words", kNow.plus(-(50'000 - i) * kMinute)));
        MessagesModel m(s.context);
        m.open(QStringLiteral("t1"));
        QTRY_COMPARE(m.state(), MessagesModel::State::Ready);
        QCOMPARE(m.count(), MessagesModel::kPage);
        while (m.canFetchMore({})) {
            m.fetchMore({});
            QTRY_COMPARE(m.state(), MessagesModel::State::Ready);
        }
        QCOMPARE(m.count(), 50'000);
        QCOMPARE(m.data(m.index(0), MessagesModel::IdRole).toInt(), 50'000);
        QCOMPARE(m.data(m.index(49'999), MessagesModel::IdRole).toInt(), 1);
    }

    void older_messages_come_once_each_while_a_new_one_arrives()
    {
        Setup s(patient());
        for (int i = 1; i <= 150; ++i) s.engine.stored.push_back(message(i, i % 2 == 0, "words", kNow.plus(-(150 - i) * kHour)));
        s.engine.stored[99].state = service::MessageState::Sent; // 51 rows from the newest, and below the first page once more arrive
        MessagesModel m(s.context);
        const auto rising = [&m](int oldest, int newest) {
            if (m.count() != newest - oldest + 1) return false;
            for (int row = 0; row < m.count(); ++row)
                if (m.data(m.index(row), MessagesModel::IdRole).toInt() != newest - row) return false;
            return true;
        };
        m.open(QStringLiteral("t1"));
        QTRY_VERIFY(m.state() == MessagesModel::State::Ready && rising(91, 150));
        QSignalSpy reset(&m, &QAbstractItemModel::modelReset), arrived(&m, &MessagesModel::arrived);
        m.older();
        m.older(); // it is on its way already
        s.engine.stored.push_back(message(151, false, "Yes.", kNow));
        s.engine.publish([](service::Snapshot& n) { ++n.threads.front().revision; });
        QTRY_VERIFY2(rising(31, 151), qPrintable(QString::number(m.count())));
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(reset.size(), 0); // where one reads stays where it is
        // A row far below the newest page still learns that it was delivered.
        QCOMPARE(m.data(m.index(51), MessagesModel::StateRole).toString(), QStringLiteral("sent"));
        s.engine.stored[99].state = service::MessageState::Delivered;
        for (int i = 152; i <= 170; ++i) s.engine.stored.push_back(message(i, false, "more", kNow));
        s.engine.publish([](service::Snapshot& n) { ++n.threads.front().revision; });
        QTRY_VERIFY(rising(31, 170));
        QCOMPARE(m.data(m.index(70), MessagesModel::StateRole).toString(), QStringLiteral("delivered"));
        // The last page is not full: there is nothing before it, and asking again fetches nothing.
        m.older();
        QTRY_VERIFY(rising(1, 170));
        QTRY_COMPARE(m.state(), MessagesModel::State::Ready);
        QVERIFY(!m.canFetchMore({}));
        m.older();
        QCOMPARE(m.state(), MessagesModel::State::Ready);
        QVERIFY(!m.data(m.index(169), MessagesModel::DayRole).toString().isEmpty()); // the first of all begins a day
    }

    void a_new_message_is_inserted_a_changed_state_updated_a_taken_back_one_removed()
    {
        Setup s(patient());
        s.engine.stored = conversation();
        MessagesModel m(s.context);
        m.open(QStringLiteral("t1"));
        QTRY_COMPARE(m.count(), 7);
        QSignalSpy inserted(&m, &QAbstractItemModel::rowsInserted), removed(&m, &QAbstractItemModel::rowsRemoved),
            updated(&m, &QAbstractItemModel::dataChanged), reset(&m, &QAbstractItemModel::modelReset), arrived(&m, &MessagesModel::arrived);
        s.engine.stored[3].state = service::MessageState::Delivered;
        s.engine.stored.erase(s.engine.stored.begin() + 5);
        s.engine.stored.push_back(message(8, false, "Yes.", kNow));
        s.engine.publish([](service::Snapshot& n) { ++n.threads.front().revision; });
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(updated.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m.count(), 7);
        QCOMPARE(m.data(m.index(0), MessagesModel::TextRole).toString(), QStringLiteral("Yes."));
        QVERIFY(m.data(m.index(1), MessagesModel::CanRetryRole).toBool());
    }

    void each_message_is_one_spoken_sentence()
    {
        Setup s(patient());
        s.engine.stored = conversation();
        MessagesModel m(s.context);
        m.open(QStringLiteral("t1"));
        QTRY_COMPARE(m.count(), 7);
        QCOMPARE(m.data(m.index(1), MessagesModel::SpokenRole).toString(),
                 QStringLiteral("You: Does the letter say what we talk about?, 13:19, Waiting for the network"));
        QCOMPARE(m.data(m.index(2), MessagesModel::SpokenRole).toString(), QStringLiteral("Dr. Mariam Okonjo came in"));
        QCOMPARE(m.data(m.index(6), MessagesModel::DayRole).toString(), QStringLiteral("Yesterday"));
    }

    void two_passphrases_that_differ_make_no_persona()
    {
        Setup s(guest());
        PersonaViewModel p(s.context);
        p.create(service::Role::Patient, QStringLiteral("Noor"), secret("one long phrase"), secret("another phrase"), false, {});
        QCOMPARE(p.state(), PersonaViewModel::State::Failed);
        QVERIFY(p.errorText().contains(QStringLiteral("differ")));
        QVERIFY(s.engine.calls.isEmpty());
        QSignalSpy created(&p, &PersonaViewModel::created);
        p.create(service::Role::Therapist, QStringLiteral(" Mariam "), secret("one long phrase"), secret("one long phrase"), false,
                 "DE-BE");
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(s.engine.calls.last(), QStringLiteral("createPersona therapist Mariam"));
    }

    void a_wrong_passphrase_asks_to_wait()
    {
        Setup s(guest());
        PersonaViewModel p(s.context);
        s.engine.answer = Error{"vault.wrong_passphrase", {"3"}, {}};
        p.unlock(secret("wrong"));
        QTRY_COMPARE(p.state(), PersonaViewModel::State::Failed);
        QCOMPARE(p.waitSeconds(), 3);
        QVERIFY(p.errorText().startsWith(QStringLiteral("This is not the passphrase")));
    }

    void the_root_shows_places_by_role_and_says_how_things_stand()
    {
        Setup s(guest());
        QTemporaryDir folder;
        QSettings store(folder.path() + QStringLiteral("/s.ini"), QSettings::IniFormat);
        ui::ThemeSettings theme;
        AppViewModel root(s.context, {theme, store, {QStringLiteral("en"), QStringLiteral("de")}, folder.path()});
        const auto places = [&] {
            QStringList list;
            for (const QVariant& place : root.places()) list << place.toMap().value(QStringLiteral("id")).toString();
            return list.join(QLatin1Char(' '));
        };
        QCOMPARE(places(), QStringLiteral("find how"));
        QVERIFY(root.syncText().startsWith(QStringLiteral("List from today")));
        s.engine.publish([](service::Snapshot& n) { n = *patient(); });
        QCOMPARE(places(), QStringLiteral("today calendar messages records money"));
        QCOMPARE(root.syncText(), QStringLiteral("All saved"));
        s.engine.publish([](service::Snapshot& n) { n = *practice(); });
        QCOMPARE(places(), QStringLiteral("today calendar clients messages practice money"));
        s.engine.publish([](service::Snapshot& n) { n.network.trouble = "node.offline"; });
        QCOMPARE(root.syncIcon(), QStringLiteral("offline"));
    }

    void a_toast_tells_what_the_other_side_did()
    {
        Setup s(patient(service::VisitPhase::Requested));
        QTemporaryDir folder;
        QSettings store(folder.path() + QStringLiteral("/s.ini"), QSettings::IniFormat);
        ui::ThemeSettings theme;
        AppViewModel root(s.context, {theme, store, {QStringLiteral("en")}, folder.path()});
        s.engine.publish([](service::Snapshot& n) { n.visits.front().phase = service::VisitPhase::Accepted; });
        QCOMPARE(s.toasts.text(), QStringLiteral("Your visit on 8 Dec is agreed."));
        QCOMPARE(s.toasts.target(), QStringLiteral("visit:v1"));
    }

    void a_payment_that_had_failed_and_came_true_is_told_data()
    {
        QTest::addColumn<QString>("visit");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("target");
        QTest::newRow("a booking") << QStringLiteral("v1") << QStringLiteral("A request that had failed has reached the network after all")
                                   << QStringLiteral("visit:v1");
        QTest::newRow("BTAI") << QString() << QStringLiteral("A payment that had failed has gone through after all. Look at Money")
                              << QString();
    }
    void a_payment_that_had_failed_and_came_true_is_told()
    {
        QFETCH(QString, visit);
        QFETCH(QString, words);
        QFETCH(QString, target);
        Setup s(patient(service::VisitPhase::Requested));
        QTemporaryDir folder;
        QSettings store(folder.path() + QStringLiteral("/s.ini"), QSettings::IniFormat);
        ui::ThemeSettings theme;
        AppViewModel root(s.context, {theme, store, {QStringLiteral("en")}, folder.path()});
        s.engine.publish([&](service::Snapshot& n) { n.notices.push_back({1, "came_true", visit.toStdString(), {}}); });
        QVERIFY2(s.toasts.text().startsWith(words), qPrintable(s.toasts.text()));
        QCOMPARE(s.toasts.target(), target);
    }

    void settings_stay_over_a_restart()
    {
        Setup s(patient());
        QTemporaryDir folder;
        QSettings store(folder.path() + QStringLiteral("/s.ini"), QSettings::IniFormat);
        {
            ui::ThemeSettings theme;
            SettingsViewModel settings(s.context, theme, store, {QStringLiteral("en"), QStringLiteral("de")});
            QSignalSpy chosen(&settings, &SettingsViewModel::languageChosen);
            settings.setLanguage(2);
            QCOMPARE(chosen.first().first().toString(), QStringLiteral("de"));
            settings.setLook(2);
            settings.setTextSize(5);
            settings.setAutoLock(0);
        }
        ui::ThemeSettings theme;
        SettingsViewModel settings(s.context, theme, store, {QStringLiteral("en"), QStringLiteral("de")});
        QCOMPARE(settings.language(), 2);
        QCOMPARE(settings.look(), 2);
        QVERIFY(settings.dark());
        QCOMPARE(theme.textScale(), 2.0);
        QCOMPARE(settings.autoLockMinutes(), 1);
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    TestWords test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_words.moc"
