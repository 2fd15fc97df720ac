// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "codec/text.h"
#include "service/receipts/receipts_door.h"
#include "service/two_sides.h"

#include <QFile>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

using State = ReceiptView::State;

static ReceiptView receiptOf(const Side& side, const std::string& visitId)
{
    const auto s = side.now();
    if (!s->receipts) return {};
    const auto it = s->receipts->visits.find(visitId);
    return it == s->receipts->visits.end() ? ReceiptView{} : it->second;
}

class TestReceipts : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;

    //! A visit that took place, signed and paid.
    void complete()
    {
        QCOMPARE(two->book(two->slot()), QString());
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->clockTo(two->patient->visit().freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->phase(VisitPhase::Committed));
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
        QVERIFY(two->patient->phase(VisitPhase::Ended) && two->therapist->phase(VisitPhase::Ended));
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
    }
    void cleanup() { two.reset(); }

    void her_app_signs_what_was_paid_and_the_patient_adds_what_she_likes();
    void where_nothing_was_paid_there_is_no_receipt();
};

void TestReceipts::her_app_signs_what_was_paid_and_the_patient_adds_what_she_likes()
{
    complete();
    if (QTest::currentTestFailed()) return;
    const auto id = two->patient->visit().id;
    auto& hers = *two->patient->engine->doors().receipts;
    auto& his = *two->therapist->engine->doors().receipts;
    QCOMPARE(codeOf(wait(hers.document(id, {}))).trimmed(), QStringLiteral("receipt.not_there"));
    QCOMPARE(codeOf(wait(hers.ask(id))), QString());
    QVERIFY(two->patient->until([&](const Snapshot&) { return receiptOf(*two->patient, id).state == State::Ready; }));
    QVERIFY(receiptOf(*two->therapist, id).state == State::Ready);
    QCOMPARE(receiptOf(*two->therapist, id).number, receiptOf(*two->patient, id).number);

    const auto plain = wait(hers.document(id, {}));
    QVERIFY2(plain.has_value(), qPrintable(codeOf(plain)));
    const auto& r = plain->content.receipt;
    QCOMPARE(r.issuer, two->patient->now()->therapists[0].id);
    QCOMPARE(r.name, std::string("Mariam"));
    QCOMPARE(r.service, std::string("S-50"));
    QCOMPARE(r.amount.value, TwoSides::kPrice);
    QCOMPARE(r.start.value, two->patient->visit().startsAt.value);
    QCOMPARE(r.currency, std::string("EUR"));
    QCOMPARE(r.rateSource, std::string("practice_fixed"));
    QCOMPARE(plain->micros, std::int64_t(58'000'000)); // 1,000 KAS at 0.058
    QVERIFY(plain->licence.trusted && !plain->licence.registerId.empty());
    const auto s = two->patient->now();
    const auto paid = std::ranges::find_if(s->visits[0].steps, [](const VisitStep& step) { return step.step == "complete"; });
    QVERIFY(paid != s->visits[0].steps.end());
    QCOMPARE(codec::hexEncode(r.payment.view()), paid->txid);
    // Neither a name nor a diagnosis, nor a word that says what the visit was.
    const QByteArray words(reinterpret_cast<const char*>(plain->json.data()), qsizetype(plain->json.size()));
    for (const char* word : {"Noor", "diagnosis", "sleep", "therap"}) QVERIFY2(!words.contains(word), word);
    QVERIFY(!plain->content.byHolder);

    const auto bill = wait(hers.document(id, {"Noor A.", "F51.0"}));
    QVERIFY2(bill.has_value(), qPrintable(codeOf(bill)));
    QCOMPARE(bill->content.added.diagnosis, std::string("F51.0"));
    QVERIFY(bill->content.byHolder.has_value());
    QVERIFY(wait(hers.document(id, {}))->json == plain->json); // nothing of it was kept
    QCOMPARE(codeOf(wait(his.document(id, {"", "F51.0"}))).trimmed(), QStringLiteral("receipt.not_yours"));
    QVERIFY(wait(his.document(id, {}))->json == plain->json);

    const QString path = two->folder.filePath(QStringLiteral("receipt.json"));
    QCOMPARE(codeOf(wait(hers.save(path.toStdString(), id, {"Noor A.", ""}))), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(readReceipt(bytesOf(file.readAll().toStdString())).has_value());
    QCOMPARE(codeOf(wait(hers.save("/nowhere/at/all.json", id, {}))).left(16), QStringLiteral("file.not_written"));

    // A restart keeps it, and asking again costs nobody anything.
    two->patient->engine.reset();
    two->patient->start();
    QVERIFY(two->patient->until([](const Snapshot& now) { return now.gate == Gate::Locked; }));
    QCOMPARE(codeOf(wait(two->patient->engine->unlock(bt::test::words("seven green bottles")))), QString());
    QVERIFY(two->patient->until([&](const Snapshot&) { return receiptOf(*two->patient, id).state == State::Ready; }));
    QVERIFY(two->patient->until([](const Snapshot& now) { return now.outbox.empty() && now.money.waiting.value == 0; }));
    const auto money = two->patient->all();
    QCOMPARE(codeOf(wait(two->patient->engine->doors().receipts->ask(id))), QString());
    QVERIFY(two->patient->now()->outbox.empty());
    QCOMPARE(two->patient->all(), money);
}

void TestReceipts::where_nothing_was_paid_there_is_no_receipt()
{
    QCOMPARE(two->book(two->slot()), QString());
    const auto id = two->patient->visit().id;
    QCOMPARE(codeOf(wait(two->patient->engine->doors().receipts->ask(id))).trimmed(), QStringLiteral("receipt.nothing_paid"));
    QCOMPARE(codeOf(wait(two->therapist->engine->declineVisit(id))), QString());
    QVERIFY(two->patient->phase(VisitPhase::Ended) && two->therapist->phase(VisitPhase::Ended));
    QVERIFY(two->patient->now()->receipts && two->patient->now()->receipts->visits.empty());
    QCOMPARE(codeOf(wait(two->therapist->engine->doors().receipts->ask(id))).trimmed(), QStringLiteral("receipt.nothing_paid"));
    QCOMPARE(codeOf(wait(two->patient->engine->doors().receipts->ask("unknown"))).trimmed(), QStringLiteral("visit.unknown"));
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
