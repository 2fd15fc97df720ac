// SPDX-License-Identifier: GPL-3.0-or-later
// BTAI attacked: beside each control that passes, transactions that differ from it in one field and must be refused, as
// leader and as delegate, under every owner scheme and borrow scheme.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "token_world.h"
#endif

using namespace bt;
using namespace bt::test;
using kaspa::abi::Value;

class TestTokenAttacks : public QObject
{
    Q_OBJECT
    int m_attacks = 0;
    int m_controls = 0;

    //! Alice leads with 700, Bob follows with 500; 1,000 to Carol, the rest back to Alice.
    static token::Plan pair(TokenWorld& w, OwnerScheme leader, OwnerScheme delegate)
    {
        token::Transfer t;
        t.from = {w.source(w.alice, leader, 700, 2), w.source(w.bob, delegate, 500, 2)};
        t.to = {{Owner::key(w.carol.key), {1'000}, token::kCarrier, {}}};
        t.change.to = Owner::key(w.alice.key);
        return must(token::transfer(t));
    }
    static TokenWorld::Raw rawPair(TokenWorld& w)
    {
        return w.rawOf({w.source(w.alice, OwnerScheme::Key, 700), w.source(w.bob, OwnerScheme::Key, 500)},
                       {{{1'000}, Owner::key(w.carol.key), {}, {}}, {{200}, Owner::key(w.alice.key), {}, {}}});
    }

private slots:
    void nobody_spends_without_the_owner()
    {
        TokenWorld w;
        for (const OwnerScheme leader : kSchemes)
            for (const OwnerScheme delegate : kSchemes) {
                const token::Plan plan = pair(w, leader, delegate);
                const std::string what = nameOf(leader) + " leads, " + nameOf(delegate) + " follows";
                PASSES(w.run(plan), what);
                for (std::size_t i = 0; i < 2; ++i) {
                    const OwnerScheme scheme = i == 0 ? leader : delegate;
                    const std::string at = what + ", input " + std::to_string(i);
                    if (scheme == OwnerScheme::Script) {
                        for (const int index : {0, 1, 4, 255}) {
                            auto other = plan;
                            auto& argument = std::get<Bytes>(other.calls[i].arguments.back().v);
                            argument.back() = static_cast<std::uint8_t>(index);
                            REFUSED(w.run(other), at + " approved by another input");
                        }
                        REFUSED(w.run(plan, [](Populated& t) { t.utxos[2].spk.script[5] ^= 1; }), at + " approved by another script");
                        REFUSED(w.run(plan, [](Populated& t) { t.utxos[2].spk.version = 1; }), at + " approved by another version");
                    } else if (scheme == OwnerScheme::Covenant) {
                        REFUSED(w.run(plan, [](Populated& t) { t.utxos[3].covenant = otherLineage(*t.utxos[3].covenant); }),
                                at + " approved by another lineage");
                        REFUSED(w.run(plan, [](Populated& t) { t.utxos[3].covenant.reset(); }), at + " approved by none");
                    } else {
                        for (const Person* who : {&w.alice, &w.bob, &w.carol, &w.stranger}) {
                            if (who == (i == 0 ? &w.alice : &w.bob)) continue;
                            REFUSED(w.run(plan, {}, who, i), at + " signed by someone else");
                        }
                        if (scheme == OwnerScheme::Key) continue;
                        // Another key, with its own good signature.
                        auto other = plan;
                        const Person& thief = w.stranger;
                        const bool ecdsa = scheme == OwnerScheme::EcdsaHash;
                        const Bytes key = bytesOf(ecdsa ? thief.compressed.view() : thief.key.view());
                        auto& argument = std::get<Bytes>(other.calls[i].arguments.back().v);
                        std::ranges::copy(key, argument.begin() + (i == 0 ? 1 : 0));
                        other.calls[i].wanted[0].key = key;
                        REFUSED(w.run(other), at + " with another key");
                    }
                }
                Populated tx = w.dress(plan);
                w.sign(plan.calls, tx);
                const bool keyed = leader < OwnerScheme::Script || delegate < OwnerScheme::Script;
                tx.tx.outputs.back().value.value -= 1;
                if (keyed) REFUSED(runInputs(tx, 2), what + ", changed after signing");
            }
    }
    void the_sum_never_changes()
    {
        TokenWorld w;
        const auto amounts = [&](std::int64_t first, std::int64_t second) {
            auto raw = rawPair(w);
            raw.said[0]["amount"] = first;
            raw.said[1]["amount"] = second;
            raw.made = raw.said;
            return w.run(raw);
        };
        PASSES(amounts(1'000, 200), "as it is");
        PASSES(amounts(1'200, 0), "nothing is an amount");
        for (const auto& [a, b] : std::vector<std::pair<std::int64_t, std::int64_t>>{
                 {1'001, 200},
                 {999, 200},
                 {1'000, 199},
                 {1'000, 0},
                 {0, 0},
                 {1'201, -1},
                 {-1, 1'201},
                 {std::numeric_limits<std::int64_t>::max(), 200},
                 {std::numeric_limits<std::int64_t>::max(), -std::numeric_limits<std::int64_t>::max() + 1'200},
                 {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::max()}})
            REFUSED(amounts(a, b), std::to_string(a) + " and " + std::to_string(b));

        // What the leader claims is what stands in the outputs.
        for (const char* field : {"amount", "owner", "owner_scheme", "borrow_scheme", "borrow_guard"}) {
            auto raw = rawPair(w);
            raw.made[0][field] = raw.made[1][field] = std::string(field) == "amount" ? Value(600)
                                                      : std::string(field) == "owner" || std::string(field) == "borrow_guard"
                                                          ? Value(bytesOf(w.stranger.key.view()))
                                                          : Value(std::uint8_t{1});
            REFUSED(w.run(raw), std::string("another ") + field + " than claimed");
        }
        auto raw = rawPair(w);
        raw.said.push_back(raw.said[1]);
        raw.said[2]["amount"] = 0;
        REFUSED(w.run(raw), "a claimed output that is not there");
        raw.made = raw.said;
        PASSES(w.run(raw), "three outputs");
        raw = rawPair(w);
        raw.made.push_back(raw.made[0]);
        REFUSED(w.run(raw), "an output that is not claimed");
        raw = rawPair(w);
        REFUSED(w.run(raw, nullptr, [](Populated& t) { std::swap(t.tx.outputs[0], t.tx.outputs[1]); }), "outputs swapped");
        REFUSED(w.run(raw, nullptr, [](Populated& t) { t.tx.outputs[0].covenant.reset(); }), "tokens without their id");
        REFUSED(w.run(raw, nullptr, [](Populated& t) { t.tx.outputs[0].covenant->id.bytes[0] ^= 1; }), "tokens under another id");
        PASSES(w.run(raw, nullptr, [](Populated& t) { t.tx.outputs[0].covenant->authorizingInput = 1; }),
               "authorised by the other token input");
        REFUSED(w.run(raw, nullptr, [](Populated& t) { t.tx.outputs[0].covenant->authorizingInput = 2; }),
                "authorised by an input that is no token");
    }
    void states_that_nobody_could_spend_are_not_made()
    {
        TokenWorld w;
        const auto with = [&](const char* field, int value) {
            auto raw = rawPair(w);
            raw.said[1][field] = static_cast<std::uint8_t>(value);
            raw.made = raw.said;
            return w.run(raw);
        };
        for (int i = 0; i < 256; ++i) {
            if (i <= 4) PASSES(with("owner_scheme", i), "owner scheme");
            else REFUSED(with("owner_scheme", i), "owner scheme " + std::to_string(i));
            if (i <= 3) PASSES(with("borrow_scheme", i), "borrow scheme");
            else REFUSED(with("borrow_scheme", i), "borrow scheme " + std::to_string(i));
        }
        // A state under an unassigned scheme (from a hostile genesis) approves nothing.
        for (const int scheme : {5, 0x7f, 0x80, 0xff}) {
            auto raw = rawPair(w);
            raw.from[0].holding.state.owner.scheme = OwnerScheme::Covenant; // the shape of its witness
            raw.from[0].holding.state.owner.value = *Hash256::from(w.lineage.view());
            PASSES(w.run(raw), "a covenant id");
            REFUSED(w.run(raw, nullptr, {},
                          [&](std::vector<contract::Call>& calls) {
                              auto state = token::stateRecord(raw.from[0].holding.state);
                              state["owner_scheme"] = static_cast<std::uint8_t>(scheme);
                              calls[0].redeemScript = must(token::currentProgram().redeemScript(state));
                              calls[0].spent.spk = kaspa::abi::scriptHashOf(calls[0].redeemScript);
                          }),
                    "owner scheme " + std::to_string(scheme));
        }
        // Extensions do not mix, and BTAI has none.
        auto raw = rawPair(w);
        raw.said[0]["extension_commitment"] = bytesOf(w.alice.key.view());
        raw.made = raw.said;
        REFUSED(w.run(raw), "an output with another extension");
        for (const std::size_t input : {0U, 1U}) {
            raw = rawPair(w);
            REFUSED(w.run(raw, nullptr, {},
                          [&](std::vector<contract::Call>& calls) {
                              auto state = token::stateRecord(raw.from[input].holding.state);
                              state["extension_commitment"] = bytesOf(w.alice.key.view());
                              calls[input].redeemScript = must(token::currentProgram().redeemScript(state));
                              calls[input].spent.spk = kaspa::abi::scriptHashOf(calls[input].redeemScript);
                          }),
                    "an input with another extension");
        }
    }
    void one_leads_and_all_others_follow()
    {
        TokenWorld w;
        const auto raw = rawPair(w);
        using Calls = std::vector<contract::Call>;
        PASSES(w.run(raw), "leader and delegate");
        REFUSED(w.run(raw, nullptr, {},
                      [](Calls& c) {
                          c[0].entry = "transfer_delegator";
                          c[0].arguments = {Bytes(65)};
                          c[0].wanted[0].argument = 0;
                          c[0].wanted[0].offset = 0;
                      }),
                "nobody leads");
        REFUSED(w.run(raw, nullptr, {},
                      [](Calls& c) {
                          c[1].entry = "transfer";
                          c[1].arguments = {c[0].arguments[0], c[0].arguments[1]};
                          c[1].wanted[0] = {1, 1, c[1].wanted[0].key};
                      }),
                "the second leads too");
        for (const int path : {2, 3, 0x80, 0xff})
            REFUSED(w.run(raw, nullptr, {}, [&](Calls& c) { std::get<Bytes>(c[0].arguments[1].v)[0] = static_cast<std::uint8_t>(path); }),
                    "an unassigned path");
        REFUSED(w.run(raw, nullptr, {},
                      [](Calls& c) {
                          c[0].arguments[1] = Bytes{};
                          c[0].wanted.clear();
                      }),
                "an empty witness");
        // Four inputs, four outputs.
        auto four = raw;
        for (int i = 0; i < 2; ++i) four.from.push_back(w.source(w.alice, OwnerScheme::Key, 0));
        REFUSED(w.run(four), "four inputs");
        four.from.pop_back();
        PASSES(w.run(four), "three inputs");
        four = raw;
        for (int i = 0; i < 2; ++i) {
            four.said.push_back(four.said[1]);
            four.said.back()["amount"] = 0;
        }
        four.made = four.said;
        REFUSED(w.run(four), "four outputs");
        // A third input of the token whose program is not run as delegate but stands there unread is not possible either:
        // its own script is judged.
        auto third = raw;
        third.from.push_back(w.source(w.carol, OwnerScheme::Key, 50));
        third.said[0]["amount"] = 1'050;
        third.made = third.said;
        PASSES(w.run(third), "a third input");
        REFUSED(w.run(third, nullptr, {}, {}, &w.alice), "a third input without its owner");
    }
    void tokens_of_two_lineages_do_not_flow_together()
    {
        TokenWorld w;
        const kaspa::CovenantId other = freshLineage(w.random);
        // Two transfers in one transaction, each of its own token: 700 of ours, 500 of the other.
        const auto both = [&](std::uint64_t ours, std::uint64_t theirs, bool mixed) {
            Source a = w.source(w.alice, OwnerScheme::Key, 700), b = w.source(w.bob, OwnerScheme::Key, 500);
            b.holding.token = other;
            const token::State one{{ours}, Owner::key(w.carol.key), {}, {}}, two{{theirs}, Owner::key(w.carol.key), {}, {}};
            std::vector<contract::Call> calls = must(token::callsFor({a}, {one}));
            calls.push_back(must(token::callsFor({b}, {two}))[0]);
            Populated tx;
            for (std::size_t i = 0; i < 2; ++i) {
                kaspa::Input input;
                input.previous = (i == 0 ? a : b).holding.outpoint;
                input.computeBudget = 20;
                tx.tx.inputs.push_back(input);
                tx.utxos.push_back(calls[i].spent);
                const Bytes redeem = must(token::redeemScriptOf(a.holding.program, i == 0 ? one : two));
                tx.tx.outputs.push_back(
                    {token::kCarrier, kaspa::abi::scriptHashOf(redeem),
                     kaspa::CovenantBinding{static_cast<std::uint16_t>(mixed ? 0 : i), i == 0 || mixed ? w.id : other}});
            }
            addFee(tx, w.random, w.payer, kas(1), {});
            w.sign(calls, tx);
            return runInputs(tx, 2);
        };
        PASSES(both(700, 500, false), "each its own");
        REFUSED(both(701, 499, false), "one unit from one to the other");
        REFUSED(both(700, 500, true), "the other token's output under our id");
        REFUSED(both(500, 700, false), "swapped");
    }
    void a_borrowed_utxo_only_grows()
    {
        TokenWorld w;
        const token::HashChain chain = must(token::HashChain::from(Bytes(32, 9), 2));
        const token::Link link = must(chain.linkFor(chain.guard(2)));
        const XOnlyKey linkKey = must(crypto::secpXOnly(link.key.view()));
        for (const Borrow& borrow : {Borrow::above({499}), Borrow::byKey(w.carol.key), Borrow::byChain(chain.guard(2))}) {
            const std::string what = "borrow scheme " + std::to_string(static_cast<int>(borrow.scheme));
            token::Borrowed into{w.holding(Owner::key(w.bob.key), 1'000, borrow), {500}, std::nullopt, std::nullopt};
            token::State grown = into.into.state;
            grown.amount = {1'500};
            if (borrow.scheme == BorrowScheme::HashChain) {
                into.previous = link.previous;
                into.linkKey = linkKey;
                grown.borrow.guard = link.previous;
            }
            const auto base =
                w.rawOf({{into.into, {}, 0}, w.source(w.alice, OwnerScheme::Key, 800)}, {grown, {{300}, Owner::key(w.alice.key), {}, {}}});
            const auto run = [&](const TokenWorld::Raw& raw, const TokenWorld::Change& change = {}, const Person* borrower = nullptr,
                                 const std::function<void(std::vector<contract::Call>&)>& recall = {}) {
                // The link's key is nobody's in the world: sign by hand.
                std::vector<contract::Call> kept;
                Populated last;
                return w.run(
                           raw, &into,
                           [&](Populated& t) {
                               if (change) change(t);
                               last = t;
                           },
                           [&](std::vector<contract::Call>& calls) {
                               if (recall) recall(calls);
                               kept = calls;
                           })
                           ? Result<kaspa::ScriptCost>(kaspa::ScriptCost{})
                           : [&]() -> Result<kaspa::ScriptCost> {
                    if (borrow.scheme != BorrowScheme::HashChain) return fail("refused");
                    w.sign(kept, last);
                    kaspa::SighashCache cache;
                    const auto signer = must(crypto::SchnorrSigner::from(borrower != nullptr ? borrower->secret.view() : link.key.view()));
                    last.tx.inputs[0].signatureScript =
                        must(contract::finish(kept[0], {must(kaspa::signatureFor(last, 0, signer, w.random, cache))}));
                    return runInputs(last, 2);
                }();
            };
            PASSES(run(base), what);
            const auto with = [&](const std::function<void(kaspa::abi::RecordValue&)>& change) {
                auto raw = base;
                change(raw.said[0]);
                raw.made = raw.said;
                return run(raw);
            };
            const auto amounts = [&](std::int64_t first, std::int64_t second) {
                auto raw = base;
                raw.said[0]["amount"] = first;
                raw.said[1]["amount"] = second;
                raw.made = raw.said;
                return run(raw);
            };
            PASSES(amounts(1'800, 0), what + " with all");
            REFUSED(amounts(1'000, 800), what + " with nothing");
            REFUSED(amounts(999, 801), what + " taking one");
            REFUSED(amounts(0, 1'800), what + " emptied");
            if (borrow.scheme == BorrowScheme::Threshold) REFUSED(amounts(1'499, 301), what + " at the threshold");
            else PASSES(amounts(1'001, 799), what + " with one");
            REFUSED(with([&](auto& s) { s["owner"] = bytesOf(w.stranger.key.view()); }), what + " to another owner");
            REFUSED(with([](auto& s) { s["owner_scheme"] = std::uint8_t{4}; }), what + " under another scheme");
            REFUSED(with([](auto& s) { s["borrow_scheme"] = std::uint8_t{0}; }), what + " no longer lent");
            REFUSED(with([&](auto& s) { s["borrow_guard"] = bytesOf(w.stranger.key.view()); }), what + " with another guard");
            if (borrow.scheme == BorrowScheme::HashChain)
                REFUSED(with([&](auto& s) { s["borrow_guard"] = bytesOf(borrow.guard.view()); }), what + " link not used up");
            REFUSED(run(base, [](Populated& t) { t.tx.outputs[0].value.value -= 1; }), what + " losing KAS");
            PASSES(run(base, [](Populated& t) { t.tx.outputs[0].value.value += 1; }), what + " gaining KAS");
            auto swapped = base;
            std::swap(swapped.said[0], swapped.said[1]);
            swapped.made = swapped.said;
            REFUSED(run(swapped), what + " not first");
            // The owner's own path stays closed to others.
            REFUSED(run(base, {}, nullptr,
                        [](std::vector<contract::Call>& c) {
                            c[0].arguments[1] = Bytes(66);
                            c[0].wanted = {{1, 1, c[1].wanted[0].key}};
                        }),
                    what + " as if the owner had signed");
            if (borrow.scheme == BorrowScheme::Threshold) {
                REFUSED(run(base, {}, nullptr,
                            [](std::vector<contract::Call>& c) {
                                c[0].arguments[1] = Bytes{1, 0};
                            }),
                        what + " with more in the witness");
                continue;
            }
            if (borrow.scheme == BorrowScheme::Signature)
                REFUSED(
                    w.run(base, &into, {}, [&](std::vector<contract::Call>& c) { c[0].wanted[0].key = bytesOf(w.stranger.key.view()); }),
                    what + " by a stranger");
            else REFUSED(run(base, {}, &w.stranger), what + " link copied without its key");
            // Lent to nobody: the same with scheme 0 and unassigned schemes.
            for (const int scheme : {0, 4, 0x7f, 0x80})
                REFUSED(run(base, {}, nullptr,
                            [&](std::vector<contract::Call>& c) {
                                auto state = token::stateRecord(into.into.state);
                                state["borrow_scheme"] = static_cast<std::uint8_t>(scheme);
                                c[0].redeemScript = must(token::currentProgram().redeemScript(state));
                                c[0].spent.spk = kaspa::abi::scriptHashOf(c[0].redeemScript);
                            }),
                        what + " turned into scheme " + std::to_string(scheme));
        }
    }
#ifdef BT_ON_NODE
    void a_node_takes_every_entry()
    {
        const Taken taken;
        TokenWorld w;
        for (const OwnerScheme leader : kSchemes)
            for (const OwnerScheme delegate : kSchemes) PASSES(w.run(pair(w, leader, delegate)), nameOf(leader));
        for (const Borrow& borrow : {Borrow::above({499}), Borrow::byKey(w.carol.key)}) {
            token::Transfer t;
            t.from = {w.source(w.alice, OwnerScheme::Key, 800)};
            t.borrowed = token::Borrowed{w.holding(Owner::key(w.bob.key), 1'000, borrow), {500}, std::nullopt, std::nullopt};
            t.change.to = Owner::key(w.alice.key);
            PASSES(w.run(must(token::transfer(t))), "borrowed receive");
        }
    }
#endif
    void cleanupTestCase() { qInfo("%d attacks refused beside %d controls", m_attacks, m_controls); }
};
BT_CONTRACT_MAIN(TestTokenAttacks)
#include "tst_token_attacks.moc"
