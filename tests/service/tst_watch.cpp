// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody without any key of a visit keeps it moving: from a list, with a purse of fee money.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#ifndef Q_MOC_RUN
#include "contract/world.h"
#include "service/scripted_chain.h"
#include "service/watch/watcher.h"
#endif

using namespace bt;
using namespace bt::test;
using service::Watcher;
using service::WatchEvent;
using service::WatchList;
using service::WatchPurse;
using service::WatchRound;

namespace {

//! A visit whose people are in this test's hand, on a chain that a test can take back.
struct Town {
    QTemporaryDir folder;
    FakeClock clock{kNow};
    std::unique_ptr<ScriptedChain> chain = ScriptedChain::open(clock, folder.path().toStdString());
    World world;
    ledger::NetworkParams network = *ledger::networkNamed("simnet");
    SeededRandom random{99};
    WatchPurse purse = *WatchPurse::of(crypto::secpNewSecret(random), "kaspasim");

    [[nodiscard]] ledger::UtxoEntry coin(Sompi amount)
    {
        const auto spk = kaspa::payToPublicKey(world.payer.key.view());
        const auto id = must(chain->faucet(spk, amount));
        return {{id, 0}, **chain->utxo({id, 0}, {})};
    }
    void signPayer(kaspa::Populated& tx, std::size_t input)
    {
        kaspa::SighashCache cache;
        const auto signer = must(crypto::SchnorrSigner::from(world.payer.secret.view()));
        if (!kaspa::signInput(tx, input, signer, random, cache)) std::abort();
    }
    [[nodiscard]] Session book()
    {
        const auto from = coin(kas(500));
        const auto booking = must(
            contract::session::book(must(makeState(world.terms, world.patient.key, world.therapist.key, kPrice, kBond)), from.outpoint));
        kaspa::Populated tx;
        tx.tx.version = 1;
        tx.tx.inputs.push_back({from.outpoint, {}, 0, 0, kaspa::kPayToKeyBudget});
        tx.utxos.push_back(from.utxo);
        tx.tx.outputs = {booking.output, {{kas(499).value - booking.session.value.value}, from.utxo.spk, std::nullopt}};
        tx.tx.storageMass = must(kaspa::storageMass(tx));
        signPayer(tx, 0);
        const auto id = must(chain->submit(tx.tx, {}));
        auto out = must(readBirth(booking.session.state, tx.tx, id, 0));
        out.daaScore = must(chain->info({})).daaScore;
        return out;
    }
    [[nodiscard]] kaspa::Transaction dressed(const Plan& plan, std::uint64_t fee = 5'000'000)
    {
        const auto from = coin({plan.toAdd.value + kas(10).value});
        kaspa::Populated tx{plan.tx, {plan.spent}};
        tx.tx.inputs.push_back({from.outpoint, {}, 0, 0, kaspa::kPayToKeyBudget});
        tx.utxos.push_back(from.utxo);
        tx.tx.outputs.push_back({{kas(10).value + plan.surplus.value - fee}, from.utxo.spk, std::nullopt});
        tx.tx.storageMass = must(kaspa::storageMass(tx));
        world.sign(plan, tx);
        signPayer(tx, 1);
        return tx.tx;
    }
    [[nodiscard]] Session step(const Session& before, const Plan& plan)
    {
        const auto tx = dressed(plan);
        const auto id = must(chain->submit(tx, {}));
        auto next = *must(readSpend(before, tx, id)).next;
        next.daaScore = must(chain->info({})).daaScore;
        return next;
    }
    [[nodiscard]] Session accepted()
    {
        const auto s = book();
        return step(s, must(contract::session::accept(s)));
    }
    [[nodiscard]] WatchList list(const Session& s, bool attended = false) const
    {
        WatchList out{"simnet", must(chain->info({})).tip, {{s, world.terms, {}}}};
        if (attended) out.visits.front().attendance = world.attendance(s);
        return out;
    }
    [[nodiscard]] Watcher watcher(const WatchList& l)
    {
        return Watcher(*chain, network, purse, random, service::beginWith(must(service::readWatchList(must(service::writeWatchList(l))))));
    }
    void fill() { (void)must(chain->faucet(purse.script(), kas(10))); }
    [[nodiscard]] Sompi moneyOf(const Person& person) const
    {
        Sompi sum;
        for (const auto& e : must(chain->utxos({kaspa::payToPublicKey(person.key.view())}, {}))) sum.value += e.utxo.amount.value;
        return sum;
    }
    void passed(Millis at) { clock.advance(at.minus(clock.now()) + 10 * kMinute); }
};

bool says(const WatchRound& round, WatchEvent what, std::string_view step = {})
{
    return std::ranges::any_of(round.notes,
                               [&](const service::WatchNote& n) { return n.what == what && (step.empty() || n.step == step); });
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT
private slots:
    void nothing_is_done_before_its_time()
    {
        Town town;
        town.fill();
        auto watcher = town.watcher(town.list(town.book()));
        const auto round = must(watcher.round({}));
        QVERIFY(round.notes.empty() && round.live == 1 && !round.trouble);
        town.clock.advance(kDay - 1); // the limit itself is not past it, and past median time runs behind
        QVERIFY(must(watcher.round({})).notes.empty());
    }
    void an_unanswered_request_goes_back_to_the_patient()
    {
        Town town;
        town.fill();
        const auto s = town.book();
        auto watcher = town.watcher(town.list(s));
        town.passed(town.world.terms.request.acceptBy);
        const auto round = must(watcher.round({}));
        QVERIFY(says(round, WatchEvent::Pushed, "expire") && round.again);
        const auto after = must(watcher.round({}));
        QVERIFY(says(after, WatchEvent::Ended, "expire-request"));
        QCOMPARE(after.live, std::size_t(0));
        QCOMPARE(town.moneyOf(town.world.patient).value, kPrice.value + kDeposit.value);
        QVERIFY(must(watcher.round({})).notes.empty()); // and once only
    }
    void a_whole_visit_is_kept_going_while_everybody_is_away()
    {
        Town town;
        town.fill();
        auto watcher = town.watcher(town.list(town.accepted()));
        QVERIFY(must(watcher.round({})).notes.empty());
        town.passed(town.world.terms.ladder.freeUntil);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "commit"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Moved, "committed"));
        town.passed(town.world.terms.visit.startsAt);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "begin"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Moved, "in-session"));
        // Twice the claim age: the therapist alone may claim before.
        town.clock.advance(36 * kHour);
        QVERIFY(must(watcher.round({})).notes.empty());
        town.clock.advance(13 * kHour);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "claim-for-therapist"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Ended, "claim-for-therapist"));
        QCOMPARE(town.moneyOf(town.world.therapist).value, kPrice.value + kBond.value);
    }
    void a_problem_that_nobody_decides_is_shared_by_the_terms()
    {
        for (const bool attended : {false, true}) {
            Town town;
            town.fill();
            auto s = town.accepted();
            town.passed(town.world.terms.ladder.freeUntil);
            s = town.step(s, must(contract::session::commit(s, town.world.terms)));
            s = town.step(s, must(contract::session::dispute(s, town.world.terms, Signer::Patient)));
            auto watcher = town.watcher(town.list(s, attended));
            town.clock.advance((attended ? 7 : 14) * kDay - kHour);
            QVERIFY(must(watcher.round({})).notes.empty());
            town.clock.advance(2 * kHour);
            QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "lapse"));
            QVERIFY(says(must(watcher.round({})), WatchEvent::Ended, attended ? "lapse-attended" : "lapse"));
            const auto share = attended ? town.world.terms.dispute.lapseShare.value : 0;
            QCOMPARE(town.moneyOf(town.world.therapist).value, share + town.world.terms.dispute.stake.value);
        }
    }
    void an_empty_purse_says_what_is_missing_and_nothing_is_lost()
    {
        Town town;
        auto watcher = town.watcher(town.list(town.book()));
        town.passed(town.world.terms.request.acceptBy);
        const auto poor = must(watcher.round({}));
        QVERIFY(says(poor, WatchEvent::FeeMissing, "expire") && poor.trouble && poor.live == 1);
        QVERIFY(poor.notes.front().amount.value > 0);
        town.fill();
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "expire"));
    }
    void several_that_are_due_are_paid_from_one_coin()
    {
        Town town;
        town.fill();
        auto list = town.list(town.book());
        list.visits.push_back({town.book(), town.world.terms, {}});
        list.visits.push_back({town.book(), town.world.terms, {}});
        auto watcher = town.watcher(list);
        town.passed(town.world.terms.request.acceptBy);
        const auto round = must(watcher.round({}));
        QCOMPARE(std::ranges::count(round.notes, WatchEvent::Pushed, &service::WatchNote::what), 3);
        QCOMPARE(must(watcher.round({})).live, std::size_t(0));
    }
    void two_watchers_wait_for_one_another()
    {
        Town town;
        town.fill();
        const auto s = town.book();
        auto one = town.watcher(town.list(s));
        const auto other = *WatchPurse::of(crypto::secpNewSecret(town.random), "kaspasim");
        (void)must(town.chain->faucet(other.script(), kas(10)));
        Watcher two(*town.chain, town.network, other, town.random, service::beginWith(town.list(s)));
        town.passed(town.world.terms.request.acceptBy);
        town.chain->mineAtOnce(false);
        QVERIFY(says(must(one.round({})), WatchEvent::Pushed, "expire"));
        QVERIFY(says(must(two.round({})), WatchEvent::OnItsWay, "expire"));
        QVERIFY(says(must(one.round({})), WatchEvent::OnItsWay, "expire"));
        QCOMPARE(town.chain->waiting(), std::size_t(1));
        QCOMPARE(town.chain->replacements(), 0);
        town.chain->mine();
        QVERIFY(says(must(one.round({})), WatchEvent::Ended) && says(must(two.round({})), WatchEvent::Ended));
    }
    void a_squatter_who_does_something_else_is_replaced()
    {
        Town town;
        town.fill();
        const auto s = town.accepted();
        auto watcher = town.watcher(town.list(s));
        town.passed(town.world.terms.ladder.freeUntil);
        town.chain->mineAtOnce(false);
        // The patient cancels with a low fee just when free cancelling is over: both are allowed, the dearer one is mined.
        const auto cancel = town.dressed(must(contract::session::cancelByPatient(s, town.world.terms)), 1'200'000);
        (void)must(town.chain->submit(cancel, {}));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "commit"));
        QCOMPARE(town.chain->replacements(), 1);
        town.chain->mine();
        QVERIFY(says(must(watcher.round({})), WatchEvent::Moved, "committed"));
    }
    void what_a_reorganisation_takes_back_is_said_and_pushed_again()
    {
        Town town;
        town.fill();
        const auto s = town.accepted();
        auto watcher = town.watcher(town.list(s));
        town.passed(town.world.terms.ladder.freeUntil);
        const auto pushed = must(watcher.round({}));
        QVERIFY(says(pushed, WatchEvent::Pushed, "commit"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Moved, "committed"));
        town.chain->reorganise(1, ScriptedChain::Then::Forget);
        const auto back = must(watcher.round({}));
        QVERIFY(says(back, WatchEvent::TakenBack));
        QVERIFY(says(back, WatchEvent::Pushed, "commit"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Moved, "committed"));
    }
    void an_ending_that_is_taken_back_is_followed_too()
    {
        Town town;
        town.fill();
        auto watcher = town.watcher(town.list(town.book()));
        town.passed(town.world.terms.request.acceptBy);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "expire"));
        QCOMPARE(must(watcher.round({})).live, std::size_t(0));
        town.chain->reorganise(1, ScriptedChain::Then::Forget);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "expire"));
        QVERIFY(says(must(watcher.round({})), WatchEvent::Ended, "expire-request"));
        QCOMPARE(town.moneyOf(town.world.patient).value, kPrice.value + kDeposit.value);
    }
    void a_node_that_goes_away_changes_nothing()
    {
        Town town;
        town.fill();
        auto watcher = town.watcher(town.list(town.book()));
        town.passed(town.world.terms.request.acceptBy);
        town.chain->offline(true);
        const auto failed = watcher.round({});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, std::string_view("node.offline"));
        town.chain->offline(false);
        QVERIFY(says(must(watcher.round({})), WatchEvent::Pushed, "expire"));
    }
    void a_list_of_another_network_is_not_watched_here()
    {
        Town town;
        auto watcher =
            Watcher(*town.chain, *ledger::networkNamed("mainnet"), town.purse, town.random, service::beginWith(town.list(town.book())));
        QCOMPARE(watcher.round({}).error().code, std::string_view("node.wrong_network"));
    }
    void it_goes_on_where_it_stopped()
    {
        Town town;
        town.fill();
        const auto list = town.list(town.accepted());
        auto first = town.watcher(list);
        town.passed(town.world.terms.ladder.freeUntil);
        QVERIFY(says(must(first.round({})), WatchEvent::Pushed, "commit"));
        QVERIFY(says(must(first.round({})), WatchEvent::Moved, "committed"));
        Watcher again(*town.chain, town.network, town.purse, town.random, service::resume(list, service::writeState(first.state())));
        QVERIFY(must(again.round({})).notes.empty());
        town.passed(town.world.terms.visit.startsAt);
        QVERIFY(says(must(again.round({})), WatchEvent::Pushed, "begin"));
        // Without what it kept, or with nonsense in its place, the chain says the same.
        for (const std::string& kept :
             {std::string(), std::string("{}"), std::string("[1,2"), service::writeState(service::beginWith(list))}) {
            Watcher anew(*town.chain, town.network, town.purse, town.random, service::resume(list, kept));
            const auto round = must(anew.round({}));
            QVERIFY(says(round, WatchEvent::Moved, "committed") && says(round, WatchEvent::Moved, "in-session"));
        }
    }
    void the_purse_can_be_emptied()
    {
        Town town;
        town.fill();
        auto watcher = town.watcher(town.list(town.book()));
        const auto to = kaspa::payToPublicKey(town.world.stranger.key.view());
        QVERIFY(watcher.emptyPurse(to, {}).has_value());
        const auto left = town.moneyOf(town.world.stranger).value;
        QVERIFY(left > kas(9).value && left < kas(10).value);
        QVERIFY(must(town.purse.coins(*town.chain, {})).empty());
        QVERIFY(!watcher.emptyPurse(to, {}));
    }
    void a_purse_is_made_once_and_only_its_user_may_read_it()
    {
        QTemporaryDir folder;
        SystemRandom random;
        const auto path = folder.filePath(QStringLiteral("purse")).toStdString();
        const auto made = must(WatchPurse::open(path, "kaspasim", random));
        const auto again = must(WatchPurse::open(path, "kaspasim", random));
        QCOMPARE(made.address(), again.address());
        const auto rights = QFile::permissions(QString::fromStdString(path));
        QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther)));
        QFile::setPermissions(QString::fromStdString(path), QFileDevice::ReadOwner | QFileDevice::ReadOther);
        QCOMPARE(WatchPurse::open(path, "kaspasim", random).error().code, std::string_view("watch.bad_purse"));
        QFile::setPermissions(QString::fromStdString(path), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("bt-purse 1 too short");
        file.close();
        QCOMPARE(WatchPurse::open(path, "kaspasim", random).error().code, std::string_view("watch.bad_purse"));
    }
    void a_list_that_lies_is_refused()
    {
        Town town;
        const auto good = town.list(town.book(), true);
        const auto text = must(service::writeWatchList(good));
        QVERIFY(service::readWatchList(text).has_value());
        const auto refused = [](const std::string& bad) {
            const auto read = service::readWatchList(bad);
            return !read && read.error().code == "watch.bad_list";
        };
        QVERIFY(refused("") && refused("{}") && refused("[]") && refused("null") && refused(text.substr(0, text.size() / 2)));
        QVERIFY(refused(std::string(service::kWatchListBytes + 1, ' ')));
        auto bad = good;
        bad.visits.front().terms.visit.endsAt = bad.visits.front().terms.visit.endsAt.plus(kHour);
        QVERIFY(refused(must(service::writeWatchList(bad)))); // terms that the state does not stand for
        bad = good;
        bad.visits.front().attendance = town.world.stranger.says(contract::session::attendanceMessage(good.visits.front().session.id));
        QVERIFY(refused(must(service::writeWatchList(bad))));
        bad = good;
        bad.visits.push_back(good.visits.front());
        QVERIFY(refused(must(service::writeWatchList(bad))));
        bad = good;
        bad.visits.front().session.program = Hash256{};
        QVERIFY(refused(must(service::writeWatchList(bad))));
        for (const auto* outpoint : {"", "abc", "abc:0", "zz:0"}) QVERIFY(!service::readOutpointText(outpoint));
        QCOMPARE(must(service::readOutpointText(service::outpointText(good.visits.front().session.outpoint))),
                 good.visits.front().session.outpoint);
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
