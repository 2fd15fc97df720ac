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
Rule pushData(Machine& vm, const Op& op) { return vm.main.pushLiteral(op.data); }
Rule pushSmall(Machine& vm, const Op& op) { return vm.main.pushFree(encodeNumber(int{op.code} - OpReserved)); }

namespace {

// Before Toccata a condition was nothing or a single 1.
Rule popCondition(Machine& vm, bool& out)
{
    if (!vm.strict()) return vm.popBool(out);
    if (vm.main.empty()) return Rule::EmptyStack;
    const Item item = vm.main.pop();
    if (item.size() > 1 || (item.size() == 1 && item.data()[0] != 1)) return vm.broken(Rule::InvalidState, "expected boolean");
    out = !item.empty();
    return Rule::Ok;
}

Rule branch(Machine& vm, bool takenIf)
{
    Branch next = Branch::Skipped;
    if (vm.executing()) {
        bool condition = false;
        BT_RULE(popCondition(vm, condition));
        next = condition == takenIf ? Branch::Taken : Branch::NotTaken;
    }
    vm.openBranch(next);
    return Rule::Ok;
}

} // namespace

Rule opIf(Machine& vm, const Op&) { return branch(vm, true); }
Rule opNotIf(Machine& vm, const Op&) { return branch(vm, false); }

Rule opElse(Machine& vm, const Op&) { return vm.turnBranch() ? Rule::Ok : vm.broken(Rule::InvalidState, "condition stack empty"); }

Rule endIf(Machine& vm, const Op&) { return vm.closeBranch() ? Rule::Ok : vm.broken(Rule::InvalidState, "condition stack empty"); }

Rule verify(Machine& vm, const Op&)
{
    bool good = false;
    BT_RULE(vm.popBool(good));
    return good ? Rule::Ok : Rule::VerifyError;
}

} // namespace bt::kaspa::script::ops
