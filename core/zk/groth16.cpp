// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/groth16.h"

namespace bt::zk {

namespace {

Result<void> matching(std::size_t keyPoints, std::size_t inputs)
{
    if (keyPoints != inputs + 1)
        return fail("zk.wrong_input_count", std::to_string(inputs) + " inputs for a key with " + std::to_string(keyPoints) + " points");
    return {};
}

Result<void> verdict(bool holds)
{
    if (!holds) return fail("zk.proof_does_not_hold", "the pairing equation does not hold");
    return {};
}

} // namespace

PreparedKey::PreparedKey(const VerifyingKey& key) : m_gamma(key.gamma), m_delta(key.delta), m_alphaBeta(pairing(key.alpha, key.beta))
{
    if (key.abc.empty()) return; // matches no number of inputs
    m_empty = false;
    m_inputs = key.abc.size() - 1;
    m_constant = key.abc.front();
    m_bases = FixedBases(std::span(key.abc).subspan(1));
}

Result<void> PreparedKey::verify(const Proof& proof, std::span<const Fr> inputs) const
{
    BT_CHECK(matching(m_empty ? 0 : m_inputs + 1, inputs.size()));
    const G1 sum = (m_bases.multiplyAndSum(inputs) + m_constant).affine();
    const Pair own{proof.a, proof.b};
    const PreparedPair fixed[] = {{-sum, &m_gamma}, {-proof.c, &m_delta}};
    return verdict(finalExponentiation(millerLoop({&own, 1}, fixed)) == m_alphaBeta);
}

Result<void> verifyOnce(const VerifyingKey& key, const Proof& proof, std::span<const Fr> inputs)
{
    BT_CHECK(matching(key.abc.size(), inputs.size()));
    const G1 sum = (multiplyAndSum(std::span(key.abc).subspan(1), inputs) + key.abc.front()).affine();
    const Pair pairs[] = {{proof.a, proof.b}, {-key.alpha, key.beta}, {-sum, key.gamma}, {-proof.c, key.delta}};
    return verdict(pairingProductIsOne(pairs));
}

Result<VerifyingKey> parseVerifyingKey(ByteView bytes, Form form)
{
    Reader in(bytes);
    VerifyingKey key;
    BT_TRY(key.alpha, in.g1(form));
    BT_TRY(key.beta, in.g2(form));
    BT_TRY(key.gamma, in.g2(form));
    BT_TRY(key.delta, in.g2(form));
    BT_TRY(const std::uint64_t count, in.uint64());
    if (count > in.left() / kG1Compressed) return fail("zk.short_input", "fewer points than the count says");
    key.abc.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
        BT_TRY(const G1 point, in.g1(form));
        key.abc.push_back(point);
    }
    if (!in.atEnd()) return fail("zk.trailing_bytes", "bytes follow the key");
    return key;
}

Result<Proof> parseProof(ByteView bytes, Form form)
{
    Reader in(bytes);
    Proof proof;
    BT_TRY(proof.a, in.g1(form));
    BT_TRY(proof.b, in.g2(form));
    BT_TRY(proof.c, in.g1(form));
    if (!in.atEnd()) return fail("zk.trailing_bytes", "bytes follow the proof");
    return proof;
}

Result<Fr> parseInput(ByteView bytes32)
{
    Reader in(bytes32);
    BT_TRY(const Fr value, in.scalar());
    if (!in.atEnd()) return fail("zk.trailing_bytes", "a public input has 32 bytes");
    return value;
}

Bytes encode(const VerifyingKey& key, Form form)
{
    Bytes out;
    appendPoint(out, key.alpha, form);
    appendPoint(out, key.beta, form);
    appendPoint(out, key.gamma, form);
    appendPoint(out, key.delta, form);
    appendLe(out, static_cast<std::uint64_t>(key.abc.size()));
    for (const G1& point : key.abc) appendPoint(out, point, form);
    return out;
}

Bytes encode(const Proof& proof, Form form)
{
    Bytes out;
    appendPoint(out, proof.a, form);
    appendPoint(out, proof.b, form);
    appendPoint(out, proof.c, form);
    return out;
}

Result<void> verifyGroth16(ByteView key, ByteView proof, std::span<const Bytes> inputs)
{
    std::vector<Fr> values;
    values.reserve(inputs.size());
    for (const Bytes& input : inputs) {
        BT_TRY(const Fr value, parseInput(input));
        values.push_back(value);
    }
    BT_TRY(const VerifyingKey parsedKey, parseVerifyingKey(key));
    BT_TRY(const Proof parsedProof, parseProof(proof));
    return verifyOnce(parsedKey, parsedProof, values);
}

} // namespace bt::zk
