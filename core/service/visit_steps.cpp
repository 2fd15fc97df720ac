// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/visit_steps.h"

#include "kaspa/transaction_codec.h"
#include "service/capsule.h"
#include "service/ratings/own_reputation.h"
#include "service/series/cancel_now.h"
#include "service/step_carrier.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"
#include "service/visit_due.h"

namespace bt::service {

namespace cs = contract::session;

namespace {
constexpr Sompi kPushFee{cs::kFeeCap.value}; // twice what the dearest step costs that somebody else may push
} // namespace

Result<VisitView> VisitSteps::view(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr) return fail("visit.unknown");
    const auto node = m_c->payments.about();
    return project(*visit, {}, m_c->now(), node.daaScore, node.pastMedianTime);
}

Result<Visit> VisitSteps::wanted(const std::string& visitId, bool VisitView::*permission)
{
    BT_TRY(const auto now, view(visitId));
    if (!(now.*permission)) return fail("visit.not_now", std::string("step not open in this phase"));
    return *m_c->visits.find(visitId);
}

Result<void> VisitSteps::post(Visit visit, const std::string& step, std::vector<MailSlot> mails, Json extra)
{
    visit.pending = step;
    BT_CHECK(m_c->visits.save(visit));
    Errand errand;
    errand.visitId = visit.id;
    errand.step = step;
    errand.mails = std::move(mails);
    errand.extra = std::move(extra);
    BT_TRY(const auto id, m_dispatcher->post("step", errand));
    (void)id;
    return {};
}

Result<void> VisitSteps::accept(const std::vector<std::string>& visitIds)
{
    std::vector<Visit> all;
    for (const auto& id : visitIds) {
        BT_TRY(auto visit, wanted(id, &VisitView::canAccept));
        all.push_back(std::move(visit));
    }
    BT_CHECK(haveBonds(all));
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& visit : all) BT_CHECK(acceptOne(visit));
        return {};
    });
}

// Money for all of them, in each kind of coin.
Result<void> VisitSteps::haveBonds(const std::vector<Visit>& visits)
{
    Sompi kas, units;
    for (const auto& v : visits) {
        const auto& state = v.session.state;
        (state.asset ? units : kas).value += state.bond.value;
        if (state.asset && state.bond.value > 0) kas.value += contract::token::kCarrier.value; // under the change of the bond
    }
    if (units.value > 0) {
        BT_TRY(auto* tokens, tokensOf(*m_c));
        const auto there = tokens->wallet().balance().available.value;
        if (there < units.value) return fail("token.not_enough", {std::to_string(units.value), std::to_string(there)}, "bond");
    }
    BT_TRY(const auto balance, m_c->payments.balance());
    if (balance.confirmed <= kas) return fail("ledger.not_enough", {amountText({kas.value - balance.confirmed.value})}, "bond");
    return {};
}

Result<void> VisitSteps::acceptOne(const Visit& visit)
{
    const auto* now = m_c->visits.find(visit.id);
    if (now == nullptr || !now->pending.empty()) return fail("visit.not_now", std::string("declined for another one that was accepted"));
    BT_TRY(const auto permit, permitFor(*m_c, visit));
    const AcceptedLetter letter{visit.id, m_c->postbox.inboxOf(visit.threadId).open, permit};
    BT_TRY(auto mail, m_c->postbox.seal(visit.threadId, letter, 0));
    std::vector<MailSlot> mails;
    BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), 0));
    mails.push_back(std::move(slot));
    BT_TRY(const auto content, writeCapsule(*m_c, visit));
    BT_TRY(auto own, m_dispatcher->capsule(content));
    mails.push_back(std::move(own));
    BT_CHECK(post(visit, "accept", std::move(mails)));
    return declineOverlapping(visit);
}

