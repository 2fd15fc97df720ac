// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/two_sides.h"

#include "service/partner.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestPartner : public QObject
{
    Q_OBJECT
private slots:
    void a_newcomer_alone_walks_the_whole_way_with_a_practice_partner();
    void a_second_host_on_the_same_folder_does_not_double_them();
    void after_a_reset_of_the_network_everything_begins_again();
};

void TestPartner::a_newcomer_alone_walks_the_whole_way_with_a_practice_partner()
{
    QTemporaryDir folder;
    const auto world = NetworkWorld::practiceIn((folder.path() + QStringLiteral("/n")).toStdString());
    QVERIFY(world.has_value());
    PartnerHost host(*world, (folder.path() + QStringLiteral("/n")).toStdString());
    Side patient(*world, folder.filePath(QStringLiteral("p")));
    QVERIFY(patient.until([](const Snapshot& s) { return s.gate == Gate::Guest && s.therapists.size() == 3; }));
    for (const auto& t : patient.now()->therapists) {
        QVERIFY(t.licence.practicePartner && t.licence.state == LicenceState::Valid);
        QVERIFY(t.about.find("a program on your computer, not a person") != std::string::npos);
        QVERIFY(!t.openTimes.empty());
    }
    QCOMPARE(codeOf(wait(patient.engine->createPersona(Role::Patient, "Noor", words("seven green bottles"), false, {}))), QString());
    QVERIFY(patient.until([](const Snapshot& s) { return s.money.available.value > 0; }));
    const auto therapist = patient.now()->therapists[0];
    const auto now = patient.now()->network.now;
    const auto slot = std::ranges::find_if(therapist.openTimes, [&](Millis t) { return t.minus(now) > 2 * kDay; });
    QVERIFY(slot != therapist.openTimes.end());
    QCOMPARE(codeOf(wait(patient.engine->book(therapist.id, *slot, "Just looking"))), QString());
    QVERIFY(patient.phase(VisitPhase::Accepted));
    QCOMPARE(codeOf(wait(patient.engine->sendMessage(patient.visit().threadId, "Who are you?"))), QString());
    QVERIFY(patient.until([](const Snapshot& s) { return s.threads[0].lastText.find("practice partner") != std::string::npos; }));

    const auto clockTo = [&](Millis at) {
        const auto ms = at.minus((*world)->clock().now());
        if (ms > 0) QCOMPARE(codeOf(wait(patient.engine->advanceClock(ms))), QString());
    };
    clockTo(patient.visit().startsAt.plus(kMinute));
    QVERIFY(patient.until([](const Snapshot& s) { return s.visits[0].canJoin; }));
    QCOMPARE(codeOf(wait(patient.engine->joinVisit(patient.visit().id))), QString());
    QVERIFY(patient.until([](const Snapshot& s) { return s.visits[0].joinedByThem && s.visits[0].canSignRecord; }));
    QCOMPARE(codeOf(wait(patient.engine->signRecord(patient.visit().id))), QString());
    QVERIFY(patient.until([](const Snapshot& s) { return s.visits[0].canComplete; }));
    QCOMPARE(codeOf(wait(patient.engine->completeVisit(patient.visit().id))), QString());
    QVERIFY(patient.phase(VisitPhase::Ended));
    QCOMPARE(patient.visit().ending, VisitEnding::Completed);
}

void TestPartner::a_second_host_on_the_same_folder_does_not_double_them()
{
    QTemporaryDir folder;
    const auto path = (folder.path() + QStringLiteral("/n")).toStdString();
    const auto world = NetworkWorld::practiceIn(path);
    QVERIFY(world.has_value());
    PartnerHost first(*world, path), second(*world, path);
    Side patient(*world, folder.filePath(QStringLiteral("p")));
    QVERIFY(patient.until([](const Snapshot& s) { return s.therapists.size() == 3; }));
    QCOMPARE(patient.now()->therapists.size(), std::size_t(3));
}

void TestPartner::after_a_reset_of_the_network_everything_begins_again()
{
    TwoSides two;
    QCOMPARE(two.begin(), QString());
    QCOMPARE(two.book(two.slot()), QString());
    QCOMPARE(two.accept(), QString());
    QCOMPARE(codeOf(wait(two.patient->engine->resetPractice())), QString());
    QVERIFY(two.patient->phase(VisitPhase::Ended));
    QCOMPARE(two.patient->visit().ending, VisitEnding::NotStarted);
    QVERIFY(two.patient->until([](const Snapshot& s) { return s.money.available == kas(5000) && s.money.held.value == 0; }));
    if (!two.patient->until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].openTimes.empty(); }))
        QFAIL(qPrintable(QStringLiteral("the listing does not come back: ") + two.therapist->explain()));
    QCOMPARE(two.book(two.slot()), QString());
}

QTEST_GUILESS_MAIN(TestPartner)
#include "tst_partner.moc"
