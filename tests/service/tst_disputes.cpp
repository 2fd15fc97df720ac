// SPDX-License-Identifier: GPL-3.0-or-later
// A problem from both sides and from those who decide, each a persona of her own with an engine of her own.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "service/disputes/disputes_door.h"
#include "service/two_sides.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

// Four engines on one computer: patience, so that a slow one is not taken for a wrong one.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), 30000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(a, b) QTRY_COMPARE_WITH_TIMEOUT((a), (b), 30000)

class TestDisputes : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;
    std::unique_ptr<Side> ana, ben; // who decide, named by the patient and by the therapist
    std::uint64_t m_patient = 0, m_therapist = 0;
    static constexpr std::uint64_t kPrice = TwoSides::kPrice, kBond = TwoSides::kBond, kPot = kPrice + kBond;

    static DisputesDoor& door(const Side& side) { return *side.engine->doors().disputes; }
    static DisputeView problem(const Side& side)
    {
        const auto s = side.now();
        if (!s->disputes || s->visits.empty()) return {};
        const auto it = s->disputes->visits.find(s->visits[0].id);
        return it == s->disputes->visits.end() ? DisputeView{} : it->second;
    }
    static CaseView caseOf(const Side& side)
    {
        const auto s = side.now();
        return s->disputes && !s->disputes->cases.empty() ? s->disputes->cases[0] : CaseView{};
    }
    std::string visitId() const { return two->patient->visit().id; }
    void noteAll()
    {
        QTRY_VERIFY(two->therapist->now()->outbox.empty() && two->therapist->now()->money.waiting.value == 0);
        m_patient = two->patient->all() + feesOf(*two->patient);
        m_therapist = two->therapist->all() + feesOf(*two->therapist);
    }
    void balances(std::int64_t patientGains, std::int64_t therapistGains)
    {
        const auto settled = [&] {
            const auto p = two->patient->now(), t = two->therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0;
        };
        if (!QTest::qWaitFor(settled, 30'000)) QFAIL(qPrintable(two->patient->explain() + two->therapist->explain()));
        QTRY_COMPARE(static_cast<std::int64_t>(two->patient->all() + feesOf(*two->patient)) - static_cast<std::int64_t>(m_patient),
                     patientGains);
        QTRY_COMPARE(static_cast<std::int64_t>(two->therapist->all() + feesOf(*two->therapist)) - static_cast<std::int64_t>(m_therapist),
                     therapistGains);
    }
    void commit()
    {
        QCOMPARE(two->book(two->slot()), QString());
        QCOMPARE(two->accept(), QString());
        QCOMPARE(two->clockTo(two->patient->visit().freeUntil, 20 * kMinute), QString());
        QVERIFY(two->patient->phase(VisitPhase::Committed) && two->therapist->phase(VisitPhase::Committed));
    }
    void raise(Side& by)
    {
        QTRY_VERIFY(problem(by).canRaise);
        QCOMPARE(codeOf(wait(door(by).raiseProblem(visitId()))), QString());
        QVERIFY2(two->patient->phase(VisitPhase::Disputed), qPrintable(two->patient->explain()));
        QVERIFY2(two->therapist->phase(VisitPhase::Disputed), qPrintable(two->therapist->explain()));
        QTRY_VERIFY(problem(*two->patient).raised && problem(*two->therapist).raised);
    }
    void ended(VisitEnding ending)
    {
        QVERIFY2(two->patient->phase(VisitPhase::Ended), qPrintable(two->patient->explain()));
        QVERIFY2(two->therapist->phase(VisitPhase::Ended), qPrintable(two->therapist->explain()));
        QCOMPARE(two->patient->visit().ending, ending);
        QCOMPARE(two->therapist->visit().ending, ending);
    }
    static std::unique_ptr<Side> persona(TwoSides& all, const QString& folder, const char* name)
    {
        auto side = std::make_unique<Side>(all.world, all.folder.filePath(folder));
        if (!wait(side->engine->createPersona(Role::Patient, name, words("a third pair of eyes"), false, {}))) return nullptr;
        if (!side->until([](const Snapshot& s) { return s.disputes && !s.disputes->myCode.empty() && s.money.available.value > 0; }))
            return nullptr;
        return side;
    }
    //! Ana is the patient's choice, Ben the therapist's; the third stays the network's.
    void nameBoth()
    {
        ana = persona(*two, QStringLiteral("a"), "Ana");
        ben = persona(*two, QStringLiteral("b"), "Ben");
        QVERIFY(ana && ben);
        QCOMPARE(codeOf(wait(door(*two->patient).nameDeciders(ana->now()->disputes->myCode, {}))), QString());
        const auto before = two->patient->now()->therapists.at(0).listedAt;
        QCOMPARE(codeOf(wait(door(*two->therapist).nameDeciders(ben->now()->disputes->myCode, {}))), QString());
        QTRY_VERIFY(two->patient->now()->therapists.at(0).listedAt > before); // she reads the new listing
        QTRY_VERIFY(two->therapist->now()->outbox.empty());
    }
    std::int64_t say(Side& from, Side& to, const std::string& text)
    {
        const auto thread = from.now()->threads.at(0).id;
        if (!wait(from.engine->sendMessage(thread, text))) return 0;
        const auto has = [&](Side& side) {
            const auto page = wait(side.engine->messages(side.now()->threads.at(0).id, 0, 50));
            if (!page) return std::int64_t{0};
            for (const auto& m : *page)
                if (m.text == text) return m.id;
            return std::int64_t{0};
        };
        if (!QTest::qWaitFor([&] { return has(to) != 0; }, 30'000)) return 0;
        return has(from);
    }
    static std::int64_t idOf(Side& side, const std::string& text)
    {
        const auto page = wait(side.engine->messages(side.now()->threads.at(0).id, 0, 50));
        for (const auto& m : page.value_or(std::vector<MessageView>{}))
            if (m.text == text) return m.id;
        return 0;
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
    }
    void cleanup()
    {
        ana.reset();
        ben.reset();
        two.reset();
    }

    void a_newcomer_alone_is_helped_by_the_practice_network_after_an_hour()
    {
        noteAll();
        commit();
        QVERIFY(!problem(*two->patient).raised && problem(*two->patient).deciders[2].practice);
        raise(*two->patient);
        const auto p = problem(*two->patient), t = problem(*two->therapist);
        QVERIFY(p.raisedByMe && !t.raisedByMe && !p.canRaise && !p.canLapse && p.canAskPractice && p.stake.value == kBond);
        QVERIFY(!p.lapseAttended && p.lapseToMe.value == kPot && p.lapseToThem.value == 0 && !p.lapseStakeToMe && t.lapseStakeToMe);
        QTRY_VERIFY(std::ranges::any_of(two->therapist->now()->notices, [](const NoticeView& n) { return n.code == "problem_raised"; }));
        QVERIFY(std::ranges::none_of(two->patient->now()->notices, [](const NoticeView& n) { return n.code == "problem_raised"; }));
        QVERIFY(std::ranges::any_of(two->patient->now()->money.rows,
                                    [](const MoneyRow& r) { return r.kind == "stake_held" && r.amount == std::int64_t(kBond); }));
        QCOMPARE(codeOf(wait(door(*two->patient).askPractice(visitId()))), QString());
        QVERIFY(codeOf(wait(door(*two->patient).askPractice(visitId()))).startsWith(QStringLiteral("visit.not_now")));
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(50 * kMinute))), QString()); // a whole round of work is in it
        QCOMPARE(two->patient->visit().phase, VisitPhase::Disputed);                         // not before its time
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(15 * kMinute))), QString());
        ended(VisitEnding::Resolved);
        balances(std::int64_t(kPot / 2) - std::int64_t(kPrice) - std::int64_t(kBond), std::int64_t(kPot / 2) - std::int64_t(kBond));
    }

    void nobody_decides_and_time_ends_it_by_the_rules()
    {
        noteAll();
        commit();
        raise(*two->therapist);
        const auto t = problem(*two->therapist);
        QVERIFY(t.raisedByMe && t.lapseToMe.value == 0 && t.lapseToThem.value == kPot && !t.lapseStakeToMe);
        QVERIFY(codeOf(wait(door(*two->patient).lapse(visitId()))).startsWith(QStringLiteral("visit.not_now")));
        QCOMPARE(codeOf(wait(two->patient->engine->advanceClock(15 * kDay))), QString());
        if (QTest::qWaitFor([&] { return problem(*two->patient).canLapse; }, 3000)) {
            const auto wish = wait(door(*two->patient).lapse(visitId()));
            QVERIFY(wish || two->patient->visit().phase == VisitPhase::Ended);
        }
        ended(VisitEnding::Lapsed);
        balances(std::int64_t(kBond) + std::int64_t(kBond), -std::int64_t(kBond) - std::int64_t(kBond));
    }

    void two_who_settle_themselves_get_their_stakes_back()
    {
        noteAll();
        commit();
        raise(*two->therapist);
        QTRY_VERIFY(two->patient->visit().canProposeSplit);
        QCOMPARE(codeOf(wait(two->patient->engine->proposeSplit(visitId(), {kPrice / 2}))), QString());
        QTRY_VERIFY(two->therapist->visit().canAnswerSplit);
        QCOMPARE(codeOf(wait(two->therapist->engine->answerSplit(visitId(), true))), QString());
        ended(VisitEnding::Agreed);
        // The agreement pays its fee from the patient's part; it is in the step's fee already.
        QTRY_VERIFY(two->therapist->all() + feesOf(*two->therapist) > m_therapist);
        const auto gain =
            static_cast<std::int64_t>(two->therapist->all() + feesOf(*two->therapist)) - static_cast<std::int64_t>(m_therapist);
        QVERIFY2(gain >= std::int64_t(kPrice / 2) && gain <= std::int64_t(kPrice / 2) + 5'000'000, qPrintable(QString::number(gain)));
    }

    void two_deciders_on_machines_of_their_own_decide_from_what_each_side_chose()
    {
        nameBoth();
        noteAll();
        commit();
        const auto before = problem(*two->patient);
        QCOMPARE(before.deciders[0].code, ana->now()->disputes->myCode);
        QCOMPARE(before.deciders[1].code, ben->now()->disputes->myCode);
        QVERIFY(before.deciders[2].practice && !before.deciders[0].practice);
        const auto late = say(*two->patient, *two->therapist, "I waited for forty minutes.");
        QVERIFY(late != 0);
        QVERIFY(say(*two->therapist, *two->patient, "<b>The line</b> was down \xe2\x80\xae evil") != 0);
        raise(*two->patient);
        QVERIFY(problem(*two->patient).chosen == EvidenceChoice{}); // nothing is shown that nobody picked
        QVERIFY(!problem(*two->patient).canAskPractice);

        // Each side picks for itself; what is not there cannot be picked.
        QVERIFY(codeOf(wait(door(*two->patient).chooseEvidence(visitId(), {"", {}, true, false})))
                    .startsWith(QStringLiteral("dispute.bad_evidence")));
        QVERIFY(codeOf(wait(door(*two->patient).chooseEvidence(visitId(), {"", {99'999}, false, false})))
                    .startsWith(QStringLiteral("dispute.bad_evidence")));
        QCOMPARE(codeOf(wait(door(*two->patient).chooseEvidence(visitId(), {"Nobody came.", {late}, false, false}))), QString());
        QCOMPARE(codeOf(wait(door(*two->therapist)
                                 .chooseEvidence(visitId(), {"",
                                                             {idOf(*two->therapist, "I waited for forty minutes."),
                                                              idOf(*two->therapist, "<b>The line</b> was down \xe2\x80\xae evil")},
                                                             false,
                                                             false}))),
                 QString());
        const auto hers = wait(door(*two->patient).caseFile(visitId()));
        const auto his = wait(door(*two->therapist).caseFile(visitId()));
        QVERIFY2(hers && his, qPrintable(codeOf(hers) + codeOf(his)));
        QVERIFY(hers->text.find("forty") == std::string::npos); // one does not read it over a shoulder

        // Ana sees both files, and what both show alike.
        QCOMPARE(codeOf(wait(door(*ana).openFile(hers->text))), QString());
        std::string row;
        for (const auto& part : his->parts) row = part + "\n" + row;
        QCOMPARE(codeOf(wait(door(*ana).openFile(row))), QString());
        QTRY_VERIFY(caseOf(*ana).patient.there && caseOf(*ana).therapist.there);
        auto seen = caseOf(*ana);
        QVERIFY(seen.place == 0 && seen.pot.value == kPot && seen.stake.value == kBond && seen.raisedByPatient && !seen.decision);
        QCOMPARE(seen.patient.items.size(), std::size_t{2});
        QVERIFY(seen.patient.items[1].standing == "both" && seen.patient.items[1].byPatient);
        const auto& turned = seen.therapist.items[1];
        QVERIFY(turned.text.find("\xe2\x80\xae") == std::string::npos && turned.text.find("<b>") != std::string::npos &&
                turned.standing == "said");

        // She divides, signs and passes it on; alone she cannot send it, and she counts once.
        QVERIFY(codeOf(wait(door(*ana).decide(seen.id, {1}))).startsWith(QStringLiteral("dispute.bad_split")));
        QCOMPARE(codeOf(wait(door(*ana).decide(seen.id, {kPrice}))), QString());
        QTRY_VERIFY(caseOf(*ana).decision && caseOf(*ana).decision->signedByMe && !caseOf(*ana).decision->complete);
        QVERIFY(codeOf(wait(door(*ana).sendDecision(seen.id))).startsWith(QStringLiteral("partial.incomplete")));
        QVERIFY(codeOf(wait(door(*ana).signDecision(seen.id))).startsWith(QStringLiteral("partial.already_signed")));
        const auto file = wait(door(*ana).decisionFile(seen.id));
        QVERIFY2(file, qPrintable(codeOf(file)));

        // The sides themselves have no say in it.
        QCOMPARE(codeOf(wait(door(*two->patient).openFile(file->text))), QString());
        QTRY_VERIFY(caseOf(*two->patient).decision);
        QVERIFY(codeOf(wait(door(*two->patient).signDecision(seen.id))).startsWith(QStringLiteral("partial.not_a_signer")));
        QVERIFY(codeOf(wait(door(*two->patient).decide(seen.id, {kPot}))).startsWith(QStringLiteral("dispute.not_asked")));
        std::string bent = file->text;
        bent[bent.size() / 2] = bent[bent.size() / 2] == 'A' ? 'B' : 'A';
        QVERIFY(!wait(door(*ben).openFile(bent)));

        // Ben knows nothing but this file: he sees the amounts, as the chain holds them, before he signs.
        QCOMPARE(codeOf(wait(door(*ben).openFile(file->text))), QString());
        QTRY_VERIFY(caseOf(*ben).decision);
        const auto asked = *caseOf(*ben).decision;
        QVERIFY(asked.toPatient.value == kPrice && asked.toTherapist.value == kBond && asked.signatures == 1 && !asked.signedByMe &&
                caseOf(*ben).place == 1);
        QVERIFY(!caseOf(*ben).patient.there && !caseOf(*ben).therapist.there);
        QCOMPARE(codeOf(wait(door(*ben).signDecision(seen.id))), QString());
        QTRY_VERIFY(caseOf(*ben).decision->complete);
        // Anyone may send what two have signed: here the patient does.
        const auto done = wait(door(*ben).decisionFile(seen.id));
        QVERIFY(done && wait(door(*two->patient).openFile(done->text)));
        QCOMPARE(codeOf(wait(door(*two->patient).sendDecision(seen.id))), QString());
        ended(VisitEnding::Resolved);
        QTRY_VERIFY(caseOf(*ana).over && caseOf(*ben).over);
        QVERIFY(codeOf(wait(door(*ana).decide(seen.id, {0}))).startsWith(QStringLiteral("case.moved")));
        // The fee was Ana's; the stake went to the one whom both name.
        QTRY_COMPARE(two->therapist->all() + feesOf(*two->therapist), m_therapist);
        QTRY_VERIFY(two->patient->all() + feesOf(*two->patient) + kBond + 5'000'000 >= m_patient);
    }

    void a_code_with_a_slip_in_it_names_nobody_and_both_must_name_one_person_alike()
    {
        nameBoth();
        auto code = ana->now()->disputes->myCode;
        QVERIFY(wait(door(*two->patient).nameDeciders("  btdecider1:" + code.substr(11) + "\n", {})));
        code.back() = code.back() == 'A' ? 'B' : 'A';
        QVERIFY(codeOf(wait(door(*two->patient).nameDeciders(code, {}))).startsWith(QStringLiteral("dispute.bad_code")));
        QTRY_COMPARE(two->patient->now()->disputes->ownDecider, ana->now()->disputes->myCode);
        const auto same = ana->now()->disputes->myCode;
        QVERIFY(codeOf(wait(door(*two->patient).nameDeciders(same, same))).startsWith(QStringLiteral("dispute.same_decider")));
        // The patient wants Ben for both, the therapist never said so.
        QVERIFY(wait(door(*two->patient).nameDeciders(same, ben->now()->disputes->myCode)));
        const auto refused = wait(two->patient->engine->book(two->patient->now()->therapists.at(0).id, two->slot(), ""));
        QVERIFY(codeOf(refused).startsWith(QStringLiteral("visit.other_decider")));
    }

    void cases_and_choices_are_there_after_a_restart()
    {
        nameBoth();
        commit();
        raise(*two->patient);
        QCOMPARE(codeOf(wait(door(*two->patient).chooseEvidence(visitId(), {"Nobody came.", {}, false, false}))), QString());
        const auto hers = wait(door(*two->patient).caseFile(visitId()));
        QVERIFY(hers && wait(door(*ana).openFile(hers->text)));
        QTRY_VERIFY(caseOf(*ana).patient.there);
        QVERIFY(wait(door(*ana).decide(caseOf(*ana).id, {kPot})));
        QTRY_VERIFY(caseOf(*ana).decision);
        ana->engine.reset();
        ana->start();
        QVERIFY(ana->until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
        QCOMPARE(codeOf(wait(ana->engine->unlock(words("a third pair of eyes")))), QString());
        QTRY_VERIFY(caseOf(*ana).patient.there && caseOf(*ana).decision && caseOf(*ana).decision->toTherapist.value == 0);
        QCOMPARE(codeOf(wait(door(*ana).dropCase(caseOf(*ana).id))), QString());
        QTRY_VERIFY(ana->now()->disputes->cases.empty());
    }
};

QTEST_GUILESS_MAIN(TestDisputes)
#include "tst_disputes.moc"
