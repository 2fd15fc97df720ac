// SPDX-License-Identifier: GPL-3.0-or-later
// Signature operations counted without running a script.
#include "kaspa/script/decode.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/limits.h"
#include "kaspa/script/number.h"
#include "kaspa/script/opcodes.h"

namespace bt::kaspa {

using namespace script;

namespace {

// The redeem script: what the last opcode of a well-formed signature script pushes (nothing if it is no data push).
std::optional<ByteView> redeemOf(ByteView signatureScript)
{
    std::optional<ByteView> last;
    for (Decoder decoder(signatureScript); !decoder.done();) {
        Op op;
        if (decoder.next(op) != Rule::Ok) return std::nullopt;
        last = op.data;
    }
    return last;
}

bool isMultisig(std::uint8_t code) { return code == OpCheckMultiSig || code == OpCheckMultiSigVerify || code == OpCheckMultiSigECDSA; }
bool isCheckSig(std::uint8_t code) { return code == OpCheckSig || code == OpCheckSigVerify || code == OpCheckSigECDSA; }

std::uint64_t countBound(ByteView script)
{
    std::uint64_t count = 0;
    Op before;
    bool first = true;
    for (Decoder decoder(script); !decoder.done(); first = false) {
        Op op;
        if (decoder.next(op) != Rule::Ok) return count;
        if (isCheckSig(op.code)) ++count;
        if (isMultisig(op.code)) {
            const bool known = !first && before.code >= OpTrue && before.code <= Op16;
            count += known ? static_cast<unsigned>(before.code - OpReserved) : static_cast<unsigned>(kMaxMultisigKeys);
        }
        before = op;
    }
    return count;
}

} // namespace

std::uint64_t sigOpUpperBound(ByteView signatureScript, const ScriptPublicKey& spk)
{
    if (classify({0, spk.script}) != ScriptClass::ScriptHash) return countBound(spk.script);
    const auto redeem = redeemOf(signatureScript);
    return redeem ? countBound(*redeem) : 0;
}

std::uint64_t staticSigOps(ByteView signatureScript, const ScriptPublicKey& spk)
{
    if (classify({0, spk.script}) != ScriptClass::ScriptHash) return 0;
    const auto redeem = redeemOf(signatureScript);
    if (!redeem) return 0;

    std::uint64_t count = 0;
    std::optional<std::uint64_t> keys; // what the opcode before says, if it says how many keys there are
    for (Decoder decoder(*redeem); !decoder.done();) {
        Op op;
        if (decoder.next(op) != Rule::Ok) return 0;
        const auto known = std::exchange(keys, std::nullopt);
        if (isCheckSig(op.code) || op.code == OpCheckSigFromStack || op.code == OpCheckSigFromStackECDSA) {
            ++count;
        } else if (isMultisig(op.code)) {
            count += known.value_or(kMaxMultisigKeys);
        } else if (op.code >= OpTrue && op.code <= Op16) {
            keys = static_cast<std::uint64_t>(op.code - OpReserved);
        } else if (op.code <= OpPushData4) {
            const auto number = decodeNumber(op.data);
            if (number && *number >= 1 && *number <= kMaxMultisigKeys) keys = static_cast<std::uint64_t>(*number);
        }
    }
    return count;
}

} // namespace bt::kaspa
