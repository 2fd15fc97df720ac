// SPDX-License-Identifier: GPL-3.0-or-later
// The figures in docs/contracts.md: sizes, signature operations, masses and least fees of every step, and the vectors
// of the visit key. BT_REGENERATE=1 writes them anew; otherwise they must be what the document says.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/health_session/visit_key.h"
#include "figures.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

Populated booking(World& w)
{
    Populated out;
    kaspa::Input coin;
    coin.previous.id = w.random.fixed<kaspa::TxId>();
    coin.computeBudget = kaspa::kPayToKeyBudget;
    coin.signatureScript = Bytes(kaspa::kPayToKeyUnlockBytes, 0);
    out.utxos.push_back({{100 * kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), 1, false, std::nullopt});
    out.tx.inputs.push_back(coin);
    const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond));
    out.tx.outputs.push_back(must(book(state, coin.previous)).output);
    out.tx.outputs.push_back({{38 * kSompiPerKas}, kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
    return out;
}

std::vector<Row> rows(World& w)
{
    std::vector<Row> out{rowOf("book", booking(w))};
    for (const NamedPlan& p : allPlans(w)) {
        Populated tx = w.dress(p.plan);
        w.sign(p.plan, tx);
        tx.tx.inputs[1].signatureScript = Bytes(kaspa::kPayToKeyUnlockBytes, 0);
        out.push_back(rowOf(p.name, tx));
    }
    const Ticket ticket{currentVersion().ticket.templateHash(), w.in(Phase::InSession).id, {}, kDeposit, w.holder.key, {}, noRecord(), 0};
    const Plan drop = must(dropTicket(ticket, kaspa::payToPublicKey(w.patient.key.view()), {1'000'000}));
    Populated tx{drop.tx, {drop.spent}};
    w.sign(drop, tx);
    out.push_back(rowOf("drop-ticket, fee from it", tx));
    return out;
}

std::string table(World& w)
{
    const Version& v = currentVersion();
    const Session s = w.in(Phase::InSession);
    const Bytes program = must(redeemScriptOf(s));
    Bytes call = must(claim(s, w.terms, std::nullopt)).tx.inputs[0].signatureScript;
    std::string out = "Program " + std::to_string(program.size()) + " B, of which state " + std::to_string(v.session.stateBytes()) +
                      " B; " + std::to_string(kaspa::staticSigOps(call, must(utxoOf(s)).spk)) +
                      " signature operations counted statically. Ticket " +
                      std::to_string(v.ticket.prefix().size() + v.ticket.stateBytes() + v.ticket.suffix().size()) + " B, of which state " +
                      std::to_string(v.ticket.stateBytes()) + " B; 1 signature operation.\n\n" +
                      "| step | bytes | budget | compute g | transient g / 2 | storage g | least fee KAS "
                      "|\n|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows(w))
        out += "| " + row.name + " | " + std::to_string(row.bytes) + " | " + std::to_string(row.budget) + " | " +
               std::to_string(row.masses.compute) + " | " + std::to_string(row.masses.normalizedTransient()) + " | " +
               std::to_string(row.masses.storage) + " | " + kasText(row.fee) + " |\n";
    return out;
}

std::string visitKeys()
{
    std::string out = "| secret of P | e | n | P' |\n|---|---|---|---|\n";
    for (std::uint8_t i = 1; i <= 3; ++i) {
        const Bytes listed(32, i), ephemeral(32, static_cast<std::uint8_t>(0x40 + i));
        VisitNonce nonce;
        nonce.bytes.fill(static_cast<std::uint8_t>(0x80 + i));
        const auto made = must(deriveVisitKey(must(crypto::secpXOnly(listed)), ephemeral, nonce));
        out +=
            "| `" + hexOf(listed) + "` | `" + hexOf(ephemeral) + "` | `" + hexOf(nonce.view()) + "` | `" + hexOf(made.key.view()) + "` |\n";
    }
    return out;
}

} // namespace

class TestContractTable : public QObject
{
    Q_OBJECT
private slots:
    void the_document_has_the_measured_figures()
    {
        World w;
        std::string found;
        QVERIFY2(documentSays("figures", table(w), found), ("run with BT_REGENERATE=1; measured:\n" + table(w)).c_str());
    }
    void a_whole_visit_stays_below_its_fee()
    {
        World w;
        std::map<std::string, std::uint64_t> fees;
        for (const Row& row : rows(w)) {
            fees[row.name] = row.fee;
            QVERIFY2(row.masses.withinLimits(), row.name.c_str());
        }
        const std::uint64_t visit = fees["book"] + fees["accept"] + fees["complete"];
        qInfo("book, accept and complete: %s KAS", kasText(visit).c_str());
        QVERIFY(visit < 2'000'000); // 0.03 KAS is the promise, 0.02 the aim
    }
    void relay_rules_hold()
    {
        World w;
        for (const NamedPlan& p : allPlans(w)) {
            QVERIFY2(kaspa::staticSigOps(p.plan.tx.inputs[0].signatureScript, p.plan.spent.spk) <= kaspa::kMaxRedeemSigOps, p.name.c_str());
            QVERIFY(kaspa::classify(p.plan.spent.spk) == kaspa::ScriptClass::ScriptHash);
        }
    }
    void both_sides_find_the_same_visit_key()
    {
        std::string found;
        QVERIFY2(documentSays("visit-keys", visitKeys(), found), ("run with BT_REGENERATE=1; computed:\n" + visitKeys()).c_str());
        SeededRandom random(7);
        for (int i = 0; i < 40; ++i) {
            const Person therapist(random);
            const auto made = must(deriveVisitKey(therapist.key, random));
            QCOMPARE(must(visitKeyOf(therapist.secret.view(), made.hint)), made.key);
            QCOMPARE(must(crypto::secpXOnly(must(visitSecret(therapist.secret.view(), made.hint)).view())), made.key);
            VisitKeyHint other = made.hint;
            other.nonce.bytes[31] ^= 1;
            QVERIFY(must(visitKeyOf(therapist.secret.view(), other)) != made.key);
            other.ephemeral.bytes.fill(0xff);
            BT_REFUSED(visitKeyOf(therapist.secret.view(), other), "contract.bad_visit_key");
        }
    }
};
QTEST_APPLESS_MAIN(TestContractTable)
#include "tst_contract_table.moc"
