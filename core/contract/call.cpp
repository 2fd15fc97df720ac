// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/call.h"

namespace bt::contract {

Result<Bytes> finish(const Call& call, const std::vector<kaspa::InputSignature>& signatures)
{
    const auto bad = [] { return fail("contract.bad_signatures", "one signature for each slot"); };
    if (signatures.size() != call.wanted.size()) return bad();
    std::vector<kaspa::abi::Value> arguments = call.arguments;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const SignatureSlot& slot = call.wanted[i];
        Bytes* into = slot.argument < arguments.size() ? std::get_if<Bytes>(&arguments[slot.argument].v) : nullptr;
        constexpr std::size_t size = kaspa::InputSignature::size;
        if (into == nullptr || into->size() < size || slot.offset > into->size() - size) return bad();
        std::ranges::copy(signatures[i].view(), into->begin() + static_cast<std::ptrdiff_t>(slot.offset));
    }
    return call.program->callScript(call.entry, arguments, call.redeemScript);
}

Result<Bytes> unsignedScript(const Call& call) { return finish(call, std::vector<kaspa::InputSignature>(call.wanted.size())); }

} // namespace bt::contract
