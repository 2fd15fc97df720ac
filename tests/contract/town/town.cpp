// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/town/town.h"

#include "kaspa/signing.h"

namespace bt::test {

using namespace kaspa;

namespace {

constexpr std::uint64_t kFee = 20'000'000;

} // namespace

Tally& Tally::operator+=(const Tally& other)
{
    for (const auto& [name, n] : other.taken) taken[name] += n;
    for (const auto& [name, n] : other.refused) refused[name] += n;
    steps += other.steps;
    byBuilder += other.byBuilder;
    tooEarly += other.tooEarly;
    waysOut += other.waysOut;
    mixes += other.mixes;
    most = std::max(most, other.most);
    return *this;
}

Town::Town(std::uint64_t seed, Tally& tally)
    : random(seed), m_tally(tally), anna(random), ben(random), tina(random), tom(random),
      thief(random), arbiters{Person(random), Person(random), Person(random)}, stewardKeys{Person(random), Person(random), Person(random)},
      arbiterPurse(random), permits(random)
{
    m_people = {&anna, &ben, &tina, &tom, &thief, &arbiterPurse, &permits};
    for (const Person& one : arbiters) m_people.push_back(&one);
    for (const Person& one : stewardKeys) m_people.push_back(&one);
    m_guardians = {2, profile::kMinRecoveryDelay, {arbiters[0].key, arbiters[1].key, arbiters[2].key}, {}};
    m_guardians.salt = random.fixed<decltype(m_guardians.salt)>();
    m_stewards = {2, {stewardKeys[0].key, stewardKeys[1].key, stewardKeys[2].key}, {}};
    m_stewards.salt = random.fixed<decltype(m_stewards.salt)>();
    mintTokens();
    // The pool and the reputations are born by real transactions.
    const auto born = [&](const Output& output, const Outpoint& authorising) {
        Populated tx;
        Input input;
        input.previous = authorising;
        input.computeBudget = kPayToKeyBudget;
        tx.tx.inputs = {input};
        tx.utxos = {*m_chain.find(authorising)};
        tx.tx.outputs = {output, {{8 * kSompiPerKas}, payToPublicKey(anna.key.view()), std::nullopt}};
        signCoins(tx, false);
        return must(m_chain.take(tx));
    };
    Outpoint from = m_chain.coin(random, {10 * kSompiPerKas}, anna.key);
    auto pool = must(reward::bear({reward::currentPoolProgram(), from, 0, reward::kPoolDeposit, must(reward::stewardsHash(m_stewards)),
                                   m_btai, m_chain.now().pastMedianTime}));
    m_pool = pool.pool;
    m_pool->outpoint = {born(pool.output, from), 0};
    for (int i = 0; i < 2; ++i) {
        from = m_chain.coin(random, {10 * kSompiPerKas}, anna.key);
        auto made = must(rep::create(permits.key, m_btai, m_pool->id, from));
        made.reputation.outpoint = {born(made.output, from), 0};
        m_reputations.push_back(made.reputation);
    }
}

Sompi Town::amount(std::uint64_t least, std::uint64_t most)
{
    switch (random.below(4)) { // the edges more often than chance would
    case 0: return Sompi{least};
    case 1: return Sompi{most};
    default: return Sompi{least + random.below(most - least + 1)};
    }
}

ledger::ChainPoint Town::due(const Outpoint& of, Millis notBefore, std::uint64_t minAge) const
{
    const Utxo* utxo = m_chain.find(of);
    return {(utxo != nullptr ? utxo->daaScore : 0) + minAge, notBefore};
}

//! The fee is always the thief's: whoever pays may try to shape what no signature covers.
Populated Town::dressed(Transaction tx, std::vector<Utxo> utxos, Sompi toAdd, Sompi surplus)
{
    const Sompi coin{10 * kSompiPerKas + toAdd.value};
    Populated out{std::move(tx), std::move(utxos)};
    Input input;
    input.previous = m_chain.coin(random, coin, thief.key);
    input.computeBudget = kPayToKeyBudget;
    out.tx.inputs.push_back(std::move(input));
    out.utxos.push_back(*m_chain.find(out.tx.inputs.back().previous));
    out.tx.outputs.push_back({{10 * kSompiPerKas + surplus.value - kFee}, payToPublicKey(thief.key.view()), std::nullopt});
    return out;
}

void Town::signCoins(Populated& tx, bool thiefOnly)
{
    SighashCache cache;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i)
        for (const Person* who : m_people) {
            if (tx.utxos[i].spk != payToPublicKey(who->key.view()) || (thiefOnly && who != &thief)) continue;
            tx.tx.inputs[i].signatureScript.clear();
            must(signInput(tx, i, must(crypto::SchnorrSigner::from(who->secret.view())), random, cache).map([] { return 0; }));
        }
}

void Town::sign(const Deed& deed, Populated& tx, const Person* instead)
{
    for (const auto& [input, call] : deed.calls) signCall(tx, input, call, m_people, instead);
    signCoins(tx, false);
}

