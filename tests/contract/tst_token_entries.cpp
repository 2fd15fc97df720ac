// SPDX-License-Identifier: GPL-3.0-or-later
// BTAI in the script engine: KCC-20's vectors, every owner scheme and borrow scheme, births, and what readers make of it.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "codec/json.h"
#include "token_world.h"
#endif

using namespace bt;
using namespace bt::test;

class TestTokenEntries : public QObject
{
    Q_OBJECT
private slots:
    void the_interface_is_that_of_kcc_20()
    {
        const auto& program = token::currentProgram();
        QCOMPARE(hexOf(program.entries().at("transfer").tag.view()), std::string("79c71c23"));
        QCOMPARE(hexOf(program.entries().at("transfer_delegator").tag.view()), std::string("fd3ef14a"));
        QCOMPARE(program.entries().size(), 2U); // no minter, nothing to burn
        QCOMPARE(program.stateBytes(), 112U);
        QCOMPARE(program.prefix().size(), 1U);
        // KCC-20 section "Conformance Vectors", state (1000, 11^32, 01, 01, 500).
        token::State state{{1000}, {OwnerScheme::KeyHash, {}}, Borrow::above({500}), {}};
        state.owner.value.bytes.fill(0x11);
        const Bytes encoded = must(kaspa::abi::encodeState(program.stateFields(), token::stateRecord(state), kaspa::abi::Records{}));
        const std::string ones(64, '1'), zeros(64, '0');
        QCOMPARE(hexOf(encoded), "08e803000000000000"
                                 "20" +
                                     ones +
                                     "01010101"
                                     "20f401000000000000" +
                                     std::string(48, '0') + "20" + zeros);
        QVERIFY(must(token::stateOf(token::stateRecord(state))) == state);
    }
    void the_official_vectors_give_our_bytes()
    {
        BT_VECTOR(text, "kcc/kcc-0020_encoding.json");
        const codec::Json vectors = must(codec::parseJson(text));
        const auto& program = token::currentProgram();
        for (const auto& row : vectors["dispatch"])
            QCOMPARE(hexOf(program.entries().at(row["entrypoint"].get<std::string>()).tag.view()),
                     row["dispatch_tag_hex"].get<std::string>());
        const auto stateFrom = [](const codec::Json& json) {
            const auto bytes = [&](const char* name) { return unhex(json[name].get<std::string>()); };
            token::State out;
            out.amount = {json["amount"].get<std::uint64_t>()};
            out.owner = {static_cast<OwnerScheme>(bytes("owner_scheme_hex")[0]), must(Hash256::from(bytes("owner_hex")))};
            out.borrow = {static_cast<BorrowScheme>(bytes("borrow_scheme_hex")[0]), must(Hash256::from(bytes("borrow_guard_hex")))};
            out.extension = must(Hash256::from(bytes("extension_commitment_hex")));
            return out;
        };
        const auto& encoding = vectors["state_encoding"];
        const token::State state = stateFrom(encoding["state"]);
        const Bytes redeem = must(token::redeemScriptOf(program.templateHash(), state));
        QCOMPARE(hexOf(ByteView(redeem).subspan(1, 112)), encoding["encoded_hex"].get<std::string>());

        const auto& arguments = vectors["transfer_arguments"];
        kaspa::abi::List next;
        for (const auto& one : arguments["next_states"]) next.emplace_back(token::stateRecord(stateFrom(one)));
        const Bytes witness = unhex(arguments["witness_hex"].get<std::string>());
        const Bytes script = must(program.callScript("transfer", {kaspa::abi::Value(next), witness}, redeem));
        std::string expected;
        for (const auto& push : arguments["grouped_field_pushes_hex"]) expected += push.get<std::string>();
        expected += arguments["witness_push_hex"].get<std::string>();
        expected += arguments["dispatch_tag_push_hex"].get<std::string>();
        QCOMPARE(hexOf(script).substr(0, expected.size()), expected);

        for (const auto& row : vectors["owner_witness"]) {
            if (!row.contains("p2pkh_hash_hex")) continue;
            const Bytes shown = unhex(row["witness_hex"].get<std::string>());
            const Bytes key(shown.begin() + 1, shown.end() - 65);
            QCOMPARE(hexOf(crypto::blake3(key).view()), row["p2pkh_hash_hex"].get<std::string>());
        }
    }
    void every_owner_scheme_spends_as_leader_and_as_delegate()
    {
        TokenWorld w;
        for (const OwnerScheme leader : kSchemes)
            for (const OwnerScheme delegate : kSchemes) {
                token::Transfer t;
                t.from = {w.source(w.alice, leader, 700, 2), w.source(w.bob, delegate, 500, 2)};
                t.to = {{Owner::key(w.carol.key), {1'000}, token::kCarrier, {}}};
                t.change = {Owner::key(w.alice.key), token::kCarrier, Borrow::above({10})};
                const token::Plan plan = must(token::transfer(t));
                QCOMPARE(plan.made.size(), 2U);
                QCOMPARE(plan.change.value, 200U);
                const auto cost = w.run(plan);
                QVERIFY2(cost, (nameOf(leader) + ", " + nameOf(delegate) + (cost ? "" : ": " + cost.error().detail)).c_str());
            }
    }
    void three_in_and_three_out_is_the_most()
    {
        TokenWorld w;
        for (std::size_t ins = 1; ins <= 4; ++ins)
            for (std::size_t outs = 1; outs <= 4; ++outs) {
                token::Transfer t;
                for (std::size_t i = 0; i < ins; ++i) t.from.push_back(w.source(w.alice, OwnerScheme::Key, 12));
                for (std::size_t i = 0; i < outs; ++i) t.to.push_back({Owner::key(w.bob.key), {12 * ins / outs}, token::kCarrier, {}});
                t.change.to = Owner::key(w.alice.key);
                const auto plan = token::transfer(t);
                const bool change = 12 * ins / outs * outs != 12 * ins;
                if (ins > 3 || outs + (change ? 1 : 0) > 3) {
                    BT_REFUSED(plan, "token.too_many");
                } else {
                    QVERIFY2(plan, std::to_string(ins * 10 + outs).c_str());
                    QVERIFY(w.run(*plan));
                }
            }
    }
    void all_four_borrow_schemes_take_tokens_in_without_the_owner()
    {
        TokenWorld w;
        const Bytes seed(32, 7);
        const token::HashChain chain = must(token::HashChain::from(seed, 3));
        for (std::uint32_t left = 3; left >= 1; --left) {
            const token::Link link = must(chain.linkFor(chain.guard(left)));
            const XOnlyKey linkKey = must(crypto::secpXOnly(link.key.view()));
            for (const OwnerScheme recipient : kSchemes)
                for (const Borrow& borrow :
                     {Borrow::above({}), Borrow::above({499}), Borrow::byKey(w.carol.key), Borrow::byChain(chain.guard(left))}) {
                    token::Transfer t;
                    t.from = {w.source(w.alice, OwnerScheme::Key, 800)};
                    t.borrowed = {w.holding(w.ownerOf(w.bob, recipient), 1'000, borrow, kas(2)), {500}, std::nullopt, std::nullopt};
                    if (borrow.scheme == BorrowScheme::HashChain) {
                        t.borrowed->previous = link.previous;
                        t.borrowed->linkKey = linkKey;
                    }
                    t.change.to = Owner::key(w.alice.key);
                    const token::Plan plan = must(token::transfer(t));
                    QCOMPARE(plan.made[0].amount.value, 1'500U);
                    QCOMPARE(plan.change.value, 300U);
                    Populated tx = w.dress(plan);
                    w.sign(plan.calls, tx);
                    if (borrow.scheme == BorrowScheme::HashChain) {
                        kaspa::SighashCache cache;
                        const auto signer = must(crypto::SchnorrSigner::from(link.key.view()));
                        tx.tx.inputs[0].signatureScript =
                            must(contract::finish(plan.calls[0], {must(kaspa::signatureFor(tx, 0, signer, w.random, cache))}));
                        QVERIFY(plan.made[0].borrow.guard == chain.guard(left - 1));
                    }
                    const auto cost = runInputs(tx, 2);
                    QVERIFY2(cost, (nameOf(recipient) + (cost ? "" : ": " + cost.error().detail)).c_str());
                    const auto read = must(token::readTransfer(w.id, tx.tx, kaspa::transactionId(tx.tx)));
                    QVERIFY(read.borrowed);
                    QCOMPARE(read.made[0].carrier, kas(2));
                }
        }
        BT_REFUSED(chain.linkFor(chain.guard(0)), "token.bad_chain"); // exhausted
        BT_REFUSED(token::HashChain::from(seed, 0), "token.bad_chain");
        // A wallet that has its seed back finds the same links: RFC 5869 by hand, from another implementation.
        QCOMPARE(hexOf(must(chain.linkFor(chain.guard(1))).key.view()),
                 std::string("33813035e618504927be487f49fd8aa68295f124e772c299c1a8053a108e51d5"));
        QCOMPARE(hexOf(must(chain.linkFor(chain.guard(3))).key.view()),
                 std::string("a244c69372d2a73132221316c6cee3569c76d624f09a156cbd66343521838fed"));
    }
    void nobody_lends_below_his_price()
    {
        TokenWorld w;
        token::Transfer t;
        t.from = {w.source(w.alice, OwnerScheme::Key, 800)};
        t.change.to = Owner::key(w.alice.key);
        const auto into = [&](Borrow borrow, std::uint64_t add) {
            t.borrowed = {w.holding(Owner::key(w.bob.key), 1'000, borrow), {add}, std::nullopt, std::nullopt};
            return token::transfer(t);
        };
        QVERIFY(into(Borrow::above({500}), 501));
        BT_REFUSED(into(Borrow::above({500}), 500), "token.not_borrowable");
        BT_REFUSED(into(Borrow::above({}), 0), "token.not_borrowable");
        BT_REFUSED(into(Borrow::disabled(), 500), "token.not_borrowable");
        BT_REFUSED(into(Borrow::byChain(w.random.fixed<Hash256>()), 500), "token.not_borrowable");
        Borrow negative = Borrow::above({5});
        negative.guard.bytes[7] = 0x80;
        BT_REFUSED(into(negative, 500), "token.not_borrowable");
        BT_REFUSED(into(Borrow::above({}), 801), "token.not_enough");
    }
    void builders_refuse_what_the_chain_would()
    {
        TokenWorld w;
        token::Transfer good;
        good.from = {w.source(w.alice, OwnerScheme::KeyHash, 800)};
        good.to = {{Owner::key(w.bob.key), {500}, token::kCarrier, {}}};
        good.change.to = Owner::key(w.alice.key);
        QVERIFY(token::transfer(good));
        auto t = good;
        t.to[0].amount = {};
        BT_REFUSED(token::transfer(t), "token.bad_amount");
        t = good;
        t.to.clear();
        BT_REFUSED(token::transfer(t), "token.bad_amount");
        t = good;
        t.to[0].amount = {801};
        BT_REFUSED(token::transfer(t), "token.not_enough");
        t = good;
        t.to[0].amount = {token::kMaxUnits};
        t.to.push_back(t.to[0]);
        BT_REFUSED(token::transfer(t), "base.amount_overflow");
        t = good;
        t.to[0].carrier.value -= 1;
        BT_REFUSED(token::transfer(t), "token.bad_carrier");
        t = good;
        t.from[0].shown = bytesOf(w.bob.key.view());
        BT_REFUSED(token::transfer(t), "token.bad_witness");
        t = good;
        t.from.push_back(w.source(w.alice, OwnerScheme::Key, 5));
        t.from[1].holding.token.bytes[0] ^= 1;
        BT_REFUSED(token::transfer(t), "token.mixed");
        t = good;
        t.from[0].holding.program.bytes[0] ^= 1;
        BT_REFUSED(token::transfer(t), "contract.unknown_program");
        t = good;
        t.from.clear();
        BT_REFUSED(token::transfer(t), "token.not_enough");
    }
    void readers_tell_what_moved()
    {
        TokenWorld w;
        token::Transfer t;
        t.from = {w.source(w.alice, OwnerScheme::Key, 700), w.source(w.bob, OwnerScheme::KeyHash, 500)};
        t.to = {{Owner::key(w.carol.key), {1'000}, token::kCarrier, {}}};
        t.change.to = Owner::key(w.alice.key);
        const token::Plan plan = must(token::transfer(t));
        QCOMPARE(token::describe(plan), std::string("0.00001 BTAI paid, 0.000002 BTAI change"));
        Populated tx = w.dress(plan);
        w.sign(plan.calls, tx);
        const auto id = kaspa::transactionId(tx.tx);
        const token::Movement read = must(token::readTransfer(w.id, tx.tx, id));
        QCOMPARE(read.spent.size(), 2U);
        QVERIFY(read.spent[1].state == t.from[1].holding.state && read.spent[1].outpoint == t.from[1].holding.outpoint);
        QCOMPARE(read.made.size(), 2U);
        QVERIFY(!read.borrowed);
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(read.made[i].state == plan.made[i]);
            QVERIFY(must(token::utxoOf(read.made[i])).spk == tx.tx.outputs[i].spk);
        }
        QVERIFY(must(token::readReceived(w.id, tx.tx, id, 0)) == read.made[0]);
        BT_REFUSED(token::readReceived(w.id, tx.tx, id, 2), "token.unreadable");
        BT_REFUSED(token::readReceived(w.lineage, tx.tx, id, 0), "token.no_transfer");
        // A state that the output does not have.
        auto lying = tx.tx;
        lying.outputs[0].spk = lying.outputs[1].spk;
        BT_REFUSED(token::readTransfer(w.id, lying, id), "token.unreadable");
        lying = tx.tx;
        lying.inputs[0].signatureScript.pop_back();
        BT_REFUSED(token::readTransfer(w.id, lying, id), "token.unreadable");
        lying = tx.tx;
        lying.outputs[1].covenant.reset();
        BT_REFUSED(token::readTransfer(w.id, lying, id), "token.unreadable");
        lying = tx.tx; // a delegate that was not there: the sums differ
        lying.inputs.push_back(lying.inputs[1]);
        BT_REFUSED(token::readTransfer(w.id, lying, id), "token.unreadable");
    }
    void a_birth_is_what_its_record_says()
    {
        TokenWorld w;
        const kaspa::Outpoint coin{w.random.fixed<kaspa::TxId>(), 2};
        const std::vector<std::pair<token::State, Sompi>> states{{{{900}, Owner::key(w.alice.key), {}, {}}, token::kCarrier},
                                                                 {{{100}, Owner::covenant(w.lineage), Borrow::above({1}), {}}, kas(1)}};
        const token::Genesis made = must(token::genesis(states, coin, 1, 3));
        QCOMPARE(made.token.supply.value, 1'000U);
        QCOMPARE(made.carriers.value, 150'000'000U);
        Populated tx;
        for (std::uint32_t i = 0; i < 2; ++i) {
            kaspa::Input input;
            input.previous = i == 1 ? coin : kaspa::Outpoint{w.random.fixed<kaspa::TxId>(), 0};
            tx.tx.inputs.push_back(input);
            tx.utxos.push_back({kas(20), kaspa::payToPublicKey(w.payer.key.view()), 1, false, std::nullopt});
        }
        for (int i = 0; i < 3; ++i) tx.tx.outputs.push_back({kas(1), kaspa::payToPublicKey(w.payer.key.view()), std::nullopt});
        for (const auto& output : made.outputs) tx.tx.outputs.push_back(output);
        QVERIFY(kaspa::checkCovenantBindings(tx)); // the id is the one that consensus demands
        const auto id = kaspa::transactionId(tx.tx);
        const auto read = must(token::readGenesis(made.record, tx.tx, id));
        QCOMPARE(read.size(), 2U);
        QVERIFY(read[1].state == states[1].first && read[1].carrier == kas(1));

        const std::string text = must(token::encodeBirth(made.record));
        QVERIFY(must(token::decodeBirth(text)) == made.record);
        BT_REFUSED(token::decodeBirth(text.substr(1)), "token.bad_birth");
        BT_REFUSED(token::decodeBirth("{}"), "token.bad_birth");
        const auto rule = [&](const std::function<void(token::BirthRecord&)>& change) {
            token::BirthRecord record = made.record;
            change(record);
            const auto found = token::tokenOf(record);
            return found ? (found->id == made.token.id ? std::string("same") : "other id") : found.error().args.at(0);
        };
        QCOMPARE(rule([](auto&) {}), std::string("same"));
        QCOMPARE(rule([](auto& r) { r.outputs.clear(); }), std::string("outputs"));
        QCOMPARE(rule([](auto& r) { std::swap(r.outputs[0], r.outputs[1]); }), std::string("order"));
        QCOMPARE(rule([](auto& r) { r.outputs[0].state.amount.value = token::kMaxUnits + 1; }), std::string("amount"));
        QCOMPARE(rule([](auto& r) { r.outputs[0].state.amount.value = token::kMaxUnits; }), std::string("supply"));
        QCOMPARE(rule([](auto& r) { r.outputs[0].state.extension.bytes[3] = 1; }), std::string("extension"));
        QCOMPARE(rule([](auto& r) { r.program.bytes[0] ^= 1; }), std::string("program"));
        // Everything else gives another token.
        QCOMPARE(rule([](auto& r) { r.outputs.pop_back(); }), std::string("other id"));
        QCOMPARE(rule([](auto& r) { r.outputs[1].state.amount.value += 1; }), std::string("other id"));
        QCOMPARE(rule([](auto& r) { r.outputs[1].carrier.value += 1; }), std::string("other id"));
        QCOMPARE(rule([](auto& r) { r.outputs[1].state.owner.scheme = OwnerScheme::Script; }), std::string("other id"));
        QCOMPARE(rule([](auto& r) { r.authorising.index += 1; }), std::string("other id"));
        auto other = tx.tx;
        other.inputs[1].previous.index += 1;
        BT_REFUSED(token::readGenesis(made.record, other, id), "token.bad_birth");
        BT_REFUSED(token::genesis({{states[0].first, {1}}}, coin), "token.bad_birth");
    }
    void an_address_names_an_owner()
    {
        TokenWorld w;
        QVERIFY(Owner::of({"kaspa", kaspa::AddressKind::PubKey, bytesOf(w.alice.key.view())}) == Owner::key(w.alice.key));
        QVERIFY(Owner::of({"kaspa", kaspa::AddressKind::PubKeyEcdsa, bytesOf(w.alice.compressed.view())}) ==
                Owner::ecdsaHash(w.alice.compressed));
        const Owner script = Owner::script(TokenWorld::openScript());
        QVERIFY(Owner::of({"kaspa", kaspa::AddressKind::ScriptHash, bytesOf(script.value.view())}) == script);
    }
    void compute_budgets_are_enough_and_not_wasteful()
    {
        TokenWorld w;
        for (const OwnerScheme scheme : kSchemes)
            for (std::size_t ins = 1; ins <= 3; ++ins)
                for (std::size_t outs = 1; outs <= 3; ++outs) {
                    token::Transfer t;
                    for (std::size_t i = 0; i < ins; ++i) t.from.push_back(w.source(w.alice, scheme, 600, static_cast<std::uint8_t>(ins)));
                    for (std::size_t i = 0; i < outs; ++i) t.to.push_back({Owner::key(w.bob.key), {600 * ins / outs}, token::kCarrier, {}});
                    const token::Plan plan = must(token::transfer(t));
                    Populated tx = w.dress(plan);
                    std::vector<std::uint16_t> given;
                    for (std::size_t i = 0; i < ins; ++i) {
                        given.push_back(tx.tx.inputs[i].computeBudget);
                        tx.tx.inputs[i].computeBudget = 100;
                    }
                    w.sign(plan.calls, tx);
                    for (std::size_t i = 0; i < ins; ++i) {
                        const std::uint64_t used = must(runInput(tx, i)).scriptUnits;
                        const std::uint64_t need = used <= 9'999 ? 0 : (used - 9'999 + 9'999) / 10'000;
                        QVERIFY2(given[i] >= need && given[i] <= need + 1,
                                 (nameOf(scheme) + " input " + std::to_string(i) + " of " + std::to_string(ins) + ", outputs " +
                                  std::to_string(outs) + ": needs " + std::to_string(need) + " (" + std::to_string(used) + "), has " +
                                  std::to_string(given[i]))
                                     .c_str());
                    }
                }
    }
};
BT_CONTRACT_MAIN(TestTokenEntries)
#include "tst_token_entries.moc"
