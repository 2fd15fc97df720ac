// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/ripemd160.h"

#include <bit>

namespace bt::kaspa {
namespace {

constexpr std::uint8_t kLeftWord[80] = {0,  1, 2,  3,  4, 5,  6,  7,  8, 9, 10, 11, 12, 13, 14, 15, 7, 4,  13, 1, 10, 6, 15, 3,  12, 0, 9,
                                        5,  2, 14, 11, 8, 3,  10, 14, 4, 9, 15, 8,  1,  2,  7,  0,  6, 13, 11, 5, 12, 1, 9,  11, 10, 0, 8,
                                        12, 4, 13, 3,  7, 15, 14, 5,  6, 2, 4,  0,  5,  9,  7,  12, 2, 10, 14, 1, 3,  8, 11, 6,  15, 13};
constexpr std::uint8_t kRightWord[80] = {5,  14, 7, 0,  9, 2,  11, 4, 13, 6,  15, 8,  1,  10, 3, 12, 6, 11, 3, 7, 0,  13, 5, 10, 14, 15, 8,
                                         12, 4,  9, 1,  2, 15, 5,  1, 3,  7,  14, 6,  9,  11, 8, 12, 2, 10, 0, 4, 13, 8,  6, 4,  1,  3,  11,
                                         15, 0,  5, 12, 2, 13, 9,  7, 10, 14, 12, 15, 10, 4,  1, 5,  8, 7,  6, 2, 13, 14, 0, 3,  9,  11};
constexpr std::uint8_t kLeftShift[80] = {11, 14, 15, 12, 5, 8,  7,  9,  11, 13, 14, 15, 6,  7,  9,  8,  7,  6,  8,  13,
                                         11, 9,  7,  15, 7, 12, 15, 9,  11, 7,  13, 12, 11, 13, 6,  7,  14, 9,  13, 15,
                                         14, 8,  13, 6,  5, 12, 7,  5,  11, 12, 14, 15, 14, 15, 9,  8,  9,  14, 5,  6,
                                         8,  6,  5,  12, 9, 15, 5,  11, 6,  8,  13, 12, 5,  12, 13, 14, 11, 8,  5,  6};
constexpr std::uint8_t kRightShift[80] = {8,  9,  9,  11, 13, 15, 15, 5, 7,  7,  8,  11, 14, 14, 12, 6,  9,  13, 15, 7,
                                          12, 8,  9,  11, 7,  7,  12, 7, 6,  15, 13, 11, 9,  7,  15, 11, 8,  6,  6,  14,
                                          12, 13, 5,  14, 13, 13, 7,  5, 15, 5,  8,  11, 14, 14, 6,  14, 6,  9,  12, 9,
                                          12, 5,  15, 8,  8,  5,  12, 9, 12, 5,  14, 6,  8,  13, 6,  5,  15, 13, 11, 11};
constexpr std::uint32_t kLeftAdd[5] = {0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e};
constexpr std::uint32_t kRightAdd[5] = {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0};

std::uint32_t mix(int round, std::uint32_t x, std::uint32_t y, std::uint32_t z)
{
    switch (round) {
    case 0: return x ^ y ^ z;
    case 1: return (x & y) | (~x & z);
    case 2: return (x | ~y) ^ z;
    case 3: return (x & z) | (y & ~z);
    default: return x ^ (y | ~z);
    }
}

struct Lane {
    std::uint32_t a, b, c, d, e;
    void step(std::uint32_t f, std::uint32_t word, std::uint32_t add, int shift)
    {
        const std::uint32_t t = std::rotl(a + f + word + add, shift) + e;
        a = e;
        e = d;
        d = std::rotl(c, 10);
        c = b;
        b = t;
    }
};

} // namespace

Ripemd ripemd160(ByteView data)
{
    Bytes padded = bytesOf(data);
    padded.push_back(0x80);
    while (padded.size() % 64 != 56) padded.push_back(0);
    appendLe<std::uint64_t>(padded, static_cast<std::uint64_t>(data.size()) * 8);
    std::uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    for (std::size_t block = 0; block < padded.size(); block += 64) {
        std::uint32_t words[16];
        for (std::size_t i = 0; i < 16; ++i) words[i] = readLe<std::uint32_t>(ByteView(padded).subspan(block + 4 * i, 4));
        Lane left{h[0], h[1], h[2], h[3], h[4]};
        Lane right = left;
        for (int i = 0; i < 80; ++i) {
            const int round = i / 16;
            left.step(mix(round, left.b, left.c, left.d), words[kLeftWord[i]], kLeftAdd[round], kLeftShift[i]);
            right.step(mix(4 - round, right.b, right.c, right.d), words[kRightWord[i]], kRightAdd[round], kRightShift[i]);
        }
        const std::uint32_t t = h[1] + left.c + right.d;
        h[1] = h[2] + left.d + right.e;
        h[2] = h[3] + left.e + right.a;
        h[3] = h[4] + left.a + right.b;
        h[4] = h[0] + left.b + right.c;
        h[0] = t;
    }
    Ripemd out;
    for (std::size_t i = 0; i < 20; ++i) out.bytes[i] = static_cast<std::uint8_t>(h[i / 4] >> (8 * (i % 4)));
    return out;
}

} // namespace bt::kaspa
