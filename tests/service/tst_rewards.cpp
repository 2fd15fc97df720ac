// SPDX-License-Identifier: GPL-3.0-or-later
// Rewards from the asking to the payment: people who did something, stewards on computers of their own, and whoever tries to
// get more than an award.
#include <QTest>
#ifndef Q_MOC_RUN
#include "service/reward_desk.h"
#include "service/tokens/tokens_view.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

constexpr std::uint64_t kGiven = 100'000 * kBtai; // what the practice pool begins with

QString awardsText(const Side& side)
{
    QString out = side.explain();
    for (const auto& one : rewardsOf(side).mine)
        out += QStringLiteral(" award(%1/%2 state=%3 trouble=%4)")
                   .arg(one.epoch)
                   .arg(one.index)
                   .arg(int(one.state))
                   .arg(QString::fromStdString(std::string(one.trouble)));
    return out;
}

} // namespace

class TestRewards : public QObject
{
    Q_OBJECT
    QTemporaryDir folder;
    std::shared_ptr<NetworkWorld> world;
    std::unique_ptr<Side> ann, ben;
    std::unique_ptr<Desk> desk;

    std::string ask(const Side& side, const char* reason, const char* text)
    {
        const auto code = wait(doorOf(side).ask(reason, text));
        return code ? *code : std::string(code.error().code);
    }
    bool state(const Side& side, AwardState wanted, std::size_t at = 0)
    {
        return side.until(
            [&](const Snapshot& s) { return s.rewards && s.rewards->mine.size() > at && s.rewards->mine[at].state == wanted; });
    }
    //! An epoch with an award of 100 BTAI for each request.
    void epochFor(const std::vector<std::string>& codes, std::uint64_t units = 100 * kBtai)
    {
        auto planner = desk->open();
        const auto sent = desk->together(desk->opening(*planner, Desk::table(codes, units), 10'000 * kBtai));
        QCOMPARE(codeOf(sent), QString());
    }
    void threeDaysOn() { QCOMPARE(codeOf(wait(ann->engine->advanceClock(3 * kDay + kMinute))), QString()); }

private slots:
    void init()
    {
        static int round = 0;
        world = *NetworkWorld::practiceIn({});
        const auto at = [&](const char* who) { return folder.filePath(QString::fromLatin1(who) + QString::number(round)); };
        ++round;
        ann = std::make_unique<Side>(world, at("ann"));
        ben = std::make_unique<Side>(world, at("ben"));
        QCOMPARE(codeOf(wait(ann->engine->createPersona(Role::Therapist, "Ann", words("a quiet room by the sea"), false, "DE-BE"))),
                 QString());
        QCOMPARE(codeOf(wait(ben->engine->createPersona(Role::Patient, "Ben", words("seven green bottles"), false, {}))), QString());
        for (const auto* side : {ann.get(), ben.get()})
            QVERIFY2(side->until([](const Snapshot& s) {
                return s.rewards && s.rewards->there && s.rewards->balance == kGiven && s.money.available.value > 0;
            }),
                     qPrintable(side->explain()));
        desk = std::make_unique<Desk>(*world);
        QVERIFY(world->practice->faucet(desk->purse(), kas(50), Deadline{}));
    }

    void work_is_asked_for_decided_and_paid()
    {
        const auto code = ask(*ann, "translation", "I translated the page about sleep into Turkish.");
        QVERIFY(code.starts_with("bt-reward:"));
        const auto request = GOT(rw::decodeRequest(code));
        QCOMPARE(codeOf(wait(doorOf(*ann).ask("attending", "I came to every visit."))).section(' ', 0, 0),
                 QStringLiteral("reward.unknown_reason"));
        QCOMPARE(codeOf(wait(doorOf(*ann).ask("translation", "  "))).section(' ', 0, 0), QStringLiteral("reward.no_evidence"));
        epochFor({code});
        // The list reaches her by the block that the opening names.
        QVERIFY2(state(*ann, AwardState::Announced), qPrintable(awardsText(*ann)));
        const auto award = rewardsOf(*ann).mine[0];
        QCOMPARE(award.amount, 100 * kBtai);
        QCOMPARE(award.reason, std::string("translation"));
        QVERIFY(rewardsOf(*ann).asks.at(0).listed);
        QVERIFY(rewardsOf(*ben).mine.empty());
        QVERIFY(award.from.minus(world->clock().now()) > 2 * kDay);
        QCOMPARE(codeOf(wait(doorOf(*ann).claim(1, 0))).section(' ', 0, 0), QStringLiteral("reward.too_early"));
        QCOMPARE(codeOf(wait(doorOf(*ann).quoteClaim(1, 0))).section(' ', 0, 0), QStringLiteral("reward.too_early"));
        threeDaysOn();
        QVERIFY2(state(*ann, AwardState::Ready), qPrintable(awardsText(*ann)));
        // What it costs is said before, and is what it costs: the fee, and the KAS that go along and stay hers.
        const auto owned = [](const Side& side) {
            const auto s = side.now();
            return s->money.available.value + s->money.waiting.value + s->tokens->under.value + s->tokens->underWaiting.value;
        };
        QCOMPARE(codeOf(wait(doorOf(*ann).quoteClaim(1, 7))).section(' ', 0, 0), QStringLiteral("reward.unknown_award"));
        const auto cost = wait(doorOf(*ann).quoteClaim(1, 0));
        QCOMPARE(codeOf(cost), QString());
        QVERIFY(cost->fee.value > 0 && cost->carrier.value == kBtai / 2);
        const auto before = owned(*ann), free = ann->now()->money.available.value;
        QCOMPARE(codeOf(wait(doorOf(*ann).claim(1, 0))), QString());
        QVERIFY2(state(*ann, AwardState::Paid), qPrintable(awardsText(*ann)));
        QVERIFY(ann->until([&](const Snapshot& s) { return s.money.available.value == free - cost->fee.value - cost->carrier.value; }));
        QVERIFY2(ann->until([&](const Snapshot&) { return owned(*ann) == before - cost->fee.value; }),
                 qPrintable(QString::number(owned(*ann))));
        for (const auto* side : {ann.get(), ben.get()}) {
            QVERIFY(side->until([](const Snapshot& s) { return s.rewards->balance == kGiven - 100 * kBtai; }));
            const auto event = rewardsOf(*side).events.at(0);
            QCOMPARE(event.kind, std::string("claim"));
            QCOMPARE(event.mine, side == ann.get());
        }
        QCOMPARE(codeOf(wait(doorOf(*ann).claim(1, 0))).section(' ', 0, 0), QStringLiteral("reward.paid"));
        // Nothing on the chain says who she is: neither her words nor their hash without the salt.
        QVERIFY(rw::evidenceOf(request) != crypto::blake3(viewOf(request.text)));
    }

    void two_winners_at_once_are_each_paid_once()
    {
        std::vector<std::string> codes;
        for (int i = 0; i < 3; ++i) {
            codes.push_back(ask(*ann, "moderation", "Ann kept a group calm."));
            codes.push_back(ask(*ben, "peer-education", "Ben explained how to breathe."));
        }
        epochFor(codes);
        for (const auto* side : {ann.get(), ben.get()}) QVERIFY2(state(*side, AwardState::Announced, 2), qPrintable(awardsText(*side)));
        threeDaysOn();
        std::vector<Future<>> open;
        for (const std::uint32_t i : {0U, 2U, 4U}) {
            open.push_back(doorOf(*ann).claim(1, i));
            open.push_back(doorOf(*ben).claim(1, i + 1));
        }
        for (auto& one : open) QCOMPARE(codeOf(wait(std::move(one))), QString());
        for (const auto* side : {ann.get(), ben.get()})
            for (const std::size_t i : {0U, 1U, 2U}) QVERIFY2(state(*side, AwardState::Paid, i), qPrintable(awardsText(*side)));
        for (const auto* side : {ann.get(), ben.get()})
            QVERIFY(side->until([](const Snapshot& s) { return s.rewards->balance == kGiven - 600 * kBtai; }));
        QCOMPARE(std::ranges::count(rewardsOf(*ben).events, std::string("claim"), &RewardEventView::kind), 6);
    }

    void what_one_steward_stops_is_paid_to_nobody()
    {
        epochFor({ask(*ann, "supervision", "I supervised two beginners.")});
        QVERIFY(state(*ann, AwardState::Announced));
        rw::Wish veto;
        veto.step = reward::PoolStep::Veto;
        QCOMPARE(codeOf(desk->together(veto, {1})), QString());
        QVERIFY2(state(*ann, AwardState::Stopped), qPrintable(awardsText(*ann)));
        threeDaysOn();
        QCOMPARE(codeOf(wait(doorOf(*ann).claim(1, 0))).section(' ', 0, 0), QStringLiteral("reward.stopped"));
        QCOMPARE(rewardsOf(*ann).balance, kGiven);
    }

    void an_award_that_nobody_asked_for_in_time_is_over_with_the_next_epoch()
    {
        epochFor({ask(*ann, "open-work", "I mended the calendar.")});
        QVERIFY(state(*ann, AwardState::Announced));
        const auto end = rewardsOf(*ann).end;
        QCOMPARE(codeOf(wait(ann->engine->advanceClock(std::max<std::int64_t>(end.minus(world->clock().now()), 3 * kDay) + kHour))),
                 QString());
        epochFor({ask(*ben, "open-work", "I wrote a test.")});
        QVERIFY2(state(*ann, AwardState::Over), qPrintable(awardsText(*ann)));
        QCOMPARE(codeOf(wait(doorOf(*ann).claim(1, 0))).section(' ', 0, 0), QStringLiteral("reward.epoch_over"));
        QVERIFY(state(*ben, AwardState::Announced));
    }

    void a_list_is_believed_only_if_it_makes_the_root_that_the_stewards_signed()
    {
        const auto code = ask(*ann, "moderation", "I moderated.");
        auto planner = desk->open();
        const auto wish = desk->opening(*planner, Desk::table({code}, 50 * kBtai), 5'000 * kBtai);
        const auto text = GOT(rw::encodeList(*wish.list));
        QCOMPARE(codeOf(wait(doorOf(*ann).importList(text))).section(' ', 0, 0), QStringLiteral("reward.no_epoch"));
        QCOMPARE(codeOf(desk->together(wish)), QString());
        QVERIFY(state(*ann, AwardState::Announced));
        QCOMPARE(GOT(wait(doorOf(*ann).importList(text))), std::size_t(1));
        QCOMPARE(GOT(wait(doorOf(*ben).importList(text))), std::size_t(0));
        auto more = *wish.list;
        more.awards[0].amount = {60 * kBtai};
        auto richer = *wish.list;
        richer.budget = {6'000 * kBtai};
        auto elsewhere = *wish.list;
        elsewhere.network = "mainnet";
        for (const auto& list : {more, richer, elsewhere})
            QCOMPARE(codeOf(wait(doorOf(*ann).importList(GOT(rw::encodeList(list))))).section(' ', 0, 0),
                     QStringLiteral("reward.list_differs"));
        QCOMPARE(codeOf(wait(doorOf(*ann).importList("{}"))).section(' ', 0, 0), QStringLiteral("reward.bad_list"));
        QCOMPARE(rewardsOf(*ann).mine.at(0).amount, 50 * kBtai);
    }

    void a_steward_signs_nothing_but_what_her_own_computer_computes()
    {
        const auto code = ask(*ann, "translation", "A page.");
        auto planner = desk->open();
        const auto shown = desk->opening(*planner, Desk::table({code}, 50 * kBtai), 5'000 * kBtai);
        auto other = shown;
        other.list->awards[0].winner = GOT(crypto::secpXOnly(desk->secrets[0].view())); // the planner's own key
        const auto forged = GOT(planner->plan(other, desk->stewards, desk->secrets[0]));
        const auto refusal = [&](ledger::PartialSigning signing, const rw::Wish& wish, const reward::Stewards& stewards) {
            const auto said = desk->open()->sign(signing, wish, stewards, desk->secrets[1]);
            return said ? std::string() : std::string(said.error().code);
        };
        QCOMPARE(refusal(forged, shown, desk->stewards), std::string("reward.plan_differs"));
        QCOMPARE(refusal(forged, other, desk->stewards), std::string()); // the control: the list that it was made of
        const auto right = GOT(planner->plan(shown, desk->stewards, desk->secrets[0]));
        // Another budget, another end, another subject, no list, other stewards.
        auto budget = shown, end = shown, none = shown;
        budget.list->budget = {4'000 * kBtai};
        end.list->end = end.list->end.plus(kDay);
        none.list.reset();
        for (const auto& wish : {budget, end, none}) QCOMPARE(refusal(right, wish, desk->stewards), std::string("reward.plan_differs"));
        rw::Wish gather;
        gather.step = reward::PoolStep::Gather;
        QCOMPARE(refusal(right, gather, desk->stewards), std::string("reward.plan_differs"));
        auto strangers = desk->stewards;
        std::ranges::reverse(strangers.keys);
        QCOMPARE(refusal(right, shown, strangers), std::string("reward.stewards_mismatch"));
        // One unit of the change goes elsewhere.
        auto bent = right;
        bent.tx.tx.outputs.back().value.value -= 1;
        QVERIFY(!refusal(bent, shown, desk->stewards).empty());
        // A list that its caps would refuse later is signed by nobody, whoever planned it.
        auto greedy = shown;
        greedy.list->awards[0].amount = {501 * kBtai};
        QCOMPARE(codeOf(planner->plan(greedy, desk->stewards, desk->secrets[0])).section(' ', 0, 0), QStringLiteral("reward.bad_table"));
        // One of two is not enough, a stranger's key is nobody's, and a plan for a pool that has moved on is waste.
        auto one = right;
        QVERIFY(desk->open()->sign(one, shown, desk->stewards, desk->secrets[1]));
        QCOMPARE(codeOf(desk->open()->send({one}, shown, desk->stewards)).section(' ', 0, 0), QStringLiteral("partial.incomplete"));
        auto stranger = right;
        const auto foreign = Secret::copyOf(crypto::blake3(viewOf("a stranger")).view());
        const auto refused = desk->open()->sign(stranger, shown, desk->stewards, foreign);
        QCOMPARE(std::string(refused.error().code), std::string("partial.not_a_signer"));
        QCOMPARE(codeOf(desk->together(shown, {0, 1})), QString());
        QCOMPARE(refusal(right, shown, desk->stewards), std::string("reward.pool_moved"));
    }

    void stewards_hand_over_to_those_whose_keys_they_were_shown()
    {
        rw::Wish wish;
        wish.step = reward::PoolStep::Rotate;
        reward::Stewards heirs;
        heirs.needed = 1;
        heirs.keys = {GOT(crypto::secpXOnly(crypto::blake3(viewOf("heir one")).view())),
                      GOT(crypto::secpXOnly(crypto::blake3(viewOf("heir two")).view()))};
        heirs.salt.bytes[3] = 7;
        wish.heirs = heirs;
        auto planner = desk->open();
        auto other = wish;
        other.heirs->keys[0] = GOT(crypto::secpXOnly(crypto::blake3(viewOf("a thief")).view()));
        auto forged = GOT(planner->plan(other, desk->stewards, desk->secrets[0]));
        const auto said = desk->open()->sign(forged, wish, desk->stewards, desk->secrets[1]);
        QCOMPARE(std::string(said.error().code), std::string("reward.plan_differs"));
        auto nobody = wish;
        nobody.heirs->needed = 3;
        QCOMPARE(codeOf(planner->plan(nobody, desk->stewards, desk->secrets[0])).section(' ', 0, 0), QStringLiteral("reward.bad_stewards"));
        QCOMPARE(codeOf(desk->together(wish)), QString());
        const auto after = desk->open();
        QCOMPARE(after->pool().state.stewards, GOT(reward::stewardsHash(heirs)));
        rw::Wish gather;
        gather.step = reward::PoolStep::Gather;
        QCOMPARE(codeOf(desk->together(gather)).section(' ', 0, 0), QStringLiteral("reward.stewards_mismatch"));
    }

    void gifts_are_gathered_and_counted_once()
    {
        for (const std::uint64_t units : {3 * kBtai, 5 * kBtai})
            QVERIFY(world->practice->tokenFaucet(ledger::practicePoolOwner(), {units}, Deadline{}));
        QVERIFY(ben->until([](const Snapshot& s) { return s.rewards->balance == kGiven + 8 * kBtai; }));
        QCOMPARE(std::ranges::count(rewardsOf(*ben).events, std::string("gift"), &RewardEventView::kind), 3);
        rw::Wish gather;
        gather.step = reward::PoolStep::Gather;
        QCOMPARE(codeOf(desk->together(gather)), QString());
        QCOMPARE(desk->open()->book().tokens().size(), std::size_t(1));
        QVERIFY(ben->until([](const Snapshot& s) { return s.rewards->events.at(0).kind == "gather"; }));
        QCOMPARE(rewardsOf(*ben).balance, kGiven + 8 * kBtai);
    }

    void practice_stewards_decide_for_who_asks_them()
    {
        QCOMPARE(codeOf(wait(doorOf(*ben).practiceDecides())).section(' ', 0, 0), QStringLiteral("reward.no_asks"));
        const auto code = ask(*ben, "peer-education", "I explained the app to my group.");
        QCOMPARE(codeOf(wait(doorOf(*ben).practiceDecides())), QString());
        QVERIFY2(state(*ben, AwardState::Announced), qPrintable(awardsText(*ben)));
        QCOMPARE(codeOf(wait(doorOf(*ben).practiceDecides())).section(' ', 0, 0), QStringLiteral("reward.too_early"));
        threeDaysOn();
        QVERIFY(state(*ben, AwardState::Ready));
        QCOMPARE(codeOf(wait(doorOf(*ben).claim(1, 0))), QString());
        QVERIFY2(state(*ben, AwardState::Paid), qPrintable(awardsText(*ben)));
    }

    void a_persona_that_is_locked_or_begins_later_sees_the_same_pool()
    {
        epochFor({ask(*ann, "moderation", "I moderated.")});
        QVERIFY(state(*ann, AwardState::Announced));
        QCOMPARE(codeOf(wait(ann->engine->lock())), QString());
        QVERIFY(world->practice->advance(3 * kDay + kMinute));
        QCOMPARE(codeOf(wait(ann->engine->unlock(words("a quiet room by the sea")))), QString());
        QVERIFY(state(*ann, AwardState::Ready));
        Side late(world, folder.filePath(QStringLiteral("late")));
        QCOMPARE(codeOf(wait(late.engine->createPersona(Role::Patient, "Cem", words("nine paper boats"), false, {}))), QString());
        QVERIFY(late.until([](const Snapshot& s) { return s.rewards && s.rewards->there && s.rewards->epoch == 1; }));
        // Begun anew: a pool as on the first day.
        QCOMPARE(codeOf(wait(ben->engine->resetPractice())), QString());
        QVERIFY(ben->until([](const Snapshot& s) { return s.rewards->there && s.rewards->epoch == 0 && s.rewards->balance == kGiven; }));
        QVERIFY(ann->until([](const Snapshot& s) { return s.rewards->there && s.rewards->epoch == 0 && s.rewards->mine.empty(); }));
    }
};

QTEST_GUILESS_MAIN(TestRewards)
#include "tst_rewards.moc"
