// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that is paid in BTAI, in the product: every way it can end, with what each side has then, to the unit, and KAS
// lost to fees alone. And requests that name another token or bring too little.
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "service/disputes/disputes_door.h"
#include "service/disputes/disputes_view.h"
#include "service/ratings/ratings_door.h"
#include "service/ratings/ratings_view.h"
#include "service/receipts/receipts_door.h"
#include "service/series/series_door.h"
#include "service/token_explain.h"
#include "service/watch/watch_door.h"
#include "service/watch/watcher.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestTokenVisits : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;
    std::uint64_t m_patientCoins = 0, m_therapistCoins = 0;
    static constexpr std::uint64_t kOne = 100'000'000, kGift = 1'000 * kOne, kCarrier = 50'000'000;
    // 1 % of the price goes to the practice network's reward pool where the visit takes place.
    static constexpr std::int64_t kPrice = 11'600'000'000, kBond = 2'320'000'000, kLevy = kPrice / 100;
    // 1,000 and 200 KAS at 0.058 EUR are 116 and 23.2 BTAI at 0.50 EUR.

    void ended(VisitEnding ending)
    {
        QVERIFY2(two->patient->phase(VisitPhase::Ended), qPrintable(explainTokens(*two->patient)));
        QVERIFY2(two->therapist->phase(VisitPhase::Ended), qPrintable(explainTokens(*two->therapist)));
        QCOMPARE(two->patient->visit().ending, ending);
        QCOMPARE(two->therapist->visit().ending, ending);
    }
    //! \param ticket KAS that the rating ticket keeps: it is still hers.
    void balances(std::int64_t patientGains, std::int64_t therapistGains)
    {
        const auto holds = [](const Side& side, std::int64_t gain) {
            return side.until([&](const Snapshot& s) {
                return s.tokens->available == kGift + static_cast<std::uint64_t>(gain) && s.tokens->waiting == 0 && s.tokens->held == 0 &&
                       s.outbox.empty() && s.money.waiting.value == 0;
            });
        };
        QVERIFY2(holds(*two->patient, patientGains), qPrintable(explainTokens(*two->patient)));
        QVERIFY2(holds(*two->therapist, therapistGains), qPrintable(explainTokens(*two->therapist)));
    }
    //! KAS under tokens that a side holds are its own, but no coins: at most the carriers of its outputs.
    void coinsAreThere(std::uint64_t carriers)
    {
        QTRY_VERIFY2(two->patient->all() + feesOf(*two->patient) + carriers >= m_patientCoins,
                     qPrintable(QString::number(m_patientCoins - two->patient->all() - feesOf(*two->patient))));
        QTRY_VERIFY2(two->therapist->all() + feesOf(*two->therapist) + carriers >= m_therapistCoins,
                     qPrintable(QString::number(m_therapistCoins - two->therapist->all() - feesOf(*two->therapist))));
    }
    void commit()
    {
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->clockTo(two->patient->visit().freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->phase(VisitPhase::Committed) && two->therapist->phase(VisitPhase::Committed));
    }

    void takePlace()
    {
        commit();
        QCOMPARE(two->clockTo(two->patient->visit().startsAt, kMinute), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].canJoin; }));
        QCOMPARE(codeOf(wait(two->patient->engine->joinVisit(two->patient->visit().id))), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits[0].joinedByThem; }));
        QCOMPARE(codeOf(wait(two->therapist->engine->joinVisit(two->therapist->visit().id))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].joinedByThem; }));
        QVERIFY(two->patient->phase(VisitPhase::InSession));
        QCOMPARE(two->clockTo(two->patient->visit().endsAt), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits[0].canSignRecord; }));
        QCOMPARE(codeOf(wait(two->therapist->engine->signRecord(two->therapist->visit().id))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].record == RecordState::SignedByThem; }));
        QCOMPARE(codeOf(wait(two->patient->engine->signRecord(two->patient->visit().id))), QString());
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].canComplete; }));
        QCOMPARE(codeOf(wait(two->patient->engine->completeVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::Completed);
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
        PracticeView practice = two->therapist->now()->practice;
        practice.inTokens = true;
        QCOMPARE(codeOf(wait(two->therapist->engine->savePractice(practice))), QString());
        QVERIFY(two->patient->until(
            [](const Snapshot& s) { return s.therapists.size() == 1 && s.therapists[0].inTokens && !s.therapists[0].openTimes.empty(); }));
        QCOMPARE(two->patient->now()->therapists[0].price.value, TwoSides::kPrice); // shown as what it is worth
        QTRY_VERIFY(two->therapist->now()->outbox.empty() && two->therapist->now()->money.waiting.value == 0 &&
                    two->therapist->now()->tokens->available == kGift);
        m_patientCoins = two->patient->all() + feesOf(*two->patient);
        m_therapistCoins = two->therapist->all() + feesOf(*two->therapist);
        const auto quote = wait(two->patient->engine->quote(two->patient->now()->therapists[0].id, two->slot()));
        QCOMPARE(codeOf(quote), QString());
        QVERIFY(quote->tokens && quote->missing.value == 0);
        QCOMPARE(quote->tokens->price, static_cast<std::uint64_t>(kPrice));
        QCOMPARE(quote->tokens->levy, static_cast<std::uint64_t>(kLevy));
        QCOMPARE(quote->deposit.value, kas(2).value);
        QVERIFY(quote->disclosure.known);
        QCOMPARE(quote->price.value, TwoSides::kPrice);
        QCOMPARE(two->book(two->slot()), QString());
        QVERIFY(two->patient->visit().inTokens && two->therapist->visit().inTokens);
        QCOMPARE(two->patient->visit().priceUnits, static_cast<std::uint64_t>(kPrice));
        QVERIFY2(two->patient->until([](const Snapshot& s) { return s.tokens->held == static_cast<std::uint64_t>(kPrice); }),
                 qPrintable(explainTokens(*two->patient)));
    }
    void cleanup() { two.reset(); }

    void completed_pays_the_price_and_gives_the_bond_back()
    {
        takePlace();
        balances(-kPrice, kPrice - kLevy);
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].canRate; }));
        coinsAreThere(3 * kCarrier);
        // Money says both kinds: the price in BTAI, and beside it the KAS that went along with the pool's part.
        const auto rows = two->patient->now()->money.rows;
        const auto row = std::ranges::find(rows, "visit/" + two->patient->visit().id, &MoneyRow::id);
        QVERIFY(row != rows.end() && row->inTokens);
        QCOMPARE(QString::fromStdString(row->kind), QStringLiteral("paid"));
        QCOMPARE(row->units, -kPrice);
        QCOMPARE(row->beside, -static_cast<std::int64_t>(kCarrier));
    }
    void its_receipt_names_the_token()
    {
        takePlace();
        QCOMPARE(codeOf(wait(two->patient->engine->doors().receipts->ask(two->patient->visit().id))), QString());
        const auto id = two->patient->visit().id;
        QVERIFY(two->patient->until([&](const Snapshot& s) {
            return s.receipts && s.receipts->visits.contains(id) && s.receipts->visits.at(id).state == ReceiptView::State::Ready;
        }));
        const auto document = wait(two->patient->engine->doors().receipts->document(id, {}));
        QCOMPARE(codeOf(document), QString());
        QCOMPARE(QString::fromStdString(document->content.receipt.coin), QStringLiteral("BTAI"));
        QCOMPARE(document->content.receipt.amount.value, static_cast<std::uint64_t>(kPrice));
    }
    void its_rating_weighs_what_it_paid_to_the_pool()
    {
        takePlace();
        const auto id = two->patient->visit().id;
        QVERIFY(two->patient->until(
            [&](const Snapshot& s) { return s.ratings && s.ratings->visits.contains(id) && s.ratings->visits.at(id).canRate; }));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().ratings->schedule(id, 4))), QString());
        // So far past its time that another instant is drawn, whenever the first was: then that one is passed.
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(80 * kHour))), QString());
        const auto late = two->world->clock().now();
        QVERIFY(two->patient->until([&](const Snapshot& s) { return s.ratings->visits.at(id).until > late; }));
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(32 * kMinute))), QString());
        QVERIFY(
            two->patient->until([&](const Snapshot& s) { return s.ratings->visits.at(id).state == PublicRatingView::State::Released; }));
        const auto weighed = [](const Snapshot& s) {
            return s.ratings && !s.ratings->therapists.empty() &&
                   s.ratings->therapists.begin()->second.weight.value == static_cast<std::uint64_t>(kLevy);
        };
        QVERIFY(two->therapist->until(weighed));
        QVERIFY(two->patient->until(weighed));
    }
    void a_problem_that_nobody_answers_goes_home_by_what_the_terms_say()
    {
        commit();
        const auto id = two->patient->visit().id;
        QCOMPARE(codeOf(wait(two->patient->engine->doors().disputes->raiseProblem(id))), QString());
        QVERIFY(two->patient->phase(VisitPhase::Disputed) && two->therapist->phase(VisitPhase::Disputed));
        QCOMPARE(two->patient->now()->disputes->visits.at(id).lapseToMe.value, TwoSides::kPrice);
        QCOMPARE(two->clockTo(two->patient->now()->disputes->visits.at(id).lapsesAt, kHour), QString());
        ended(VisitEnding::Lapsed);
        balances(0, 0); // the price goes home, and the stake in BTAI that nobody disputed in vain
    }
    void a_problem_that_the_practice_network_decides_is_shared_to_the_unit()
    {
        commit();
        const auto id = two->patient->visit().id;
        auto& door = *two->patient->engine->doors().disputes;
        QCOMPARE(codeOf(wait(door.raiseProblem(id))), QString());
        QVERIFY(two->patient->phase(VisitPhase::Disputed) && two->therapist->phase(VisitPhase::Disputed));
        QCOMPARE(codeOf(wait(door.askPractice(id))), QString());
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(65 * kMinute))), QString());
        ended(VisitEnding::Resolved);
        constexpr std::int64_t kHalf = (kPrice + kBond) / 2;
        balances(kHalf - kPrice, kHalf - kBond - kLevy); // the pool's part goes from what the therapist gets
    }
    void what_cancelling_gives_is_exact_in_both_kinds_of_coins()
    {
        commit();
        const auto now = wait(two->patient->engine->doors().series->cancelNow(two->patient->visit().id, false));
        QCOMPARE(codeOf(now), QString());
        QVERIFY(now->inTokens);
        QCOMPARE(now->priceToPatient.value, static_cast<std::uint64_t>(kPrice / 2));
        QCOMPARE(now->priceToTherapist.value, static_cast<std::uint64_t>(kPrice / 2));
        QCOMPARE(now->bondToTherapist.value, static_cast<std::uint64_t>(kBond));
        QCOMPARE(now->deposit.value, kas(2).value);
        QCOMPARE(codeOf(wait(two->patient->engine->doors().series->cancel(*now))), QString());
        ended(VisitEnding::CancelledLate);
        balances(-kPrice / 2, kPrice / 2);
    }
    void declined_gives_everything_back()
    {
        QCOMPARE(codeOf(wait(two->therapist->engine->declineVisit(two->therapist->visit().id))), QString());
        ended(VisitEnding::Declined);
        balances(0, 0);
        coinsAreThere(2 * kCarrier);
    }
    void no_answer_in_time_gives_everything_back()
    {
        QCOMPARE(two->clockTo(two->patient->visit().acceptBy, 10 * kMinute), QString());
        ended(VisitEnding::RequestExpired);
        balances(0, 0);
    }
    void cancelling_in_time_is_free()
    {
        QCOMPARE(two->accept(), QString());
        QVERIFY2(two->therapist->until([](const Snapshot& s) { return s.tokens->held == static_cast<std::uint64_t>(kBond); }),
                 qPrintable(explainTokens(*two->therapist)));
        QCOMPARE(two->patient->visit().cancelToMe.value, TwoSides::kPrice);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::CancelledFree);
        balances(0, 0);
    }
    void cancelling_late_costs_the_share()
    {
        commit();
        QCOMPARE(two->patient->visit().cancelToMe.value, TwoSides::kPrice / 2);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::CancelledLate);
        balances(-kPrice / 2, kPrice / 2);
    }
    void a_therapist_who_cancels_in_time_gives_everything_back()
    {
        QCOMPARE(two->accept(), QString());
        QCOMPARE(codeOf(wait(two->therapist->engine->cancelVisit(two->therapist->visit().id))), QString());
        ended(VisitEnding::CancelledByTherapist);
        balances(0, 0);
    }
    void a_therapist_who_cancels_after_commit_loses_the_bond()
    {
        commit();
        QCOMPARE(codeOf(wait(two->therapist->engine->cancelVisit(two->therapist->visit().id))), QString());
        ended(VisitEnding::CancelledByTherapist);
        balances(kBond, -kBond);
    }
    void when_the_patient_vanishes_the_therapist_is_paid_by_her_own_app()
    {
        commit();
        two->patient->engine.reset();
        two->patient->start(); // locked: it does nothing more
        const auto visit = two->therapist->visit();
        const auto move = [&](Millis to, std::int64_t more) {
            const auto ms = to.minus(two->world->clock().now()) + more;
            if (ms > 0) QCOMPARE(codeOf(wait(two->therapist->engine->advanceClock(ms))), QString());
        };
        move(visit.startsAt, 5 * kMinute);
        QVERIFY(two->therapist->phase(VisitPhase::InSession));
        move(visit.endsAt, 25 * kHour);
        QVERIFY(two->therapist->phase(VisitPhase::Ended)); // her app takes the price by itself
        QVERIFY(QTest::qWaitFor([&] { return wait(two->patient->engine->unlock(words("seven green bottles"))).has_value(); }, 20'000));
        ended(VisitEnding::Claimed);
        balances(-kPrice, kPrice - kLevy);
    }
    void a_watcher_without_any_key_keeps_it_going_while_both_are_away()
    {
        QCOMPARE(two->accept(), QString());
        const auto v = two->patient->visit();
        const QString path = two->folder.filePath(QStringLiteral("list.json"));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().watch->saveWatchList(path.toStdString()))), QString());
        two->patient->engine.reset();
        two->therapist->engine.reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto list = readWatchList(file.readAll().toStdString());
        QCOMPARE(codeOf(list), QString());
        const auto purse = WatchPurse::of(crypto::secpNewSecret(two->world->random), two->world->network.addressPrefix);
        QCOMPARE(codeOf(purse), QString());
        QCOMPARE(codeOf(two->world->practice->faucet(purse->script(), kas(10), Deadline{})), QString());
        Watcher watcher(*two->world->node, two->world->network, *purse, two->world->random, beginWith(*list));
        const auto pushes = [&](std::string_view step) {
            const auto round = watcher.round(Deadline{});
            return round &&
                   std::ranges::any_of(round->notes, [&](const WatchNote& n) { return n.what == WatchEvent::Pushed && n.step == step; });
        };
        QVERIFY(!pushes("commit"));
        QCOMPARE(codeOf(two->world->practice->advance(v.startsAt.minus(two->world->clock().now()) + 10 * kMinute)), QString());
        QVERIFY(pushes("commit"));
        QVERIFY(pushes("begin"));
        QCOMPARE(codeOf(two->world->practice->advance(50 * kHour)), QString());
        QVERIFY(pushes("claim-for-therapist"));
        for (auto* side : {two->therapist.get(), two->patient.get()}) {
            side->start();
            QVERIFY(side->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        }
        QCOMPARE(codeOf(wait(two->therapist->engine->unlock(words("a quiet room by the sea")))), QString());
        QCOMPARE(codeOf(wait(two->patient->engine->unlock(words("seven green bottles")))), QString());
        ended(VisitEnding::Claimed);
        balances(-kPrice, kPrice - kLevy);
    }
    void an_agreed_split_pays_both()
    {
        QCOMPARE(two->accept(), QString());
        const Sompi toPatient{TwoSides::kPrice * 3 / 4};
        QCOMPARE(codeOf(wait(two->patient->engine->proposeSplit(two->patient->visit().id, toPatient))), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits[0].canAnswerSplit; }));
        QCOMPARE(two->therapist->visit().split->toPatient.value, toPatient.value);
        QCOMPARE(codeOf(wait(two->therapist->engine->answerSplit(two->therapist->visit().id, true))), QString());
        ended(VisitEnding::Agreed);
        balances(-kPrice / 4, kPrice / 4);
    }
    void who_raised_the_problem_gets_the_stake_back_when_both_agree_data()
    {
        QTest::addColumn<bool>("hers");
        QTest::newRow("the therapist") << true;
        QTest::newRow("the patient") << false;
    }
    void who_raised_the_problem_gets_the_stake_back_when_both_agree()
    {
        QFETCH(bool, hers);
        commit();
        const auto id = two->patient->visit().id;
        auto& by = hers ? *two->therapist : *two->patient;
        QCOMPARE(codeOf(wait(by.engine->doors().disputes->raiseProblem(id))), QString());
        QVERIFY(two->patient->phase(VisitPhase::Disputed) && two->therapist->phase(VisitPhase::Disputed));
        QVERIFY(two->patient->until([](const Snapshot& s) { return s.visits[0].canProposeSplit; }));
        const Sompi toPatient{TwoSides::kPrice * 3 / 4};
        QCOMPARE(codeOf(wait(two->patient->engine->proposeSplit(id, toPatient))), QString());
        QVERIFY(two->therapist->until([](const Snapshot& s) { return s.visits[0].canAnswerSplit; }));
        QCOMPARE(codeOf(wait(two->therapist->engine->answerSplit(id, true))), QString());
        ended(VisitEnding::Agreed);
        balances(-kPrice / 4, kPrice / 4);
        // 20 KAS of stake are nobody's gain: what is away on her side is what lies under her tokens, on the patient's what
        // lies under theirs and in the ticket, which counts as held.
        coinsAreThere(3 * kCarrier);
        QVERIFY(two->therapist->all() + feesOf(*two->therapist) <= m_therapistCoins + kCarrier);
    }
    void a_restart_and_the_words_bring_a_live_visit_back()
    {
        QCOMPARE(two->accept(), QString());
        auto recovered = wait(two->patient->engine->recoveryWords(words("seven green bottles")));
        QVERIFY(recovered);
        two->patient->engine.reset();
        Side again(two->world, two->folder.filePath(QStringLiteral("again")));
        QCOMPARE(
            codeOf(wait(again.engine->restorePersona(Secret::copyOf((*recovered)->view()), "Noor", words("a boat upon the lake"), false))),
            QString());
        QVERIFY2(again.until([](const Snapshot& s) {
            return s.visits.size() == 1 && s.visits[0].phase == VisitPhase::Accepted && s.visits[0].inTokens;
        }),
                 qPrintable(explainTokens(again)));
        QCOMPARE(codeOf(wait(again.engine->cancelVisit(again.visit().id))), QString());
        QVERIFY2(again.until([](const Snapshot& s) {
            return s.visits[0].phase == VisitPhase::Ended && s.tokens->available == kGift && s.tokens->held == 0;
        }),
                 qPrintable(explainTokens(again)));
    }
    void the_words_alone_find_what_a_visit_paid_back_before_they_were_typed()
    {
        QCOMPARE(two->accept(), QString());
        auto recovered = wait(two->patient->engine->recoveryWords(words("seven green bottles")));
        QVERIFY(recovered);
        QCOMPARE(codeOf(wait(two->patient->engine->cancelVisit(two->patient->visit().id))), QString());
        ended(VisitEnding::CancelledFree);
        balances(0, 0);
        two->patient->engine.reset();
        Side again(two->world, two->folder.filePath(QStringLiteral("again")));
        QCOMPARE(
            codeOf(wait(again.engine->restorePersona(Secret::copyOf((*recovered)->view()), "Noor", words("a boat upon the lake"), false))),
            QString());
        QVERIFY2(again.until([](const Snapshot& s) {
            return s.visits.size() == 1 && s.visits[0].phase == VisitPhase::Ended && s.tokens && s.tokens->available == kGift;
        }),
                 qPrintable(explainTokens(again)));
    }
};

QTEST_GUILESS_MAIN(TestTokenVisits)
#include "tst_token_visits.moc"
