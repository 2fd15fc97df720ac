// SPDX-License-Identifier: GPL-3.0-or-later
// What stays and what does not: a therapist's settings outlive the loss of her computer, a letter that was taken back is
// not sent a day later.
#include "adversarial/hostile.h"
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestKept : public QObject
{
    Q_OBJECT
private slots:
    void a_letter_without_a_line_that_was_taken_back_is_not_announced_a_day_later()
    {
        QTemporaryDir folder;
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        Hostile t(*world, folder.filePath(QStringLiteral("t"))), p(*world, folder.filePath(QStringLiteral("p")));
        QCOMPARE(codeOf(t.begin(Role::Therapist, "Mariam")), QString());
        QCOMPARE(codeOf(p.begin(Role::Patient, "Noor")), QString());
        const auto live = [&](const std::function<bool()>& done) {
            return QTest::qWaitFor(
                [&] {
                    t.round();
                    p.round();
                    return done();
                },
                60'000);
        };
        QVERIFY(live([&] { return t.free() > 0 && p.free() > kas(4000).value; }));
        auto practice = journeyPractice();
        practice.policy.answerWithinMs = 4 * kDay; // no request lapses meanwhile
        QCOMPARE(codeOf(t.self().desk().save(practice)), QString());
        const auto did = t.c().persona.id;
        QVERIFY(live([&] { return p.listings().bookable(did) != nullptr; }));
        const auto booked = p.self().booking().book(did, p.listings().find(did)->openTimes.at(60), {});
        QCOMPARE(codeOf(booked), QString());
        const auto rest = [&] {
            return live(
                [&] { return p.c().outbox.unfinished()->empty() && t.c().outbox.unfinished()->empty() && t.visit(*booked) != nullptr; });
        };
        QVERIFY(rest());
        const auto thread = p.visit(*booked)->threadId;
        t.round(); // from here on she is away: nothing is acknowledged
        const auto waiting = [&] { return p.c().postbox.unacknowledgedBefore(p.c().now().plus(kDay))->size(); };
        QVERIFY(QTest::qWaitFor(
            [&] {
                p.round();
                t.round();
                return waiting() == 0;
            },
            60'000)); // the booking's own letter is acknowledged

        // Two letters of the same kind, posted and not yet handed over; one is taken back under "What is waiting".
        QCOMPARE(codeOf(p.sendLetter(thread, LeaveLetter{*booked})), QString());
        QCOMPARE(codeOf(p.sendLetter(thread, LeaveLetter{*booked})), QString());
        auto intents = *p.c().outbox.unfinished();
        QCOMPARE(intents.size(), std::size_t{2});
        QCOMPARE(waiting(), std::size_t{2});
        QCOMPARE(codeOf(p.self().cancelIntent(intents.front().id)), QString());
        QCOMPARE(waiting(), std::size_t{1});
        QVERIFY(QTest::qWaitFor(
            [&] {
                p.round();
                return p.c().outbox.unfinished()->empty();
            },
            60'000));

        // A day later the control is announced again, and nothing else.
        const auto sent = [&] {
            const auto all = p.c().book.txs();
            return all ? all->size() : 0;
        };
        const auto before = sent();
        QVERIFY((*world)->practice->advance(kDay + kHour).has_value());
        QVERIFY(QTest::qWaitFor(
            [&] {
                p.round();
                return sent() == before + 1 && p.c().outbox.unfinished()->empty();
            },
            60'000));
        for (int i = 0; i < 5; ++i) p.round();
        QCOMPARE(sent(), before + 1);
    }

    void the_words_bring_back_a_therapists_hours_and_licence()
    {
        TwoSides two;
        QCOMPARE(two.begin(), QString());
        // The second settings count, and what a listing does not show comes back too.
        auto practice = two.therapist->now()->practice;
        practice.hours = {{1, 9 * 60, 12 * 60}, {3, 14 * 60, 19 * 60}};
        practice.bufferMinutes = 20;
        practice.timeOff = {two.slot(10 * kDay)};
        practice.price = {TwoSides::kPrice / 2};
        QCOMPARE(codeOf(wait(two.therapist->engine->savePractice(practice))), QString());
        QVERIFY(two.patient->until([](const Snapshot& s) { return s.therapists[0].price.value == TwoSides::kPrice / 2; }));
        QVERIFY(two.therapist->until(atRest));
        const auto settings = two.therapist->now()->practice;
        const auto who = two.therapist->now()->persona;
        const auto kept = wait(two.therapist->engine->recoveryWords(words("a quiet room by the sea")));
        QVERIFY(kept.has_value());
        two.therapist->engine.reset(); // the computer is gone

        Side again(two.world, two.folder.filePath(QStringLiteral("t2")));
        QVERIFY(again.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
        QCOMPARE(codeOf(wait(again.engine->restorePersona((*kept)->clone(), "Mariam", words("another quiet passphrase"), false))),
                 QString());
        QVERIFY2(again.until([&](const Snapshot& s) { return s.practice.hours == settings.hours && s.practice.listed; }),
                 qPrintable(again.explain()));
        const auto now = again.now();
        QCOMPARE(now->persona.id, who.id);
        QCOMPARE(now->persona.role, Role::Therapist);
        QCOMPARE(now->practice.bufferMinutes, 20);
        QCOMPARE(now->practice.timeOff, settings.timeOff);
        QCOMPARE(now->practice.price.value, TwoSides::kPrice / 2);
        QCOMPARE(now->practice.zone, settings.zone);
        QCOMPARE(now->practice.licence.jurisdiction, std::string("DE-BE"));
        QCOMPARE(now->practice.licence.validUntil, settings.licence.validUntil);

        // And she can be booked as before: the request is held to the hours that came back.
        QVERIFY(again.until(atRest));
        const auto booked = wait(two.patient->engine->book(who.id, two.slot(3 * kDay), {}));
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(again.until([&](const Snapshot& s) { return s.visits.size() == 1 && s.visits[0].canAccept; }));
    }
};

QTEST_GUILESS_MAIN(TestKept)
#include "tst_kept.moc"
