// SPDX-License-Identifier: GPL-3.0-or-later
// Visits: booking, each step by anyone at any time, and the ways out that must be there.
#include "contract/town/town.h"

namespace bt::test {

using namespace visit;

namespace {

//! A plan's input 0 as a call.
contract::Call callOf(const Plan& plan)
{
    const kaspa::abi::Program* program = nullptr;
    for (const bool inTokens : {false, true})
        for (const Version& version : allVersions(inTokens))
            for (const auto* one : {&version.session, &version.ticket})
                if (one->templateHash() == plan.program) program = one;
    contract::Call call{plan.spent, program, plan.entry, plan.arguments, plan.redeemScript, {}};
    for (std::size_t i = 0; i < plan.wanted.size(); ++i)
        call.wanted.push_back({plan.signatureSlots[i], 0, bytesOf(plan.wanted[i].key.view())});
    return call;
}

} // namespace

Result<Deed> Town::book()
{
    Visit v;
    v.patient = random.below(2) ? &anna : &ben;
    v.therapist = random.below(2) ? &tina : &tom;
    v.reputation = v.therapist == &tina ? 0 : 1;
    v.salt = random.fixed<Salt>();
    const bool inTokens = random.below(2) == 0;
    const Millis now = m_chain.now().pastMedianTime;
    const auto hours = [&](std::uint64_t most) { return static_cast<std::int64_t>(random.below(most * 3'600'000 + 1)); };
    const auto age = [&] { return static_cast<std::uint32_t>(kMinAge + random.below(200'000)); };
    const Sompi price = amount(kShareFloor.value, 40 * kSompiPerKas);
    const Sompi bond = random.below(3) == 0 ? Sompi{} : amount(kShareFloor.value, 10 * kSompiPerKas);
    Terms& t = v.terms;
    t.request.acceptBy = now.plus(hours(20));
    t.ladder = {t.request.acceptBy.plus(hours(10)), age(), random.below(3) ? amount(kShareFloor.value, price.value) : Sompi{}, {}};
    t.visit = {t.ladder.freeUntil.plus(hours(15)), age(), {}, {}};
    t.visit.endsAt = t.visit.startsAt.plus(1 + hours(2));
    t.dispute.stake = amount(std::max(bond, kShareFloor).value, 20 * kSompiPerKas);
    t.dispute.lapseAge = age();
    t.dispute.lapseShare = random.below(3) ? amount(kShareFloor.value, price.value + bond.value) : Sompi{};
    for (std::size_t i = 0; i < 3; ++i) t.dispute.arbiters[i] = arbiters[i].key;
    t.dispute.arbiterPayout = arbiterPurse.key;
    t.dispute.reputation = rep::commitment(m_reputations[v.reputation].id, v.salt);
    t.salt(random);
    std::optional<Asset> asset;
    if (inTokens) asset = Asset{m_btai, m_pool->id, random.below(3) ? amount(1, price.value - 1) : Sompi{}};
    BT_TRY(const State state, makeState(t, v.patient->key, v.therapist->key, price, bond, asset));

    Deed deed;
    deed.name = inTokens ? "book in BTAI" : "book";
    const Sompi coin{(inTokens ? 10 : 10 + 60) * kSompiPerKas};
    const kaspa::Outpoint from = m_chain.coin(random, coin, v.patient->key);
    const auto change = [&](kaspa::Transaction& tx, Sompi need) {
        tx.outputs.push_back({{coin.value - need.value}, kaspa::payToPublicKey(v.patient->key.view()), std::nullopt});
    };
    if (inTokens) {
        std::vector<token::Source> sources;
        std::uint64_t there = 0;
        for (const token::Holding* holding : heldBy(m_btai, v.patient, 2)) {
            if (there >= price.value) break;
            token::Source source{*holding, {}, 0};
            if (holding->state.owner.scheme == token::OwnerScheme::KeyHash) source.shown = bytesOf(v.patient->key.view());
            if (holding->state.owner.scheme == token::OwnerScheme::EcdsaHash) source.shown = bytesOf(v.patient->compressed.view());
            sources.push_back(std::move(source));
            there += holding->state.amount.value;
        }
        BT_TRY(TokenBooking made, bookTokens(state, from, sources, token::Owner::key(v.patient->key)));
        v.session = made.session;
        std::vector<kaspa::Utxo> utxos{*m_chain.find(from)};
        for (std::size_t i = 0; i < made.tokens.size(); ++i) {
            utxos.push_back(made.tokens[i].spent);
            deed.calls.emplace_back(1 + i, made.tokens[i]);
        }
        change(made.tx, made.toAdd);
        deed.tx = dressed(std::move(made.tx), std::move(utxos), {}, {});
    } else {
        BT_TRY(const Booking made, contract::session::book(state, from));
        v.session = made.session;
        kaspa::Transaction tx;
        kaspa::Input input;
        input.previous = from;
        input.computeBudget = 10;
        tx.inputs.push_back(std::move(input));
        tx.outputs.push_back(made.output);
        change(tx, made.output.value);
        deed.tx = dressed(std::move(tx), {*m_chain.find(from)}, {}, {});
    }
    deed.follow = [this, v](const kaspa::Transaction& tx, const kaspa::TxId& id) mutable -> std::string {
        v.session.outpoint.id = id;
        if (v.session.escrow) v.session.escrow->outpoint.id = id;
        const auto born = readBirth(v.session.state, tx, id, 0);
        if (!born || born->id != v.session.id) return "a birth reads differently";
        if (!checkRequest(v.session, v.terms, v.therapist->key, m_chain.now().pastMedianTime.plus(-1), v.session.state.asset))
            return "a request does not pass the therapist's check";
        v.birth = rep::birthOf(v.session);
        m_visits.push_back(v);
        return {};
    };
    return deed;
}

Result<Deed> Town::goOn(std::size_t which, int choice)
{
    const Visit& v = m_visits[which];
    const Session& s = v.session;
    const Phase phase = s.state.phase;
    if (choice >= 18) {
        static const std::vector<int> requested{0}, accepted{5, 5, 5, 8}, committed{6, 6, 7, 8, 12, 13}, late{8, 9, 10, 11, 12, 13},
            disputes{15, 16, 17};
        const auto& forward = disputed(phase)             ? disputes
                              : phase == Phase::InSession ? late
                              : phase == Phase::Committed ? committed
                              : phase == Phase::Accepted  ? accepted
                                                          : requested;
        choice = forward[random.below(forward.size())];
    }
    const Sompi all{s.state.price.value + s.state.bond.value};
    const auto attendance = v.patient->says(attendanceMessage(s.id));
    const Hash256 record = random.fixed<Hash256>();
    const Sompi split = random.below(2) ? Sompi{} : Sompi{random.below(all.value + 2)};
    const auto made = [&]() -> Result<Plan> {
        switch (choice) {
        case 0: {
            if (!s.state.asset || s.state.bond.value == 0) return accept(s);
            for (const token::Holding* holding : heldBy(m_btai, v.therapist, 8)) {
                if (holding->state.amount.value < s.state.bond.value) continue;
                if (holding->state.owner.scheme != token::OwnerScheme::Key) continue;
                return accept(s, BondCoin{{*holding, {}, 0}, token::Owner::key(v.therapist->key)});
            }
            return fail("town.no_bond");
        }
        case 1: return decline(s, {});
        case 2: return expireRequest(s, v.terms);
        case 3: return cancelByPatient(s, v.terms);
        case 4: return cancelByTherapist(s);
        case 5: return commit(s, v.terms);
        case 6: return begin(s, v.terms);
        case 7: return beginAttended(s, attendance);
        case 8: return complete(s, record, v.therapist->says(recordMessage(s.id, record)), v.patient->key);
        case 9: return claim(s, v.terms, attendance);
        case 10: return claim(s, v.terms, std::nullopt);
        case 11: return claimForTherapist(s, v.terms);
        case 12: return dispute(s, v.terms, Signer::Patient);
        case 13: return dispute(s, v.terms, Signer::Therapist);
        case 14: return agree(s, split, v.patient->key, {});
        case 15: {
            const std::size_t first = random.below(2);
            return resolve(s, v.terms, split, first, first + 1 + random.below(2 - first));
        }
        case 16: return lapse(s, v.terms, attendance);
        default: return lapse(s, v.terms, std::nullopt);
        }
    };
    BT_TRY(const Plan plan, made());
    return visitDeed(which, plan);
}

Result<Deed> Town::visitDeed(std::size_t which, const Plan& plan)
{
    const Visit& v = m_visits[which];
    Deed deed;
    deed.name = std::string(stepName(plan.step)) + (v.session.state.asset ? " in BTAI" : "");
    deed.calls.emplace_back(0, callOf(plan));
    std::vector<kaspa::Utxo> utxos{plan.spent};
    for (std::size_t i = 0; i < plan.tokens.size(); ++i) {
        utxos.push_back(plan.tokens[i].spent);
        deed.calls.emplace_back(1 + i, plan.tokens[i]);
    }
    const bool free = plan.step == Step::Agree;
    deed.pinned = free ? 0 : plan.step == Step::Accept ? std::min<std::size_t>(plan.tx.outputs.size(), 2) : plan.tx.outputs.size();
    if (!free || plan.outcome.ticket.value > 0) deed.lineages = {v.session.id};
    deed.from = due(v.session.outpoint, plan.notBefore, plan.minAge);
    deed.tx = dressed(plan.tx, std::move(utxos), plan.toAdd, plan.surplus);
    deed.follow = [this, which, plan](const kaspa::Transaction& tx, const kaspa::TxId& id) { return applied(which, plan, tx, id); };
    return deed;
}

std::string Town::applied(std::size_t which, const Plan& plan, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    Visit& v = m_visits[which];
    const auto read = readSpend(v.session, tx, id, v.patient->key);
    if (!read || read->step != plan.step || read->outcome != plan.outcome) return "the reader disagrees";
    if (read->next) {
        v.session = *read->next;
        v.session.daaScore = m_chain.find(v.session.outpoint)->daaScore;
        return {};
    }
    if (read->ticket) {
        if (read->ticket->weight != read->outcome.tokens.toPool) return "a weight that nobody paid";
        OpenTicket open;
        open.rating = {*read->ticket,
                       v.birth,
                       v.terms,
                       v.salt,
                       permits.says(rep::permitMessage(v.session.id)),
                       static_cast<std::uint8_t>(1 + random.below(5)),
                       random.fixed<Hash256>()};
        open.reputation = v.reputation;
        m_tickets.push_back(std::move(open));
    }
    m_visits.erase(m_visits.begin() + static_cast<std::ptrdiff_t>(which));
    return {};
}

std::string Town::visitEnds(std::size_t which)
{
    const auto out = [&](const char* who, int choice) { return canEnd(who, goOn(which, choice)); };
    std::vector<std::pair<const char*, int>> ways;
    switch (m_visits[which].session.state.phase) {
    case Phase::Requested: ways = {{"the patient", 3}, {"the therapist", 1}, {"anyone", 2}}; break;
    case Phase::Accepted: ways = {{"the patient", 3}, {"the therapist", 4}, {"anyone", 5}}; break;
    case Phase::Committed: ways = {{"the patient", 3}, {"the therapist", 4}, {"anyone", 6}}; break;
    case Phase::InSession: ways = {{"the therapist", 4}, {"the therapist", 10}, {"anyone", 11}}; break;
    default: ways = {{"anyone", 17}};
    }
    for (const auto& [who, choice] : ways)
        if (std::string wrong = out(who, choice); !wrong.empty()) return wrong;
    return {};
}

} // namespace bt::test
