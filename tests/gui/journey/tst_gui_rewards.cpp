// SPDX-License-Identifier: GPL-3.0-or-later
// A reward by keys: asked for on the page, decided by the practice stewards, waited for, paid once; the other window sees it.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#include "service/rewards/rewards_view.h"
#include "service/tokens/tokens_view.h"
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiRewards : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    bool award(service::AwardState state)
    {
        return play->until(Who::Patient, name("award"), [state](const Snapshot& s) {
            return s.rewards && s.rewards->mine.size() == 1 && s.rewards->mine[0].state == state;
        });
    }

private slots:
    void init()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open() && play->story().therapist() && play->story().booking());
        patient = &play->hand(Who::Patient);
        for (const Who who : {Who::Patient, Who::Therapist})
            OK(play->until(who, name("the pool"),
                           [](const Snapshot& s) { return s.rewards && s.rewards->there && s.rewards->balance > 0 && s.outbox.empty(); }));
    }
    void cleanup() { play.reset(); }

    void work_is_asked_for_on_the_page_and_paid_by_a_key()
    {
        OK(patient->press(name("place-money")) && patient->waitShows(name("Rewards")));
        OK(patient->press(name("money-rewards")));
        OK(patient->waitShows(name("100,000 BTAI")));
        OK(patient->waitShows(name("It cannot pay for attending, disclosing, praising or referring.")));
        OK(patient->type(name("rewards-text"), name("I kept a group calm for four weeks.")) && patient->press(name("rewards-ask")));
        OK(patient->waitShows(name("Give this to a steward: Moderation")));
        OK(patient->press(name("rewards-decide")) && award(service::AwardState::Announced));
        OK(patient->waitShows(name("unless a steward objects before")));
        const auto before = play->now(Who::Patient)->tokens->available;
        OK(play->clockPast(Who::Patient, play->now(Who::Patient)->rewards->mine[0].from));
        OK(award(service::AwardState::Ready));
        OK(patient->press(name("rewards-claim-0")) && patient->waitShows(name("The network fee is ")) && patient->press(name("accept")) &&
           award(service::AwardState::Paid));
        const auto paid = play->now(Who::Patient)->rewards->mine[0].amount;
        OK(play->until(Who::Patient, name("BTAI"), [&](const Snapshot& s) { return s.tokens && s.tokens->available == before + paid; }));
        OK(patient->waitShows(name("Paid to you: Moderation")));
        OK(play->until(Who::Therapist, name("seen"), [](const Snapshot& s) {
            return s.rewards && !s.rewards->events.empty() && s.rewards->events[0].kind == "claim" && !s.rewards->events[0].mine;
        }));
    }
};

int main(int argc, char** argv)
{
    TestGuiRewards test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_rewards.moc"
