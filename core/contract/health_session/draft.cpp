// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/draft.h"

#include "kaspa/abi/codec.h"

#include <algorithm>

namespace bt::contract::session {

using kaspa::abi::payToKey;
using kaspa::abi::scriptHashOf;
using kaspa::abi::Value;

Value signatureSlot() { return Value(Bytes(kaspa::InputSignature::size, 0)); }

std::uint16_t computeBudgetOf(Step step, bool inTokens)
{
    // In BTAI the scripts of tokens and ticket are built and compared too.
    const auto more = static_cast<std::uint16_t>(inTokens && step == Step::Accept ? 2 : inTokens ? 1 : 0);
    if (more > 0 && step != Step::DropTicket) return static_cast<std::uint16_t>(computeBudgetOf(step) + more);
    // A signature check takes 10 units; the rest is hashing and building scripts, some of which is free in each input.
    switch (step) {
    case Step::Commit:
    case Step::Begin:
    case Step::Lapse: return 1; // lapse fits the free units with 613 to spare
    case Step::Accept:
    case Step::BeginAttended:
    case Step::Dispute:
    case Step::LapseAttended: return 11; // fits 10 with 246 units to spare: too close
    case Step::Decline:
    case Step::CancelByPatient:
    case Step::CancelByTherapist:
    case Step::Claim:
    case Step::DropTicket: return 10;
    case Step::Complete:
    case Step::ClaimAttended:
    case Step::Agree: return 20;
    case Step::Resolve: return 21;
    case Step::Book:
    case Step::ExpireRequest:
    case Step::ClaimForTherapist: return 0;
    }
    return 30;
}

Result<Opening> openPart(const State& state, const Terms& terms, Part part)
{
    BT_TRY(const PartHashes hashes, partHashes(terms));
    if (termsHash(hashes) != state.terms) return fail("contract.terms_mismatch", "the terms are not those of the session");
    Opening out;
    BT_TRY(out.part, packPart(terms, part));
    const auto index = static_cast<std::size_t>(part);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        if (i != index) append(i < index ? out.before : out.after, hashes[i].view());
    return out;
}

Result<Draft> Draft::start(const Session& session, Step step, std::initializer_list<Phase> phases)
{
    BT_TRY(const Version* version, versionOf(session.program));
    if (std::ranges::find(phases, session.state.phase) == phases.end())
        return fail("contract.wrong_phase", {std::string(stepName(step)), std::to_string(static_cast<int>(session.state.phase))},
                    "the step is not open in this phase");
    Draft out(session, *version);
    BT_TRY(out.plan.spent, utxoOf(session));
    BT_TRY(out.plan.redeemScript, redeemOf(*version, session.state));
    out.plan.program = session.program;
    out.plan.step = step;
    kaspa::Input input;
    input.previous = session.outpoint;
    input.computeBudget = computeBudgetOf(step, version->inTokens);
    out.plan.tx.inputs.push_back(std::move(input));
    return out;
}

Result<void> Draft::continueAs(Phase phase, Sompi add)
{
    BT_TRY(const Sompi value, bt::add(m_session.value, add));
    State next = m_session.state;
    next.phase = phase;
    BT_TRY(const Bytes redeem, redeemOf(m_version, next));
    plan.tx.outputs.push_back({value, scriptHashOf(redeem), kaspa::CovenantBinding{0, m_session.id}});
    plan.toAdd = add;
    plan.outcome.locked = value;
    return {};
}

Result<void> Draft::pay(const Split& split, FeeFrom from, Sompi fee)
{
    if (m_session.state.asset) return payTokens(split, from, fee);
    const auto amount = [] { return fail("contract.bad_amount", "share, stake or fee do not fit the value"); };
    const Sompi stake = split.stake.value_or(Sompi{});
    if (fee > kFeeCap || (fee.value > 0 && from == FeeFrom::Nobody)) return amount();
    BT_TRY(const Sompi given, bt::add(split.share, stake));
    if (given > m_session.value) return amount();
    Sompi rest{m_session.value.value - given.value};

    auto& outputs = plan.tx.outputs;
    Outcome& outcome = plan.outcome;
    if (split.stake) {
        outputs.push_back({stake, payToKey(split.arbiterPayout.view()), std::nullopt});
        outcome.toArbiters = stake;
    }
    const Sompi therapistFee = from == FeeFrom::Therapist ? fee : Sompi{};
    if (split.share.value > 0) {
        if (therapistFee >= split.share) return amount();
        outcome.toTherapist = {split.share.value - therapistFee.value};
        outputs.push_back({outcome.toTherapist, payToKey(m_session.state.therapist.view()), std::nullopt});
    } else if (therapistFee.value > 0) {
        return amount();
    }
    const Sompi patientFee = from == FeeFrom::Patient ? fee : Sompi{};
    const kaspa::ScriptPublicKey home = payToKey(m_session.state.patient.view());
    if (split.holder) {
        // The ticket takes the deposit; what is more has an output of its own when that is worth one.
        if (rest.value >= 2 * kDeposit.value) {
            outcome.toPatient = {rest.value - kDeposit.value};
            outputs.push_back({outcome.toPatient, home, std::nullopt});
            rest = kDeposit;
        }
        if (patientFee >= rest) return amount();
        outcome.ticket = {rest.value - patientFee.value};
        BT_TRY(const Bytes redeem, redeemOf(m_version, *split.holder, m_session.state.terms, split.record));
        outputs.push_back({outcome.ticket, scriptHashOf(redeem), kaspa::CovenantBinding{0, m_session.id}});
    } else {
        if (patientFee >= rest) return amount();
        outcome.toPatient = {rest.value - patientFee.value};
        outputs.push_back({outcome.toPatient, home, std::nullopt});
    }
    outcome.fee = fee;
    plan.surplus = fee;
    return {};
}

void Draft::wait(Millis notBefore, std::uint64_t minAge)
{
    plan.notBefore = notBefore;
    plan.minAge = minAge;
    plan.tx.lockTime = static_cast<std::uint64_t>(notBefore.value);
    plan.tx.inputs[0].sequence = minAge;
}

Result<Plan> Draft::call(std::string entry, std::vector<Value> arguments, std::vector<SignatureWanted> wanted,
                         std::vector<std::size_t> signatureSlots)
{
    plan.entry = std::move(entry);
    plan.arguments = std::move(arguments);
    plan.wanted = std::move(wanted);
    plan.signatureSlots = std::move(signatureSlots);
    BT_TRY(plan.tx.inputs[0].signatureScript, finish(plan, std::vector<kaspa::InputSignature>(plan.signatureSlots.size())));
    for (std::size_t i = 0; i < plan.tokens.size(); ++i) {
        BT_TRY(plan.tx.inputs[i + 1].signatureScript, unsignedScript(plan.tokens[i]));
    }
    return std::move(plan);
}

} // namespace bt::contract::session
