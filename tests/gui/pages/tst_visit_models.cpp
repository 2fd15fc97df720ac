// SPDX-License-Identifier: GPL-3.0-or-later
// The room and every road of a visit: what is shown, what is asked of the engine, what stays when that fails.
#include "model_setup.h"
#include "room_view_model.h"
#include "visit_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;
using service::VisitPhase;

class TestVisitModels : public QObject
{
    Q_OBJECT
private slots:
    void the_rooms_timer_counts_minutes_and_seconds_only_in_the_last()
    {
        Setup s(patient(VisitPhase::InSession));
        s.engine.publish([](service::Snapshot& n) { n.visits.front().joinedByMe = true; });
        RoomViewModel room(s.context);
        room.open(QStringLiteral("v1"));
        QCOMPARE(room.state(), RoomViewModel::State::Open);
        QVERIFY(room.timer().startsWith(QStringLiteral("34")));
        QVERIFY(!s.now.fine());
        s.steady = 33 * kMinute + 18 * kSecond;
        emit s.now.ticked();
        QCOMPARE(room.timer(), QStringLiteral("0:42"));
        QVERIFY(s.now.fine());
        s.steady += kMinute;
        emit s.now.ticked();
        QCOMPARE(room.state(), RoomViewModel::State::Over);
        QVERIFY(!s.now.fine());
    }

    void in_the_room_both_sign_and_the_patient_confirms()
    {
        Setup s(patient(VisitPhase::InSession));
        RoomViewModel room(s.context);
        room.open(QStringLiteral("v1"));
        QVERIFY(room.canJoin());
        room.join();
        QTRY_VERIFY(!room.busy());
        s.engine.publish([](service::Snapshot& n) {
            auto& v = n.visits.front();
            v.joinedByMe = v.canSignRecord = true;
            v.record = service::RecordState::SignedByThem;
        });
        QVERIFY(room.canSign());
        room.signRecord();
        QTRY_VERIFY(!room.busy());
        s.engine.publish([](service::Snapshot& n) {
            n.visits.front().record = service::RecordState::SignedByBoth;
            n.visits.front().canComplete = true;
        });
        QCOMPARE(room.payWords(), QStringLiteral("Confirm, and 60\u00a0€ are paid"));
        QSignalSpy finished(&room, &RoomViewModel::finished);
        room.complete();
        s.engine.publish([](service::Snapshot& n) {
            n.visits.front().phase = VisitPhase::Ended;
            n.visits.front().ending = service::VisitEnding::Completed;
        });
        QCOMPARE(finished.size(), 1);
        QVERIFY(s.engine.calls.contains(QStringLiteral("joinVisit v1")));
        QVERIFY(s.engine.calls.contains(QStringLiteral("signRecord v1")));
        QVERIFY(s.engine.calls.contains(QStringLiteral("completeVisit v1")));
    }

    void each_road_of_a_visit_reaches_the_engine_once()
    {
        Setup s(practice());
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        QVERIFY(v.canAccept());
        QCOMPARE(v.intake(), QStringLiteral("Worry in the evenings, since the move."));
        QCOMPARE(s.engine.calls, QStringList{QStringLiteral("disclose v1 accept")}); // what it costs and shows is asked first
        s.engine.calls.clear();
        s.engine.hold = true;
        v.accept();
        v.accept(); // no second call while the first is on its way
        v.decline();
        QCOMPARE(v.state(), VisitViewModel::State::Working);
        s.engine.finish();
        QTRY_COMPARE(v.state(), VisitViewModel::State::Ready);
        QCOMPARE(s.engine.calls.filter(QStringLiteral("v1")), QStringList{QStringLiteral("acceptVisit v1")});
        v.decline();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("declineVisit v1")));
        v.cancel(); // not offered: no call
        v.claim();
        QVERIFY(!s.engine.calls.contains(QStringLiteral("cancelVisit v1")));
        QVERIFY(!s.engine.calls.contains(QStringLiteral("claimVisit v1")));
    }

    void a_request_that_has_not_left_can_be_taken_back_on_its_own_page()
    {
        Setup s(patient(VisitPhase::Preparing));
        s.engine.publish([](service::Snapshot& n) {
            n.visits.front().moving = true;
            n.visits.front().conflictOutbox = 7;
        });
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        QVERIFY(v.canTakeBack() && !v.canReplan());
        v.takeBack();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("cancelOutbox 7")));
        QTRY_COMPARE(v.state(), VisitViewModel::State::Ready);
        // Once it has left, cancelling is the visit's own road.
        s.engine.publish([](service::Snapshot& n) { n.visits.front().conflictOutbox = 0; });
        QVERIFY(!v.canTakeBack());
    }

    void a_stopped_request_is_tried_again_or_taken_back()
    {
        Setup s(patient(VisitPhase::Preparing));
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        QVERIFY(!v.canReplan());
        const QString going = v.sentence();
        s.engine.publish([](service::Snapshot& n) {
            n.visits.front().trouble = "payment.conflict";
            n.visits.front().conflictOutbox = 7;
        });
        QVERIFY(v.canReplan());
        QVERIFY(v.sentence() != going); // nothing is on its way any more
        v.replan();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("retryOutbox 7")));
        QTRY_COMPARE(v.state(), VisitViewModel::State::Ready);
        v.takeBack();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("cancelOutbox 7")));
    }

    void cancelling_names_the_exact_amounts()
    {
        Setup s(patient(VisitPhase::Committed));
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        QVERIFY(v.cancelOutcome().contains(QStringLiteral("30.00\u00a0€ come to you and 30.00\u00a0€ go to Dr. Mariam Okonjo")));
        s.engine.publish([](service::Snapshot& n) { n.visits.front().cancelToMe = {kPrice}, n.visits.front().cancelToThem = {0}; });
        QVERIFY(v.cancelOutcome().contains(QStringLiteral("60.00\u00a0€ come back to you")));
    }

    void a_split_is_proposed_only_within_what_is_held()
    {
        Setup s(patient(VisitPhase::Committed));
        s.engine.publish([](service::Snapshot& n) { n.visits.front().canProposeSplit = true; });
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        v.setSplitText(QStringLiteral("100"));
        QVERIFY(!v.splitFits());
        v.proposeSplit();
        v.setSplitText(QStringLiteral("abc"));
        QVERIFY(!v.splitFits());
        v.setSplitText(QStringLiteral("71.60")); // price and bond together, shown rounded
        QVERIFY(v.splitFits());
        v.setSplitText(QStringLiteral("45"));
        QVERIFY2(v.splitPreview().startsWith(QStringLiteral("45.00\u00a0€ to you, 26.60\u00a0€ to")), qPrintable(v.splitPreview()));
        v.proposeSplit();
        QTRY_VERIFY(s.engine.calls.contains(QStringLiteral("proposeSplit v1")));
        QCOMPARE(s.format.money(s.engine.proposed), QStringLiteral("45.00\u00a0€"));
        QCOMPARE(s.engine.calls.count(QStringLiteral("proposeSplit v1")), 1);
    }

    void a_failed_step_keeps_the_page_usable_and_says_why()
    {
        Setup s(practice());
        VisitViewModel v(s.context);
        v.open(QStringLiteral("v1"));
        s.engine.answer = Error{"node.offline", {}, {}};
        v.accept();
        QTRY_VERIFY(!v.errorText().isEmpty());
        QCOMPARE(v.state(), VisitViewModel::State::Ready);
    }
};

QTEST_GUILESS_MAIN(TestVisitModels)
#include "tst_visit_models.moc"
