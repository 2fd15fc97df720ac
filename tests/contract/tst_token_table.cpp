// SPDX-License-Identifier: GPL-3.0-or-later
// The figures in docs/contracts/: sizes, signature operations, masses and least fees of BTAI, of visits paid in it and of
// ratings. BT_REGENERATE=1 writes them anew; otherwise they must be what the pages say. Compiled with BT_IN_TOKENS.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/reputation/reputation.h"
#include "figures.h"
#include "token_world.h"
#include "world.h"
#endif

using namespace bt;
using namespace bt::test;
namespace rep = bt::contract::reputation;

namespace {

std::string budgetsOf(const Populated& tx, std::size_t fixed)
{
    std::string out;
    for (std::size_t i = 0; i < fixed; ++i) out += (i > 0 ? ", " : "") + std::to_string(tx.tx.inputs[i].computeBudget);
    return out;
}

//! A line for a transaction whose last input is the fee's.
std::string line(const std::string& name, Populated tx, std::size_t fixed, Row* kept = nullptr)
{
    tx.tx.inputs.back().signatureScript = Bytes(kaspa::kPayToKeyUnlockBytes, 0);
    const Row row = rowOf(name, tx);
    if (kept != nullptr) *kept = row;
    return lineOf(row, budgetsOf(tx, fixed));
}

std::string programLine(const kaspa::abi::Program& program, const kaspa::Input& input, const kaspa::Utxo& spent)
{
    const std::size_t size = program.prefix().size() + program.stateBytes() + program.suffix().size();
    return "Program " + std::to_string(size) + " B, of which state " + std::to_string(program.stateBytes()) + " B; " +
           std::to_string(kaspa::staticSigOps(input.signatureScript, spent.spk)) + " signature operations counted statically.\n\n";
}

std::string tokenTable()
{
    TokenWorld w;
    std::string out;
    const auto add = [&](const std::string& name, const token::Transfer& t) {
        const token::Plan plan = must(token::transfer(t));
        Populated tx{plan.tx, {}};
        for (const auto& call : plan.calls) tx.utxos.push_back(call.spent);
        if (out.empty()) out = programLine(token::currentProgram(), tx.tx.inputs[0], tx.utxos[0]) + kTableHead;
        addFee(tx, w.random, w.payer, plan.toAdd, plan.surplus);
        w.sign(plan.calls, tx);
        out += line(name, tx, plan.calls.size());
    };
    for (const auto& [ins, outs] : {std::pair{1, 1}, {1, 2}, {2, 1}, {2, 2}, {2, 3}, {3, 3}}) {
        token::Transfer t;
        for (int i = 0; i < ins; ++i) t.from.push_back(w.source(w.alice, OwnerScheme::Key, 600));
        for (int i = 0; i < outs; ++i)
            t.to.push_back({Owner::key(w.bob.key), {600U * static_cast<unsigned>(ins) / static_cast<unsigned>(outs)}, token::kCarrier, {}});
        add("transfer " + std::to_string(ins) + " to " + std::to_string(outs), t);
    }
    token::Transfer t;
    t.from = {w.source(w.alice, OwnerScheme::Key, 800)};
    t.borrowed = {w.holding(Owner::key(w.bob.key), 1'000, Borrow::above({10})), {500}, std::nullopt, std::nullopt};
    t.change.to = Owner::key(w.alice.key);
    add("borrowed receive, threshold, with change", t);
    t.borrowed->into.state.borrow = Borrow::byKey(w.carol.key);
    add("borrowed receive, by key, with change", t);
    return out;
}

struct Visit {
    std::string table;
    std::map<std::string, Row> rows;
};
Visit visitTable(World& w)
{
    Visit out;
    const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, w.asset));
    const token::Holding coin{token::currentProgram().templateHash(),
                              w.asset->token,
                              {w.random.fixed<kaspa::TxId>(), 3},
                              token::kCarrier,
                              {{2 * kPrice.value}, token::Owner::key(w.patient.key), {}, {}},
                              1};
    const TokenBooking booking =
        must(bookTokens(state, {w.random.fixed<kaspa::TxId>(), 1}, {{coin, {}, 0}}, token::Owner::key(w.patient.key)));
    Populated book{booking.tx, {{kas(10), kaspa::payToPublicKey(w.payer.key.view()), 1, false, std::nullopt}, booking.tokens[0].spent}};
    book.tx.outputs.push_back({kas(7), kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
    signCall(book, 1, booking.tokens[0], {&w.patient});
    book.tx.inputs[0].signatureScript = Bytes(kaspa::kPayToKeyUnlockBytes, 0);
    out.rows["book"] = rowOf("book and fund", book);
    out.table = kTableHead + lineOf(out.rows["book"], budgetsOf(book, 2));
    bool first = true;
    for (const NamedPlan& p : allPlans(w)) {
        Populated tx = w.dress(p.plan);
        w.sign(p.plan, tx);
        if (first) out.table.insert(0, programLine(currentVersion(true).session, tx.tx.inputs[0], tx.utxos[0]));
        first = false;
        out.table += line(p.name, tx, 1 + p.plan.tokens.size(), &out.rows[p.name]);
    }
    return out;
}

} // namespace

class TestTokenTable : public QObject
{
    Q_OBJECT
private slots:
    void the_pages_have_the_measured_figures()
    {
        World w;
        std::string found;
        const auto says = [&](const char* mark, const std::string& table) {
            return documentSays(mark, table, found, std::string("contracts/") + (std::string(mark) == "token" ? "btai" : mark) + ".md");
        };
        const std::string tokens = tokenTable();
        QVERIFY2(says("token", tokens), tokens.c_str());
        const Visit visit = visitTable(w);
        QVERIFY2(says("visit-btai", visit.table), visit.table.c_str());
        for (const auto& [name, row] : visit.rows) QVERIFY2(row.masses.withinLimits(), name.c_str());
        const std::uint64_t whole = visit.rows.at("book").fee + visit.rows.at("accept").fee + visit.rows.at("complete").fee;
        qInfo("book, accept and complete: %s KAS", kasText(whole).c_str());
        QVERIFY(whole < 6'500'000);
    }
    void a_rating_has_its_figures()
    {
        World w;
        std::string table;
        const Person owner(w.random);
        auto born = must(rep::create(owner.key, w.asset->token, w.asset->pool, {w.random.fixed<kaspa::TxId>(), 0}));
        const Salt salt = w.random.fixed<Salt>();
        w.terms.dispute.reputation = rep::commitment(born.reputation.id, salt);
        for (const bool tokens : {false, true}) {
            const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, tokens ? w.asset : std::nullopt));
            const Session requested = must(book(state, {w.random.fixed<kaspa::TxId>(), 0})).session;
            rep::Rating rating;
            rating.ticket = {currentVersion(tokens).ticket.templateHash(),
                             requested.id,
                             {w.random.fixed<kaspa::TxId>(), 1},
                             kDeposit,
                             w.holder.key,
                             state.terms,
                             noRecord(),
                             0,
                             tokens ? kLevy : Sompi{}};
            rating.birth = rep::birthOf(requested);
            rating.terms = w.terms;
            rating.salt = salt;
            rating.permit = owner.says(rep::permitMessage(requested.id));
            const rep::Plan plan = must(rep::rate(born.reputation, rating, kaspa::payToPublicKey(w.holder.key.view()), {2'000'000}));
            Populated tx{plan.tx, {plan.calls[0].spent, plan.calls[1].spent}};
            for (std::size_t i = 0; i < 2; ++i) signCall(tx, i, plan.calls[i], {&w.holder});
            QVERIFY(runInputs(tx, 2));
            if (table.empty()) table = programLine(rep::allPrograms().back(), tx.tx.inputs[0], tx.utxos[0]) + kTableHead;
            const Row row = rowOf(tokens ? "rate a visit in BTAI, fee from the ticket" : "rate a visit in KAS, fee from the ticket", tx);
            QVERIFY(row.masses.withinLimits() && row.fee <= 2'000'000);
            table += lineOf(row, budgetsOf(tx, 2));
        }
        std::string found;
        QVERIFY2(documentSays("reputation", table, found, "contracts/reputation.md"), table.c_str());
    }
};
QTEST_APPLESS_MAIN(TestTokenTable)
#include "tst_token_table.moc"
