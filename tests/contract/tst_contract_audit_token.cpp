// SPDX-License-Identifier: GPL-3.0-or-later
// An auditor's attacks on how BTAI is read: transfers that the chain accepts in a form that our builders never write must
// not hide what they paid. Beside each, the same transfer in plain form.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/token/reader.h"
#include "token_world.h"
#endif

using namespace bt;
using namespace bt::test;

class TestContractAuditToken : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

    static Bytes lengthened(const Bytes& script)
    {
        Bytes out;
        for (const auto& push : must(kaspa::abi::parsePushes(script))) {
            out.push_back(0x4e); // OpPushData4
            appendLe(out, static_cast<std::uint32_t>(push.data.size()));
            append(out, push.data);
        }
        return out;
    }
    static std::uint64_t receivedBy(const TokenWorld& w, const Populated& tx, std::uint32_t index)
    {
        return must(token::readReceived(w.id, tx.tx, kaspa::transactionId(tx.tx), index)).state.amount.value;
    }

private slots:
    void long_pushes_hide_no_payment()
    {
        TokenWorld w;
        const auto raw = w.rawOf({w.source(w.alice, token::OwnerScheme::Key, 600), w.source(w.alice, token::OwnerScheme::Key, 50)},
                                 {{{400}, token::Owner::key(w.bob.key), {}, {}}, {{250}, token::Owner::key(w.alice.key), {}, {}}});
        Populated tx;
        PASSES(w.run(raw, nullptr, [&](Populated& t) { tx = t; }), "two to two");
        const auto calls = must(token::callsFor(raw.from, {}, nullptr));
        auto signedCalls = calls;
        kaspa::abi::List said;
        for (const auto& state : raw.said) said.emplace_back(state);
        signedCalls[0].arguments[0] = kaspa::abi::Value(std::move(said));
        w.sign(signedCalls, tx);
        QCOMPARE(receivedBy(w, tx, 0), 400U);
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}})
            tx.tx.inputs[i].signatureScript = lengthened(tx.tx.inputs[i].signatureScript);
        PASSES(runInputs(tx, 2), "in long pushes");
        QCOMPARE(receivedBy(w, tx, 0), 400U);
        QCOMPARE(must(token::readTransfer(w.id, tx.tx, kaspa::transactionId(tx.tx))).spent.size(), std::size_t{2});
    }
    void an_amount_below_zero_by_nothing_hides_no_payment()
    {
        // Eight bytes with nothing but the sign say zero. The program takes them for an amount; our encoder never writes them.
        TokenWorld w;
        const auto raw = w.rawOf({w.source(w.alice, token::OwnerScheme::Key, 600)},
                                 {{{600}, token::Owner::key(w.bob.key), {}, {}}, {{0}, token::Owner::key(w.alice.key), {}, {}}});
        Populated tx;
        PASSES(w.run(raw, nullptr, [&](Populated& t) { tx = t; }), "an output of nothing");
        auto calls = must(token::callsFor(raw.from, {}, nullptr));
        kaspa::abi::List said;
        for (const auto& state : raw.said) said.emplace_back(state);
        calls[0].arguments[0] = kaspa::abi::Value(std::move(said));
        const auto attempt = [&](bool inOutput) {
            Populated t = tx;
            if (inOutput) {
                Bytes redeem = must(token::currentProgram().redeemScript(raw.made[1]));
                redeem[9] = 0x80; // prefix, push of eight, the last of its bytes
                t.tx.outputs[1].spk = kaspa::abi::scriptHashOf(redeem);
            }
            w.sign(calls, t);
            Bytes& script = t.tx.inputs[0].signatureScript;
            if (script[0] != 16) qFatal("the amounts are not the first push");
            script[16] = 0x80;
            return std::pair(runInput(t), t);
        };
        int taken = 0;
        for (const bool inOutput : {false, true}) {
            const auto [verdict, t] = attempt(inOutput);
            if (!verdict) {
                ++m_attacks;
                continue;
            }
            ++taken;
            qInfo("accepted with the sign %s the output", inOutput ? "in" : "out of");
            QCOMPARE(receivedBy(w, t, 0), 600U);
        }
        QCOMPARE(taken, 1);
    }
    void tokens_of_another_lineage_hide_no_payment()
    {
        // Two lineages of the same program in one transaction, their inputs mixed: the chain counts each by its id.
        TokenWorld w;
        TokenWorld other(2);
        const auto one = w.rawOf({w.source(w.alice, token::OwnerScheme::Key, 600), w.source(w.alice, token::OwnerScheme::Key, 50)},
                                 {{{650}, token::Owner::key(w.bob.key), {}, {}}});
        for (const std::uint64_t foreign : {std::uint64_t{70}, std::uint64_t{650}}) {
            // With the same amount even the states are the same, under another id.
            auto coin = w.source(w.alice, token::OwnerScheme::Key, foreign);
            coin.holding.token = other.id;
            const auto two = w.rawOf({coin}, {{{foreign}, token::Owner::key(w.bob.key), {}, {}}});
            auto calls = must(token::callsFor(one.from, {}, nullptr)), others = must(token::callsFor(two.from, {}, nullptr));
            calls[0].arguments[0] = kaspa::abi::Value(kaspa::abi::List{kaspa::abi::Value(one.said[0])});
            others[0].arguments[0] = kaspa::abi::Value(kaspa::abi::List{kaspa::abi::Value(two.said[0])});
            for (const bool foreignFirst : {false, true}) {
                std::vector<contract::Call> order{calls[0], others[0], calls[1]};
                std::vector<kaspa::Outpoint> from{one.from[0].holding.outpoint, coin.holding.outpoint, one.from[1].holding.outpoint};
                if (foreignFirst) {
                    std::swap(order[0], order[1]);
                    std::swap(from[0], from[1]);
                }
                Populated tx;
                for (std::size_t i = 0; i < 3; ++i) {
                    kaspa::Input input;
                    input.previous = from[i];
                    input.computeBudget = 30;
                    tx.tx.inputs.push_back(input);
                    tx.utxos.push_back(order[i].spent);
                }
                const auto out = [&](const kaspa::abi::RecordValue& state, const kaspa::CovenantId& id, std::uint16_t by) {
                    tx.tx.outputs.push_back({token::kCarrier, kaspa::abi::scriptHashOf(must(token::currentProgram().redeemScript(state))),
                                             kaspa::CovenantBinding{by, id}});
                };
                out(one.said[0], w.id, foreignFirst ? 1 : 0);
                out(two.said[0], other.id, foreignFirst ? 0 : 1);
                w.sign(order, tx);
                PASSES(runInputs(tx, 3), "two tokens mixed");
                QCOMPARE(receivedBy(w, tx, 0), 650U);
                QCOMPARE(must(token::readReceived(other.id, tx.tx, kaspa::transactionId(tx.tx), 1)).state.amount.value, foreign);
                std::swap(tx.tx.outputs[0].covenant->id, tx.tx.outputs[1].covenant->id);
                if (foreign != 650) {
                    w.sign(order, tx);
                    REFUSED(runInputs(tx, 3), "each token's output under the other's id");
                }
            }
        }
    }
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestContractAuditToken)
#include "tst_contract_audit_token.moc"
