// SPDX-License-Identifier: GPL-3.0-or-later
// A wallet that is not ours (wallet.py: the Kaspa SDK and the artifacts alone) on a real kaspad. It ends our visits, or
// moves them on, by each step that nobody signs, and our reader says that it did just what our builder would have done.
// Compiled twice: visits in KAS, and in BTAI, where the BTAI itself is of that wallet's making, paid to ours and back.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "contract/token/genesis.h"
#include "contract/token/reader.h"
#include "contract/token/transfer.h"
#include "interop/sdk/other_wallet.h"
#include "interop/support/must.h"
#include "interop/support/visit_play.h"
#include "kaspa/signing.h"
#endif

using namespace bt;
using namespace bt::interop;
using namespace bt::contract::session;
using test::hexOf;

namespace {

Json outpointJson(const kaspa::Outpoint& at) { return {hexOf(at.id.view()), at.index}; }
template <typename F> F fixedOf(const std::string& hex)
{
    Bytes out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return *F::from(out);
}

//! What a participant of a visit gives to somebody who shall push a step.
Json handedOver(const Session& s, const Terms& terms, std::optional<Part> part, const std::optional<crypto::Signature64>& proof)
{
    Json out{{"phase", static_cast<int>(s.state.phase)},
             {"patient", hexOf(s.state.patient.view())},
             {"therapist", hexOf(s.state.therapist.view())},
             {"price", s.state.price.value},
             {"bond", s.state.bond.value},
             {"terms", hexOf(s.state.terms.view())},
             {"id", hexOf(s.id.view())},
             {"outpoint", outpointJson(s.outpoint)},
             {"value", s.value.value},
             {"asset", nullptr},
             {"part", ""},
             {"before", ""},
             {"after", ""},
             {"proof", proof ? hexOf(proof->view()) : ""}};
    if (part) {
        const PartHashes hashes = must(partHashes(terms));
        std::string before, after;
        for (std::size_t i = 0; i < 4; ++i) {
            if (i < static_cast<std::size_t>(*part)) before += hexOf(hashes[i].view());
            if (i > static_cast<std::size_t>(*part)) after += hexOf(hashes[i].view());
        }
        out["part"] = hexOf(must(packPart(terms, *part)));
        out["before"] = before;
        out["after"] = after;
    }
    if (s.state.asset) {
        out["asset"] = {{"token", hexOf(s.state.asset->token.view())},
                        {"pool", hexOf(s.state.asset->pool.view())},
                        {"levy", s.state.asset->levy.value}};
        out["escrow"] = {
            {"outpoint", outpointJson(s.escrow->outpoint)}, {"held", s.escrow->held.value}, {"carrier", s.escrow->carrier.value}};
    }
    return out;
}

} // namespace

