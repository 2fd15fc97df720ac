// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "service/persona.h"
#include "service/ratings/ratings.h"
#include "service/ratings/ratings_door.h"
#include "service/ratings/reputation_book.h"
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

using State = PublicRatingView::State;

static ReputationView reputationOf(const Side& side)
{
    const auto s = side.now();
    return s->ratings && !s->ratings->therapists.empty() ? s->ratings->therapists.begin()->second : ReputationView{};
}
static bool counts(const Side& side, std::uint32_t count)
{
    return side.until([&](const Snapshot&) {
        const auto r = reputationOf(side);
        return r.state == ReputationView::State::Ready && r.count == count;
    });
}
static PublicRatingView ratingOf(const Side& side, const std::string& visitId)
{
    const auto s = side.now();
    const auto it = s->ratings ? s->ratings->visits.find(visitId) : decltype(s->ratings->visits.begin()){};
    return s->ratings && it != s->ratings->visits.end() ? it->second : PublicRatingView{};
}
static bool rating(const Side& side, const std::string& visitId, State state)
{
    return side.until([&](const Snapshot&) { return ratingOf(side, visitId).state == state; });
}

class TestRatings : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoSides> two;

    //! Books and holds a visit that both agree was fully used, which leaves a ticket. \returns its id; "" if it failed.
    std::string visitOf(Side& side, Millis start)
    {
        const auto booked = wait(side.engine->book(side.now()->therapists.at(0).id, start, ""));
        if (!booked) return {};
        const auto view = [id = *booked](const Side& of) {
            const auto s = of.now();
            const auto it = std::ranges::find(s->visits, id, &VisitView::id);
            return it == s->visits.end() ? VisitView{} : *it;
        };
        const auto is = [&](const Side& of, VisitPhase phase) {
            return of.until([&](const Snapshot&) { return view(of).phase == phase && !view(of).moving && !view(of).id.empty(); });
        };
        if (!is(*two->therapist, VisitPhase::Requested)) return {};
        if (!wait(two->therapist->engine->acceptVisit(*booked)) || !is(side, VisitPhase::Accepted)) return {};
        if (!two->clockTo(view(side).freeUntil, 20 * kMinute).isEmpty() || !is(side, VisitPhase::Committed)) return {};
        if (!two->clockTo(start, 5 * kMinute).isEmpty() || !is(side, VisitPhase::InSession) || !is(*two->therapist, VisitPhase::InSession))
            return {};
        if (!wait(side.engine->proposeSplit(*booked, kas(10)))) return {};
        if (!two->therapist->until([&](const Snapshot&) { return view(*two->therapist).canAnswerSplit; })) return {};
        if (!wait(two->therapist->engine->answerSplit(*booked, true)) || !is(side, VisitPhase::Ended)) return {};
        return *booked;
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoSides>();
        QCOMPARE(two->begin(), QString());
        if (!counts(*two->patient, 0)) QFAIL(qPrintable(two->therapist->explain()));
    }
    void cleanup() { two.reset(); }

    void a_rating_waits_survives_a_restart_and_is_let_out_once();
    void a_rating_is_taken_back_before_its_time_and_the_deposit_comes_home();
    void two_patients_rate_at_once_and_both_count();
    void an_acceptance_without_a_true_permit_is_cancelled_while_that_is_free();
    void a_lost_permit_is_asked_for_and_comes_again();
    void a_therapist_brought_back_by_her_words_keeps_her_reputation();
};

