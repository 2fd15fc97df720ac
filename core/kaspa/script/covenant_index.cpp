// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/covenant_index.h"

namespace bt::kaspa::script {

namespace {

template <typename Map, typename Key> const CovenantIndex::Indexes& find(const Map& map, const Key& key)
{
    static const CovenantIndex::Indexes kNone;
    const auto it = map.find(key);
    return it == map.end() ? kNone : it->second;
}

} // namespace

CovenantIndex::CovenantIndex(const Populated& tx)
{
    for (std::size_t i = 0; i < tx.utxos.size(); ++i)
        if (tx.utxos[i].covenant) m_inputs[*tx.utxos[i].covenant].push_back(i);
    for (std::size_t i = 0; i < tx.tx.outputs.size(); ++i) {
        const auto& binding = tx.tx.outputs[i].covenant;
        if (!binding || binding->authorizingInput >= tx.utxos.size()) continue;
        if (tx.utxos[binding->authorizingInput].covenant != binding->id) continue;
        m_authorized[binding->authorizingInput].push_back(i);
        m_outputs[binding->id].push_back(i);
    }
}

const CovenantIndex::Indexes& CovenantIndex::authorized(std::size_t input) const { return find(m_authorized, input); }
const CovenantIndex::Indexes& CovenantIndex::inputs(const CovenantId& id) const { return find(m_inputs, id); }
const CovenantIndex::Indexes& CovenantIndex::outputs(const CovenantId& id) const { return find(m_outputs, id); }

} // namespace bt::kaspa::script
