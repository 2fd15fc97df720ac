// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of two kinds: their genesis, transfers and borrowed receives, and what every transaction did to them.
#include "contract/town/town.h"

namespace bt::test {

using token::Borrow;
using token::BorrowScheme;
using token::Holding;
using token::Owner;
using token::OwnerScheme;
using token::Source;

namespace {

constexpr OwnerScheme kKeyed[] = {OwnerScheme::Key, OwnerScheme::KeyHash, OwnerScheme::EcdsaHash};
constexpr std::uint64_t kEach = 1'000'000'000'000; // 10,000

Owner ownerOf(const Person& who, OwnerScheme scheme)
{
    if (scheme == OwnerScheme::KeyHash) return Owner::keyHash(who.key);
    if (scheme == OwnerScheme::EcdsaHash) return Owner::ecdsaHash(who.compressed);
    return Owner::key(who.key);
}
bool owns(const Person& who, const Owner& owner)
{
    for (const OwnerScheme scheme : kKeyed)
        if (ownerOf(who, scheme) == owner) return true;
    return false;
}
Source sourceOf(const Holding& holding, const Person& who)
{
    Source out{holding, {}, 0};
    if (holding.state.owner.scheme == OwnerScheme::KeyHash) out.shown = bytesOf(who.key.view());
    if (holding.state.owner.scheme == OwnerScheme::EcdsaHash) out.shown = bytesOf(who.compressed.view());
    return out;
}

} // namespace

void Town::mintTokens()
{
    for (kaspa::CovenantId* id : {&m_btai, &m_foreign}) {
        std::vector<std::pair<token::State, Sompi>> states;
        for (const Person* who : {&anna, &ben, &tina, &tom, &thief})
            for (const Borrow& borrow : {Borrow::disabled(), Borrow::above({1'000})})
                states.push_back({{{kEach}, Owner::key(who->key), borrow, {}}, kas(2)});
        const Sompi coin = kas(40);
        const kaspa::Outpoint from = m_chain.coin(random, coin, anna.key);
        const token::Genesis made = must(token::genesis(states, from));
        Populated tx;
        kaspa::Input input;
        input.previous = from;
        input.computeBudget = 10;
        tx.tx.inputs = {input};
        tx.utxos = {*m_chain.find(from)};
        tx.tx.outputs = made.outputs;
        tx.tx.outputs.push_back({{coin.value - made.carriers.value - kSompiPerKas}, kaspa::payToPublicKey(anna.key.view()), std::nullopt});
        signCoins(tx, false);
        const kaspa::TxId at = must(m_chain.take(tx));
        *id = made.token.id;
        m_supply[*id] = made.token.supply.value;
        for (const Holding& holding : must(token::readGenesis(made.record, tx.tx, at))) m_tokens[holding.outpoint] = holding;
    }
}

std::vector<const Holding*> Town::heldBy(const kaspa::CovenantId& id, const Person* who, std::size_t most)
{
    std::vector<const Holding*> out;
    for (const auto& [at, holding] : m_tokens)
        if (holding.token == id && owns(*who, holding.state.owner)) out.push_back(&holding);
    for (std::size_t i = out.size(); i > 1; --i) std::swap(out[i - 1], out[random.below(i)]);
    if (out.size() > most) out.resize(most);
    return out;
}

Result<Deed> Town::transfer()
{
    const std::vector<const Person*> people{&anna, &ben, &tina, &tom, &thief};
    const Person& who = one(people);
    const kaspa::CovenantId id = random.below(3) ? m_btai : m_foreign;
    const auto mine = heldBy(id, &who, 1 + random.below(3));
    if (mine.empty()) return fail("town.no_token");
    const auto anyBorrow = [&] {
        return random.below(2) ? Borrow::disabled() : random.below(2) ? Borrow::above({random.below(5'000)}) : Borrow::byKey(tom.key);
    };
    token::Transfer t;
    std::uint64_t left = 0;
    for (const Holding* holding : mine) {
        t.from.push_back(sourceOf(*holding, who));
        left += holding->state.amount.value;
    }
    if (mine.size() < 3 && random.below(3) == 0)
        for (const Holding* into : heldBy(id, &one(people), 4)) {
            const auto least = into->state.borrow.threshold();
            if (into->state.borrow.scheme != BorrowScheme::Threshold || !least || left <= least->value + 1) continue;
            if (std::ranges::find(mine, into) != mine.end()) continue;
            const std::uint64_t more = least->value + 1 + random.below(left - least->value - 1);
            t.borrowed = token::Borrowed{*into, {more}, std::nullopt, std::nullopt};
            left -= more;
            break;
        }
    if (!t.borrowed && left > 0) {
        const std::uint64_t paid = 1 + random.below(left);
        t.to.push_back({ownerOf(one(people), kKeyed[random.below(3)]), {paid}, token::kCarrier, anyBorrow()});
        left -= paid;
    }
    t.change = {ownerOf(who, kKeyed[random.below(3)]), token::kCarrier, anyBorrow()};
    BT_TRY(const token::Plan plan, token::transfer(t));
    Deed deed;
    deed.name = std::string(t.borrowed ? "borrowed receive" : "transfer") + (id == m_btai ? "" : " of the other token");
    std::vector<kaspa::Utxo> utxos;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        utxos.push_back(plan.calls[i].spent);
        deed.calls.emplace_back(i, plan.calls[i]);
    }
    deed.pinned = plan.tx.outputs.size();
    deed.lineages = {id};
    deed.tx = dressed(plan.tx, std::move(utxos), plan.toAdd, plan.surplus);
    return deed;
}

//! What a transaction did to tokens: readable, and nobody lost any without having been asked.
std::string Town::followTokens(const kaspa::Transaction& tx, const kaspa::TxId& id, const Deed& deed)
{
    for (const kaspa::CovenantId& kind : {m_btai, m_foreign}) {
        bool touched = false;
        for (const kaspa::Input& input : tx.inputs) {
            const auto found = m_tokens.find(input.previous);
            touched = touched || (found != m_tokens.end() && found->second.token == kind);
        }
        for (const kaspa::Output& output : tx.outputs) touched = touched || (output.covenant && output.covenant->id == kind);
        if (!touched) continue;
        const auto moved = token::readTransfer(kind, tx, id);
        if (!moved) return "a token's move cannot be read";
        for (std::size_t i = 0; i < moved->spent.size(); ++i) {
            const auto found = m_tokens.find(moved->spent[i].outpoint);
            if (found == m_tokens.end() || !(found->second.state == moved->spent[i].state)) return "a token of nobody's was spent";
            const Owner owner = found->second.state.owner;
            const bool grown = moved->borrowed && i == 0;
            if (owner.scheme < OwnerScheme::Script && !grown) {
                bool asked = false;
                for (const Person* who : m_people)
                    for (const auto& [at, call] : deed.calls)
                        for (const auto& slot : call.wanted)
                            asked = asked ||
                                    (owns(*who, owner) && (equal(slot.key, who->key.view()) || equal(slot.key, who->compressed.view())));
                if (!asked) return "somebody lost a token without being asked";
            }
            m_tokens.erase(found);
        }
        for (const Holding& holding : moved->made) m_tokens[holding.outpoint] = holding;
    }
    return {};
}

std::vector<Holding> Town::ofPool() const
{
    std::vector<Holding> out;
    for (const auto& [at, holding] : m_tokens)
        if (holding.token == m_btai && holding.state.owner == Owner::covenant(m_pool->id)) out.push_back(holding);
    std::ranges::sort(out, std::greater<>{}, [](const Holding& h) { return h.state.amount.value; });
    return out;
}

Result<Deed> Town::gift()
{
    const Person& who = one({&anna, &ben, &tina, &tom});
    const auto mine = heldBy(m_btai, &who, 1);
    if (mine.empty() || mine[0]->state.amount.value < 2) return fail("town.no_token");
    token::Transfer t;
    t.from = {sourceOf(*mine[0], who)};
    t.to = {{Owner::covenant(m_pool->id), {1 + random.below(mine[0]->state.amount.value / 2)}, token::kCarrier, {}}};
    t.change = {Owner::key(who.key), token::kCarrier, {}};
    BT_TRY(const token::Plan plan, token::transfer(t));
    Deed deed;
    deed.name = "gift to the pool";
    deed.calls.emplace_back(0, plan.calls[0]);
    deed.pinned = plan.tx.outputs.size();
    deed.lineages = {m_btai};
    deed.tx = dressed(plan.tx, {plan.calls[0].spent}, plan.toAdd, plan.surplus);
    return deed;
}

} // namespace bt::test
