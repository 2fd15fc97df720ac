// SPDX-License-Identifier: GPL-3.0-or-later
// What we build the network accepts, and what it refuses we refuse first, for the same rule: transactions of every kind
// and every step of a visit on a real kaspad, each with five mutations of one field. BT_SEED chooses other figures.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "interop/accept/judge.h"
#include "interop/support/must.h"
#include "interop/support/visit_play.h"
#include "kaspa/mass.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::contract::session;

namespace {

std::uint64_t seed() { return qEnvironmentVariableIsSet("BT_SEED") ? qEnvironmentVariable("BT_SEED").toULongLong() : 20'260'701; }
constexpr std::size_t kWanted = 500;

//! The row of a step in docs/contracts.md: bytes, budget, compute, transient / 2, storage, least fee.
std::vector<std::string> documentRow(const std::string& step)
{
    const std::string text = test::fileText(test::sourceFolder() / "docs" / "contracts.md").value_or("");
    const auto at = text.find("\n| " + step + " | ", text.find("<!-- figures -->"));
    if (at == std::string::npos) return {};
    std::vector<std::string> cells;
    std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    for (std::size_t from = 0;;) {
        const auto bar = line.find('|', from);
        if (bar == std::string::npos) break;
        std::string cell = line.substr(from, bar - from);
        cell.erase(0, cell.find_first_not_of(' '));
        cell.erase(cell.find_last_not_of(' ') + 1);
        cells.push_back(cell);
        from = bar + 1;
    }
    if (cells.size() < 8) return {};
    return {cells.begin() + 2, cells.begin() + 8};
}

std::uint64_t sompiOf(const std::string& kas) { return static_cast<std::uint64_t>(std::stod(kas) * 1e8 + 0.5); }

} // namespace

class TestInteropAccept : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qInfo("seed %llu", static_cast<unsigned long long>(seed()));
        net = std::make_unique<Simnet>();
        must(net->start(std::nullopt, 500));
        judge = std::make_unique<Judge>(*net, seed());
    }
    void transactions_of_every_kind()
    {
        Kinds kinds(seed());
        while (judge->accepted < kWanted && judge->disagreements().empty()) round(kinds.oneOfEach());
        report();
    }
    void every_step_of_a_visit()
    {
        test::World world;
        VisitPlay play(world, *net);
        const auto names = test::allPlans(world);
        std::vector<Phase> phases;
        for (const test::NamedPlan& p : names) phases.push_back(p.session.state.phase);
        const std::vector<Session> sessions = must(play.sessions(phases));
        must(net->age(2 * kMinAge));
        must(judge->look());
        for (std::size_t k = 0; k < names.size(); ++k) {
            world.real = [&](Phase phase) { return phase == phases[k] ? std::optional(sessions[k]) : std::nullopt; };
            step(play, test::allPlans(world)[k].plan, names[k].name, sessions[k]);
        }
        world.real = nullptr;
        ticket(play);
        report();
        QVERIFY(poorBudgets > 10);
    }
    void cleanupTestCase()
    {
        judge.reset();
        net.reset();
    }

