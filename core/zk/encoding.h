// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Points, keys and proofs as bytes: arkworks' encoding (ark-serialize 0.6 with ark-ec's short Weierstrass flags, which
//! Kaspa's consensus reads) and the byte forms of Ethereum's precompiles (EIP-196, EIP-197). Pure; no Qt. Thread safety:
//! all functions are.
//!
//! Arkworks: little-endian field elements, canonical; Fq2 is c0 then c1. Compressed: x with two flags in the top bits of
//! its last byte (0x80: y is the larger root, 0x40: identity, both: refused). Uncompressed: x, then y with the same
//! flags (the sign flag is not compared with y). The x of an identity must be canonical and is otherwise ignored.
#pragma once

#include "zk/curve.h"

namespace bt::zk {

enum class Form { Compressed, Uncompressed };
//! Full: on the curve and in the subgroup. Nothing: the caller checks later.
enum class Check { Full, Nothing };

//! Reads one thing after the other. A failed read leaves the reader where it was or further on: stop then.
//! Codes: "zk.short_input", "zk.bad_field_element" (not canonical), "zk.bad_flags", "zk.not_on_curve",
//! "zk.not_in_subgroup".
class Reader
{
public:
    explicit Reader(ByteView bytes) : m_rest(bytes) {}
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    [[nodiscard]] Result<G1> g1(Form form, Check check = Check::Full);
    [[nodiscard]] Result<G2> g2(Form form, Check check = Check::Full);
    [[nodiscard]] Result<Fr> scalar();            //!< 32 bytes
    [[nodiscard]] Result<std::uint64_t> uint64(); //!< 8 bytes, little-endian: the length before a vector

private:
    [[nodiscard]] Result<ByteView> take(std::size_t size);
    ByteView m_rest;
};

inline constexpr std::size_t kG1Compressed = 32;
inline constexpr std::size_t kG2Compressed = 64;

void appendPoint(Bytes& to, const G1& p, Form form);
void appendPoint(Bytes& to, const G2& p, Form form);
void appendScalar(Bytes& to, const Fr& value);

//! Ethereum's precompile 6: adds two points of 64 bytes each. Missing bytes count as zero, more than 128 are ignored.
//! \returns 64 bytes; "zk.bad_field_element" or "zk.not_on_curve".
[[nodiscard]] Result<Bytes> ethereumAdd(ByteView input);
//! Precompile 7: a point of 64 bytes times a scalar of 32, big-endian, not reduced. Missing bytes count as zero, more
//! than 96 are ignored.
[[nodiscard]] Result<Bytes> ethereumMul(ByteView input);
//! Precompile 8: pairs of 192 bytes (G1, then G2 with the imaginary part first). \returns 32 bytes that say 1 or 0;
//! "zk.bad_length", or what is wrong with a point.
[[nodiscard]] Result<Bytes> ethereumPairing(ByteView input);

} // namespace bt::zk
