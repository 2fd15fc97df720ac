// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/known.h"

#include "contract/explain/vocabulary.h"
#include "kaspa/abi/codec.h"
#include "kaspa/script/engine.h"

#include <algorithm>

namespace bt::contract {
namespace {

constexpr std::size_t kSignature = kaspa::InputSignature::size;

tl::unexpected<Error> badCall(const char* why) { return fail("contract.bad_call", why); }

//! The redeem script is the last push of a call; each program's is found by its own reader.
Result<std::pair<const kaspa::abi::Program*, kaspa::abi::Call>> callIn(ByteView script)
{
    for (const KnownProgram& known : knownPrograms())
        if (auto call = known.program->readCall(script)) return std::pair(known.program, *std::move(call));
    return fail("contract.unknown_program", "no program of ours is called");
}

Result<void> checkSlots(const Call& call)
{
    for (std::size_t i = 0; i < call.wanted.size(); ++i) {
        const SignatureSlot& slot = call.wanted[i];
        const Bytes* into = slot.argument < call.arguments.size() ? std::get_if<Bytes>(&call.arguments[slot.argument].v) : nullptr;
        if (into == nullptr || into->size() < kSignature || slot.offset > into->size() - kSignature)
            return badCall("a signature would stand outside its argument");
        const ByteView place = ByteView(*into).subspan(slot.offset, kSignature);
        if (!std::ranges::all_of(place, [](std::uint8_t b) { return b == 0; })) return badCall("the place of a signature is taken");
        for (std::size_t k = 0; k < i; ++k) {
            const SignatureSlot& other = call.wanted[k];
            const auto apart = std::max(slot.offset, other.offset) - std::min(slot.offset, other.offset);
            if (other.key == slot.key) return badCall("one key is asked twice");
            if (other.argument == slot.argument && apart < kSignature) return badCall("two signatures in one place");
        }
    }
    return {};
}

} // namespace

Result<const kaspa::abi::Program*> programIn(ByteView redeemScript)
{
    for (const KnownProgram& known : knownPrograms())
        if (known.program->readState(redeemScript)) return known.program;
    return fail("contract.unknown_program", "no program of ours has this code");
}

Result<Call> readUnsigned(ByteView script, const kaspa::Utxo& spent, std::vector<SignatureSlot> wanted)
{
    BT_TRY(auto found, callIn(script));
    auto& [program, read] = found;
    if (kaspa::payToScriptHash(read.redeemScript) != spent.spk) return badCall("the output asks for another program");
    Call call{spent, program, std::move(read.entry), std::move(read.arguments), std::move(read.redeemScript), std::move(wanted)};
    BT_CHECK(checkSlots(call));
    const auto again = unsignedScript(call);
    if (!again || !equal(*again, script)) return badCall("not as the program's encoder writes it");
    return call;
}

Result<std::vector<Call>> callsOf(const session::Plan& plan)
{
    BT_TRY(const session::Version* version, session::versionOf(plan.program));
    Call first{plan.spent,        plan.program == version->ticket.templateHash() ? &version->ticket : &version->session,
               plan.entry,        plan.arguments,
               plan.redeemScript, {}};
    for (std::size_t i = 0; i < plan.wanted.size(); ++i)
        first.wanted.push_back({plan.signatureSlots.at(i), 0, bytesOf(plan.wanted[i].key.view())});
    std::vector<Call> out{std::move(first)};
    out.insert(out.end(), plan.tokens.begin(), plan.tokens.end());
    return out;
}

} // namespace bt::contract
