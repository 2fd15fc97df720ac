// SPDX-License-Identifier: GPL-3.0-or-later
// What the page about rewards says and asks for.
#include "fake_rewards.h"
#include "model_setup.h"
#include "rewards_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace bt;
using namespace bt::test;
using app::RewardsViewModel;
using service::RewardsView;

namespace {

struct World {
    Setup setup;
    FakeRewards door;
    RewardsViewModel model;
    explicit World(std::shared_ptr<RewardsView> view)
        : setup(patient(service::VisitPhase::Accepted)), door(setup.engine), model(setup.context)
    {
        show(std::move(view));
    }
    void show(std::shared_ptr<RewardsView> view)
    {
        setup.engine.publish([&](service::Snapshot& s) { s.rewards = view; });
    }
};

} // namespace

class TestRewardsModel : public QObject
{
    Q_OBJECT
private slots:
    void the_pool_stands_there_in_exact_figures()
    {
        World w(rewardsView());
        QCOMPARE(w.model.state(), RewardsViewModel::State::Ready);
        QCOMPARE(w.model.balance(), QStringLiteral("99,875.5 BTAI"));
        QCOMPARE(w.model.roundWords(), QStringLiteral("Round 3 is being paid."));
        QCOMPARE(w.model.leftWords(), QStringLiteral("At most 9,000 BTAI more in this round, and at most 1,000 BTAI for one award."));
        QCOMPARE(w.model.rules().size(), 5);
        QCOMPARE(w.model.rules().at(2).toMap().value(QStringLiteral("left")).toString(), QStringLiteral("4,900 BTAI left"));
        w.show(rewardsView(RewardsView::Phase::Announced));
        QVERIFY(w.model.roundWords().startsWith(QStringLiteral("Round 3 is announced. Until ")));
        w.show(rewardsView(RewardsView::Phase::Closed));
        QCOMPARE(w.model.roundWords(), QStringLiteral("Round 3 was stopped by a steward. Nothing of it is paid."));
        QVERIFY(w.model.leftWords().isEmpty());
    }
    void where_there_is_nothing_to_see_it_says_why()
    {
        World w(nullptr);
        QCOMPARE(w.model.state(), RewardsViewModel::State::None);
        auto view = std::make_shared<RewardsView>();
        w.show(view);
        QCOMPARE(w.model.stateWords(), QStringLiteral("There is no reward pool on this network."));
        view = std::make_shared<RewardsView>();
        view->reading = true;
        w.show(view);
        QCOMPARE(w.model.state(), RewardsViewModel::State::Reading);
        view = rewardsView();
        view->lost = true;
        w.show(view);
        QCOMPARE(w.model.state(), RewardsViewModel::State::Lost);
    }
    void only_an_award_that_can_be_paid_has_a_button()
    {
        World w(rewardsView());
        QCOMPARE(w.model.mine()->count(), 7);
        for (int i = 0; i < 7; ++i) QCOMPARE(w.model.mine()->row(i).value(QStringLiteral("ready")).toBool(), i == 0);
        QVERIFY(!w.model.mine()->row(0).value(QStringLiteral("trouble")).toString().isEmpty());
        for (int i = 0; i < 7; ++i) QVERIFY(!w.model.mine()->row(i).value(QStringLiteral("words")).toString().isEmpty());
        w.model.claim(QStringLiteral("3/0"));
        QCOMPARE(w.setup.engine.calls.last(), QStringLiteral("claim 3 0"));
        QTRY_VERIFY(w.model.errorText().isEmpty());
        w.setup.engine.answer = Error{"reward.epoch_over", {"3"}, {}};
        w.model.claim(QStringLiteral("3/0"));
        QTRY_VERIFY(w.model.errorText().contains(QStringLiteral("round of this award is over")));
    }
    void asking_names_a_reason_of_the_list_and_shows_a_code()
    {
        World w(rewardsView());
        QCOMPARE(w.model.reasons().size(), 5);
        w.model.choose(2);
        QVERIFY(!w.model.reasonHint().isEmpty());
        QSignalSpy asked(&w.model, &RewardsViewModel::asked);
        w.model.ask(QStringLiteral("Two pages."));
        QCOMPARE(w.setup.engine.calls.last(), QStringLiteral("ask translation Two pages."));
        QTRY_COMPARE(w.model.code(), QStringLiteral("bt-reward:abc"));
        QCOMPARE(asked.count(), 1);
        w.model.show(1);
        QCOMPARE(w.model.code(), QStringLiteral("bt-reward:one"));
        w.model.forget(1);
        QCOMPARE(w.setup.engine.calls.last(), QStringLiteral("forgetAsk 1"));
        QVERIFY(w.model.code().isEmpty());
        w.setup.engine.answer = Error{"reward.no_evidence", {}, {}};
        w.model.ask(QStringLiteral(" "));
        QTRY_VERIFY(w.model.askError().contains(QStringLiteral("few words")));
        QCOMPARE(asked.count(), 1); // what was typed stays
    }
    void a_missing_list_is_asked_for_and_taken_in()
    {
        auto view = rewardsView();
        view->listMissing = true;
        World w(view);
        QVERIFY(!w.model.missingWords().isEmpty());
        QSignalSpy taken(&w.model, &RewardsViewModel::taken);
        w.model.take(QStringLiteral("  "));
        QVERIFY(w.setup.engine.calls.isEmpty() || !w.setup.engine.calls.last().startsWith(QStringLiteral("importList")));
        w.model.take(QStringLiteral("{list}"));
        QCOMPARE(w.setup.engine.calls.last(), QStringLiteral("importList {list}"));
        QTRY_COMPARE(taken.count(), 1);
        w.setup.engine.answer = Error{"reward.list_differs", {"root"}, {}};
        w.model.take(QStringLiteral("{other}"));
        QTRY_VERIFY(w.model.errorText().contains(QStringLiteral("not the list that the stewards signed")));
        QCOMPARE(taken.count(), 1);
    }
    void the_practice_stewards_are_asked_once_at_a_time()
    {
        World w(rewardsView());
        w.model.decide();
        QCOMPARE(w.setup.engine.calls.last(), QStringLiteral("practiceDecides"));
        QTRY_VERIFY(!w.model.deciding());
        w.setup.engine.answer = Error{"reward.too_early", {"1"}, {}};
        w.model.decide();
        QTRY_VERIFY(w.model.errorText().startsWith(QStringLiteral("It is too early")));
    }
};

QTEST_MAIN(TestRewardsModel)
#include "tst_rewards_model.moc"
