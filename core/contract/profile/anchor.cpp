// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/profile/anchor_program.h"

#include "codec/text.h"
#include "kaspa/abi/codec.h"
#include "kaspa/hashing.h"

namespace bt::contract::profile {
namespace {

using kaspa::abi::Value;

tl::unexpected<Error> badBirth(const char* rule) { return fail("profile.bad_birth", {rule}, "not an anchor's birth"); }

Value signatureSlot() { return Value(Bytes(kaspa::InputSignature::size, 0)); }
Bytes keyBytes(const XOnlyKey& key) { return bytesOf(key.view()); }

//! Input 0 spends the anchor. Budgets: ten units a signature check; hashing and rebuilding the script fit the free part.
Result<AnchorPlan> start(const Anchor& anchor, AnchorStep step, std::uint16_t budget)
{
    AnchorPlan out;
    out.step = step;
    BT_TRY(out.call.program, anchorProgramOf(anchor.program));
    BT_TRY(out.call.spent, utxoOf(anchor));
    BT_TRY(out.call.redeemScript, out.call.program->redeemScript(stateRecord(anchor.state)));
    out.call.entry = std::string(anchorStepName(step));
    kaspa::Input input;
    input.previous = anchor.outpoint;
    input.computeBudget = budget;
    out.tx.inputs.push_back(std::move(input));
    return out;
}

Result<AnchorPlan> complete(AnchorPlan plan, std::vector<Value> arguments, std::vector<SignatureSlot> slots)
{
    plan.call.arguments = std::move(arguments);
    plan.call.wanted = std::move(slots);
    BT_TRY(plan.tx.inputs[0].signatureScript, unsignedScript(plan.call));
    return plan;
}

Result<void> goOn(AnchorPlan& plan, const Anchor& anchor, AnchorState next)
{
    next.sequence = anchor.state.sequence + 1;
    BT_TRY(const Bytes redeem, plan.call.program->redeemScript(stateRecord(next)));
    plan.tx.outputs.push_back({anchor.value, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{0, anchor.id}});
    plan.next = std::move(next);
    return {};
}

Result<Bytes> openGuardians(const Anchor& anchor, const Guardians& guardians)
{
    BT_TRY(Bytes packed, packGuardians(guardians));
    if (crypto::blake3(packed) != anchor.state.guardians) return fail("profile.guardians_mismatch", "these guardians are not the anchor's");
    return packed;
}

} // namespace

Hash256 keyCommitment(const XOnlyKey& key) { return crypto::blake3(key.view()); }

Result<kaspa::Utxo> utxoOf(const Anchor& anchor)
{
    BT_TRY(const kaspa::abi::Program* program, anchorProgramOf(anchor.program));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(anchor.state)));
    return kaspa::Utxo{anchor.value, kaspa::abi::scriptHashOf(redeem), anchor.daaScore, false, anchor.id};
}

Result<kaspa::CovenantId> idOf(const AnchorBirth& birth)
{
    BT_TRY(const Born born, bear(birth));
    return born.anchor.id;
}

std::string didOf(const kaspa::CovenantId& id, std::string_view network)
{
    return "did:kaspa:" + std::string(network) + ":" + codec::hexEncode(id.view());
}

Result<Born> bear(const AnchorBirth& birth, std::uint16_t input)
{
    if (birth.state.pending) return badBirth("pending");
    if (birth.state.sequence != 0) return badBirth("sequence");
    if (!crypto::secpOnCurve(birth.state.controller)) return badBirth("controller");
    if (birth.value < kAnchorDeposit) return fail("profile.bad_deposit", "the anchor needs its deposit");
    BT_TRY(const kaspa::abi::Program* program, anchorProgramOf(birth.program));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(birth.state)));
    Born out;
    out.output = {birth.value, kaspa::abi::scriptHashOf(redeem), std::nullopt};
    out.anchor = {
        birth.program, kaspa::covenantId(birth.authorising, {{birth.index, out.output}}), {{}, birth.index}, birth.value, birth.state, 0};
    out.output.covenant = kaspa::CovenantBinding{input, out.anchor.id};
    return out;
}

std::string_view anchorStepName(AnchorStep step)
{
    switch (step) {
    case AnchorStep::Update: return "update";
    case AnchorStep::Rotate: return "rotate";
    case AnchorStep::Recover: return "recover";
    case AnchorStep::Finish: return "finish";
    case AnchorStep::Deactivate: break;
    }
    return "deactivate";
}

