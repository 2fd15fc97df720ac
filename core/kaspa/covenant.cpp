// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/covenant.h"

#include <map>

namespace bt::kaspa {

Result<void> checkCovenantBindings(const Populated& populated)
{
    const Transaction& tx = populated.tx;
    std::map<std::pair<std::uint16_t, CovenantId>, std::vector<std::pair<std::uint32_t, Output>>> births;
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        const auto& binding = tx.outputs[i].covenant;
        if (!binding) continue;
        if (binding->authorizingInput >= populated.utxos.size() || binding->authorizingInput >= tx.inputs.size())
            return fail("kaspa.covenant.input", {std::to_string(i)}, "an output names an input that is not there");
        if (populated.utxos[binding->authorizingInput].covenant == binding->id) continue; // continuation
        births[{binding->authorizingInput, binding->id}].emplace_back(i, tx.outputs[i]);
    }
    for (const auto& [key, outputs] : births)
        if (covenantId(tx.inputs[key.first].previous, outputs) != key.second)
            return fail("kaspa.covenant.genesis_id", {std::to_string(key.first)}, "not the id of this birth");
    return {};
}

Result<CovenantId> bindGenesis(Transaction& tx, std::uint16_t input, std::span<const std::uint32_t> outputs)
{
    if (input >= tx.inputs.size() || outputs.empty()) return fail("kaspa.covenant.bad_group", "input or outputs missing");
    std::vector<std::pair<std::uint32_t, Output>> group;
    for (const std::uint32_t index : outputs) {
        if (index >= tx.outputs.size() || tx.outputs[index].covenant || (!group.empty() && group.back().first >= index))
            return fail("kaspa.covenant.bad_group", {std::to_string(index)}, "outputs must exist, rise and be unbound");
        group.emplace_back(index, tx.outputs[index]);
    }
    const CovenantId id = covenantId(tx.inputs[input].previous, group);
    for (const std::uint32_t index : outputs) tx.outputs[index].covenant = CovenantBinding{input, id};
    return id;
}

} // namespace bt::kaspa
