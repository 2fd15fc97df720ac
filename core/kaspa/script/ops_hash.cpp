// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes, proofs and what the chain says. A hash costs by the byte, before it is computed.
#include "crypto/hash.h"
#include "kaspa/script/ops.h"
#include "kaspa/script/zk_precompile.h"

namespace bt::kaspa::script::ops {

namespace {

template <typename F> Rule hashTop(Machine& vm, std::uint64_t unitsPerByte, F hash)
{
    if (!vm.has(1)) return vm.tooFew(1);
    const Item data = vm.main.pop();
    BT_RULE(vm.consume(data.size() * unitsPerByte));
    return vm.main.push(Item(hash(data.view()).view()));
}

} // namespace

Rule blake2b(Machine& vm, const Op&)
{
    return hashTop(vm, 2, [](ByteView data) { return crypto::blake2b(data); });
}
Rule sha256(Machine& vm, const Op&)
{
    return hashTop(vm, 1, [](ByteView data) { return crypto::sha256(data); });
}
Rule blake3(Machine& vm, const Op&)
{
    return hashTop(vm, 1, [](ByteView data) { return crypto::blake3(data); });
}

Rule blake2bWithKey(Machine& vm, const Op&)
{
    if (!vm.has(2)) return vm.tooFew(2);
    const Item key = vm.main.pop();
    if (key.size() > 64) return vm.broken(Rule::ElementTooBig, "a BLAKE2b key has at most 64 bytes");
    return hashTop(vm, 2, [&](ByteView data) { return crypto::blake2b(data, key.view()); });
}

Rule blake3WithKey(Machine& vm, const Op&)
{
    if (!vm.has(2)) return vm.tooFew(2);
    const Item key = vm.main.pop();
    const auto key32 = Hash256::from(key.view());
    if (!key32) return vm.broken(Rule::MalformedPush, "a BLAKE3 key has 32 bytes");
    return hashTop(vm, 1, [&](ByteView data) { return crypto::blake3Keyed(*key32, data); });
}

Rule zkPrecompile(Machine& vm, const Op&)
{
    if (vm.main.empty()) return Rule::EmptyStack;
    const Item tag = vm.main.pop();
    if (tag.size() != 1) return vm.broken(Rule::ZkIntegrity, "the tag is one byte");
    switch (tag.data()[0]) {
    case kZkGroth16: BT_RULE(vm.consume(140'000 * kUnitsPerGram)); break;
    case kZkRisc0Succinct: BT_RULE(vm.consume(250'000 * kUnitsPerGram)); break;
    default: return vm.broken(Rule::ZkIntegrity, "unknown tag " + std::to_string(tag.data()[0]));
    }
    ZkOperands operands;
    operands.pop = [&vm]() -> std::optional<Bytes> {
        if (vm.main.empty()) return std::nullopt;
        return bytesOf(vm.main.pop().view());
    };
    operands.consume = [&vm](std::uint64_t units) { return vm.meter.consume(units); };
    const auto& other = vm.context().zkVerify;
    const Result<void> good = other ? other(tag.data()[0], operands) : verifyZk(tag.data()[0], operands);
    if (good) return vm.pushBool(true);
    const bool unknownHere = good.error().code == textOf(Rule::ZkNotVerifiedHere).code;
    return vm.broken(unknownHere ? Rule::ZkNotVerifiedHere : Rule::ZkIntegrity, good.error().detail);
}

Rule chainblockSeqCommit(Machine& vm, const Op&)
{
    if (!vm.context().seqCommit) return Rule::InvalidOpcode;
    Hash256 block;
    BT_RULE(vm.popHash(block));
    const auto commitment = vm.context().seqCommit(block);
    if (commitment) return vm.main.push(Item(commitment->view()));
    const std::string_view code = commitment.error().code;
    if (code == textOf(Rule::BlockAlreadyPruned).code) return Rule::BlockAlreadyPruned;
    if (code == textOf(Rule::BlockIsTooDeep).code) return Rule::BlockIsTooDeep;
    return Rule::BlockNotSelected;
}

} // namespace bt::kaspa::script::ops
