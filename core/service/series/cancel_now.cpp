// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/cancel_now.h"

#include "service/projector.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"
#include "service/visit_due.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

cs::Signer mySide(const Visit& v) { return v.role == Role::Patient ? cs::Signer::Patient : cs::Signer::Therapist; }

// In BTAI price and bond are tokens; what comes back in KAS beside them is the deposit, with what lies under her tokens.
void addInTokens(CancelView& sum, const Visit& v, const cs::Outcome& o, const ledger::NetworkParams& network)
{
    const auto& s = v.session.state;
    const Sompi bond = s.phase == cs::Phase::Requested ? Sompi{} : s.bond;
    const bool bondHome = bond.value > 0 && o.tokens.toTherapist >= bond;
    const bool patient = v.role == Role::Patient;
    const auto under = [](Sompi tokens) { return tokens.value > 0 ? contract::token::kCarrier.value : 0; };
    sum.inTokens = true;
    sum.priceToTherapist.value += o.tokens.toTherapist.value - (bondHome ? bond.value : 0);
    sum.bondToTherapist.value += bondHome ? bond.value : 0;
    sum.bondToPatient.value += bondHome ? 0 : bond.value;
    sum.priceToPatient.value += o.tokens.toPatient.value - (bondHome ? 0 : bond.value);
    const Sompi deposit{o.toPatient.value + under(o.tokens.toPatient)};
    const Sompi hers{under(o.tokens.toTherapist)};
    sum.deposit.value += deposit.value;
    sum.ticket.value += o.ticket.value;
    const Sompi mine = shareOfSide(s, o, v.role), theirs = shareOfSide(s, o, patient ? Role::Therapist : Role::Patient);
    sum.visits.push_back(v.id);
    sum.mine.push_back(mine);
    sum.toMe.value += worthOf(mine.value, network).value + (patient ? deposit : hers).value;
    sum.toThem.value += worthOf(theirs.value, network).value + (patient ? hers : deposit).value;
}

void add(CancelView& sum, const Visit& v, const cs::Outcome& o, const ledger::NetworkParams& network)
{
    const auto& s = v.session.state;
    if (s.asset) return addInTokens(sum, v, o, network);
    const Sompi bond = s.phase == cs::Phase::Requested ? Sompi{} : s.bond;
    const bool bondHome = bond.value > 0 && o.toTherapist >= bond;
    const Sompi toTherapist{o.toTherapist.value - (bondHome ? bond.value : 0)};
    const Sompi deposit = o.ticket.value > 0 ? Sompi{} : std::min(o.toPatient, cs::kDeposit);
    const Sompi bondToPatient = bondHome ? Sompi{} : bond;
    sum.priceToTherapist.value += toTherapist.value;
    sum.bondToTherapist.value += bondHome ? bond.value : 0;
    sum.bondToPatient.value += bondToPatient.value;
    sum.deposit.value += deposit.value;
    sum.ticket.value += o.ticket.value;
    sum.priceToPatient.value += o.toPatient.value - deposit.value - bondToPatient.value;
    const bool patient = v.role == Role::Patient;
    const Sompi mine = patient ? o.toPatient : o.toTherapist;
    sum.visits.push_back(v.id);
    sum.mine.push_back(mine);
    sum.toMe.value += mine.value;
    sum.toThem.value += (patient ? o.toTherapist : o.toPatient).value;
}

// The next limit after which this side gets less. A commit that anyone may push counts as pushed.
Millis nextLimit(const Visit& v, const ChainTime& chain)
{
    const bool committed = v.session.state.phase == cs::Phase::Accepted && dueForAnyone(v.session, v.terms, {}, chain) == "commit";
    switch (committed ? cs::Phase::Committed : v.session.state.phase) {
    case cs::Phase::Accepted: return v.terms.ladder.freeUntil; // his stake is at risk from then on, her share of the price is
    case cs::Phase::Committed: return v.role == Role::Patient ? v.terms.visit.startsAt : Millis{};
    default: return {};
    }
}

Result<Sompi> feeOf(Context& c, const Visit& v, CancelView& sum)
{
    const auto plan = [&](Sompi fee) {
        if (v.role == Role::Patient) return cs::cancelByPatient(v.session, v.terms, fee);
        return v.session.state.phase == cs::Phase::Requested ? cs::decline(v.session, fee) : cs::cancelByTherapist(v.session, fee);
    };
    BT_TRY(const auto made, plan({}));
    const auto seen = c.payments.disclose(made, "visit/" + v.id);
    if (seen) return seen->fee;
    if (seen.error().code != "ledger.not_enough") return tl::unexpected(seen.error());
    // What the step itself would do: exactly the cap goes to the network, out of the payout.
    BT_TRY(const auto own, plan(cs::feeCapOf(v.session.state)));
    sum.feeFromPayout = true;
    return own.outcome.fee;
}

} // namespace

Result<cs::Outcome> outcomeNow(Context& c, const Visit& visit)
{
    const auto node = c.payments.about();
    return cs::cancelNow(visit.session, visit.terms, mySide(visit), dueClock(node.pastMedianTime), node.daaScore);
}

Result<CancelView> cancelNow(Context& c, const std::vector<std::string>& visits)
{
    CancelView sum;
    const auto node = c.payments.about();
    for (const auto& id : visits) {
        const auto* visit = c.visits.find(id);
        if (visit == nullptr) return fail("visit.unknown");
        if (!project(*visit, {}, c.now(), node.daaScore, node.pastMedianTime).canCancel) return fail("visit.not_now");
        BT_TRY(const auto outcome, outcomeNow(c, *visit));
        add(sum, *visit, outcome, c.wallet.network());
        BT_TRY(const Sompi fee, feeOf(c, *visit, sum));
        sum.fee.value += fee.value;
        const Millis limit = nextLimit(*visit, {node.pastMedianTime, node.daaScore});
        if (limit.value == 0) continue;
        if (limit <= c.now()) sum.changesNow = true;
        else if (sum.until.value == 0 || limit < sum.until) sum.until = limit;
    }
    return sum;
}

std::vector<std::string> withLater(Context& c, const std::string& visitId, bool later)
{
    const auto* first = c.visits.find(visitId);
    if (first == nullptr) return {};
    if (!later || !first->series) return {visitId};
    const auto node = c.payments.about();
    std::vector<const Visit*> all;
    for (const auto& [id, v] : c.visits.all()) {
        // A mark is the other side's word: visits in another kind of coins cannot be of one sum with this one.
        const bool sameCoins = v.session.state.asset.has_value() == first->session.state.asset.has_value();
        const bool sameSeries =
            sameCoins && v.series && v.series->id == first->series->id && v.threadId == first->threadId && v.role == first->role;
        if (!sameSeries || v.terms.visit.startsAt < first->terms.visit.startsAt) continue;
        if (id == visitId || project(v, {}, c.now(), node.daaScore, node.pastMedianTime).canCancel) all.push_back(&v);
    }
    std::ranges::stable_sort(all, {}, [](const Visit* v) { return v->terms.visit.startsAt.value; });
    std::vector<std::string> out;
    for (const auto* v : all) out.push_back(v->id);
    return out;
}

} // namespace bt::service