Result<void> VisitSteps::declineOverlapping(const Visit& taken)
{
    std::vector<Visit> losers;
    for (const auto& [id, other] : m_c->visits.all()) {
        if (id == taken.id || other.role != Role::Therapist || other.phase != VisitPhase::Requested || !other.pending.empty()) continue;
        if (other.terms.visit.startsAt < taken.terms.visit.endsAt && taken.terms.visit.startsAt < other.terms.visit.endsAt)
            losers.push_back(other);
    }
    for (const auto& loser : losers) BT_CHECK(post(loser, "decline"));
    return {};
}

Result<void> VisitSteps::decline(const std::string& visitId)
{
    BT_TRY(const auto visit, wanted(visitId, &VisitView::canDecline));
    return m_c->atomically([&] { return post(visit, "decline"); });
}

Result<void> VisitSteps::cancel(const std::string& visitId)
{
    BT_TRY(const auto visit, wanted(visitId, &VisitView::canCancel));
    return m_c->atomically([&] { return postCancel(visit); });
}

Result<void> VisitSteps::postCancel(const Visit& visit)
{
    if (visit.phase == VisitPhase::Requested && visit.role == Role::Therapist) return post(visit, "decline");
    // Between now and a block the other side may push what time has made due: then cancelling would give less, and nobody
    // agreed to that.
    BT_TRY(const auto now, outcomeNow(*m_c, visit));
    const Sompi mine = shareOfSide(visit.session.state, now, visit.role);
    return post(visit, "cancel", {}, Json{{"atLeast", amountText(mine)}});
}

Result<void> VisitSteps::complete(const std::string& visitId)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit != nullptr && visit->live() && !(visit->record && visit->record->therapistKeySigned)) return fail("visit.record_missing");
    BT_TRY(const auto ready, wanted(visitId, &VisitView::canComplete));
    return m_c->atomically([&] { return post(ready, "complete"); });
}

Result<void> VisitSteps::claim(const std::string& visitId)
{
    BT_TRY(const auto visit, wanted(visitId, &VisitView::canClaim));
    return m_c->atomically([&] { return post(visit, "claim"); });
}

Result<void> VisitSteps::proposeSplit(const std::string& visitId, Sompi wish)
{
    BT_TRY(const auto visit, wanted(visitId, &VisitView::canProposeSplit));
    const auto whole = visit.session.state.price.value + visit.session.state.bond.value;
    const bool inTokens = visit.session.state.asset.has_value();
    const auto& network = m_c->wallet.network();
    Sompi toPatient = wish;
    // What a person shares is shown as its worth: all of that is all of the tokens.
    if (inTokens) toPatient = wish == worthOf(whole, network) ? Sompi{whole} : Sompi{unitsFor(wish, network)};
    const auto floor = inTokens ? 1 : cs::kShareFloor.value;
    const auto possible = [&](std::uint64_t part) { return part == 0 || part == whole || (part >= floor && whole - part >= floor); };
    if (toPatient.value > whole || !possible(toPatient.value))
        return fail(
            "visit.bad_split",
            {amountText(inTokens ? worthOf(1, network) : cs::kShareFloor), amountText(inTokens ? worthOf(whole, network) : Sompi{whole})},
            "split");
    const Sompi toTherapist{whole - toPatient.value};
    // The patient's state key holds the ticket of an agreement: both sides can name it without another letter.
    BT_TRY(const auto plan,
           cs::agree(visit.session, agreedShare(visit, toTherapist), std::nullopt, cs::feeCapOf(visit.session.state), agreedStake(visit)));
    BT_TRY(auto draft, m_c->payments.draft(plan, {}, "visit/" + visit.id, false));
    BT_CHECK(m_c->payments.maySpend());
    BT_TRY(const auto secret, m_c->wallet.secret(visit.myKey));
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
    kaspa::SighashCache cache;
    BT_TRY(const auto signature, kaspa::signatureFor(draft.tx, 0, signer, m_c->world.random, cache));
    draft.tx.tx.inputs.front().signatureScript.clear();
    SplitProposal split{toPatient, toTherapist, true, kaspa::encodeTransaction(draft.tx.tx), bytesOf(signature.view())};
    return m_c->atomically([&]() -> Result<void> {
        Visit next = visit;
        next.split = split;
        BT_CHECK(m_c->visits.save(next));
        const SplitLetter letter{visit.id, split.toPatient, split.toTherapist, split.tx, split.proposerSignature};
        BT_TRY(auto mail, m_c->postbox.seal(visit.threadId, letter, 0));
        Errand errand;
        errand.threadId = visit.threadId;
        errand.step = "split";
        BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), 0));
        errand.mails.push_back(std::move(slot));
        BT_TRY(const auto id, m_dispatcher->post("mail", errand));
        (void)id;
        return {};
    });
}

