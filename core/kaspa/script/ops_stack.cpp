// SPDX-License-Identifier: GPL-3.0-or-later
// Opcodes that move whole items. Moves are free, copies cost their bytes.
#include "kaspa/script/ops.h"

namespace bt::kaspa::script::ops {

Rule toAlt(Machine& vm, const Op&)
{
    if (!vm.has(1)) return vm.tooFew(1);
    return vm.alt.pushFree(vm.main.pop());
}

Rule fromAlt(Machine& vm, const Op&)
{
    if (vm.alt.empty()) return vm.broken(Rule::EmptyStack, "the alternative stack is empty");
    return vm.main.pushFree(vm.alt.pop());
}

Rule ifDup(Machine& vm, const Op&)
{
    if (!vm.has(1)) return vm.tooFew(1);
    if (isTrue(vm.main.peek().view())) vm.main.copyUp(1, 1);
    return Rule::Ok;
}

Rule depth(Machine& vm, const Op&) { return vm.pushNumber(static_cast<std::int64_t>(vm.main.size())); }

Rule nip(Machine& vm, const Op&)
{
    if (!vm.has(2)) return vm.tooFew(2);
    vm.main.nip();
    return Rule::Ok;
}

Rule tuck(Machine& vm, const Op&)
{
    if (!vm.has(2)) return vm.tooFew(2);
    vm.main.tuck();
    return Rule::Ok;
}

namespace {

Rule popDepth(Machine& vm, std::size_t& out, const char* what)
{
    std::array<std::int32_t, 1> at{};
    BT_RULE(vm.popSmall(at));
    if (at[0] < 0 || static_cast<std::size_t>(at[0]) >= vm.main.size())
        return vm.broken(Rule::InvalidState, std::string(what) + " at an invalid location");
    out = static_cast<std::size_t>(at[0]);
    return Rule::Ok;
}

} // namespace

Rule pick(Machine& vm, const Op&)
{
    std::size_t at = 0;
    BT_RULE(popDepth(vm, at, "pick"));
    vm.main.copyUp(at + 1, 1);
    return Rule::Ok;
}

Rule roll(Machine& vm, const Op&)
{
    std::size_t at = 0;
    BT_RULE(popDepth(vm, at, "roll"));
    vm.main.rotate(at + 1, 1);
    return Rule::Ok;
}

} // namespace bt::kaspa::script::ops