void TestRatings::a_rating_waits_survives_a_restart_and_is_let_out_once()
{
    auto& patient = *two->patient;
    QCOMPARE(two->therapist->now()->ratings->own.state, OwnReputationView::State::Born);
    const auto id = visitOf(patient, two->slot());
    QVERIFY2(!id.empty(), qPrintable(patient.explain() + two->therapist->explain()));
    QVERIFY(patient.until([&](const Snapshot&) { return ratingOf(patient, id).canRate; }));
    auto open = ratingOf(patient, id);
    QVERIFY(open.deposit.value > kas(1).value / 100 * 95 && open.deposit.value <= kas(1).value); // less the fee of what both signed
    QVERIFY(open.canDrop && !open.canTakeBack && open.whyNot.empty());
    const auto held = [](const Snapshot& s, const char* kind) { return std::ranges::count(s.money.rows, kind, &MoneyRow::kind); };
    QCOMPARE(held(*patient.now(), "ticket_held"), 1);
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->schedule(id, 6))).trimmed(), QStringLiteral("record.bad_stars"));
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->schedule(id, 4))), QString());
    const auto waiting = ratingOf(patient, id);
    QCOMPARE(waiting.state, State::Scheduled);
    QCOMPARE(waiting.stars, 4);
    QCOMPARE(waiting.until.minus(waiting.from), 71 * kHour);
    QVERIFY(waiting.canTakeBack && !waiting.canRate);
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->schedule(id, 4))).trimmed(), QStringLiteral("visit.not_now"));

    // The computer goes off, and comes back after the time: another instant is drawn, and nothing goes out at once.
    patient.engine.reset();
    QCOMPARE(codeOf(wait(two->therapist->engine->advanceClock(80 * kHour))), QString());
    patient.start();
    QVERIFY(patient.until([](const Snapshot& s) { return s.gate == Gate::Locked; }));
    QCOMPARE(codeOf(wait(patient.engine->unlock(words("seven green bottles")))), QString());
    QVERIFY(rating(patient, id, State::Scheduled));
    const auto late = two->world->clock().now();
    QVERIFY(patient.until([&](const Snapshot&) { return ratingOf(patient, id).until > late; }));
    const auto before = patient.all();
    QCOMPARE(codeOf(wait(patient.engine->advanceClock(32 * kMinute))), QString());
    QVERIFY2(rating(patient, id, State::Released), qPrintable(patient.explain()));
    QVERIFY(counts(patient, 1) && counts(*two->therapist, 1));
    const auto seen = reputationOf(*two->therapist);
    QCOMPARE(seen.average, 400U);
    QCOMPARE(seen.stars[3], 1U);
    QCOMPARE(seen.weight.value, 0U); // a visit in KAS paid no levy
    QVERIFY(!seen.shown());          // not before there are five
    // The deposit came home, less the fee that it paid itself; nothing else moved, and nothing is left to spend.
    QVERIFY(patient.until([&](const Snapshot& s) { return s.money.waiting.value == 0 && s.outbox.empty(); }));
    QVERIFY(patient.all() < before && before - patient.all() < kas(1).value / 50);
    QCOMPARE(held(*patient.now(), "ticket_held"), 0);
    QCOMPARE(held(*patient.now(), "deposit_returned"), 1);
    const auto over = ratingOf(patient, id);
    QVERIFY(!over.canRate && !over.canDrop && !over.canTakeBack && !over.txid.empty());
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->schedule(id, 5))).trimmed(), QStringLiteral("visit.not_now"));
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->takeBack(id))).trimmed(), QStringLiteral("rating.released"));

    // Whoever looks at the network without being anybody reads the same, block by block, and backwards.
    const Side stranger(two->world, two->folder.filePath(QStringLiteral("s")));
    QVERIFY(counts(stranger, 1));
    const auto page = two->world->node->chain({}, Deadline{});
    QVERIFY(page && !page->more);
    records::ListedReputation listed;
    for (const auto& block : page->added)
        for (const auto& tx : block.txs)
            if (const auto announced = messaging::parseAnnouncement(tx.tx.payload)) {
                const auto bytes = two->world->blocks->get({ipld::Codec::Raw, announced->digest}, Deadline{});
                const auto listing = bytes ? records::openListing(*bytes) : Result<records::Listing>(fail("test.none"));
                if (listing && listing->reputation) listed = *listing->reputation;
            }
    QVERIFY(!listed.id.isZero());
    ReputationBook book;
    book.want(listed);
    QVERIFY(book.behind() && !book.find(listed));
    const auto read = book.read(*two->world->node, page->cursor, Deadline{});
    QVERIFY(read && *read && book.find(listed));
    QCOMPARE(book.find(listed)->state.count, 1U);
    std::vector<const ledger::AcceptedBlock*> undone;
    for (auto block = page->added.rbegin(); block != page->added.rend(); ++block) {
        book.takenBack(block->hash);
        undone.push_back(&*block);
        if (!book.find(listed)) break;
    }
    QVERIFY(!book.find(listed)); // its birth is taken back too
    for (auto block = undone.rbegin(); block != undone.rend(); ++block) book.added(**block);
    QVERIFY(book.find(listed));
    QCOMPARE(book.find(listed)->state.count, 1U);
    QCOMPARE(book.find(listed)->state.sum, 4U);
    // What a listing claims is not believed: another output, and another's key, are no birth.
    for (const bool key : {false, true}) {
        auto lie = listed;
        if (key) lie.key = *crypto::XOnlyKey::from(*codec::hexDecode("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"));
        else lie.output = 1;
        ReputationBook other;
        other.want(lie);
        QVERIFY(other.read(*two->world->node, page->cursor, Deadline{}).has_value());
        QCOMPARE(other.view(lie, true).state, ReputationView::State::Unreadable);
        QVERIFY(!other.find(lie));
    }
}

