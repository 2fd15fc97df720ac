// SPDX-License-Identifier: GPL-3.0-or-later
// Constants and control flow.
#include "kaspa/script/ops.h"

namespace bt::kaspa::script::ops {

Rule unknown(Machine&, const Op&) { return Rule::InvalidOpcode; }
Rule reserved(Machine&, const Op&) { return Rule::OpcodeReserved; }
Rule disabled(Machine&, const Op&) { return Rule::OpcodeDisabled; }
Rule nop(Machine&, const Op&) { return Rule::Ok; }
Rule opReturn(Machine&, const Op&) { return Rule::EarlyReturn; }

// Literals are free: their bytes are paid for with the script's size.
Rule pushData(Machine& vm, const Op& op) { return vm.main.pushFree(Item(op.data)); }
Rule pushSmall(Machine& vm, const Op& op) { return vm.main.pushFree(encodeNumber(int{op.code} - OpReserved)); }

namespace {

Rule branch(Machine& vm, bool takenIf)
{
    Branch next = Branch::Skipped;
    if (vm.executing()) {
        bool condition = false;
        BT_RULE(vm.popBool(condition));
        next = condition == takenIf ? Branch::Taken : Branch::NotTaken;
    }
    vm.branches.push_back(next);
    return Rule::Ok;
}

} // namespace

Rule opIf(Machine& vm, const Op&) { return branch(vm, true); }
Rule opNotIf(Machine& vm, const Op&) { return branch(vm, false); }

Rule opElse(Machine& vm, const Op&)
{
    if (vm.branches.empty()) return vm.broken(Rule::InvalidState, "condition stack empty");
    Branch& b = vm.branches.back();
    if (b == Branch::Taken) b = Branch::NotTaken;
    else if (b == Branch::NotTaken) b = Branch::Taken;
    return Rule::Ok;
}

Rule endIf(Machine& vm, const Op&)
{
    if (vm.branches.empty()) return vm.broken(Rule::InvalidState, "condition stack empty");
    vm.branches.pop_back();
    return Rule::Ok;
}

Rule verify(Machine& vm, const Op&)
{
    bool good = false;
    BT_RULE(vm.popBool(good));
    return good ? Rule::Ok : Rule::VerifyError;
}

} // namespace bt::kaspa::script::ops
