// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/disclosure.h"

#include "kaspa/address.h"
#include "kaspa/script/engine.h"

#include <algorithm>

namespace bt::ledger {

using namespace kaspa;

namespace {

void noteLineage(std::vector<CovenantId>& all, const CovenantId& id)
{
    if (std::ranges::find(all, id) == all.end()) all.push_back(id);
}

DisclosedOutput outputAt(const Draft& draft, std::uint32_t i, const NetworkParams& network, const OutputNamer& name,
                         const std::function<bool(const ScriptPublicKey&)>& own, Sompi& deposit)
{
    const Output& output = draft.tx.tx.outputs[i];
    DisclosedOutput out;
    out.index = i;
    out.amount = output.value;
    out.covenant = output.covenant.has_value();
    if (const auto address = addressOf(output.spk, network.addressPrefix)) out.address = encodeAddress(*address);
    const bool program = out.covenant || classify(output.spk) == ScriptClass::ScriptHash;
    if (draft.changeOutput == i) {
        out.role = OutputRole::Change;
        return out;
    }
    if (name) {
        if (auto named = name(i, output)) {
            out.role = named->role;
            out.label = std::move(named->label);
            deposit = named->role == OutputRole::Deposit ? output.value : std::min(named->deposit, output.value);
            return out;
        }
    }
    out.role = own && own(output.spk) ? OutputRole::Own : program ? OutputRole::Contract : OutputRole::Payment;
    return out;
}

ChainView viewOfChain(const Draft& draft)
{
    const Transaction& tx = draft.tx.tx;
    ChainView out;
    out.inputs = tx.inputs.size();
    out.outputs = tx.outputs.size();
    out.payloadBytes = tx.payload.size();
    out.lockTime = tx.lockTime;
    if (draft.relations.size() > 1) out.relations = draft.relations;
    std::vector<CovenantId> spent;
    for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
        const Utxo& utxo = draft.tx.utxos[i];
        if (draft.signers[i]) ++out.coins;
        // A script hash is opened by its spend; a plain key shows itself and nothing else.
        if (classify(utxo.spk) == ScriptClass::ScriptHash) ++out.programsShown;
        if (utxo.covenant) noteLineage(spent, *utxo.covenant);
    }
    out.covenants = spent;
    std::vector<CovenantId> born;
    for (const Output& output : tx.outputs) {
        if (classify(output.spk) == ScriptClass::ScriptHash) ++out.programsHidden;
        if (output.covenant && std::ranges::find(spent, output.covenant->id) == spent.end()) noteLineage(born, output.covenant->id);
    }
    out.births = born.size();
    return out;
}

} // namespace

Disclosure disclose(const Draft& draft, const NetworkParams& network, const OutputNamer& name,
                    const std::function<bool(const ScriptPublicKey&)>& own)
{
    Disclosure out;
    for (std::uint32_t i = 0; i < draft.tx.tx.outputs.size(); ++i) {
        Sompi deposit;
        DisclosedOutput one = outputAt(draft, i, network, name, own, deposit);
        const bool ours = one.role == OutputRole::Change || one.role == OutputRole::Own;
        (ours ? out.changeBack : out.leaves).value += one.amount.value;
        if (!ours) out.deposits.value += deposit.value;
        out.outputs.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < draft.tx.utxos.size(); ++i)
        (draft.signers[i] ? out.fromCoins : out.fromContracts).value += draft.tx.utxos[i].amount.value;
    out.fee = draft.fee;
    out.feeMicros = microsOf(draft.fee, network);
    out.leavesMicros = microsOf(out.leaves, network);
    if (network.microsPerKas > 0) out.currency = network.rateCurrency;
    out.seen = viewOfChain(draft);
    return out;
}

} // namespace bt::ledger
