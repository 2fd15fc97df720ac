// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/step_carrier.h"

#include "kaspa/transaction_codec.h"
#include "service/json_fields.h"
#include "service/tokens/visit_tokens.h"
#include "service/visit_due.h"
#include "service/visit_steps.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

Payments::SecretOf tokenSecrets(Context& c)
{
    return [&c](ByteView key) -> Result<Secret> {
        BT_TRY(auto* tokens, tokensOf(c));
        return tokens->wallet().secretOf(key);
    };
}

//! Posted because its time had come, not because somebody asked for it.
bool bySelf(const Errand& errand) { return isForAnyone(errand.step) || errand.extra.contains("self"); }

} // namespace

Sompi agreedShare(const Visit& visit, Sompi toTherapist)
{
    if (visit.session.state.asset || visit.phase != VisitPhase::Disputed) return toTherapist;
    return {toTherapist.value + stakeBy(visit, Role::Therapist).value};
}

Sompi agreedStake(const Visit& visit) { return visit.session.state.asset ? stakeBy(visit, Role::Therapist) : Sompi{}; }

VisitSteps::VisitSteps(Context& context, Dispatcher& dispatcher) : m_c(&context), m_dispatcher(&dispatcher)
{
    dispatcher.carry("step", std::make_unique<StepCarrier>(context));
}

Result<cs::Plan> StepCarrier::plan(const Visit& v, const std::string& step, Sompi fee)
{
    const auto& s = v.session;
    if (step == "accept") {
        if (!s.state.asset || s.state.bond.value == 0) return cs::accept(s);
        BT_TRY(const auto bond, bondOf(*m_c, s.state, "visit/" + v.id));
        return cs::accept(s, bond);
    }
    if (step == "decline") return cs::decline(s, fee);
    if (step == "cancel") return v.role == Role::Patient ? cs::cancelByPatient(s, v.terms, fee) : cs::cancelByTherapist(s, fee);
    if (step == "dispute") return cs::dispute(s, v.terms, v.role == Role::Patient ? cs::Signer::Patient : cs::Signer::Therapist);
    if (isForAnyone(step)) return planForAnyone(step, s, v.terms, v.attendance);
    if (step == "claim") return cs::claim(s, v.terms, v.attendance, fee);
    if (step == "complete") {
        if (!v.record || !v.record->therapistKeySigned) return fail("visit.record_missing");
        BT_TRY(const auto recordHash, records::hashOf(v.record->signedRecord.record));
        BT_TRY(const auto hash, Hash256::from(recordHash.view()));
        BT_TRY(const auto secret, m_c->wallet.secret(v.ticketKey));
        BT_TRY(const auto holder, crypto::secpXOnly(secret.view()));
        return cs::complete(s, hash, *v.record->therapistKeySigned, holder, fee);
    }
    return fail("service.unknown_intent", step);
}

Result<Signed> StepCarrier::agree(const Visit& v)
{
    if (!v.split || v.split->mine) return fail("service.not_needed");
    BT_CHECK(m_c->payments.maySpend());
    // Build what we believe was agreed and compare: only the very same transaction may carry our signature.
    const bool patient = v.role == Role::Patient;
    BT_TRY(const auto mySecret, m_c->wallet.secret(v.myKey));
    const auto cap = cs::feeCapOf(v.session.state);
    BT_TRY(const auto made, cs::agree(v.session, agreedShare(v, v.split->toTherapist), std::nullopt, cap, agreedStake(v)));
    BT_TRY(auto draft, m_c->payments.draft(made, {}, "visit/" + v.id, false));
    auto theirs = kaspa::decodeTransaction(v.split->tx);
    if (!theirs) return fail("visit.split_differs", std::string(theirs.error().code));
    draft.tx.tx.inputs.front().signatureScript.clear();
    if (!(draft.tx.tx == *theirs)) return fail("visit.split_differs", std::string("another transaction than the words say"));
    kaspa::SighashCache cache;
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(mySecret.view()));
    BT_TRY(const auto mine, kaspa::signatureFor(draft.tx, 0, signer, m_c->world.random, cache));
    BT_TRY(const auto other, kaspa::InputSignature::from(v.split->proposerSignature));
    std::vector<kaspa::InputSignature> signatures;
    for (const auto& wanted : made.wanted) signatures.push_back((wanted.who == cs::Signer::Patient) == patient ? mine : other);
    BT_TRY(draft.tx.tx.inputs.front().signatureScript, cs::finish(made, signatures));
    BT_CHECK(m_c->payments.finishTokens(draft, made, cache, tokenSecrets(*m_c)));
    BT_TRY(auto tx, m_c->payments.signOff(draft));
    const auto id = kaspa::transactionId(tx);
    return Signed{std::move(tx), id, cap, draft.tx.utxos, true};
}