Result<AnchorPlan> update(const Anchor& anchor, const Hash256& document, const Hash256& consents)
{
    BT_TRY(AnchorPlan plan, start(anchor, AnchorStep::Update, 11));
    AnchorState next = anchor.state;
    next.document = document;
    next.consents = consents;
    next.pending.reset();
    BT_CHECK(goOn(plan, anchor, std::move(next)));
    return complete(std::move(plan), {signatureSlot(), document.view(), consents.view()}, {{0, 0, keyBytes(anchor.state.controller)}});
}

Result<AnchorPlan> rotate(const Anchor& anchor, const XOnlyKey& key, const XOnlyKey& successor, const Hash256& document,
                          const std::optional<Guardians>& guardians)
{
    if (keyCommitment(key) != anchor.state.next || !crypto::secpOnCurve(key))
        return fail("profile.wrong_key", "not the key that was committed to");
    if (successor == key || !crypto::secpOnCurve(successor)) return fail("profile.wrong_key", "not a key that can come after this one");
    const Hash256 newNext = keyCommitment(successor);
    Hash256 newGuardians;
    if (guardians) {
        BT_TRY(newGuardians, guardiansHash(*guardians));
    }
    BT_TRY(AnchorPlan plan, start(anchor, AnchorStep::Rotate, 11));
    AnchorState next = anchor.state;
    next.controller = key;
    next.next = newNext;
    next.document = document;
    next.guardians = newGuardians;
    next.pending.reset();
    BT_CHECK(goOn(plan, anchor, std::move(next)));
    return complete(std::move(plan), {signatureSlot(), key.view(), newNext.view(), document.view(), newGuardians.view()},
                    {{0, 0, keyBytes(key)}});
}

Result<AnchorPlan> recover(const Anchor& anchor, const Guardians& guardians, const std::vector<std::size_t>& signers, const XOnlyKey& key)
{
    if (anchor.state.pending) return fail("profile.already_pending", "a recovery waits already");
    BT_TRY(Bytes packed, openGuardians(anchor, guardians));
    if (!crypto::secpOnCurve(key)) return fail("profile.wrong_key", "not on the curve");
    const auto bad = [] { return fail("profile.bad_guardians", {"signers"}, "not enough of them, or not of them"); };
    if (signers.size() < guardians.needed) return bad();
    std::int64_t who = 0;
    std::vector<SignatureSlot> slots;
    for (const std::size_t place : signers) {
        if (place >= guardians.keys.size() || who >> place != 0) return bad();
        who |= std::int64_t{1} << place;
        slots.push_back({2, place * kaspa::InputSignature::size, keyBytes(guardians.keys[place])});
    }
    BT_TRY(AnchorPlan plan, start(anchor, AnchorStep::Recover, static_cast<std::uint16_t>(10 * signers.size() + 1)));
    AnchorState next = anchor.state;
    next.pending = key;
    BT_CHECK(goOn(plan, anchor, std::move(next)));
    return complete(std::move(plan), {std::move(packed), who, Bytes(kMaxGuardians * kaspa::InputSignature::size), key.view()},
                    std::move(slots));
}

Result<AnchorPlan> finishRecovery(const Anchor& anchor, const Guardians& guardians)
{
    if (!anchor.state.pending) return fail("profile.nothing_pending", "no recovery waits");
    BT_TRY(Bytes packed, openGuardians(anchor, guardians));
    BT_TRY(AnchorPlan plan, start(anchor, AnchorStep::Finish, 1));
    AnchorState next = anchor.state;
    next.controller = *anchor.state.pending;
    next.next = keyCommitment(next.controller);
    next.pending.reset();
    BT_CHECK(goOn(plan, anchor, std::move(next)));
    plan.minAge = guardians.delay;
    plan.tx.inputs[0].sequence = guardians.delay;
    return complete(std::move(plan), {std::move(packed)}, {});
}

Result<AnchorPlan> deactivate(const Anchor& anchor, const XOnlyKey& key, const kaspa::ScriptPublicKey& destination, Sompi fee)
{
    if (keyCommitment(key) != anchor.state.next) return fail("profile.wrong_key", "not the key that was committed to");
    if (fee >= anchor.value) return fail("profile.bad_deposit", "the fee eats the deposit");
    BT_TRY(AnchorPlan plan, start(anchor, AnchorStep::Deactivate, 10));
    plan.tx.outputs.push_back({{anchor.value.value - fee.value}, destination, std::nullopt});
    plan.surplus = fee;
    return complete(std::move(plan), {signatureSlot(), key.view()}, {{0, 0, keyBytes(key)}});
}

} // namespace bt::contract::profile