std::string Town::attempt(Deed deed)
{
    if (m_chain.now().daaScore < deed.from.daaScore || !(deed.from.pastMedianTime < m_chain.now().pastMedianTime)) {
        ++m_tally.tooEarly; // consensus holds it back, and shortening the wait breaks the script
        Populated early = deed.tx;
        sign(deed, early);
        if (m_chain.check(early)) return deed.name + " was taken before its time";
        early.tx.lockTime = 0;
        early.tx.inputs[0].sequence = 0;
        sign(deed, early);
        if (m_chain.check(early)) return deed.name + " was taken before its time, without a lock";
        return {};
    }
    Populated honest = deed.tx;
    sign(deed, honest);
    if (std::string wrong = steal(deed, honest); !wrong.empty()) return deed.name + ": " + wrong;
    if (random.below(4) == 0)
        if (std::string wrong = mix(deed); !wrong.empty()) return deed.name + ": " + wrong;
    const auto id = m_chain.take(honest);
    if (!id) return deed.name + " was refused: " + std::string(id.error().code) + " " + id.error().detail;
    ++m_tally.taken[deed.name];
    if (m_past.size() < 50) m_past.push_back(honest);
    else m_past[random.below(50)] = honest;
    if (std::string wrong = followTokens(honest.tx, *id, deed); !wrong.empty()) return deed.name + ": " + wrong;
    if (deed.follow)
        if (std::string wrong = deed.follow(honest.tx, *id); !wrong.empty()) return deed.name + ": " + wrong;
    return invariants(deed);
}

//! Every instance stands where its last step left it, untouched by the steps of others, and alone under its id.
std::string Town::invariants(const Deed& deed)
{
    const auto stands = [&](const Outpoint& at, const Result<Utxo>& expected) {
        const Utxo* utxo = m_chain.find(at);
        return expected && utxo != nullptr && utxo->amount == expected->amount && utxo->spk == expected->spk &&
               utxo->covenant == expected->covenant;
    };
    const std::string after = " after " + deed.name;
    for (const Visit& v : m_visits) {
        if (!stands(v.session.outpoint, visit::utxoOf(v.session)) || m_chain.under(v.session.id) != 1) return "a visit is gone" + after;
        if (!v.session.escrow) continue;
        const auto escrow = visit::escrowOf(v.session);
        if (!escrow || !stands(escrow->outpoint, token::utxoOf(*escrow))) return "an escrow is gone" + after;
    }
    for (const OpenTicket& t : m_tickets)
        if (!stands(t.rating.ticket.outpoint, visit::utxoOf(t.rating.ticket)) || m_chain.under(t.rating.ticket.id) != 1)
            return "a ticket is gone" + after;
    for (const rep::Reputation& r : m_reputations)
        if (!stands(r.outpoint, rep::utxoOf(r)) || m_chain.under(r.id) != 1) return "a reputation is gone" + after;
    for (const Identity& i : m_anchors)
        if (!stands(i.anchor.outpoint, profile::utxoOf(i.anchor)) || m_chain.under(i.anchor.id) != 1) return "an anchor is gone" + after;
    for (const Given& g : m_consents)
        if (!stands(g.receipt.outpoint, consent::utxoOf(g.receipt)) || m_chain.under(g.receipt.id) != 1) return "a consent is gone" + after;
    if (!stands(m_pool->outpoint, reward::utxoOf(*m_pool)) || m_chain.under(m_pool->id) != 1) return "the pool is gone" + after;
    std::map<CovenantId, std::uint64_t> sums;
    std::map<CovenantId, std::size_t> counts;
    for (const auto& [at, holding] : m_tokens) {
        if (!stands(at, token::utxoOf(holding))) return "a token is gone" + after;
        sums[holding.token] += holding.state.amount.value;
        ++counts[holding.token];
    }
    for (const auto& [id, supply] : m_supply)
        if (sums[id] != supply || counts[id] != m_chain.under(id)) return "a supply has changed" + after;
    if (m_chain.missing() != 0) return "KAS is missing" + after;
    std::uint64_t ratings = 0;
    for (const rep::Reputation& r : m_reputations) ratings += r.state.count;
    if (ratings != m_rated.size()) return "ratings and rated visits differ" + after;
    m_tally.most = std::max(m_tally.most, m_visits.size() + m_tickets.size() + m_reputations.size() + m_anchors.size() + m_consents.size() +
                                              m_tokens.size() + 1);
    return {};
}

std::string Town::step()
{
    ++m_tally.steps;
    const auto tried = [&](Result<Deed> deed) -> std::string {
        if (deed) return attempt(*std::move(deed));
        ++m_tally.byBuilder;
        return {};
    };
    const std::uint64_t dice = random.below(100);
    if (dice < 10) {
        static constexpr std::uint64_t spans[] = {3'600, 90'000, 200'000, 1'000'000};
        m_chain.pass(random.below(spans[random.below(4)]));
        return endsAnyway();
    }
    if (dice < 16) return tried(m_visits.size() < 12 ? book() : goOn(random.below(m_visits.size()), 18));
    if (dice < 52) { // mostly forward, or few would see a visit
        if (m_visits.empty()) return tried(book());
        return tried(goOn(random.below(m_visits.size()), random.below(6) ? 18 : static_cast<int>(random.below(18))));
    }
    if (dice < 60) {
        if (m_tickets.empty()) return {};
        const std::size_t which = random.below(m_tickets.size());
        return tried(random.below(5) ? rate(which) : drop(which));
    }
    if (dice < 63) return forgeRating();
    if (dice < 75) return tried(transfer());
    if (dice < 85) return tried(random.below(4) ? poolStep() : gift());
    if (dice < 87) return claimAgain();
    if (dice < 94) {
        if (m_anchors.size() < 3) return tried(beBorn());
        return tried(anchorStep(random.below(m_anchors.size()), static_cast<int>(random.below(6))));
    }
    if (m_consents.size() < 3) return tried(grant());
    return tried(consentStep(random.below(m_consents.size()), random.below(2) == 0));
}

} // namespace bt::test