void TestRatings::a_rating_is_taken_back_before_its_time_and_the_deposit_comes_home()
{
    auto& patient = *two->patient;
    const auto id = visitOf(patient, two->slot());
    QVERIFY(!id.empty() && patient.until([&](const Snapshot&) { return ratingOf(patient, id).canRate; }));
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->schedule(id, 2))), QString());
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->takeBack(id))), QString());
    QCOMPARE(ratingOf(patient, id).state, State::Open);
    QCOMPARE(codeOf(wait(patient.engine->advanceClock(80 * kHour))), QString());
    QCOMPARE(ratingOf(patient, id).state, State::Open); // nothing was let out
    const auto free = patient.now()->money.available.value;
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->drop(id))), QString());
    QVERIFY(rating(patient, id, State::Dropped));
    QVERIFY(patient.until([&](const Snapshot& s) { return s.money.available.value > free + kas(1).value / 100 * 95; }));
    QVERIFY(counts(patient, 0));
    QCOMPARE(codeOf(wait(patient.engine->doors().ratings->drop(id))).trimmed(), QStringLiteral("visit.not_now"));
}

void TestRatings::two_patients_rate_at_once_and_both_count()
{
    Side other(two->world, two->folder.filePath(QStringLiteral("q")));
    QCOMPARE(codeOf(wait(other.engine->createPersona(Role::Patient, "Juno", words("nine yellow bottles"), false, {}))), QString());
    QVERIFY(counts(other, 0));
    QVERIFY(other.until([](const Snapshot& s) { return s.money.available.value >= kas(5000).value; }));
    const auto first = visitOf(*two->patient, two->slot());
    QVERIFY(!first.empty());
    const auto second = visitOf(other, two->slot());
    QVERIFY(!second.empty());
    QVERIFY(two->patient->until([&](const Snapshot&) { return ratingOf(*two->patient, first).canRate; }));
    QVERIFY(other.until([&](const Snapshot&) { return ratingOf(other, second).canRate; }));
    QCOMPARE(codeOf(wait(two->patient->engine->doors().ratings->schedule(first, 5))), QString());
    QCOMPARE(codeOf(wait(other.engine->doors().ratings->schedule(second, 2))), QString());
    // Far beyond: both draw anew, and are due within the same half an hour; both spend the same output.
    QCOMPARE(codeOf(wait(other.engine->advanceClock(90 * kHour))), QString());
    const auto late = two->world->clock().now();
    const auto drawn = [&](const Side& side, const std::string& id) {
        return side.until([&](const Snapshot&) { return ratingOf(side, id).until > late; });
    };
    QVERIFY(drawn(*two->patient, first) && drawn(other, second));
    QCOMPARE(codeOf(wait(other.engine->advanceClock(kHour))), QString());
    const auto why = [](const Side& side, const std::string& id) {
        const auto r = ratingOf(side, id);
        return side.explain() + QStringLiteral(" state=%1 trouble=%2 until=%3 now=%4 deposit=%5")
                                    .arg(int(r.state))
                                    .arg(QString::fromUtf8(r.trouble.data(), qsizetype(r.trouble.size())))
                                    .arg(r.until.value)
                                    .arg(side.now()->network.now.value)
                                    .arg(r.deposit.value);
    };
    QVERIFY2(rating(*two->patient, first, State::Released), qPrintable(why(*two->patient, first) + why(other, second)));
    QVERIFY2(rating(other, second, State::Released), qPrintable(other.explain()));
    QVERIFY(counts(*two->therapist, 2));
    QCOMPARE(reputationOf(*two->therapist).average, 350U);
}

//! The patient's profile, opened by hand: her rounds are run one by one.
struct ByHand {
    std::shared_ptr<NetworkWorld> world;
    std::optional<ListingBook> listings;
    std::optional<vault::Vault> vault;
    std::unique_ptr<Persona> persona;
    ~ByHand() { persona.reset(); }

    [[nodiscard]] QString open(TwoSides& two)
    {
        world = two.world;
        listings.emplace(*world->node, *world->blocks, world->clock());
        vault::VaultOptions options;
        options.folder = two.folder.filePath(QStringLiteral("p")).toStdString();
        options.argon2 = {64, 1, 1};
        auto at = vault::Vault::at(options, world->systemClock, world->random, nullptr);
        if (!at) return codeOf(at);
        vault.emplace(std::move(*at));
        if (const auto unlocked = vault->unlock(words("seven green bottles")); !unlocked) return codeOf(unlocked);
        if (const auto read = listings->refresh(Deadline{}); !read) return codeOf(read);
        auto opened = Persona::open({*world->node, world->practice, *world->blocks, world->clock(), world->random}, *vault, *listings,
                                    world->network);
        if (!opened) return codeOf(opened);
        persona = std::move(*opened);
        return {};
    }
    //! As if the letter of the acceptance had brought no permit, or one that somebody made up.
    [[nodiscard]] QString losePermit(const std::string& visitId, bool madeUp)
    {
        auto& c = persona->context();
        return codeOf(c.atomically([&]() -> Result<void> {
            BT_TRY(auto rows, c.db.prepare("DELETE FROM ratings"));
            BT_CHECK(rows.run());
            BT_CHECK(persona->feature<Ratings>().reload());
            if (madeUp) return keepPermit(c, visitId, world->random.fixed<crypto::Signature64>());
            BT_TRY(auto kept, c.db.prepare("DELETE FROM facts WHERE name = ?"));
            return kept.bind("permit/" + visitId).run();
        }));
    }
    [[nodiscard]] QString later(std::int64_t ms)
    {
        if (const auto moved = world->practice->advance(ms); !moved) return codeOf(moved);
        if (const auto done = persona->round(); !done) return codeOf(done);
        return {};
    }
};