private:
    //! Pays for what a round needs, builds and judges it, and what can be built on that.
    void round(std::vector<Planned> plans)
    {
        while (!plans.empty()) {
            fund(plans);
            must(net->mine(6)); // the scripts that ask for an age of five
            must(judge->look());
            std::vector<std::pair<Planned, kaspa::Transaction>> done;
            for (const Planned& planned : plans)
                for (const auto& coin : planned.given) judge->know(coin);
            for (Planned& planned : plans) {
                const auto taken = judge->judge(planned.kind, planned.build(planned.given, judge->now()));
                if (taken && planned.then) done.emplace_back(planned, *taken);
            }
            must(judge->mineAll());
            const std::uint64_t daa = must(chainState(net->rpc())).daaScore;
            plans.clear();
            for (const auto& [planned, tx] : done)
                for (Planned& next : planned.then(tx, daa)) {
                    for (auto& coin : next.given) asTheChainHasIt(coin);
                    plans.push_back(std::move(next));
                }
        }
    }
    //! With the DAA score that ages count from.
    void asTheChainHasIt(ledger::UtxoEntry& coin)
    {
        for (const auto& entry : must(utxosOf(net->rpc(), coin.utxo.spk)))
            if (entry.outpoint == coin.outpoint) coin = entry;
    }
    void fund(std::vector<Planned>& plans)
    {
        constexpr std::size_t kAtOnce = 40;
        std::vector<kaspa::Output> outputs;
        std::vector<Planned*> owners;
        const auto pay = [&] {
            if (outputs.empty()) return;
            const auto coins = must(net->pay(outputs));
            for (std::size_t i = 0; i < coins.size(); ++i) owners[i]->given.push_back(coins[i]);
            outputs.clear();
            owners.clear();
        };
        for (Planned& planned : plans)
            for (const kaspa::Output& need : planned.needs) {
                outputs.push_back(need);
                owners.push_back(&planned);
                if (outputs.size() == kAtOnce) pay();
            }
        pay();
    }
    //! A step of a visit: the document's figures hold on the node, and both sides judge it alike.
    void step(VisitPlay& play, const Plan& plan, const std::string& name, const Session& session)
    {
        const auto row = documentRow(name);
        QVERIFY2(row.size() == 6, name.c_str());
        const std::uint64_t least = sompiOf(row[5]);
        const ledger::UtxoEntry coin = must(play.coinFor(plan));
        judge->know(coin);
        judge->know({session.outpoint, must(utxoOf(session))});
        must(judge->look());

        const kaspa::Populated cheap = play.dress(plan, coin, least - 1);
        const Verdict refusal = nodeVerdict(net->rpc(), cheap.tx);
        QCOMPARE(QString::fromStdString(refusal.rule), QStringLiteral("fee"));
        const std::uint64_t mass = std::max(std::stoull(row[2]), std::stoull(row[3]));
        const std::string words = "under the required amount of " + std::to_string(least) + " for ";
        QVERIFY2(refusal.words.find(words) != std::string::npos && refusal.words.find(std::to_string(mass)) != std::string::npos,
                 (name + ": " + refusal.words + " | document: " + row[5]).c_str());

        // One budget unit less: the script runs out of it on both sides (shorter ages may leave a unit to spare).
        if (plan.tx.inputs[0].computeBudget > 0) {
            kaspa::Populated poor = play.dress(plan, coin, 1'000'000);
            --poor.tx.inputs[0].computeBudget;
            play.sign(plan, poor);
            const Verdict ours = judge->ours(poor.tx);
            if (!ours.accepted) {
                const Verdict theirs = nodeVerdict(net->rpc(), poor.tx);
                QVERIFY2(!theirs.accepted && theirs.rule == ours.rule, (name + ": " + theirs.rule + " " + theirs.words).c_str());
                QCOMPARE(QString::fromStdString(ours.rule), QStringLiteral("script ExceededCommittedScriptUnits"));
                ++poorBudgets;
            }
        }
        Built built{play.dress(plan, coin, least), [&play, plan](kaspa::Populated& p) { play.sign(plan, p); }};
        QCOMPARE(kaspa::estimatedSize(built.tx.tx), std::stoull(row[0]));
        QCOMPARE(std::uint64_t(built.tx.tx.inputs[0].computeBudget), std::stoull(row[1]));
        // The storage mass that the node computes, at the fee of the document's table.
        const kaspa::Populated usual = play.dress(plan, coin, 1'000'000);
        QCOMPARE(usual.tx.storageMass, std::stoull(row[4]));
        const auto taken = judge->judge(name, built);
        if (taken) compareMasses(*taken, name);
        must(judge->mineAll());
        if (taken && *taken == built.tx.tx) {
            const Transition what = must(play.read(session, *taken));
            QVERIFY(what.step == plan.step);
            if (what.ticket) lastTicket = what.ticket;
        }
    }
    void compareMasses(const kaspa::Transaction& tx, const std::string& name)
    {
        const auto entry = net->rpc().call("getMempoolEntry", {{"transactionId", test::hexOf(kaspa::transactionId(tx).view())},
                                                               {"includeOrphanPool", false},
                                                               {"filterTransactionPool", false}});
        QVERIFY2(entry, name.c_str());
        const Json& theirs = (*entry)["mempoolEntry"]["transaction"];
        QCOMPARE(theirs.value("storageMass", theirs.value("mass", std::uint64_t{0})), tx.storageMass);
        if (theirs.contains("verboseData") && theirs["verboseData"].is_object())
            QCOMPARE(theirs["verboseData"].value("computeMass", std::uint64_t{0}), kaspa::nonContextualMasses(tx).compute);
    }
    //! The ticket that a step has issued is taken.
    void ticket(VisitPlay& play)
    {
        QVERIFY(lastTicket.has_value());
        must(judge->look());
        ledger::UtxoEntry entry{lastTicket->outpoint, must(utxoOf(*lastTicket))};
        asTheChainHasIt(entry);
        judge->know(entry);
        const Plan drop = must(dropTicket(*lastTicket, net->purseScript(), {1'000'000}));
        Built built{{drop.tx, {drop.spent}}, {}};
        built.tx.tx.storageMass = must(kaspa::storageMass(built.tx));
        play.world.sign(drop, built.tx);
        QVERIFY(judge->judge("drop-ticket", built).has_value());
        must(judge->mineAll());
    }
    void report()
    {
        qInfo("%s", judge->summary().c_str());
        for (const std::string& line : judge->disagreements()) qWarning("%s", line.c_str());
        QCOMPARE(judge->disagreements().size(), std::size_t(0));
    }

    std::unique_ptr<Simnet> net;
    std::unique_ptr<Judge> judge;
    std::optional<Ticket> lastTicket;
    int poorBudgets = 0;
};
QTEST_GUILESS_MAIN(TestInteropAccept)
#include "tst_interop_accept.moc"
