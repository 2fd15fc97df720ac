// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong passphrases and words, damaged files, keychains that refuse, clocks that go back, prices that cannot be: each
// gives one error code with what the window needs for its sentence, changes nothing, and works once its cause is gone.
#include "adversarial/bad_world.h"
#include "kaspa/bip39.h"

#include <QDir>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestBadInput : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<NetworkWorld> m_world;

    [[nodiscard]] QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    static bool open(const LocalEngine& engine, Gate gate)
    {
        return QTest::qWaitFor([&] { return engine.snapshot()->gate == gate; }, 20'000);
    }
    static bool rich(const LocalEngine& engine)
    {
        return QTest::qWaitFor([&] { return engine.snapshot()->money.available.value > 0 && atRest(*engine.snapshot()); }, 20'000);
    }
    std::unique_ptr<LocalEngine> patientIn(const char* name)
    {
        auto engine = engineAt(m_world, at(name));
        if (!wait(engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {})) || !rich(*engine)) return nullptr;
        return engine;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        m_world = *world;
    }
    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void a_wrong_passphrase_slows_the_next_try_and_names_the_seconds()
    {
        auto engine = patientIn("p");
        QVERIFY(engine != nullptr);
        const auto before = stateOf(*engine->snapshot());
        QCOMPARE(codeOf(wait(engine->lock())), QString());
        QList<int> seconds;
        for (int i = 0; i < 3; ++i) {
            const auto tried = wait(engine->unlock(words("not this passphrase")));
            QCOMPARE(bareCode(tried), QStringLiteral("vault.wrong_passphrase"));
            QCOMPARE(tried.error().args.size(), std::size_t(1));
            seconds << std::stoi(tried.error().args[0]);
            QCOMPARE(engine->snapshot()->gate, Gate::Locked);
        }
        QVERIFY(std::ranges::is_sorted(seconds) && seconds.back() > 0);
        // Too early: even the right one is not looked at, and the seconds are told again. A restart changes nothing.
        engine.reset();
        engine = engineAt(m_world, at("p"));
        const auto early = wait(engine->unlock(words(kPatientPass)));
        QCOMPARE(bareCode(early), QStringLiteral("vault.wait"));
        QVERIFY(std::stoi(early.error().args.at(0)) > 0);
        QVERIFY(QTest::qWaitFor([&] { return wait(engine->unlock(words(kPatientPass))).has_value(); }, 30'000));
        QVERIFY(rich(*engine));
        QCOMPARE(stateOf(*engine->snapshot()), before);
    }

    void a_weak_passphrase_or_a_bad_name_makes_nobody()
    {
        auto engine = engineAt(m_world, at("p"));
        QVERIFY(open(*engine, Gate::Guest));
        const auto weak = wait(engine->createPersona(Role::Patient, "Noor", words("short"), false, {}));
        QCOMPARE(bareCode(weak), QStringLiteral("vault.weak_passphrase"));
        QCOMPARE(weak.error().args.at(0), std::string("short"));
        QCOMPARE(engine->snapshot()->gate, Gate::Guest);
        QCOMPARE(bareCode(wait(engine->createPersona(Role::Patient, "No\nor", words(kPatientPass), false, {}))),
                 QStringLiteral("record.bad_text"));
        QCOMPARE(engine->snapshot()->gate, Gate::Guest);
        QCOMPARE(bareCode(wait(engine->createPersona(Role::Patient, std::string(500, 'n'), words(kPatientPass), false, {}))),
                 QStringLiteral("record.too_long"));
        QCOMPARE(engine->snapshot()->gate, Gate::Guest);
        QCOMPARE(codeOf(wait(engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        QVERIFY(rich(*engine));
    }

    void a_damaged_profile_is_named_and_not_overwritten_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("cut");
        QTest::newRow("database, overwritten") << "data" << false;
        QTest::newRow("database, cut off") << "data" << true;
        QTest::newRow("keys, cut off") << "slot" << true;
    }
    void a_damaged_profile_is_named_and_not_overwritten()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, cut);
        auto engine = patientIn("p");
        QVERIFY(engine != nullptr);
        const auto before = stateOf(*engine->snapshot());
        engine.reset();
        const auto good = filesIn(at("p"));
        QVERIFY(good.contains(file));
        QByteArray bad = good[file];
        if (cut) bad.truncate(file == QLatin1String("data") ? 30'000 : bad.size() / 3); // inside what is in use
        else
            for (qsizetype i = 0; i < 65'536; ++i) bad[i] = static_cast<char>(bad[i] ^ 0x5a);
        QVERIFY(writeFile(at("p") + QLatin1Char('/') + file, bad));

        engine = engineAt(m_world, at("p"));
        const auto opened = wait(engine->unlock(words(kPatientPass)));
        QVERIFY2(bareCode(opened) == QLatin1String("vault.damaged") || bareCode(opened) == QLatin1String("store.damaged"),
                 qPrintable(codeOf(opened)));
        QCOMPARE(bareCode(wait(engine->createPersona(Role::Patient, "Else", words(kPatientPass), false, {}))),
                 file == QLatin1String("slot") ? bareCode(opened) : QStringLiteral("vault.exists"));
        engine.reset();
        const auto after = filesIn(at("p"), {QStringLiteral("wait"), QStringLiteral("data-wal")});
        QCOMPARE(after[file], bad);
        QVERIFY(writeFile(at("p") + QLatin1Char('/') + file, good[file])); // from a backup of the folder
        engine = engineAt(m_world, at("p"));
        QCOMPARE(codeOf(wait(engine->unlock(words(kPatientPass)))), QString());
        QVERIFY(rich(*engine));
        QCOMPARE(stateOf(*engine->snapshot()), before);
    }

    void keys_of_another_profile_open_nothing()
    {
        auto engine = patientIn("p");
        auto other = patientIn("q");
        QVERIFY(engine != nullptr && other != nullptr);
        const auto before = stateOf(*engine->snapshot());
        engine.reset();
        other.reset();
        const auto mine = filesIn(at("p")), theirs = filesIn(at("q"));
        QVERIFY(writeFile(at("p") + QStringLiteral("/slot"), theirs[QStringLiteral("slot")]));
        QFile::remove(at("p") + QStringLiteral("/wait"));
        engine = engineAt(m_world, at("p"));
        QCOMPARE(bareCode(wait(engine->unlock(words(kPatientPass)))), QStringLiteral("vault.damaged"));
        QCOMPARE(engine->snapshot()->gate, Gate::Locked);
        engine.reset();
        QVERIFY(writeFile(at("p") + QStringLiteral("/slot"), mine[QStringLiteral("slot")]));
        QFile::remove(at("p") + QStringLiteral("/wait"));
        engine = engineAt(m_world, at("p"));
        QCOMPARE(codeOf(wait(engine->unlock(words(kPatientPass)))), QString());
        QVERIFY(rich(*engine));
        QCOMPARE(stateOf(*engine->snapshot()), before);
    }

    void a_keychain_that_refuses_leaves_the_passphrase()
    {
        auto keychain = std::make_shared<FakeKeychain>();
        keychain->failing = "vault.keychain_refused";
        auto engine = engineAt(m_world, at("p"), keychain);
        QCOMPARE(codeOf(wait(engine->createPersona(Role::Patient, "Noor", words(kPatientPass), true, {}))), QString());
        QVERIFY(rich(*engine));
        QCOMPARE(bareCode(wait(engine->setStayOpen(true, words(kPatientPass)))), QStringLiteral("vault.keychain_refused"));
        const auto before = stateOf(*engine->snapshot());
        engine.reset();
        engine = engineAt(m_world, at("p"), keychain);
        QCOMPARE(bareCode(wait(engine->unlockWithKeychain())), QStringLiteral("vault.keychain_refused"));
        QCOMPARE(engine->snapshot()->gate, Gate::Locked);
        QCOMPARE(codeOf(wait(engine->unlock(words(kPatientPass)))), QString());
        QVERIFY(rich(*engine));
        QCOMPARE(stateOf(*engine->snapshot()), before);
        keychain->failing = {};
        QCOMPARE(codeOf(wait(engine->setStayOpen(true, words(kPatientPass)))), QString());
        engine.reset();
        engine = engineAt(m_world, at("p"), keychain);
        QCOMPARE(codeOf(wait(engine->unlockWithKeychain())), QString());
        QVERIFY(rich(*engine));
        QCOMPARE(codeOf(wait(engine->lock())), QString()); // locked by hand: the keychain opens nothing
        QCOMPARE(bareCode(wait(engine->unlockWithKeychain())), QStringLiteral("vault.keychain_closed"));
    }

    void wrong_recovery_words_name_the_word()
    {
        auto engine = patientIn("p");
        QVERIFY(engine != nullptr);
        const auto kept = wait(engine->recoveryWords(words(kPatientPass)));
        QVERIFY(kept.has_value());
        const QString right = QString::fromUtf8(reinterpret_cast<const char*>((*kept)->data()), static_cast<qsizetype>((*kept)->size()));
        engine.reset();
        engine = engineAt(m_world, at("again"));
        QVERIFY(open(*engine, Gate::Guest));
        const auto with = [&](const QStringList& list) {
            return wait(engine->restorePersona(words(list.join(QLatin1Char(' ')).toUtf8().constData()), "Noor",
                                               words("another quiet passphrase"), false));
        };
        const auto list = right.split(QLatin1Char(' '));
        QCOMPARE(list.size(), 24);
        auto bad = list;
        bad[6] = QStringLiteral("abandonn");
        auto tried = with(bad);
        QCOMPARE(bareCode(tried), QStringLiteral("kaspa.words.unknown"));
        QCOMPARE(tried.error().args.at(0), std::string("7"));
        bad = list.mid(0, 23);
        tried = with(bad);
        QCOMPARE(bareCode(tried), QStringLiteral("kaspa.words.count"));
        QCOMPARE(tried.error().args.at(0), std::string("23"));
        bad = list;
        // One in 256 wrong lists has a right checksum and is another wallet; take one that has not.
        const auto fits = [](const QStringList& some) {
            return kaspa::entropyFromWords(some.join(QLatin1Char(' ')).toStdString()).has_value();
        };
        for (const auto* word : {"zoo", "zone", "zero", "zebra", "youth"})
            if (fits(bad)) bad[0] = QLatin1String(word);
        QVERIFY(!fits(bad));
        tried = with(bad);
        QCOMPARE(bareCode(tried), QStringLiteral("kaspa.words.checksum"));
        QCOMPARE(engine->snapshot()->gate, Gate::Guest);
        QVERIFY(!QFile::exists(at("again") + QStringLiteral("/slot")));
        QCOMPARE(codeOf(with(list)), QString());
        QVERIFY(rich(*engine));
    }

    void a_price_of_nothing_or_above_the_balance_changes_nothing()
    {
        auto therapist = engineAt(m_world, at("t"));
        QCOMPARE(codeOf(wait(therapist->createPersona(Role::Therapist, "Mariam", words(kTherapistPass), false, "DE-BE"))), QString());
        auto practice = journeyPractice();
        practice.price = {};
        auto saved = wait(therapist->savePractice(practice));
        QCOMPARE(bareCode(saved), QStringLiteral("practice.bad_price"));
        QCOMPARE(saved.error().args.size(), std::size_t(2)); // the least and the most
        QCOMPARE(therapist->snapshot()->practice.price.value, std::uint64_t(0));
        QVERIFY(therapist->snapshot()->practice.hours.empty());
        practice.price = {kMaxSompi};
        QCOMPARE(bareCode(wait(therapist->savePractice(practice))), QStringLiteral("practice.bad_price"));
        practice.price = kas(8'000); // more than a newcomer has
        practice.policy.bond = {};
        QCOMPARE(codeOf(wait(therapist->savePractice(practice))), QString());

        auto patient = patientIn("p");
        QVERIFY(patient != nullptr);
        QVERIFY(QTest::qWaitFor(
            [&] { return !patient->snapshot()->therapists.empty() && !patient->snapshot()->therapists[0].openTimes.empty(); }, 20'000));
        const auto id = patient->snapshot()->therapists[0].id;
        const auto start = patient->snapshot()->therapists[0].openTimes.back();
        const auto quote = wait(patient->quote(id, start));
        QVERIFY(quote.has_value() && quote->missing.value > kas(3'000).value);
        const auto before = stateOf(*patient->snapshot());
        const auto booked = wait(patient->book(id, start, "I cannot sleep."));
        QCOMPARE(bareCode(booked), QStringLiteral("ledger.not_enough"));
        QCOMPARE(booked.error().args.at(0), std::to_string(quote->missing.value));
        QCOMPARE(stateOf(*patient->snapshot()), before);
        QCOMPARE(codeOf(wait(patient->addPlayMoney())), QString());
        QVERIFY(QTest::qWaitFor([&] { return patient->snapshot()->money.available.value > kas(8'002).value; }, 20'000));
        QCOMPARE(codeOf(wait(patient->book(id, start, "I cannot sleep."))), QString());
    }

    void a_clock_set_back_stops_time_and_loses_nothing()
    {
        FakeClock system(Millis{1'800'000'000'000});
        const auto world = worldAt(system);
        QVERIFY(world.has_value());
        m_world = *world;
        auto engine = patientIn("p");
        QVERIFY(engine != nullptr);
        const auto before = stateOf(*engine->snapshot());
        const auto reached = engine->snapshot()->network.now;
        system.advance(-kDay);
        QVERIFY(QTest::qWaitFor([&] { return troubleOf(*engine->snapshot()) == QLatin1String("clock.set_back"); }, 20'000));
        QVERIFY(engine->snapshot()->network.now >= reached); // time stands still, it does not run backwards
        QCOMPARE(stateOf(*engine->snapshot()), before);
        QCOMPARE(codeOf(wait(engine->addPlayMoney())), QString()); // and everything goes on
        QVERIFY(rich(*engine));
        QCOMPARE(allOf(*engine->snapshot()), giftsOf(*engine->snapshot()));
        system.advance(kDay + kMinute);
        QVERIFY(
            QTest::qWaitFor([&] { return troubleOf(*engine->snapshot()).isEmpty() && engine->snapshot()->network.now > reached; }, 20'000));
        engine.reset();
        m_world.reset();
    }

    void an_hour_that_the_clocks_skip_is_never_offered()
    {
        FakeClock system(Millis{1'805'104'800'000}); // 2027-03-15 10:00 UTC; in Berlin the clocks skip 2027-03-28 02:00
        const auto world = worldAt(system);
        QVERIFY(world.has_value());
        m_world = *world;
        auto therapist = engineAt(m_world, at("t"));
        QCOMPARE(codeOf(wait(therapist->createPersona(Role::Therapist, "Mariam", words(kTherapistPass), false, "DE-BE"))), QString());
        auto practice = journeyPractice();
        practice.hours = {{7, 2 * 60, 3 * 60}}; // Sundays from two to three
        QCOMPARE(codeOf(wait(therapist->savePractice(practice))), QString());
        auto patient = patientIn("p");
        QVERIFY(patient != nullptr);
        QVERIFY(QTest::qWaitFor(
            [&] { return !patient->snapshot()->therapists.empty() && !patient->snapshot()->therapists[0].openTimes.empty(); }, 20'000));
        const auto shown = patient->snapshot()->therapists[0];
        const std::vector<Millis> expected{{1'805'590'800'000}, {1'806'796'800'000}, {1'807'401'600'000}}; // 21 Mar CET; 4, 11 Apr CEST
        QCOMPARE(shown.openTimes.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) QCOMPARE(shown.openTimes[i].value, expected[i].value);
        const auto before = stateOf(*patient->snapshot());
        for (const std::int64_t gap :
             {1'806'192'000'000, 1'806'195'600'000}) { // 02:00 by either offset: on the wall that is 01:00 or 03:00
            QCOMPARE(bareCode(wait(patient->quote(shown.id, Millis{gap}))), QStringLiteral("visit.slot_gone"));
            QCOMPARE(bareCode(wait(patient->book(shown.id, Millis{gap}, {}))), QStringLiteral("visit.slot_gone"));
        }
        QCOMPARE(stateOf(*patient->snapshot()), before);
        therapist.reset();
        patient.reset();
        m_world.reset();
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
