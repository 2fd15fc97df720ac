// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that ends with a ticket, and the rating that it buys: right ones pass, and each way to forge, slander, weigh
// or repeat one is refused beside a control. Compiled twice: visits in KAS, visits in BTAI.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/reputation/reputation.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;
namespace rep = bt::contract::reputation;

namespace {

//! A reputation and visits that name it.
struct Practice {
    explicit Practice(std::uint64_t seed = 1) : w(seed), owner(w.random)
    {
        token = w.asset ? w.asset->token : freshLineage(w.random);
        pool = w.asset ? w.asset->pool : freshLineage(w.random);
        auto born = must(rep::create(owner.key, token, pool, {w.random.fixed<kaspa::TxId>(), 0}));
        reputation = born.reputation;
        reputation.outpoint.id = w.random.fixed<kaspa::TxId>();
        if (ground != nullptr) reputation.id = ground->lineage();
        standAt(reputation.outpoint, rep::utxoOf(reputation));
        salt = w.random.fixed<Salt>();
        w.terms.dispute.reputation = rep::commitment(reputation.id, salt);
    }
    //! A visit that was never asked for: born in a later phase, which the chain allows to anyone who pays what is then there.
    Session bornIn(Phase phase)
    {
        Session s = w.booked();
        if (phase == Phase::Requested) return s;
        s.state.phase = phase;
        if (s.escrow) {
            s.escrow->held.value += kBond.value;
            s.escrow->carrier.value += token::kCarrier.value;
        } else {
            s.value.value += kBond.value;
        }
        if (ground != nullptr) s.authorising = ground->coin();
        s.id = kaspa::covenantId(s.authorising, {{s.outpoint.index, {s.value, must(utxoOf(s)).spk, std::nullopt}}});
        s.outpoint.id = w.random.fixed<kaspa::TxId>();
        World::stands(s);
        return s;
    }
    //! Books, accepts and completes a visit; everything that rating it takes.
    rep::Rating visit(std::uint8_t stars, const std::optional<Session>& booked = std::nullopt)
    {
        const Taken taken;
        const Session requested = booked ? *booked : w.booked();
        const auto next = [&](const Session& s, const Plan& plan) {
            Populated tx = w.dress(plan);
            w.sign(plan, tx);
            must(World::run(plan, tx));
            return must(readSpend(s, tx.tx, kaspa::transactionId(tx.tx)));
        };
        const bool asked = requested.state.phase == Phase::Requested;
        const Session accepted = asked ? *next(requested, must(w.tryAccept(requested))).next : requested;
        const Hash256 record = w.random.fixed<Hash256>();
        const Plan done = must(complete(accepted, record, w.recordBy(w.therapist, accepted, record), w.holder.key));
        const auto ended = next(accepted, done);
        rep::Rating out;
        out.ticket = *ended.ticket;
        out.birth = rep::birthOf(requested);
        out.terms = w.terms;
        out.salt = salt;
        out.permit = owner.says(rep::permitMessage(requested.id));
        out.stars = stars;
        out.feedback = rep::feedbackHash("Thank you.", w.random.fixed<Salt>());
        return out;
    }
    kaspa::ScriptPublicKey home() const { return kaspa::payToPublicKey(w.holder.key.view()); }
    rep::Plan plan(const rep::Rating& rating) { return must(rep::rate(reputation, rating, home(), {onGround(5'000'000U, 30'000U)})); }
    using Change = std::function<void(Populated&)>;
    using Recall = std::function<void(std::vector<contract::Call>&)>;
    Result<kaspa::ScriptCost> run(const rep::Plan& plan, const Change& change = {}, const Recall& recall = {},
                                  const Person* instead = nullptr, Populated* kept = nullptr)
    {
        auto calls = plan.calls;
        if (recall) recall(calls);
        Populated tx{plan.tx, {calls[0].spent, calls[1].spent}};
        if (change) change(tx);
        for (std::size_t i = 0; i < 2; ++i) signCall(tx, i, calls[i], {&w.holder, &w.stranger}, instead);
        if (kept != nullptr) *kept = tx;
        return runInputs(tx, 2);
    }

    World w;
    Person owner;
    kaspa::CovenantId token, pool;
    rep::Reputation reputation;
    Salt salt;
};

//! Indexes of the entry's arguments.
enum { Given, Feedback, Program, Born, Index, Value, Holder, RecordOf, Levy, DisputePart, Before, SaltOf, Permit };

} // namespace

class TestReputation : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void a_visit_is_rated_once_and_everyone_can_read_it()
    {
        Practice p;
        std::uint64_t sum = 0, levies = 0;
        for (const int given : {5, 1, 4, 4, 3, 2, 5}) {
            const auto stars = static_cast<std::uint8_t>(given);
            const rep::Rating rating = p.visit(stars);
            QCOMPARE(rating.ticket.weight.value, kInTokens ? kLevy.value : 0U);
            const rep::Plan plan = must(rep::rate(p.reputation, rating, p.home(), {5'000'000}));
            Populated tx;
            PASSES(p.run(plan, {}, {}, nullptr, &tx), "rating");
            const auto read = must(rep::readSpend(p.reputation, tx.tx, kaspa::transactionId(tx.tx)));
            QVERIFY(read.next.state == plan.next);
            QVERIFY(read.visit == rating.ticket.id && read.feedback == rating.feedback && read.stars == stars);
            QCOMPARE(read.levy, rating.ticket.weight);
            sum += stars;
            levies += read.levy.value;
            p.reputation = read.next;
        }
        const rep::State& s = p.reputation.state;
        QCOMPARE(s.count, 7U);
        QCOMPARE(s.sum, sum);
        QVERIFY((s.stars == std::array<std::uint32_t, 5>{1, 1, 1, 2, 2}));
        QCOMPARE(s.weight.value, levies);
        QCOMPARE(s.average(), kInTokens ? 342U : 0U); // 24 / 7
        QCOMPARE((rep::State{{}, {}, {}, 1, 5, {}, {150}, {750}, {}}.average()), 500U);
        QCOMPARE((rep::State{{}, {}, {}, 1, 5, {}, {1'000'000'000'000'000'000}, {4'500'000'000'000'000'000}, {}}.average()), 450U);
    }
    void budgets_fit()
    {
        Practice p;
        rep::Plan plan = p.plan(p.visit(5));
        const std::uint16_t given = plan.tx.inputs[0].computeBudget;
        plan.tx.inputs[0].computeBudget = 100;
        const std::uint64_t used = must(p.run(plan)).scriptUnits;
        const std::uint64_t need = used <= 9'999 ? 0 : (used - 9'999 + 9'999) / 10'000;
        qInfo("rate: %llu script units, budget %llu", static_cast<unsigned long long>(used), static_cast<unsigned long long>(need));
        QVERIFY(given >= need && given <= need + 2);
    }
    void a_ticket_must_come_from_a_genuine_visit()
    {
        Practice p;
        const rep::Rating good = p.visit(1);
        PASSES(p.run(p.plan(good)), "control");
        const rep::Plan plan = p.plan(good);
        const auto with = [&](int argument, kaspa::abi::Value value) {
            return p.run(plan, {},
                         [&](std::vector<contract::Call>& c) { c[0].arguments[static_cast<std::size_t>(argument)] = std::move(value); });
        };
        const auto flipped = [&](int argument, std::size_t at) {
            Bytes bytes = std::get<Bytes>(plan.calls[0].arguments[static_cast<std::size_t>(argument)].v);
            bytes[at] ^= 1;
            return bytes;
        };
        // M11: a ticket that anyone mints under a lineage of his own.
        REFUSED(p.run(plan, [&](Populated& t) { t.utxos[1].covenant = otherLineage(*t.utxos[1].covenant); }),
                "a ticket of another lineage");
        REFUSED(p.run(plan, [&](Populated& t) { t.utxos[1].covenant.reset(); }), "a ticket of no lineage");
        for (const int argument : {Born, Index, Value, Holder, RecordOf, DisputePart, Before, SaltOf, Permit, Feedback}) {
            const std::size_t size = std::get<Bytes>(plan.calls[0].arguments[static_cast<std::size_t>(argument)].v).size();
            for (const std::size_t at : {std::size_t{0}, size / 2, size - 1})
                REFUSED(with(argument, flipped(argument, at)), "argument " + std::to_string(argument) + " changed");
        }
        const std::size_t programSize = std::get<Bytes>(plan.calls[0].arguments[Program].v).size();
        for (std::size_t at = 0; at < programSize; at += 97) REFUSED(with(Program, flipped(Program, at)), "another program");
        REFUSED(with(Program, Bytes{0x51}), "a program that anyone spends");
        for (const int levy : {-1, 1, 150'000'001}) {
            if (std::int64_t{levy} == static_cast<std::int64_t>(good.ticket.weight.value)) continue;
            REFUSED(with(Levy, levy), "a levy that was not paid");
        }
        // Born in a later phase: the chain takes such a genesis, its rating is refused.
        for (const Phase phase : {Phase::Accepted, Phase::InSession, Phase::DisputedByPatient}) {
            const auto lineage = [&](Phase born) {
                auto rating = good;
                rating.birth.state.phase = born;
                Session s;
                s.program = rating.birth.program;
                s.state = rating.birth.state;
                const Bytes redeem = must(redeemScriptOf(s));
                const kaspa::CovenantId id = kaspa::covenantId(
                    rating.birth.authorising, {{rating.birth.index, {rating.birth.value, kaspa::abi::scriptHashOf(redeem), std::nullopt}}});
                return p.run(
                    plan, [&](Populated& t) { t.utxos[1].covenant = id; },
                    [&](std::vector<contract::Call>& c) {
                        c[0].arguments[Program] = redeem;
                        c[0].arguments[Permit] = p.owner.says(rep::permitMessage(id)).view();
                    });
            };
            PASSES(lineage(Phase::Requested), "born as a request");
            REFUSED(lineage(phase), "born in phase " + std::to_string(static_cast<int>(phase)));
        }
        // A twin: the id commits to two outputs.
        Session s;
        s.program = good.birth.program;
        s.state = good.birth.state;
        const kaspa::Output own{good.birth.value, kaspa::abi::scriptHashOf(must(redeemScriptOf(s))), std::nullopt};
        const auto twin = kaspa::covenantId(good.birth.authorising,
                                            {{good.birth.index, own}, {good.birth.index + 1, {kDeposit, p.home(), std::nullopt}}});
        REFUSED(p.run(
                    plan, [&](Populated& t) { t.utxos[1].covenant = twin; },
                    [&](std::vector<contract::Call>& c) { c[0].arguments[Permit] = p.owner.says(rep::permitMessage(twin)).view(); }),
                "born beside a twin");
    }
    void a_visit_born_late_leaves_a_ticket_that_is_never_rated()
    {
        Practice p;
        for (const Phase phase : {Phase::Requested, Phase::Accepted, Phase::Committed, Phase::InSession}) {
            const Session born = p.bornIn(phase);
            const rep::Rating ended = p.visit(1, born);
            // What the C++ would refuse to build is built for the request that it never was, and played with what it is.
            rep::Rating told = ended;
            told.birth.state.phase = Phase::Requested;
            Session request = born;
            request.state.phase = Phase::Requested;
            told.ticket.id =
                kaspa::covenantId(born.authorising, {{born.outpoint.index, {born.value, must(utxoOf(request)).spk, std::nullopt}}});
            told.permit = p.owner.says(rep::permitMessage(told.ticket.id));
            const auto run = p.run(
                p.plan(told), [&](Populated& t) { t.utxos[1].covenant = ended.ticket.id; },
                [&](std::vector<contract::Call>& c) {
                    c[0].arguments[Program] = must(redeemScriptOf(born));
                    c[0].arguments[Permit] = ended.permit.view();
                });
            if (phase == Phase::Requested) {
                PASSES(run, "asked for and accepted");
                continue;
            }
            REFUSED(run, "a whole life from phase " + std::to_string(static_cast<int>(phase)));
            BT_REFUSED(rep::rate(p.reputation, ended, p.home(), {}), "contract.bad_rating");
        }
    }
    void nobody_slanders_with_a_visit_of_his_own()
    {
        Practice p;
        const rep::Rating good = p.visit(1);
        PASSES(p.run(p.plan(good)), "with the therapist's permit");
        for (const Person* liar : {&p.w.patient, &p.w.therapist, &p.w.stranger, &p.w.holder})
            REFUSED(p.run(p.plan(good), {},
                          [&](std::vector<contract::Call>& c) {
                              c[0].arguments[Permit] = liar->says(rep::permitMessage(good.ticket.id)).view();
                          }),
                    "with a permit of one's own");
        kaspa::CovenantId elsewhere = good.ticket.id;
        elsewhere.bytes[3] ^= 1;
        REFUSED(p.run(p.plan(good), {},
                      [&](std::vector<contract::Call>& c) { c[0].arguments[Permit] = p.owner.says(rep::permitMessage(elsewhere)).view(); }),
                "with the permit of another visit");
        // A visit whose terms name another reputation.
        Practice other(2);
        auto rating = good;
        rating.permit = other.owner.says(rep::permitMessage(good.ticket.id));
        BT_REFUSED(rep::rate(other.reputation, rating, p.home(), {}), "contract.bad_rating");
        REFUSED(p.run(p.plan(good),
                      [&](Populated& t) {
                          t.utxos[0].covenant = other.reputation.id;
                          t.tx.outputs[0].covenant->id = other.reputation.id;
                      }),
                "under another reputation's id");
    }
    void stars_cannot_be_changed_on_the_way()
    {
        Practice p;
        const rep::Plan one = p.plan(p.visit(1));
        Populated signedTx;
        PASSES(p.run(one, {}, {}, nullptr, &signedTx), "one star");
        // Somebody in the mempool wants five: the script's argument is free, the output it demands is signed.
        auto call = one.calls[0];
        call.arguments[Given] = 5;
        Populated changed = signedTx;
        changed.tx.inputs[0].signatureScript = must(contract::finish(call, {}));
        REFUSED(runInputs(changed, 2), "five stars in the script");
        auto more = p.reputation;
        more.state.count += 1;
        Populated rewritten = signedTx;
        rewritten.tx.outputs[0].spk = must(rep::utxoOf(more)).spk;
        REFUSED(runInputs(rewritten, 2), "five stars in the output");
        for (const int stars : {-1, 0, 6, 127, 128})
            REFUSED(p.run(one, {}, [&](std::vector<contract::Call>& c) { c[0].arguments[Given] = stars; }),
                    std::to_string(stars) + " stars");
        REFUSED(p.run(one, {}, {}, &p.w.stranger), "without the holder");
        REFUSED(p.run(one, {}, {}, &p.owner), "by the therapist");
    }
    void a_reputation_neither_splits_nor_ends_nor_forgets()
    {
        Practice p;
        p.reputation.state.count = 3;
        p.reputation.state.sum = 9;
        p.reputation.state.stars = {0, 0, 3, 0, 0};
        const rep::Plan plan = p.plan(p.visit(2));
        PASSES(p.run(plan), "control");
        REFUSED(p.run(plan, [](Populated& t) { t.tx.outputs[0].value.value -= 1; }), "losing KAS");
        REFUSED(p.run(plan, [](Populated& t) { t.tx.outputs[0].value.value += 1; }), "gaining KAS");
        REFUSED(p.run(plan, [](Populated& t) { t.tx.outputs[0].covenant.reset(); }), "without its id");
        REFUSED(p.run(plan, [](Populated& t) { std::swap(t.tx.outputs[0], t.tx.outputs[1]); }), "moved");
        REFUSED(p.run(plan, [](Populated& t) { t.tx.outputs.push_back(t.tx.outputs[0]); }), "split");
        REFUSED(p.run(plan,
                      [&](Populated& t) {
                          t.tx.outputs[1].covenant = kaspa::CovenantBinding{1, plan.calls[1].spent.covenant.value()};
                      }),
                "a ticket that lives on");
        for (const auto& change : std::vector<std::function<void(rep::State&)>>{
                 [](rep::State& s) { s.count = 1; }, [](rep::State& s) { s.sum += 1; }, [](rep::State& s) { s.stars[4] += 1; },
                 [](rep::State& s) { s.weight.value += 1; }, [](rep::State& s) { s.weighted.value += 5; },
                 [](rep::State& s) { s.log = {}; }, [&](rep::State& s) { s.key = p.w.stranger.key; },
                 [&](rep::State& s) { s.pool.bytes[0] ^= 1; }, [&](rep::State& s) { s.token.bytes[0] ^= 1; }}) {
            rep::Reputation next = p.reputation;
            next.state = plan.next;
            change(next.state);
            REFUSED(p.run(plan, [&](Populated& t) { t.tx.outputs[0].spk = must(rep::utxoOf(next)).spk; }), "another state");
        }
        // Behind another input: two reputations in one transaction would share one ticket.
        Populated tx;
        (void)p.run(plan, {}, {}, nullptr, &tx);
        std::swap(tx.tx.inputs[0], tx.tx.inputs[1]);
        std::swap(tx.utxos[0], tx.utxos[1]);
        tx.tx.outputs[0].covenant->authorizingInput = 1;
        signCall(tx, 0, plan.calls[1], {&p.w.holder});
        REFUSED(runInputs(tx, 2), "as input 1");
    }
    void levies_count_in_one_token_and_to_one_pool()
    {
        Practice p;
        const rep::Rating good = p.visit(5);
        QVERIFY(rep::rate(p.reputation, good, p.home(), {}));
        for (const bool pool : {false, true}) {
            // The same visit before a reputation that counts another token, or another pool.
            rep::Reputation other = p.reputation;
            (pool ? other.state.pool : other.state.token).bytes[0] ^= 1;
            const auto plan = rep::rate(other, good, p.home(), {5'000'000});
            if (!kInTokens) {
                PASSES(p.run(must(plan)), "a visit in KAS weighs nothing anywhere");
                continue;
            }
            BT_REFUSED(plan, "contract.bad_rating");
            rep::Plan forced = p.plan(good);
            const auto utxo = must(rep::utxoOf(other));
            rep::Reputation next = other;
            next.state = forced.next;
            (pool ? next.state.pool : next.state.token).bytes[0] ^= 1;
            REFUSED(p.run(
                        forced,
                        [&](Populated& t) {
                            t.utxos[0] = utxo;
                            t.tx.outputs[0].spk = must(rep::utxoOf(next)).spk;
                        },
                        [&](std::vector<contract::Call>& c) {
                            Bytes& redeem = c[0].redeemScript; // key and token stand before the pool: 33 bytes each
                            redeem[pool ? 1 + 33 + 33 + 1 : 1 + 33 + 1] ^= 1;
                        }),
                    pool ? "a levy to another pool" : "a levy in another token");
        }
    }
    void the_core_refuses_what_the_chain_would()
    {
        Practice p;
        const rep::Rating good = p.visit(4);
        const auto rule = [&](const std::function<void(rep::Rating&)>& change, Sompi fee = {}) {
            rep::Rating rating = good;
            change(rating);
            const auto plan = rep::rate(p.reputation, rating, p.home(), fee);
            return plan ? std::string("fine") : plan.error().args.at(0);
        };
        QCOMPARE(rule([](auto&) {}), std::string("fine"));
        QCOMPARE(rule([](auto& r) { r.stars = 0; }), std::string("stars"));
        QCOMPARE(rule([](auto& r) { r.salt.bytes[0] ^= 1; }), std::string("reputation"));
        QCOMPARE(rule([](auto& r) { r.permit.bytes[0] ^= 1; }), std::string("permit"));
        QCOMPARE(rule([](auto& r) { r.birth.value.value += 1; }), std::string("birth"));
        QCOMPARE(rule([](auto& r) { r.terms.visit.salt.bytes[0] ^= 1; }), std::string("terms"));
        QCOMPARE(rule([](auto&) {}, kas(1'000)), std::string("fee"));
    }
    void a_birth_is_alone_and_empty()
    {
        Practice p;
        kaspa::Transaction tx;
        tx.inputs.resize(1);
        tx.inputs[0].previous = {p.w.random.fixed<kaspa::TxId>(), 1};
        const auto born = must(rep::create(p.owner.key, p.token, p.pool, tx.inputs[0].previous));
        tx.outputs = {born.output};
        const auto id = kaspa::transactionId(tx);
        const auto read = must(rep::readBirth(p.owner.key, p.token, p.pool, tx, id, 0));
        QVERIFY(read.id == born.reputation.id && read.state == born.reputation.state);
        BT_REFUSED(rep::readBirth(p.w.stranger.key, p.token, p.pool, tx, id, 0), "contract.bad_birth");
        BT_REFUSED(rep::readBirth(p.owner.key, p.pool, p.pool, tx, id, 0), "contract.bad_birth");
        auto twin = tx;
        twin.outputs.push_back({kas(1), p.home(), std::nullopt});
        twin.outputs[0].covenant.reset();
        const std::uint32_t both[] = {0, 1};
        must(kaspa::bindGenesis(twin, 0, both));
        BT_REFUSED(rep::readBirth(p.owner.key, p.token, p.pool, twin, id, 0), "contract.bad_birth");
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestReputation)
#include "tst_reputation.moc"
