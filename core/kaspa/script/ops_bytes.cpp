// SPDX-License-Identifier: GPL-3.0-or-later
// Byte strings: splice, bitwise, equality.
#include "kaspa/script/ops.h"
#include "kaspa/script/substring.h"

namespace bt::kaspa::script::ops {

Rule cat(Machine& vm, const Op&)
{
    if (!vm.has(2)) return Rule::EmptyStack;
    const Item b = vm.main.pop();
    const Item a = vm.main.pop();
    if (a.size() + b.size() > kMaxElement) return vm.broken(Rule::ElementTooBig, std::to_string(a.size() + b.size()) + " bytes");
    return vm.main.push(Item(a.view(), b.view()));
}

Rule substr(Machine& vm, const Op&)
{
    std::array<std::int32_t, 2> range{};
    BT_RULE(vm.popSmall(range));
    if (!vm.has(1)) return Rule::EmptyStack;
    const Item data = vm.main.pop();
    for (const std::int32_t i : range)
        if (i < 0) return vm.broken(Rule::InvalidIndex, std::to_string(i) + " is no index");
    return pushSubstring(vm, data.view(), static_cast<std::size_t>(range[0]), static_cast<std::size_t>(range[1]));
}

Rule size(Machine& vm, const Op&)
{
    if (!vm.has(1)) return vm.tooFew(1);
    return vm.pushNumber(static_cast<std::int64_t>(vm.main.peek().size()));
}

Rule invert(Machine& vm, const Op&)
{
    if (!vm.has(1)) return Rule::EmptyStack;
    Item item = vm.main.pop();
    for (std::size_t i = 0; i < item.size(); ++i) item.data()[i] = static_cast<std::uint8_t>(~item.data()[i]);
    return vm.main.push(std::move(item));
}

namespace {

template <typename F> Rule bitwise(Machine& vm, const char* name, F combine)
{
    if (!vm.has(2)) return Rule::EmptyStack;
    const Item b = vm.main.pop();
    Item a = vm.main.pop();
    if (a.size() != b.size()) return vm.broken(Rule::InvalidState, std::string(name) + " operands must be of equal length");
    for (std::size_t i = 0; i < a.size(); ++i)
        a.data()[i] = static_cast<std::uint8_t>(combine(unsigned{a.data()[i]}, unsigned{b.data()[i]}));
    return vm.main.push(std::move(a));
}

Rule popEqual(Machine& vm, bool& out)
{
    if (!vm.has(2)) return vm.tooFew(2);
    out = equal(vm.main.peek(0).view(), vm.main.peek(1).view());
    vm.main.drop(2);
    return Rule::Ok;
}

} // namespace

Rule bitAnd(Machine& vm, const Op&) { return bitwise(vm, "AND", std::bit_and<unsigned>()); }
Rule bitOr(Machine& vm, const Op&) { return bitwise(vm, "OR", std::bit_or<unsigned>()); }
Rule bitXor(Machine& vm, const Op&) { return bitwise(vm, "XOR", std::bit_xor<unsigned>()); }

Rule equalItems(Machine& vm, const Op&)
{
    bool same = false;
    BT_RULE(popEqual(vm, same));
    return vm.pushBool(same);
}

Rule equalVerify(Machine& vm, const Op&)
{
    bool same = false;
    BT_RULE(popEqual(vm, same));
    return same ? Rule::Ok : Rule::VerifyError;
}

} // namespace bt::kaspa::script::ops