Result<Signed> StepCarrier::build(const outbox::Intent&, const Errand& errand, const Bytes& payload)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || !visit->onChain()) return fail("service.not_needed");
    if (errand.step == "agree") return agree(*visit);
    if (auto first = notYet(*visit, errand); !first)
        return afterTokens(*m_c, visit->id, visit->session.state.bond, std::move(first).error());
    auto made = m_c->payments.step([&](Sompi fee) { return agreedPlan(*visit, errand, fee); }, payload, "visit/" + visit->id,
                                   [&](const cs::SignatureWanted&) { return m_c->wallet.secret(visit->myKey); }, tokenSecrets(*m_c));
    // Somebody was faster: a push that is no longer possible has had its effect.
    if (!made && bySelf(errand) && made.error().code == "contract.wrong_phase") return fail("service.not_needed");
    return made;
}

Result<cs::Plan> StepCarrier::agreedPlan(const Visit& visit, const Errand& errand, Sompi fee)
{
    auto made = plan(visit, errand.step, fee);
    FieldReader extra(errand.extra);
    if (errand.step != "cancel" || !extra.has("atLeast")) return made;
    const Sompi least = extra.amount("atLeast");
    if (!made) return made.error().code == "contract.wrong_phase" ? fail("visit.outcome_changed") : made;
    const Sompi mine = shareOfSide(visit.session.state, made->outcome, visit.role);
    const Sompi fromIt = visit.session.state.asset ? Sompi{} : made->outcome.fee; // tokens pay no fee
    if (mine.value + fromIt.value < least.value) return fail("visit.outcome_changed");
    return made;
}

Result<bool> StepCarrier::notYet(const Visit& visit, const Errand& errand)
{
    const std::string& step = errand.step;
    auto made = agreedPlan(visit, errand, Sompi{});
    if (!made) {
        if (bySelf(errand) && made.error().code == "contract.wrong_phase") return fail("service.not_needed");
        return tl::unexpected(std::move(made).error());
    }
    BT_TRY(const auto node, m_c->payments.info());
    const auto due = visit.session.daaScore + made->minAge;
    if (made->minAge > 0 && node.daaScore < due) {
        const auto wait = static_cast<std::int64_t>((due - node.daaScore) / cs::kDaaPerSecond + 1) * kSecond;
        return fail("service.not_yet", {std::to_string(m_c->now().value + wait)}, step);
    }
    if (made->notBefore.value > 0 && node.pastMedianTime <= made->notBefore) {
        const auto wait = made->notBefore.minus(node.pastMedianTime) + kSecond;
        return fail("service.not_yet", {std::to_string(m_c->now().value + wait)}, step);
    }
    return true;
}

// What moves by itself is planned anew by itself; what a person asked for costs her other coins than she saw.
bool StepCarrier::asksBeforeReplanning(const Errand& errand) const { return !bySelf(errand); }

// Both sides push what only time brings about: whoever was first has done it for both.
bool StepCarrier::sameEffect(const Errand& errand, const kaspa::Transaction& other) const
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || !visit->onChain()) return false;
    const auto moved = cs::readSpend(visit->session, other, kaspa::transactionId(other));
    return moved && sameEffectAs(errand.step, visit->attendance.has_value(), moved->step);
}

Result<void> StepCarrier::revived(const Errand& errand)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || !visit->onChain()) return {};
    Visit next = *visit;
    next.pending = errand.step;
    return m_c->visits.save(next);
}

Result<void> StepCarrier::handedOver(const Errand& errand, const Signed& made)
{
    Visit next = *m_c->visits.find(errand.visitId);
    next.steps.push_back({errand.step, hexOf(made.id), made.fee, m_c->now(), false});
    BT_CHECK(tokensSpent(*m_c, made.tx, hexOf(made.id)));
    return m_c->visits.save(next);
}

Result<void> StepCarrier::withdrawn(const Errand& errand, const std::string& txid)
{
    BT_CHECK(tokensUnspent(*m_c, txid));
    Visit next = *m_c->visits.find(errand.visitId);
    std::erase_if(next.steps, [&](const VisitStep& s) { return s.txid == txid && !s.settled; });
    return m_c->visits.save(next);
}

Result<void> StepCarrier::clearPending(const Errand& errand)
{
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr || visit->pending != errand.step) return {};
    Visit next = *visit;
    next.pending.clear();
    return m_c->visits.save(next);
}

Result<void> StepCarrier::dead(const Errand& errand, const Error& why)
{
    BT_CHECK(clearPending(errand));
    const auto* visit = m_c->visits.find(errand.visitId);
    if (visit == nullptr) return {};
    if (why.code == "visit.outcome_changed") return m_c->book.notice("cancel_stopped", visit->id, m_c->now());
    if (why.code != "visit.split_differs" || !visit->split) return {};
    // A proposal that lies is taken off the table, and the conversation says why.
    Visit next = *visit;
    next.split.reset();
    BT_CHECK(m_c->visits.save(next));
    MessageView line;
    line.threadId = visit->threadId;
    line.kind = MessageKind::System;
    line.text = "split_refused";
    line.visitId = visit->id;
    line.at = m_c->now();
    BT_TRY(const auto row, m_c->postbox.add(line));
    (void)row;
    return {};
}
Result<void> StepCarrier::notNeeded(const Errand& errand) { return clearPending(errand); }

} // namespace bt::service
