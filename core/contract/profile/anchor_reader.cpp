// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/profile/anchor_program.h"

#include "contract/arguments.h"
#include "kaspa/abi/codec.h"

#include <algorithm>

namespace bt::contract::profile {
namespace {

std::optional<AnchorStep> stepOf(std::string_view entry)
{
    for (const AnchorStep step : {AnchorStep::Update, AnchorStep::Rotate, AnchorStep::Recover, AnchorStep::Finish, AnchorStep::Deactivate})
        if (anchorStepName(step) == entry) return step;
    return std::nullopt;
}

//! The state that the program must have demanded of its continuation.
Result<AnchorState> nextState(const AnchorState& before, AnchorStep step, const Arguments& arguments)
{
    AnchorState next = before;
    next.sequence += 1;
    next.pending.reset();
    switch (step) {
    case AnchorStep::Update: {
        BT_TRY(next.document, arguments.fixed<Hash256>(1));
        BT_TRY(next.consents, arguments.fixed<Hash256>(2));
        break;
    }
    case AnchorStep::Rotate: {
        BT_TRY(next.controller, arguments.fixed<XOnlyKey>(1));
        BT_TRY(next.next, arguments.fixed<Hash256>(2));
        BT_TRY(next.document, arguments.fixed<Hash256>(3));
        BT_TRY(next.guardians, arguments.fixed<Hash256>(4));
        break;
    }
    case AnchorStep::Recover: {
        BT_TRY(const XOnlyKey key, arguments.fixed<XOnlyKey>(3));
        if (key != XOnlyKey{}) next.pending = key; // a key of zeros is written as none, so none waits
        break;
    }
    case AnchorStep::Finish:
        if (!before.pending) return arguments.unreadable("nothing was pending");
        next.controller = *before.pending;
        next.next = keyCommitment(next.controller);
        break;
    case AnchorStep::Deactivate: break;
    }
    return next;
}

} // namespace

Result<AnchorTransition> readSpend(const Anchor& before, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    const auto input = std::ranges::find(tx.inputs, before.outpoint, &kaspa::Input::previous);
    if (input == tx.inputs.end()) return fail("contract.not_a_spend", "no input spends the anchor");
    BT_TRY(const kaspa::abi::Program* program, anchorProgramOf(before.program));
    BT_TRY(const kaspa::abi::Call call, program->readCall(input->signatureScript));
    const Arguments arguments(call, "anchor");
    const auto step = stepOf(call.entry);
    if (!step) return arguments.unreadable("an entry that this version does not know");
    AnchorTransition out;
    out.step = *step;
    if (*step == AnchorStep::Deactivate) return out;

    BT_TRY(AnchorState state, nextState(before.state, *step, arguments));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(state)));
    const kaspa::ScriptPublicKey spk = kaspa::abi::scriptHashOf(redeem);
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        const kaspa::Output& output = tx.outputs[i];
        if (!output.covenant || output.covenant->id != before.id) continue;
        if (output.spk != spk || output.value != before.value) break;
        out.next = Anchor{before.program, before.id, {id, i}, output.value, std::move(state), 0};
        return out;
    }
    return arguments.unreadable("the continuation is not what the program demands");
}

} // namespace bt::contract::profile
