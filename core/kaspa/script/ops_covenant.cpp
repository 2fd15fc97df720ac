// SPDX-License-Identifier: GPL-3.0-or-later
// Covenant ids and who continues whom (KIP-20).
#include "kaspa/script/introspect.h"
#include "kaspa/script/ops.h"

namespace bt::kaspa::script::ops {

namespace {

using Indexes = CovenantIndex::Indexes;

Rule pushCount(Machine& vm, const Indexes& of) { return vm.pushNumber(static_cast<std::int64_t>(of.size())); }

Rule pushMember(Machine& vm, const Indexes& of, std::size_t k)
{
    if (k >= of.size()) return vm.broken(Rule::CovenantsError, "member " + std::to_string(k) + " of " + std::to_string(of.size()));
    return vm.pushNumber(static_cast<std::int64_t>(of[k]));
}

Rule popId(Machine& vm, CovenantId& out)
{
    Hash256 hash;
    BT_RULE(vm.popHash(hash));
    out.bytes = hash.bytes;
    return Rule::Ok;
}

template <typename F> Rule countOf(Machine& vm, F list)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    CovenantId id;
    BT_RULE(popId(vm, id));
    return pushCount(vm, list(id));
}

template <typename F> Rule memberOf(Machine& vm, F list)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::size_t, 1> k{};
    BT_RULE(vm.popIndexes(k));
    CovenantId id;
    BT_RULE(popId(vm, id));
    return pushMember(vm, list(id), k[0]);
}

} // namespace

Rule authOutputCount(Machine& vm, const Op&)
{
    std::size_t input = 0;
    BT_RULE(popInputIndex(vm, input));
    return pushCount(vm, vm.covenants().authorized(input));
}

Rule authOutputIndex(Machine& vm, const Op&)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    std::array<std::size_t, 2> at{}; // input, k
    BT_RULE(vm.popIndexes(at));
    if (at[0] >= vm.tx()->tx.inputs.size()) return noInput(vm, static_cast<std::int64_t>(at[0]));
    return pushMember(vm, vm.covenants().authorized(at[0]), at[1]);
}

Rule covInputCount(Machine& vm, const Op&)
{
    return countOf(vm, [&](const CovenantId& id) -> const Indexes& { return vm.covenants().inputs(id); });
}
Rule covInputIndex(Machine& vm, const Op&)
{
    return memberOf(vm, [&](const CovenantId& id) -> const Indexes& { return vm.covenants().inputs(id); });
}
Rule covOutputCount(Machine& vm, const Op&)
{
    return countOf(vm, [&](const CovenantId& id) -> const Indexes& { return vm.covenants().outputs(id); });
}
Rule covOutputIndex(Machine& vm, const Op&)
{
    return memberOf(vm, [&](const CovenantId& id) -> const Indexes& { return vm.covenants().outputs(id); });
}

// Without a covenant: 32 zero bytes.
Rule inputCovenantId(Machine& vm, const Op&)
{
    std::size_t input = 0;
    BT_RULE(popInputIndex(vm, input));
    return vm.main.push(Item(vm.tx()->utxos[input].covenant.value_or(CovenantId{}).view()));
}

Rule outputCovenantId(Machine& vm, const Op&)
{
    std::size_t output = 0;
    BT_RULE(popOutputIndex(vm, output));
    const auto& binding = vm.tx()->tx.outputs[output].covenant;
    return vm.main.push(Item((binding ? binding->id : CovenantId{}).view()));
}

Rule outputAuthorizingInput(Machine& vm, const Op&)
{
    std::size_t output = 0;
    BT_RULE(popOutputIndex(vm, output));
    const auto& binding = vm.tx()->tx.outputs[output].covenant;
    return vm.pushNumber(binding ? std::int64_t{binding->authorizingInput} : -1);
}

} // namespace bt::kaspa::script::ops
