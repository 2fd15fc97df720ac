// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Verifies Groth16 proofs over BN254 (Groth, eprint 2016/260): e(A, B) = e(alpha, beta) e(L, gamma) e(C, delta) with
//! L = abc[0] + sum input[i] abc[i+1]. Pure; no Qt; no I/O. Thread safety: all functions are.
//!
//! What a verifier must know: a proof is not unique (anyone can make another valid proof of the same inputs from one), and
//! the inputs mean only what the circuit says. Codes of the readers are those of encoding.h, and "zk.trailing_bytes".
#pragma once

#include "zk/encoding.h"
#include "zk/pairing.h"

namespace bt::zk {

//! As ark-groth16 has it: alpha, beta, gamma, delta and one point more than there are public inputs. The identity may
//! stand anywhere, as arkworks allows; a key with no `abc` at all verifies nothing.
struct VerifyingKey {
    G1 alpha;
    G2 beta;
    G2 gamma;
    G2 delta;
    std::vector<G1> abc;

    bool operator==(const VerifyingKey&) const = default;
};

struct Proof {
    G1 a;
    G2 b;
    G1 c;

    bool operator==(const Proof&) const = default;
};

//! A key with what can be computed once: lines of gamma and delta, e(alpha, beta), multiples of the input points.
class PreparedKey
{
public:
    explicit PreparedKey(const VerifyingKey& key);
    //! \returns nothing if the proof holds; "zk.wrong_input_count", or "zk.proof_does_not_hold". Points of `proof` must
    //! be on the curve and in the subgroup, as every reader here makes sure.
    [[nodiscard]] Result<void> verify(const Proof& proof, std::span<const Fr> inputs) const;
    [[nodiscard]] std::size_t inputCount() const { return m_inputs; }

private:
    G1 m_constant;
    FixedBases m_bases;
    std::size_t m_inputs = 0;
    bool m_empty = true;
    PreparedG2 m_gamma;
    PreparedG2 m_delta;
    Fq12 m_alphaBeta;
};

//! Verifies once with a key that will not be used again: no preparation, one multi-pairing. Same verdicts and codes.
[[nodiscard]] Result<void> verifyOnce(const VerifyingKey& key, const Proof& proof, std::span<const Fr> inputs);

//! Arkworks' bytes. Everything is checked (canonical, flags, curve, subgroup) and nothing may follow
//! ("zk.trailing_bytes"). A key's vector is a 64-bit count and that many points.
[[nodiscard]] Result<VerifyingKey> parseVerifyingKey(ByteView bytes, Form form = Form::Compressed);
[[nodiscard]] Result<Proof> parseProof(ByteView bytes, Form form = Form::Compressed);
[[nodiscard]] Result<Fr> parseInput(ByteView bytes32);
[[nodiscard]] Bytes encode(const VerifyingKey& key, Form form = Form::Compressed);
[[nodiscard]] Bytes encode(const Proof& proof, Form form = Form::Compressed);

//! Parses and verifies compressed arkworks bytes: what Kaspa's precompile does, without its price.
[[nodiscard]] Result<void> verifyGroth16(ByteView key, ByteView proof, std::span<const Bytes> inputs);

} // namespace bt::zk