Result<void> VisitSteps::answerSplit(const std::string& visitId, bool agree)
{
    BT_TRY(const auto visit, wanted(visitId, &VisitView::canAnswerSplit));
    if (agree) return m_c->atomically([&] { return post(visit, "agree"); });
    return m_c->atomically([&]() -> Result<void> {
        Visit next = visit;
        next.split.reset();
        BT_CHECK(m_c->visits.save(next));
        BT_TRY(auto mail, m_c->postbox.seal(visit.threadId, SplitRefusedLetter{visit.id}, 0));
        Errand errand;
        errand.threadId = visit.threadId;
        errand.step = "split";
        BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), 0));
        errand.mails.push_back(std::move(slot));
        BT_TRY(const auto id, m_dispatcher->post("mail", errand));
        (void)id;
        return {};
    });
}

Result<DisclosureView> VisitSteps::disclose(const std::string& visitId, const std::string& step)
{
    const auto* visit = m_c->visits.find(visitId);
    if (visit == nullptr || !visit->onChain()) return fail("visit.unknown");
    StepCarrier carrier(*m_c);
    BT_TRY(const auto plan, carrier.plan(*visit, step, Sompi{}));
    auto seen = m_c->payments.disclose(plan, "visit/" + visit->id);
    if (!seen && seen.error().code == "ledger.not_enough" && plan.toAdd.value == 0) {
        BT_TRY(const auto own, carrier.plan(*visit, step, cs::feeCapOf(visit->session.state))); // the fee comes from the payout
        seen = m_c->payments.disclose(own, "visit/" + visit->id, false);
    }
    if (!seen) return tl::unexpected(std::move(seen).error());
    return figuresOf(*seen, Sompi{});
}

Result<bool> VisitSteps::push()
{
    BT_TRY(const auto node, m_c->payments.info());
    // A request whose booking the chain took back, and never had again, is none.
    std::vector<Visit> never;
    for (const auto& [id, v] : m_c->visits.all())
        if (v.role == Role::Therapist && v.phase == VisitPhase::Preparing && node.pastMedianTime > v.terms.request.acceptBy)
            never.push_back(v);
    for (auto& v : never) {
        v.phase = VisitPhase::Ended;
        v.ending = VisitEnding::NotStarted;
        std::erase_if(v.steps, [](const VisitStep& s) { return !s.settled; });
        BT_CHECK(m_c->atomically([&] { return m_c->visits.save(v); }));
    }
    std::vector<std::pair<Visit, std::string>> due;
    for (const auto& [id, v] : m_c->visits.all())
        if (auto step = dueStep(v, node); !step.empty()) due.emplace_back(v, std::move(step));
    // Nobody is paid for pushing: without coins for the fee only one's own claim can pay for itself.
    BT_TRY(const auto balance, m_c->payments.balance());
    if (balance.confirmed < kPushFee) std::erase_if(due, [](const auto& one) { return one.second != "claim"; });
    if (due.empty()) return !never.empty();
    for (const auto& [visit, step] : due) BT_CHECK(m_c->atomically([&] { return post(visit, step, {}, Json{{"self", true}}); }));
    return true;
}

} // namespace bt::service
