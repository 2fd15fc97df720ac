// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/decision.h"

#include "contract/health_session/steps.h"

namespace bt::service {

namespace cs = contract::session;

Sompi potOf(const CaseHead& head) { return {head.session.state.price.value + head.session.state.bond.value}; }

Result<void> checkShare(const CaseHead& head, Sompi toPatient)
{
    const auto pot = potOf(head).value;
    const auto floor = head.session.state.asset ? std::uint64_t{1} : cs::kShareFloor.value;
    const auto possible = toPatient.value == 0 || toPatient.value == pot ||
                          (toPatient.value < pot && toPatient.value >= floor && pot - toPatient.value >= floor);
    if (!possible) return fail("dispute.bad_split", {std::to_string(floor), std::to_string(pot)}, "split");
    return {};
}

Result<ledger::PartialSigning> startDecision(Context& c, const CaseHead& head, Sompi toPatient)
{
    BT_CHECK(checkShare(head, toPatient));
    BT_CHECK(checkOnChain(head, c.world.node));
    const Sompi toTherapist{potOf(head).value - toPatient.value};
    BT_TRY(const auto plan, cs::resolve(head.session, head.terms, toTherapist, 0, 1));
    BT_TRY(const auto calls, callsPlanOf(plan));
    BT_TRY(auto text, headText(head));
    ledger::SigningSubject subject{std::string(kDecisionKind), {{"case", std::move(text)}, {"to_therapist", amountText(toTherapist)}}};
    const auto& three = head.terms.dispute.arbiters;
    return startSigning(c, calls, std::move(subject), {three.begin(), three.end()}, "decide/" + hexOf(head.session.id));
}

namespace {

bool sameOutput(const kaspa::Utxo& a, const kaspa::Utxo& b) { return a.amount == b.amount && a.spk == b.spk && a.covenant == b.covenant; }

//! The transaction begins with exactly what the plan fixes; behind it stand coins for the fee and one output of change.
bool follows(const ledger::PartialSigning& signing, const CallsPlan& plan)
{
    const auto& tx = signing.tx.tx;
    if (signing.calls.size() != plan.calls.size() || tx.inputs.size() < plan.calls.size()) return false;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        const auto& in = plan.tx.inputs[i];
        if (tx.inputs[i].previous != in.previous || tx.inputs[i].sequence != in.sequence ||
            tx.inputs[i].computeBudget != in.computeBudget || !sameOutput(signing.tx.utxos[i], plan.calls[i].spent))
            return false;
    }
    if (tx.outputs.size() < plan.tx.outputs.size() || tx.outputs.size() > plan.tx.outputs.size() + 1) return false;
    for (std::size_t i = 0; i < plan.tx.outputs.size(); ++i)
        if (!(tx.outputs[i] == plan.tx.outputs[i])) return false;
    if (tx.outputs.size() > plan.tx.outputs.size() && tx.outputs.back().covenant) return false;
    return tx.version == plan.tx.version && tx.lockTime == plan.tx.lockTime && tx.payload.empty() && tx.gas == 0;
}

} // namespace

Result<Decision> readDecision(const ledger::PartialSigning& signing)
{
    const auto other = [](const char* why) { return fail("dispute.other_payment", why); };
    if (signing.subject.kind != kDecisionKind) return other("another kind");
    const auto& facts = signing.subject.facts;
    const auto text = facts.find("case");
    const auto share = facts.find("to_therapist");
    if (facts.size() != 2 || text == facts.end() || share == facts.end()) return other("facts");
    Decision out;
    BT_TRY(out.head, readHead(text->second, signing.network));
    const Json amounts{{"to_therapist", share->second}};
    FieldReader f(amounts);
    out.toTherapist = f.amount("to_therapist");
    const auto pot = potOf(out.head);
    if (!f.ok() || out.toTherapist > pot) return other("share");
    out.toPatient = {pot.value - out.toTherapist.value};
    BT_CHECK(checkShare(out.head, out.toPatient));
    BT_TRY(const auto plan, cs::resolve(out.head.session, out.head.terms, out.toTherapist, 0, 1));
    BT_TRY(const auto calls, callsPlanOf(plan));
    if (!follows(signing, calls)) return other("not the payment that its words say");
    auto three = out.head.terms.dispute.arbiters;
    for (std::size_t i = 0; i < three.size(); ++i)
        if (ledger::signedBy(signing, three[i])) out.signedBy.push_back(i);
    std::ranges::sort(three);
    if (!std::ranges::equal(three, signing.signers)) return other("signers");
    return out;
}

Result<void> settleSigners(ledger::PartialSigning& signing, const Decision& decision)
{
    if (decision.signedBy.size() < 2) return {};
    BT_TRY(const auto plan,
           cs::resolve(decision.head.session, decision.head.terms, decision.toTherapist, decision.signedBy[0], decision.signedBy[1]));
    BT_TRY(auto calls, contract::callsOf(plan));
    return ledger::chooseSigners(signing, std::move(calls));
}

Result<void> checkOnChain(const CaseHead& head, ledger::Node& node)
{
    BT_TRY(const auto said, cs::utxoOf(head.session));
    BT_TRY(const auto there, node.utxoOf(head.session.outpoint, said.spk, Deadline{}));
    if (!there || !sameOutput(*there, said)) return fail("case.moved");
    if (!head.session.escrow) return {};
    // Whoever hands in the first file about a visit in BTAI must not put an escrow of his own beside it.
    BT_TRY(const auto held, cs::escrowOf(head.session));
    BT_TRY(const auto escrow, contract::token::utxoOf(held));
    BT_TRY(const auto locked, node.utxoOf(held.outpoint, escrow.spk, Deadline{}));
    if (!locked || !sameOutput(*locked, escrow)) return fail("case.moved");
    return {};
}

} // namespace bt::service
