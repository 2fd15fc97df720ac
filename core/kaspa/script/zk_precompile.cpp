// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/zk_precompile.h"

#include "kaspa/script/number.h"
#include "zk/groth16.h"

#include <limits>

namespace bt::kaspa::script {

namespace {

tl::unexpected<Error> broken(std::string detail) { return fail("kaspa.script.zk_integrity", std::move(detail)); }
tl::unexpected<Error> broken(const Error& error) { return broken(error.detail.empty() ? std::string(error.code) : error.detail); }

Result<Bytes> popped(const ZkOperands& operands, const char* what)
{
    auto item = operands.pop();
    if (!item) return broken(std::string(what) + " is missing");
    return *std::move(item);
}

Result<std::int64_t> popCount(const ZkOperands& operands)
{
    BT_TRY(const Bytes item, popped(operands, "the number of public inputs"));
    const auto value = decodeNumber(item);
    if (!value || *value < 0 || *value > std::numeric_limits<std::int32_t>::max())
        return broken("the number of public inputs is out of range");
    return *value;
}

// The key up to the number of its points; that number must fit and is paid before a point is read.
Result<zk::VerifyingKey> readKey(ByteView bytes, std::size_t inputs, const ZkOperands& operands)
{
    constexpr zk::Form form = zk::Form::Compressed;
    zk::Reader in(bytes);
    zk::VerifyingKey key;
    BT_TRY(key.alpha, in.g1(form));
    BT_TRY(key.beta, in.g2(form));
    BT_TRY(key.gamma, in.g2(form));
    BT_TRY(key.delta, in.g2(form));
    BT_TRY(const std::uint64_t count, in.uint64());
    if (count != static_cast<std::uint64_t>(inputs) + 1)
        return broken(std::to_string(inputs) + " public inputs for a key with " + std::to_string(count) + " points");
    if (!operands.consume(count * kUnitsPerGroth16Point)) return broken("the key costs more than the input commits to");
    for (std::uint64_t i = 0; i < count; ++i) {
        BT_TRY(const zk::G1 point, in.g1(form));
        key.abc.push_back(point);
    }
    if (!in.atEnd()) return broken("bytes follow the key");
    return key;
}

Result<void> verifyGroth16(const ZkOperands& operands)
{
    BT_TRY(const Bytes keyBytes, popped(operands, "the key"));
    BT_TRY(const Bytes proofBytes, popped(operands, "the proof"));
    BT_TRY(const std::int64_t count, popCount(operands));
    std::vector<zk::Fr> inputs; // grows with what is there: the count alone proves nothing
    for (std::int64_t i = 0; i < count; ++i) {
        BT_TRY(const Bytes item, popped(operands, "a public input"));
        const auto input = zk::parseInput(item);
        if (!input) return broken(input.error());
        inputs.push_back(*input);
    }
    const auto key = readKey(keyBytes, inputs.size(), operands);
    if (!key) return broken(key.error());
    const auto proof = zk::parseProof(proofBytes);
    if (!proof) return broken(proof.error());
    if (const auto good = zk::verifyOnce(*key, *proof, inputs); !good) return broken(good.error());
    return {};
}

} // namespace

Result<void> verifyZk(std::uint8_t tag, const ZkOperands& operands)
{
    if (tag == kZkGroth16) return verifyGroth16(operands);
    return fail("kaspa.script.zk_not_verified_here", "only Groth16 proofs are verified here");
}

} // namespace bt::kaspa::script
