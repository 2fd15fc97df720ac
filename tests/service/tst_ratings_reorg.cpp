// SPDX-License-Identifier: GPL-3.0-or-later
// Public ratings on a chain that goes back, and two of them that want the same output.
#include "service/scripted_sides.h"

#include "codec/text.h"
#include "service/ratings/ratings_door.h"
#include "service/ratings/ratings_view.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

using State = PublicRatingView::State;

namespace {

ReputationView reputationOf(const Side& side)
{
    const auto s = side.now();
    return s->ratings && !s->ratings->therapists.empty() ? s->ratings->therapists.begin()->second : ReputationView{};
}
bool reads(const Side& side, std::uint32_t count)
{
    const auto r = reputationOf(side);
    return r.state == ReputationView::State::Ready && r.count == count;
}
PublicRatingView ratingOf(const Side& side, const std::string& visitId)
{
    const auto s = side.now();
    if (!s->ratings) return {};
    const auto it = s->ratings->visits.find(visitId);
    return it == s->ratings->visits.end() ? PublicRatingView{} : it->second;
}
VisitView visitOf(const Side& side, const std::string& id)
{
    const auto s = side.now();
    const auto it = std::ranges::find(s->visits, id, &VisitView::id);
    return it == s->visits.end() ? VisitView{} : *it;
}
std::ptrdiff_t ratingsIn(const std::vector<kaspa::Transaction>& pool)
{
    return std::ranges::count_if(pool, [](const kaspa::Transaction& tx) {
        return tx.inputs.size() == 2 && tx.outputs.size() == 2 && tx.outputs[0].covenant && tx.outputs[0].value == kas(1);
    });
}

} // namespace

class TestRatingsReorg : public QObject
{
    Q_OBJECT
    std::unique_ptr<ScriptedSides> two;

    //! A visit that both agreed was used. \returns its id; "" if something did not go well.
    std::string ended(Side& side, Millis start)
    {
        const auto booked = wait(side.engine->book(side.now()->therapists.at(0).id, start, ""));
        if (!booked) return {};
        const auto is = [&](const Side& of, VisitPhase phase) {
            return two->until(
                [&] { return !visitOf(of, *booked).id.empty() && visitOf(of, *booked).phase == phase && !visitOf(of, *booked).moving; });
        };
        if (!is(*two->therapist, VisitPhase::Requested) || !wait(two->therapist->engine->acceptVisit(*booked)) ||
            !is(side, VisitPhase::Accepted))
            return {};
        two->clockTo(visitOf(side, *booked).freeUntil, 20 * kMinute);
        if (!is(side, VisitPhase::Committed)) return {};
        two->clockTo(start, 5 * kMinute);
        if (!is(side, VisitPhase::InSession) || !is(*two->therapist, VisitPhase::InSession)) return {};
        if (!wait(side.engine->proposeSplit(*booked, kas(10)))) return {};
        if (!two->until([&] { return visitOf(*two->therapist, *booked).canAnswerSplit; })) return {};
        if (!wait(two->therapist->engine->answerSplit(*booked, true)) || !is(side, VisitPhase::Ended)) return {};
        if (!two->until([&] { return ratingOf(side, *booked).canRate; })) return {};
        return *booked;
    }
    //! Beyond the last instant; whoever draws anew is then due within half an hour.
    bool let(const std::function<bool()>& condition)
    {
        two->clock.advance(80 * kHour);
        (void)two->until([] { return false; }, 1500); // a round that sees how late it is
        two->clock.advance(32 * kMinute);
        return two->until(condition);
    }

private slots:
    void init()
    {
        two = std::make_unique<ScriptedSides>();
        QCOMPARE(two->begin(), QString());
        QVERIFY2(two->until([&] { return reads(*two->patient, 0); }), qPrintable(two->explain()));
    }
    void cleanup() { two.reset(); }