void TestRatings::an_acceptance_without_a_true_permit_is_cancelled_while_that_is_free()
{
    QCOMPARE(two->book(two->slot(5 * kDay)), QString());
    QCOMPARE(two->accept(), QString());
    const auto id = two->patient->visit().id;
    two->patient->engine.reset();
    two->therapist->engine.reset(); // nobody answers
    ByHand hand;
    QCOMPARE(hand.open(*two), QString());
    QCOMPARE(hand.losePermit(id, true), QString());
    QCOMPARE(hand.later(3 * kMinute), QString()); // asks
    QCOMPARE(hand.later(20 * kMinute), QString());
    QCOMPARE(hand.persona->context().visits.find(id)->phase, VisitPhase::Accepted); // still waits
    QCOMPARE(hand.later(15 * kMinute), QString());
    QCOMPARE(hand.later(kMinute), QString());
    const auto* visit = hand.persona->context().visits.find(id);
    QCOMPARE(visit->phase, VisitPhase::Ended);
    QCOMPARE(visit->ending, VisitEnding::CancelledFree);
    const auto notices = hand.persona->context().book.notices();
    QVERIFY(notices && std::ranges::any_of(*notices, [](const NoticeView& n) { return n.code == "permit_missing"; }));
}

void TestRatings::a_lost_permit_is_asked_for_and_comes_again()
{
    QCOMPARE(two->book(two->slot(5 * kDay)), QString());
    QCOMPARE(two->accept(), QString());
    const auto id = two->patient->visit().id;
    two->patient->engine.reset();
    ByHand hand;
    QCOMPARE(hand.open(*two), QString());
    QCOMPARE(hand.losePermit(id, false), QString());
    QCOMPARE(hand.later(3 * kMinute), QString());
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (!hand.persona->round()) return false;
            auto rows = RatingRows::open(hand.persona->context().db);
            return rows && rows->of(id).permit.has_value();
        },
        20'000));
    QCOMPARE(hand.later(40 * kMinute), QString());
    QCOMPARE(hand.persona->context().visits.find(id)->phase, VisitPhase::Accepted); // nothing was cancelled
}

void TestRatings::a_therapist_brought_back_by_her_words_keeps_her_reputation()
{
    const auto id = reputationOf(*two->patient).id;
    const auto kept = wait(two->therapist->engine->recoveryWords(words("a quiet room by the sea")));
    QVERIFY(kept.has_value());
    two->therapist->engine.reset();
    Side again(two->world, two->folder.filePath(QStringLiteral("t2")));
    QVERIFY(again.until([](const Snapshot& s) { return s.gate == Gate::Guest; }));
    QCOMPARE(codeOf(wait(again.engine->restorePersona((*kept)->clone(), "Mariam", words("another quiet passphrase"), false))), QString());
    QVERIFY(again.until([](const Snapshot& s) { return s.persona.role == Role::Therapist; }));
    PracticeView practice;
    practice.about = "Worry and sleep.";
    practice.topics = {"worry"};
    practice.languages = {"en"};
    practice.zone = "Europe/Berlin";
    practice.hours.push_back({1, 8 * 60, 20 * 60});
    practice.price = {TwoSides::kPrice};
    QCOMPARE(codeOf(wait(again.engine->savePractice(practice))), QString());
    QVERIFY(again.until([](const Snapshot& s) { return s.ratings && s.ratings->own.state == OwnReputationView::State::Born; }));
    QVERIFY(two->patient->until(
        [&](const Snapshot& s) { return s.therapists[0].price.value == TwoSides::kPrice && s.therapists[0].policy.bond.value == 0; }));
    QCOMPARE(reputationOf(*two->patient).id, id); // no second one was born, and no second deposit paid
}

QTEST_GUILESS_MAIN(TestRatings)
#include "tst_ratings.moc"
