// SPDX-License-Identifier: GPL-3.0-or-later
// Consent receipts: both entries right, both attacked beside a control, births without twins, evidence.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "profile_world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

constexpr Millis kExpiry{1'790'000'000'000};

consent::Terms termsOf(ProfileWorld& w)
{
    consent::Terms out{"did:key:zGranter", "did:key:zGrantee", "Session notes of 2026, to read", {}};
    out.salt(w.random);
    return out;
}

consent::Receipt receiptOf(ProfileWorld& w)
{
    const auto state = must(consent::makeState(termsOf(w), kExpiry, w.owner.key));
    auto out = must(consent::grant(state, {w.random.fixed<kaspa::TxId>(), 1})).receipt;
    out.outpoint.id = w.random.fixed<kaspa::TxId>();
    if (ground != nullptr) out.id = ground->lineage();
    standAt(out.outpoint, consent::utxoOf(out));
    return out;
}

} // namespace

class TestProfileConsent : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

private slots:
    void the_granter_takes_it_back_and_nobody_else()
    {
        ProfileWorld w;
        const auto receipt = receiptOf(w);
        const auto plan = must(consent::revoke(receipt, kaspa::payToPublicKey(w.owner.key.view()), {2'000'000}));
        PASSES(w.play(plan), "revoke");
        for (const Person* who : w.people())
            if (who != &w.owner) REFUSED(w.play(plan, {}, who), "revoked by someone else");
        REFUSED(w.play(plan, [&](Populated& t) { t.tx.outputs[0].covenant = kaspa::CovenantBinding{0, receipt.id}; }), "revoked and alive");
        Populated later = w.dress(plan);
        signCall(later, 0, plan.call, w.people());
        QCOMPARE(must(consent::readSpend(receipt, later.tx)), consent::Step::Revoke);
        later.tx.outputs[0].spk = kaspa::payToPublicKey(w.stranger.key.view());
        REFUSED(runInput(later), "redirected after signing");
        QCOMPARE(consent::revoke(receipt, {}, receipt.value).error().code, std::string_view("consent.bad_deposit"));
    }
    void anyone_sends_an_expired_deposit_home()
    {
        ProfileWorld w;
        const auto receipt = receiptOf(w);
        const auto plan = must(consent::expire(receipt));
        PASSES(w.play(plan), "expire");
        PASSES(w.play(plan, [](Populated& t) { t.tx.lockTime += 1; }), "later");
        for (const std::uint64_t lock : {plan.tx.lockTime - 1, std::uint64_t{0}, std::uint64_t{499'999'999'999}})
            REFUSED(w.play(plan, [&](Populated& t) { t.tx.lockTime = lock; }), "before its time");
        REFUSED(w.play(plan, [](Populated& t) { t.tx.inputs[0].sequence = ~0ULL; }), "with a final sequence");
        for (const int change : {-1, 1})
            REFUSED(w.play(plan, [&](Populated& t) { t.tx.outputs[0].value.value += static_cast<std::uint64_t>(change); }),
                    "another amount");
        REFUSED(w.play(plan, [&](Populated& t) { t.tx.outputs[0].spk = kaspa::payToPublicKey(w.stranger.key.view()); }), "redirected");
        REFUSED(w.play(plan, [](Populated& t) { std::swap(t.tx.outputs[0], t.tx.outputs[1]); }), "in another place");
        REFUSED(w.play(plan, [&](Populated& t) { t.tx.outputs[1].covenant = kaspa::CovenantBinding{0, receipt.id}; }), "expired and alive");
        // Two that expire together cannot be paid by one output: each wants to be input 0.
        Populated tx = w.dress(plan);
        std::swap(tx.tx.inputs[0], tx.tx.inputs[1]);
        std::swap(tx.utxos[0], tx.utxos[1]);
        tx.tx.inputs[1].signatureScript = must(contract::finish(plan.call, {}));
        REFUSED(runInput(tx, 1), "as input 1");
        Populated right = w.dress(plan);
        right.tx.inputs[0].signatureScript = must(contract::finish(plan.call, {}));
        QCOMPARE(must(consent::readSpend(receipt, right.tx)), consent::Step::Expire);
    }
    void an_expiry_that_is_no_time_never_comes()
    {
        ProfileWorld w;
        auto receipt = receiptOf(w);
        for (const std::int64_t expiry : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{499'999'999'999}}) {
            receipt.state.expiry = {expiry};
            auto plan = must(consent::expire(receipt));
            for (const std::uint64_t lock : {std::uint64_t{0}, std::uint64_t{1} << 40}) {
                plan.tx.lockTime = lock;
                REFUSED(w.play(plan), "an expiry that a lock time would read as a score");
            }
            const auto back = must(consent::revoke(receipt, kaspa::payToPublicKey(w.owner.key.view()), {}));
            PASSES(w.play(back), "yet the granter has her deposit back");
        }
    }
    void a_birth_is_read_back_and_twins_are_not()
    {
        ProfileWorld w;
        const auto state = must(consent::makeState(termsOf(w), kExpiry, w.owner.key));
        const kaspa::Outpoint authorising{w.random.fixed<kaspa::TxId>(), 3};
        const auto made = must(consent::grant(state, authorising, 0, 1));
        Populated tx;
        kaspa::Input input;
        input.previous = authorising;
        tx.tx.inputs.push_back(input);
        tx.utxos.push_back({{10 * kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), 1, false, std::nullopt});
        tx.tx.outputs.push_back({{kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
        tx.tx.outputs.push_back(made.output);
        QVERIFY(kaspa::checkCovenantBindings(tx).has_value());
        const kaspa::TxId id = kaspa::transactionId(tx.tx);
        const auto read = must(consent::readBirth(state, tx.tx, id, 1));
        QCOMPARE(read.id, made.receipt.id);
        QCOMPARE(read.outpoint, (kaspa::Outpoint{id, 1}));

        // Born with a second output: the chain takes it under its own id, we do not.
        Populated twins = tx;
        for (auto& output : twins.tx.outputs) output.covenant.reset();
        twins.tx.outputs.push_back(made.output);
        twins.tx.outputs[2].covenant.reset();
        const std::vector<std::uint32_t> both{1, 2};
        must(kaspa::bindGenesis(twins.tx, 0, both));
        QVERIFY(kaspa::checkCovenantBindings(twins).has_value());
        const auto refused = consent::readBirth(state, twins.tx, kaspa::transactionId(twins.tx), 1);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string_view("consent.bad_birth"));
        QCOMPARE(refused.error().args, std::vector<std::string>{"twin"});
        auto other = state;
        other.expiry.value += 1;
        QCOMPARE(consent::readBirth(other, tx.tx, id, 1).error().args, std::vector<std::string>{"script"});
        QCOMPARE(consent::readBirth(state, tx.tx, id, 0).error().args, std::vector<std::string>{"covenant"});
        QCOMPARE(consent::readBirth(state, tx.tx, id, 9).error().args, std::vector<std::string>{"output"});
    }
    void parts_open_alone_and_bind()
    {
        ProfileWorld w;
        const consent::Terms terms = termsOf(w);
        const auto parts = must(consent::partHashes(terms));
        const Hash256 whole = consent::termsHash(parts);
        // One part shown with two hashes proves itself; another text, salt or place does not.
        for (int i = 0; i < 3; ++i) {
            const std::string& text = i == 0 ? terms.granter : i == 1 ? terms.grantee : terms.scope;
            auto shown = parts;
            const auto at = static_cast<std::size_t>(i);
            shown[at] = consent::partHash(static_cast<consent::Part>(i), terms.salts[at], text);
            QCOMPARE(consent::termsHash(shown), whole);
            shown[at] = consent::partHash(static_cast<consent::Part>(i), terms.salts[at], text + " ");
            QVERIFY(consent::termsHash(shown) != whole);
            shown[at] = consent::partHash(static_cast<consent::Part>((i + 1) % 3), terms.salts[at], text);
            QVERIFY(consent::termsHash(shown) != whole);
        }
        consent::Terms again = terms;
        again.salt(w.random);
        QVERIFY(consent::termsHash(must(consent::partHashes(again))) != whole); // nobody guesses who it is about
        const auto receipt = receiptOf(w);
        const Hash256 said = consent::evidenceMessage(receipt.id, receipt.state.terms);
        QVERIFY(crypto::schnorrVerify(w.owner.key, said.view(), w.owner.says(said)));
        QVERIFY(consent::evidenceMessage(w.random.fixed<kaspa::CovenantId>(), receipt.state.terms) != said);
    }
    void bad_terms_are_named_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field : {"granter", "grantee", "scope", "expiry", "refund"}) QTest::newRow(field) << field;
    }
    void bad_terms_are_named()
    {
        QFETCH(QString, field);
        ProfileWorld w;
        consent::Terms terms = termsOf(w);
        Millis expiry = kExpiry;
        XOnlyKey refund = w.owner.key;
        QVERIFY(consent::makeState(terms, expiry, refund).has_value());
        if (field == "granter") terms.granter = std::string(257, 'x');
        if (field == "grantee") terms.grantee.clear();
        if (field == "scope") terms.scope = std::string(4097, 'x');
        if (field == "expiry") expiry = {1'700'000'000}; // seconds
        if (field == "refund") refund = *XOnlyKey::from(Bytes(32, 0xff));
        const auto state = consent::makeState(terms, expiry, refund);
        QVERIFY(!state);
        QCOMPARE(state.error().code, std::string_view("consent.bad_terms"));
        QCOMPARE(state.error().args, std::vector<std::string>{field.toStdString()});
    }
    void a_receipt_counts_until_its_expiry()
    {
        ProfileWorld w;
        const auto receipt = receiptOf(w);
        QVERIFY(consent::inTime(receipt, {kExpiry.value - 1}));
        QVERIFY(!consent::inTime(receipt, kExpiry));
        QCOMPARE(consent::grant(receipt.state, {}, 0, 0, {1}).error().code, std::string_view("consent.bad_deposit"));
    }
#ifdef BT_ON_NODE
    void a_node_takes_every_entry()
    {
        const Taken taken;
        ProfileWorld w;
        PASSES(w.play(must(consent::revoke(receiptOf(w), kaspa::payToPublicKey(w.owner.key.view()), {}))), "revoke");
        PASSES(w.play(must(consent::expire(receiptOf(w)))), "expire");
    }
#endif
    void cleanupTestCase() { qInfo("%d attacks beside %d controls", m_attacks, m_controls); }
};

BT_CONTRACT_MAIN(TestProfileConsent)
#include "tst_profile_consent.moc"
