// SPDX-License-Identifier: GPL-3.0-or-later
// The byte forms of Ethereum's precompiles 6, 7 and 8 (EIP-196, EIP-197): big-endian, (0, 0) is the identity.
#include "zk/encoding.h"
#include "zk/pairing.h"

namespace bt::zk {

namespace {

Result<Fq> coordinate(ByteView bytes32)
{
    const auto value = Fq::fromBytesBe(bytes32);
    if (!value) return fail("zk.bad_field_element", "a coordinate is not below q");
    return *value;
}

Result<G1> g1From(ByteView bytes64)
{
    G1 p;
    BT_TRY(p.x, coordinate(bytes64.first(32)));
    BT_TRY(p.y, coordinate(bytes64.subspan(32)));
    if (!isOnCurve(p)) return fail("zk.not_on_curve", "a point is not on the curve");
    return p;
}

Result<G2> g2From(ByteView bytes128)
{
    G2 p;
    BT_TRY(p.x.c1, coordinate(bytes128.first(32)));
    BT_TRY(p.x.c0, coordinate(bytes128.subspan(32, 32)));
    BT_TRY(p.y.c1, coordinate(bytes128.subspan(64, 32)));
    BT_TRY(p.y.c0, coordinate(bytes128.subspan(96)));
    if (!isOnCurve(p)) return fail("zk.not_on_curve", "a point is not on the twisted curve");
    if (!isInSubgroup(p)) return fail("zk.not_in_subgroup", "a point is not of order r");
    return p;
}

Bytes padded(ByteView input, std::size_t size)
{
    Bytes out = bytesOf(input.first(std::min(input.size(), size)));
    out.resize(size);
    return out;
}

Bytes bytesOfPoint(const G1& p)
{
    Bytes out;
    append(out, p.x.bytesBe());
    append(out, p.y.bytesBe());
    return out;
}

} // namespace

Result<Bytes> ethereumAdd(ByteView input)
{
    const Bytes in = padded(input, 128);
    BT_TRY(const G1 a, g1From(ByteView(in).first(64)));
    BT_TRY(const G1 b, g1From(ByteView(in).subspan(64)));
    return bytesOfPoint((G1Jacobian::from(a) + b).affine());
}

Result<Bytes> ethereumMul(ByteView input)
{
    const Bytes in = padded(input, 96);
    BT_TRY(const G1 p, g1From(ByteView(in).first(64)));
    Limbs scalar{};
    for (std::size_t i = 0; i < 32; ++i) scalar[i / 8] |= static_cast<std::uint64_t>(in[95 - i]) << (8 * (i % 8));
    return bytesOfPoint(multiply(p, scalar).affine());
}

Result<Bytes> ethereumPairing(ByteView input)
{
    if (input.size() % 192 != 0) return fail("zk.bad_length", "pairs have 192 bytes");
    std::vector<Pair> pairs;
    for (; !input.empty(); input = input.subspan(192)) {
        Pair pair;
        BT_TRY(pair.p, g1From(input.first(64)));
        BT_TRY(pair.q, g2From(input.subspan(64, 128)));
        pairs.push_back(pair);
    }
    Bytes out(32);
    out[31] = pairingProductIsOne(pairs) ? 1 : 0;
    return out;
}

} // namespace bt::zk
