// SPDX-License-Identifier: GPL-3.0-or-later
// The access policy: the table, the page that shows it, and what it refuses to a persona's own calls and to the letters
// of the other side. BT_REGENERATE=1 writes docs/access.md anew.
#include "adversarial/hostile.h"
#include "service/access/policy.h"
#include "service/two_sides.h"

#include <QFile>

using namespace bt;
using namespace bt::service;
using namespace bt::test;
using access::AccessPolicy;
using access::Actor;
using access::Proof;
using access::Use;

namespace {

constexpr Actor kAll[] = {Actor::Guest, Actor::Patient, Actor::Therapist, Actor::Arbiter, Actor::Steward, Actor::Moderator};

//! The code alone.
template <typename T> QString bare(const Result<T>& result) { return codeOf(result).section(QLatin1Char(' '), 0, 0); }

//! Everything that a refused call must not have touched.
QString touched(const Side& side)
{
    const auto s = side.now();
    return QStringLiteral("%1|%2|%3|%4|%5")
        .arg(visitsOf(*s))
        .arg(s->outbox.size())
        .arg(s->practice.hours.size())
        .arg(s->threads.size())
        .arg(side.all());
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT
private slots:
    void every_use_has_one_row_and_every_kind_of_letter_a_writer()
    {
        std::set<std::string_view> asks;
        for (const auto& row : access::allUses()) {
            QVERIFY(!row.group.empty() && !row.what.empty());
            QCOMPARE(&access::rowOf(row.use), &row);
            if (row.asks.starts_with("Engine::") || row.asks.starts_with("letter "))
                QVERIFY2(asks.insert(row.asks).second, row.asks.data());
            QVERIFY2(std::ranges::any_of(row.needs, [](Proof p) { return p != Proof::Never; }), row.what.data());
            const bool shows = std::ranges::any_of(row.needs, [](Proof p) { return p == Proof::Badge || p == Proof::Holding; });
            QVERIFY2(!shows || row.asks.empty(), row.what.data()); // what nobody can show yet is reserved, not offered
        }
        const Letter letters[] = {BookingLetter{}, AcceptedLetter{},     DeclinedLetter{}, JoinLetter{}, LeaveLetter{}, RecordLetter{},
                                  SplitLetter{},   SplitRefusedLetter{}, FeedbackLetter{}, TextLetter{}, AckLetter{},   HelloLetter{}};
        QCOMPARE(std::size(letters), std::variant_size_v<Letter> - 1); // all but those of features
        for (const auto& letter : letters) QVERIFY2(access::rowOfLetter(kindOf(letter)) != nullptr, kindOf(letter).data());
        QVERIFY(access::rowOfLetter("never_heard_of") == nullptr);
        QVERIFY(access::rowOfLetter("") == nullptr);
    }

    void what_is_never_allowed_stays_so_whatever_is_shown()
    {
        const std::map<Proof, QString> codes{{Proof::Visit, QStringLiteral("access.not_your_visit")},
                                             {Proof::Licence, QStringLiteral("access.licence_needed")},
                                             {Proof::Badge, QStringLiteral("access.badge_needed")},
                                             {Proof::Holding, QStringLiteral("access.holding_needed")},
                                             {Proof::ContractKey, QStringLiteral("access.key_needed")}};
        for (const auto& row : access::allUses())
            for (const auto actor : kAll) {
                const auto proof = AccessPolicy::needs(row.use, actor);
                const auto shown = bare(AccessPolicy::judge(row.use, actor, [&](Proof p) { return p == proof; }));
                const auto other = bare(AccessPolicy::judge(row.use, actor, [&](Proof p) { return p != proof; }));
                if (proof == Proof::Never) {
                    QCOMPARE(shown, QStringLiteral("access.not_your_role"));
                    QCOMPARE(other, QStringLiteral("access.not_your_role"));
                } else {
                    QCOMPARE(shown, QString());
                    QCOMPARE(other, proof == Proof::Nothing ? QString() : codes.at(proof));
                }
            }
    }

    void the_page_shows_the_matrix_of_the_code()
    {
        QFile page(QStringLiteral(BT_SOURCE_DIR "/docs/access.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        auto text = page.readAll().toStdString();
        page.close();
        const std::string begin = "<!-- matrix -->\n", end = "<!-- /matrix -->";
        const auto from = text.find(begin), to = text.find(end);
        QVERIFY(from != std::string::npos && to != std::string::npos);
        const auto expected = access::matrix();
        if (text.substr(from + begin.size(), to - from - begin.size()) == expected) return;
        QVERIFY2(qEnvironmentVariableIsSet("BT_REGENERATE"), "the matrix has changed: run with BT_REGENERATE=1");
        text.replace(from + begin.size(), to - from - begin.size(), expected);
        QVERIFY(page.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(page.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
    }

    void a_guest_can_do_what_needs_no_profile_and_nothing_else()
    {
        QTemporaryDir folder;
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        const Side guest(*world, folder.path());
        QVERIFY(guest.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
        auto& e = *guest.engine;
        const auto locked = QStringLiteral("vault.locked");
        for (const auto& code :
             {bare(wait(e.confirmWordsSeen())),      bare(wait(e.setSpending(true))),      bare(wait(e.addPlayMoney())),
              bare(wait(e.savePractice({}))),        bare(wait(e.acceptVisit("a"))),       bare(wait(e.declineVisit("a"))),
              bare(wait(e.claimVisit("a"))),         bare(wait(e.quote("a", {}))),         bare(wait(e.book("a", {}, {}))),
              bare(wait(e.completeVisit("a"))),      bare(wait(e.rateVisit("a", 1, {}))),  bare(wait(e.cancelVisit("a"))),
              bare(wait(e.joinVisit("a"))),          bare(wait(e.leaveVisit("a"))),        bare(wait(e.signRecord("a"))),
              bare(wait(e.proposeSplit("a", {}))),   bare(wait(e.answerSplit("a", true))), bare(wait(e.disclose("a", "accept"))),
              bare(wait(e.exportCalendar("a", {}))), bare(wait(e.sendMessage("a", "b"))),  bare(wait(e.retryMessage(1))),
              bare(wait(e.takeBackMessage(1))),      bare(wait(e.messages("a", 0, 1))),    bare(wait(e.markRead("a"))),
              bare(wait(e.cancelOutbox(1))),         bare(wait(e.retryOutbox(1)))})
            QCOMPARE(code, locked);
        QCOMPARE(bare(wait(e.advanceClock(kMinute))), QString());
        QCOMPARE(bare(wait(e.createPersona(Role::Patient, "Noor", words("seven green bottles"), false, {}))), QString());
    }

    void a_call_of_the_other_role_is_refused_and_changes_nothing()
    {
        TwoSides two;
        QCOMPARE(two.begin(), QString());
        QCOMPARE(two.book(two.slot()), QString());
        const auto id = two.patient->visit().id;
        QVERIFY(two.patient->until(atRest) && two.therapist->until(atRest));
        const auto no = QStringLiteral("access.not_your_role");
        const auto patient = touched(*two.patient), therapist = touched(*two.therapist);
        auto& p = *two.patient->engine;
        auto practice = two.therapist->now()->practice;
        QCOMPARE(bare(wait(p.savePractice(practice))), no);
        QCOMPARE(bare(wait(p.acceptVisit(id))), no);
        QCOMPARE(bare(wait(p.declineVisit(id))), no);
        QCOMPARE(bare(wait(p.claimVisit(id))), no);
        auto& t = *two.therapist->engine;
        QCOMPARE(bare(wait(t.quote(two.therapist->now()->persona.id, two.slot()))), no);
        QCOMPARE(bare(wait(t.book(two.therapist->now()->persona.id, two.slot(), {}))), no);
        QCOMPARE(bare(wait(t.completeVisit(id))), no);
        QCOMPARE(bare(wait(t.rateVisit(id, 5, {}))), no);
        for (auto* engine : {&p, &t})
            for (const std::string unknown : {"", "never"})
                QCOMPARE(bare(wait(engine->cancelVisit(unknown))), QStringLiteral("visit.unknown"));
        QCOMPARE(touched(*two.patient), patient);
        QCOMPARE(touched(*two.therapist), therapist);
        QCOMPARE(two.accept(), QString()); // the control: the right side may
    }

    void without_a_licence_nothing_begins_and_all_that_was_begun_can_end()
    {
        TwoSides two;
        QCOMPARE(two.begin(), QString());
        const auto until = two.therapist->now()->practice.licence.validUntil;
        QCOMPARE(two.clockTo(until, -12 * kHour), QString());
        QVERIFY(two.patient->until([&](const Snapshot& s) { return !s.therapists[0].openTimes.empty(); }));
        QCOMPARE(two.book(two.slot()), QString());
        QCOMPARE(two.accept(), QString());
        QCOMPARE(two.book(two.slot(3 * kDay)), QString());
        QCOMPARE(two.clockTo(until, kMinute), QString());
        QVERIFY(two.patient->until([](const Snapshot& s) { return s.therapists[0].licence.state == LicenceState::Expired; }));
        QVERIFY(two.patient->now()->therapists[0].openTimes.empty());
        const auto listedAt = two.patient->now()->therapists[0].listedAt;

        // Nothing new: no acceptance, no offer, no announcement.
        const auto request = *std::ranges::find(two.therapist->now()->visits, VisitPhase::Requested, &VisitView::phase);
        QCOMPARE(bare(wait(two.therapist->engine->acceptVisit(request.id))), QStringLiteral("access.licence_needed"));
        QVERIFY(std::ranges::find(two.therapist->now()->visits, request.id, &VisitView::id)->canAccept);
        QCOMPARE(bare(wait(two.patient->engine->quote(two.patient->now()->therapists[0].id, request.startsAt))),
                 QStringLiteral("visit.not_licensed"));
        QCOMPARE(bare(wait(two.patient->engine->book(two.patient->now()->therapists[0].id, request.startsAt, {}))),
                 QStringLiteral("visit.not_licensed"));
        auto practice = two.therapist->now()->practice;
        practice.price = {TwoSides::kPrice / 2};
        QCOMPARE(bare(wait(two.therapist->engine->savePractice(practice))), QString());
        QCOMPARE(two.therapist->now()->practice.price.value, TwoSides::kPrice / 2);
        QVERIFY(two.therapist->until(atRest)); // the settings are kept, and not announced:
        QVERIFY(std::ranges::none_of(two.therapist->now()->outbox, [](const OutboxView& o) { return o.what == "listing"; }));
        QCOMPARE(bare(wait(two.patient->engine->advanceClock(2 * kSecond))), QString());
        QVERIFY(two.patient->until([&](const Snapshot& s) { return s.network.now >= until.plus(kMinute + kSecond); }));
        QCOMPARE(two.patient->now()->therapists[0].listedAt, listedAt);
        QCOMPARE(two.patient->now()->therapists[0].price.value, TwoSides::kPrice);

        // What was begun ends.
        QCOMPARE(bare(wait(two.therapist->engine->declineVisit(request.id))), QString());
        const auto ended = [&](const std::string& id) {
            return two.patient->until(
                [&](const Snapshot& s) { return std::ranges::find(s.visits, id, &VisitView::id)->phase == VisitPhase::Ended; });
        };
        QVERIFY2(ended(request.id), qPrintable(two.therapist->explain()));
        const auto agreed =
            *std::ranges::find_if(two.therapist->now()->visits, [](const VisitView& v) { return v.phase != VisitPhase::Ended; });
        QCOMPARE(bare(wait(two.therapist->engine->sendMessage(agreed.threadId, "I may not go on."))), QString());
        QCOMPARE(bare(wait(two.therapist->engine->cancelVisit(agreed.id))), QString());
        QVERIFY2(ended(agreed.id), qPrintable(two.therapist->explain()));
    }

    void a_letter_counts_only_from_the_side_that_may_write_it()
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
        QCOMPARE(codeOf(t.self().desk().save(practice)), QString());
        const auto did = t.c().persona.id;
        QVERIFY(live([&] { return p.listings().bookable(did) != nullptr; }));
        const auto booked = p.self().booking().book(did, p.listings().find(did)->openTimes.at(30), {});
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(live([&] { return t.visit(*booked) != nullptr && p.visit(*booked)->phase == VisitPhase::Requested; }));

        const auto from = [&](Hostile& receiver, Letter letter) {
            Arrived arrived;
            arrived.threadId = receiver.visit(*booked)->threadId;
            arrived.letter = std::move(letter);
            return bare(access::mayWrite(receiver.c(), arrived));
        };
        const auto no = QStringLiteral("access.not_your_role"), notHis = QStringLiteral("access.not_your_visit");
        QCOMPARE(from(p, AcceptedLetter{*booked, {}}), QString()); // the therapist accepts
        QCOMPARE(from(t, AcceptedLetter{*booked, {}}), no);        // a patient does not
        QCOMPARE(from(t, DeclinedLetter{*booked}), no);
        QCOMPARE(from(t, FeedbackLetter{*booked, 5, {}}), QString());
        QCOMPARE(from(p, FeedbackLetter{*booked, 5, {}}), no); // nor does a therapist rate
        BookingLetter request;
        request.visitId = "another";
        QCOMPARE(from(t, request), QString());
        QCOMPARE(from(p, request), no); // nor ask her patient for a visit
        for (auto* receiver : {&t, &p}) {
            QCOMPARE(from(*receiver, JoinLetter{*booked, {}, {}}), QString());
            QCOMPARE(from(*receiver, JoinLetter{"another", {}, {}}), notHis);
            QCOMPARE(from(*receiver, SplitRefusedLetter{""}), notHis);
            QCOMPARE(from(*receiver, TextLetter{"x"}), QString());
            QCOMPARE(from(*receiver, FeatureLetter{"never_heard_of", Json::object()}), QStringLiteral("access.unknown_letter"));
        }

        // And by the real way: the patient "accepts" towards an inbox that nobody reads; the therapist's next word arrives all the same.
        const auto before = t.c().postbox.find(t.visit(*booked)->threadId)->inbox;
        const auto nobody = crypto::x25519Pair(p.random()).open;
        QCOMPARE(codeOf(p.sendLetter(p.visit(*booked)->threadId, AcceptedLetter{*booked, nobody})), QString());
        QCOMPARE(codeOf(p.sendText(p.visit(*booked)->threadId, "after it")), QString());
        const auto lastOf = [&](Hostile& side) {
            const auto page = side.c().postbox.page(side.visit(*booked)->threadId, 0, 50);
            return page && !page->empty() ? page->back().text : std::string();
        };
        QVERIFY(live([&] { return lastOf(t) == "after it"; }));
        QCOMPARE(t.c().postbox.find(t.visit(*booked)->threadId)->inbox, before);
        QCOMPARE(codeOf(t.sendText(t.visit(*booked)->threadId, "still here")), QString());
        QVERIFY(live([&] { return lastOf(p) == "still here"; }));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