    void a_rating_goes_back_with_its_block_and_comes_again_with_the_same_bytes()
    {
        const auto id = ended(*two->patient, two->slot());
        QVERIFY2(!id.empty(), qPrintable(two->explain()));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().ratings->schedule(id, 5))), QString());
        QVERIFY2(let([&] { return ratingOf(*two->patient, id).state == State::Released && reads(*two->therapist, 1); }),
                 qPrintable(two->explain()));
        const auto txid = ratingOf(*two->patient, id).txid;
        const auto raw = codec::hexDecode(txid);
        QVERIFY(raw.has_value());
        two->chain->mineAtOnce(false);
        two->chain->takeBack(*kaspa::TxId::from(*raw), 3);
        QVERIFY2(two->until([&] {
            return ratingOf(*two->patient, id).state == State::Releasing && reads(*two->therapist, 0) && reads(*two->patient, 0);
        }),
                 qPrintable(two->explain()));
        QVERIFY(!ratingOf(*two->patient, id).canDrop); // it is on its way: the ticket is not to be had twice
        two->chain->mineAtOnce(true);
        two->chain->mine();
        QVERIFY2(two->until([&] { return ratingOf(*two->patient, id).state == State::Released && reads(*two->therapist, 1); }),
                 qPrintable(two->explain()));
        QCOMPARE(ratingOf(*two->patient, id).txid, txid);
        QCOMPARE(reputationOf(*two->therapist).stars[4], 1U);
    }

    void two_ratings_want_one_output_and_neither_outbids_nor_is_lost()
    {
        Side other(two->world, two->folder.filePath(QStringLiteral("q")));
        QCOMPARE(codeOf(wait(other.engine->createPersona(Role::Patient, "Juno", words("nine yellow bottles"), false, {}))), QString());
        QCOMPARE(two->fund(other), QString());
        const auto first = ended(*two->patient, two->slot());
        QVERIFY2(!first.empty(), qPrintable(two->explain()));
        QVERIFY(two->until([&] { return !other.now()->therapists.empty() && !other.now()->therapists[0].openTimes.empty(); }));
        const auto second = ended(other, two->slot());
        QVERIFY2(!second.empty(), qPrintable(other.explain()));
        QCOMPARE(codeOf(wait(two->patient->engine->doors().ratings->schedule(first, 5))), QString());
        QCOMPARE(codeOf(wait(other.engine->doors().ratings->schedule(second, 3))), QString());
        two->chain->mineAtOnce(false);
        const auto on = [](const PublicRatingView& r) { return r.state == State::Releasing; };
        QVERIFY2(
            let([&] { return on(ratingOf(*two->patient, first)) && on(ratingOf(other, second)) && ratingsIn(two->chain->pool()) == 1; }),
            qPrintable(two->explain() + other.explain()));
        const auto waits = two->chain->pool();
        const auto there = std::ranges::find_if(waits, [](const kaspa::Transaction& tx) { return ratingsIn({tx}) == 1; });
        QVERIFY(there != waits.end());
        const auto id = kaspa::transactionId(*there);
        (void)two->until([] { return false; }, 4000); // both look again meanwhile
        const auto still = two->chain->pool();
        QVERIFY(
            std::ranges::any_of(still, [&](const kaspa::Transaction& tx) { return kaspa::transactionId(tx) == id; })); // nobody outbid it
        QVERIFY2(two->until(
                     [&] {
                         two->chain->mine();
                         return ratingOf(*two->patient, first).state == State::Released && ratingOf(other, second).state == State::Released;
                     },
                     60'000),
                 qPrintable(two->explain() + other.explain()));
        QVERIFY(two->until([&] { return reads(*two->therapist, 2); }));
        QCOMPARE(reputationOf(*two->therapist).average, 400U);
        QVERIFY(two->chain->accepted().contains(id));
    }
};

QTEST_GUILESS_MAIN(TestRatingsReorg)
#include "tst_ratings_reorg.moc"