class TestInteropWallet : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        net = std::make_unique<Simnet>();
        must(net->start(std::nullopt, 200));
        wallet = std::make_unique<OtherWallet>(*net);
        theirKey = must(wallet->ask({{"op", "key"}}))["key"].get<std::string>();
        QCOMPARE(theirKey.size(), std::size_t(64));
        world = std::make_unique<test::World>();
        play = std::make_unique<VisitPlay>(*world, *net);
    }
    void a_token_of_theirs_is_paid_to_us_and_back()
    {
        if (!test::kInTokens) return; // once is enough
        using namespace contract;
        // They make the token: some for themselves, some for our patient's prices and our therapist's bonds, one of ours
        // that takes what is paid into it.
        const auto holderKey = hexOf(world->holder.key.view());
        const std::string zero(64, '0'), threshold = "e803" + std::string(60, '0'); // 1,000
        Json owners = Json::array({{theirKey, 100'000'000'000, "00", zero}, {holderKey, 5'000, "01", threshold}});
        constexpr std::size_t kVisits = 10;
        for (std::size_t i = 0; i < kVisits; ++i) {
            owners.push_back({hexOf(world->patient.key.view()), test::kPrice.value, "00", zero});
            owners.push_back({hexOf(world->therapist.key.view()), 2 * test::kBond.value, "00", zero});
        }
        const auto born = must(wallet->send({{"op", "genesis"}, {"owners", owners}}, kas(100)));
        token::BirthRecord record{token::currentProgram().templateHash(), born.tx.inputs[0].previous, {}};
        for (std::uint32_t i = 0; i < owners.size(); ++i) {
            const auto owner = token::Owner::key(fixedOf<crypto::XOnlyKey>(owners[i][0]));
            const token::Borrow borrow = owners[i][2] == "01" ? token::Borrow::above({1'000}) : token::Borrow::disabled();
            record.outputs.push_back({i, kas(2), {{owners[i][1].get<std::uint64_t>()}, owner, borrow, {}}});
        }
        const token::Token made = must(token::tokenOf(record));
        QCOMPARE(QString::fromStdString(hexOf(made.id.view())), QString::fromStdString(born.answer["token"].get<std::string>()));
        const auto holdings = must(token::readGenesis(record, born.tx, born.id));
        QCOMPARE(holdings.size(), owners.size());
        world->asset = Asset{made.id, world->asset->pool, test::kLevy};
        for (std::size_t i = 0; i < kVisits; ++i) {
            play->prices.push_back(holdings[2 + 2 * i]);
            play->bonds.push_back(holdings[3 + 2 * i]);
        }

        // They pay us: our reader takes it, as ours and as this token.
        const std::string id = hexOf(made.id.view());
        Json theirs{{"op", "pay"},
                    {"token", id},
                    {"outpoint", outpointJson(holdings[0].outpoint)},
                    {"amount", 100'000'000'000},
                    {"carrier", kas(2).value},
                    {"from", {{"owner", theirKey}}},
                    {"to", holderKey},
                    {"give", 30'000'000'000}};
        const auto paid = must(wallet->send(theirs));
        const token::Holding got = must(token::readReceived(made.id, paid.tx, paid.id, 0));
        QCOMPARE(got.state.amount.value, std::uint64_t(30'000'000'000));
        QVERIFY(got.state.owner == token::Owner::key(world->holder.key));
        QVERIFY(!token::readReceived(made.id, paid.tx, paid.id, 2)); // their plain change

        // We pay them back a part; they find it by the node's index, without us, and can spend it.
        token::Transfer back;
        back.from = {{got, {}, 0}};
        back.to = {{token::Owner::key(fixedOf<crypto::XOnlyKey>(theirKey)), {12'345'678'901}, token::kCarrier, {}}};
        back.change.to = token::Owner::key(world->holder.key);
        const kaspa::Transaction ours = sendTokens(must(token::transfer(back)));
        const Json found = must(wallet->ask({{"op", "received"}, {"token", id}, {"amount", 12'345'678'901}}));
        QVERIFY(found["outpoint"] == outpointJson({kaspa::transactionId(ours), 0}));
        QVERIFY(must(wallet->ask({{"op", "received"}, {"token", id}, {"amount", 12'345'678'902}}))["outpoint"].is_null());
        QVERIFY(must(wallet->ask({{"op", "received"}, {"token", std::string(64, '7')}, {"amount", 12'345'678'901}}))["outpoint"].is_null());
        theirs["outpoint"] = found["outpoint"];
        theirs["carrier"] = found["carrier"];
        theirs["amount"] = 12'345'678'901;
        theirs["give"] = 12'345'678'901;
        const auto again = must(wallet->send(theirs));
        QCOMPARE(must(token::readReceived(made.id, again.tx, again.id, 0)).state.amount.value, std::uint64_t(12'345'678'901));

        // And into a token of ours that lies there for it.
        const Json into{{"outpoint", outpointJson(holdings[1].outpoint)},
                        {"amount", 5'000},
                        {"owner", holderKey},
                        {"guard", threshold},
                        {"carrier", kas(2).value}};
        const Json lent{{"op", "borrow"},
                        {"token", id},
                        {"outpoint", outpointJson({paid.id, 1})},
                        {"amount", 70'000'000'000},
                        {"from", {{"owner", theirKey}}},
                        {"into", into},
                        {"give", 1'001}};
        const auto grown = must(wallet->send(lent));
        const auto moved = must(token::readTransfer(made.id, grown.tx, grown.id));
        QVERIFY(moved.borrowed);
        QCOMPARE(moved.made[0].state.amount.value, std::uint64_t(6'001));
        QVERIFY(must(token::readReceived(made.id, grown.tx, grown.id, 0)).state == moved.made[0].state);
        // The threshold itself is too little: the node refuses it from them as it would from us.
        Json little = lent;
        little["into"]["outpoint"] = outpointJson({grown.id, 0});
        little["into"]["amount"] = 6'001;
        little["outpoint"] = outpointJson({grown.id, 1});
        little["amount"] = 70'000'000'000 - 1'001;
        little["give"] = 1'000;
        const auto refused = wallet->send(little);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string_view("wallet.refused"));
        QVERIFY2(refused.error().detail.find("script ran, but verification failed") != std::string::npos, refused.error().detail.c_str());
    }
    void visits_move_on_and_end_by_them()
    {
        using enum Phase;
        const std::vector<Phase> phases{Requested,         Accepted,          Committed,           Committed,          InSession,
                                        DisputedByPatient, DisputedByPatient, DisputedByTherapist, DisputedByTherapist};
        const std::vector<Session> all = must(play->sessions(phases));
        must(net->age(2 * kMinAge + 10));
        const Terms& t = world->terms;
        pushed(all[0], must(expireRequest(all[0], t)), Part::Request, {});
        pushed(all[2], must(begin(all[2], t)), Part::Visit, {});
        pushed(all[3], must(beginAttended(all[3], world->attendance(all[3]))), {}, world->attendance(all[3]));
        pushed(all[4], must(claimForTherapist(all[4], t)), Part::Visit, {});
        pushed(all[5], must(lapse(all[5], t, std::nullopt)), Part::Dispute, {});
        pushed(all[6], must(lapse(all[6], t, world->attendance(all[6]))), Part::Dispute, world->attendance(all[6]));
        pushed(all[7], must(lapse(all[7], t, std::nullopt)), Part::Dispute, {});
        pushed(all[8], must(lapse(all[8], t, world->attendance(all[8]))), Part::Dispute, world->attendance(all[8]));
        // A whole life that they alone push from acceptance to payout.
        std::optional<Session> s = pushed(all[1], must(commit(all[1], t)), Part::Ladder, {}).next;
        QVERIFY(s.has_value());
        s = pushed(*s, must(begin(*s, t)), Part::Visit, {}).next;
        QVERIFY(s.has_value());
        const Json early{{"op", "push"}, {"step", "claim-for-therapist"}, {"visit", handedOver(*s, t, Part::Visit, {})}};
        QVERIFY(!wallet->send(early)); // not yet: the age counts from begin
        must(net->age(2 * kMinAge + 10));
        const Transition end = pushed(*s, must(claimForTherapist(*s, t)), Part::Visit, {});
        QVERIFY(!end.next && end.ticket.has_value());
        qInfo("%d steps of visits pushed by the other wallet", steps);
        QCOMPARE(steps, 11);
    }
    void cleanupTestCase()
    {
        wallet.reset();
        play.reset();
        net.reset();
    }

private:
    //! They push `plan`'s step; our reader says the same about it as our builder.
    Transition pushed(const Session& session, const Plan& plan, std::optional<Part> part, const std::optional<crypto::Signature64>& proof)
    {
        std::string step(stepName(plan.step));
        const auto sent = wallet->send({{"op", "push"}, {"step", step}, {"visit", handedOver(session, world->terms, part, proof)}});
        if (!sent) qFatal("%s: %s", step.c_str(), words(sent.error()).c_str());
        const Transition done = must(play->read(session, sent->tx));
        if (done.step != plan.step || done.outcome != plan.outcome) qFatal("%s: read otherwise than planned", step.c_str());
        ++steps;
        return done;
    }
    //! Our own transfer, mined.
    kaspa::Transaction sendTokens(const contract::token::Plan& plan)
    {
        kaspa::Populated tx{plan.tx, {}};
        for (const auto& call : plan.calls) tx.utxos.push_back(call.spent);
        const auto coin = must(net->pay(kaspa::payToPublicKey(world->payer.key.view()), {10 * kSompiPerKas + plan.toAdd.value}));
        kaspa::Input fee;
        fee.previous = coin.outpoint;
        fee.computeBudget = 10;
        tx.tx.inputs.push_back(fee);
        tx.utxos.push_back(coin.utxo);
        tx.tx.outputs.push_back({{9 * kSompiPerKas + plan.surplus.value}, coin.utxo.spk, std::nullopt});
        tx.tx.storageMass = must(kaspa::storageMass(tx));
        for (std::size_t i = 0; i < plan.calls.size(); ++i) test::signCall(tx, i, plan.calls[i], {&world->holder});
        const auto signer = must(crypto::SchnorrSigner::from(world->payer.secret.view()));
        kaspa::SighashCache cache;
        must(kaspa::signInput(tx, plan.calls.size(), signer, world->random, cache));
        (void)must(net->settle(tx.tx));
        return tx.tx;
    }

    std::unique_ptr<Simnet> net;
    std::unique_ptr<OtherWallet> wallet;
    std::unique_ptr<test::World> world;
    std::unique_ptr<VisitPlay> play;
    std::string theirKey;
    int steps = 0;
};
QTEST_GUILESS_MAIN(TestInteropWallet)
#include "tst_interop_wallet.moc"
