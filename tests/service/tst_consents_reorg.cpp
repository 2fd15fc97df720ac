// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain takes back of a consent: it stands, or ends, again by itself, for giver and reader alike.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/consents/consents_door.h"
#include "service/consents/consents_view.h"
#include "service/json_fields.h"
#include "service/scripted_sides.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestConsentsReorg : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;

    [[nodiscard]] ConsentView one(const Side& side) const
    {
        const auto s = side.now();
        return s->consents && !s->consents->consents.empty() ? s->consents->consents.front() : ConsentView{};
    }
    [[nodiscard]] bool both(ConsentStatus wanted)
    {
        return two->until([&] {
            return one(*two->patient).status == wanted && !one(*two->patient).id.empty() && one(*two->therapist).status == wanted &&
                   !one(*two->therapist).id.empty();
        });
    }
    [[nodiscard]] bool reads(bool something)
    {
        return two->until([&] {
            const auto s = two->therapist->now();
            return s->consents && s->consents->shared.empty() != something;
        });
    }
    void rest()
    {
        QVERIFY2(two->until([&] {
            const auto p = two->patient->now(), t = two->therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0;
        }),
                 qPrintable(two->explain()));
    }

private slots:
    void a_consent_and_its_end_go_back_and_come_again_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("1") << 1;
        QTest::newRow("20") << 20;
    }
    void a_consent_and_its_end_go_back_and_come_again()
    {
        QFETCH(int, depth);
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        rest();
        QCOMPARE(codeOf(wait(two->patient->engine->book(two->patient->now()->therapists.at(0).id, two->slot(), "I cannot sleep."))),
                 QString());
        QVERIFY2(two->both(VisitPhase::Requested), qPrintable(two->explain()));
        rest();
        auto& hers = *two->patient->engine->doors().consents;
        const auto thread = two->patient->visit().threadId;
        QCOMPARE(codeOf(wait(hers.write("health", "Asthma."))), QString());
        QCOMPARE(codeOf(wait(hers.grant(thread, "health", two->clock.now().plus(90 * kDay)))), QString());
        QVERIFY2(both(ConsentStatus::Live), qPrintable(two->explain()));
        QVERIFY(reads(true));
        rest();

        const auto given = one(*two->patient);
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(given.txid), depth);
        QVERIFY2(two->until([&] {
            return one(*two->patient).status == ConsentStatus::Preparing && one(*two->therapist).status == ConsentStatus::Preparing;
        }),
                 qPrintable(two->explain()));
        QVERIFY(reads(false)); // what does not stand lets nothing be read
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(both(ConsentStatus::Live), qPrintable(two->explain()));
        QCOMPARE(one(*two->patient).covenantId, given.covenantId);
        QVERIFY(reads(true));
        rest();

        QCOMPARE(codeOf(wait(hers.takeBack(thread, "health"))), QString());
        QVERIFY2(both(ConsentStatus::TakenBack), qPrintable(two->explain()));
        QVERIFY(reads(false));
        rest();
        const auto ended = one(*two->patient);
        two->chain->mineAtOnce(false);
        two->chain->takeBack(idOf(ended.endTxid), depth);
        // Her wish stands while the chain does not have it.
        QVERIFY2(two->until([&] { return one(*two->patient).status == ConsentStatus::Ending; }), qPrintable(two->explain()));
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(both(ConsentStatus::TakenBack), qPrintable(two->explain()));
        QCOMPARE(one(*two->patient).endTxid, ended.endTxid);
        QVERIFY(reads(false));
        rest();
        QCOMPARE(two->patient->now()->consents->consents.size(), std::size_t(1));
        two.reset();
    }
};

QTEST_GUILESS_MAIN(TestConsentsReorg)
#include "tst_consents_reorg.moc"
