// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/blake3.h"

#include "crypto/hash.h"

#include <bit>

namespace bt::crypto {

namespace {

using Words8 = std::array<std::uint32_t, 8>;
using Words16 = std::array<std::uint32_t, 16>;

constexpr std::size_t kBlock = 64;
constexpr std::size_t kBlocksInChunk = 16;
constexpr std::uint32_t kChunkStart = 1, kChunkEnd = 2, kParent = 4, kRoot = 8, kKeyedHash = 16, kDeriveContext = 32, kDeriveMaterial = 64;
constexpr Words8 kIv = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
constexpr std::array<std::uint8_t, 16> kPermutation = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};

// The message permutation applied 0..6 times, so that a round reads words in place.
constexpr auto kSchedule = [] {
    std::array<std::array<std::uint8_t, 16>, 7> s{};
    for (std::uint8_t i = 0; i < 16; ++i) s[0][i] = i;
    for (std::size_t r = 1; r < 7; ++r)
        for (std::size_t i = 0; i < 16; ++i) s[r][i] = s[r - 1][kPermutation[i]];
    return s;
}();

inline void mix(Words16& v, std::size_t a, std::size_t b, std::size_t c, std::size_t d, std::uint32_t x, std::uint32_t y)
{
    v[a] = v[a] + v[b] + x;
    v[d] = std::rotr(v[d] ^ v[a], 16);
    v[c] = v[c] + v[d];
    v[b] = std::rotr(v[b] ^ v[c], 12);
    v[a] = v[a] + v[b] + y;
    v[d] = std::rotr(v[d] ^ v[a], 8);
    v[c] = v[c] + v[d];
    v[b] = std::rotr(v[b] ^ v[c], 7);
}

Words16 compress(const Words8& chain, const Words16& m, std::uint64_t counter, std::uint32_t length, std::uint32_t flags)
{
    Words16 v = {chain[0],
                 chain[1],
                 chain[2],
                 chain[3],
                 chain[4],
                 chain[5],
                 chain[6],
                 chain[7],
                 kIv[0],
                 kIv[1],
                 kIv[2],
                 kIv[3],
                 static_cast<std::uint32_t>(counter),
                 static_cast<std::uint32_t>(counter >> 32),
                 length,
                 flags};
    for (const auto& s : kSchedule) {
        mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
        mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
        mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
        mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
        mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
        mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
        mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
        mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    for (std::size_t i = 0; i < 8; ++i) {
        v[i] ^= v[i + 8];
        v[i + 8] ^= chain[i];
    }
    return v;
}

Words8 firstHalf(const Words16& v)
{
    Words8 out;
    std::copy_n(v.begin(), 8, out.begin());
    return out;
}

Words16 wordsOf(const std::array<std::uint8_t, kBlock>& block)
{
    Words16 out;
    for (std::size_t i = 0; i < 16; ++i) out[i] = readLe<std::uint32_t>(ByteView(block).subspan(4 * i, 4));
    return out;
}

Words8 keyWords(ByteView key)
{
    Words8 out;
    for (std::size_t i = 0; i < 8; ++i) out[i] = readLe<std::uint32_t>(key.subspan(4 * i, 4));
    return out;
}

} // namespace

Blake3::Blake3(const Words8& key, std::uint32_t flags) : m_key(key), m_flags(flags), m_chain(key) {}
Blake3::Blake3() : Blake3(kIv, 0) {}
Blake3::Blake3(const Hash256& key) : Blake3(keyWords(key.view()), kKeyedHash) {}

Blake3 Blake3::deriveKey(std::string_view context)
{
    Blake3 first(kIv, kDeriveContext);
    first.update(viewOf(context));
    return Blake3(keyWords(first.finish().view()), kDeriveMaterial);
}

Blake3::Output Blake3::chunkOutput() const
{
    auto block = m_block;
    std::fill(block.begin() + static_cast<std::ptrdiff_t>(m_blockLength), block.end(), std::uint8_t{0});
    const std::uint32_t start = m_blocksDone == 0 ? kChunkStart : 0;
    return {m_chain, wordsOf(block), m_chunk, static_cast<std::uint32_t>(m_blockLength), m_flags | start | kChunkEnd};
}

Blake3::Output Blake3::parent(const Words8& left, const Words8& right) const
{
    Words16 block;
    std::copy(left.begin(), left.end(), block.begin());
    std::copy(right.begin(), right.end(), block.begin() + 8);
    return {m_key, block, 0, kBlock, m_flags | kParent};
}

Blake3::Words8 Blake3::chainOf(const Output& node)
{
    return firstHalf(compress(node.chain, node.block, node.counter, node.length, node.flags));
}

void Blake3::closeChunk()
{
    // Each trailing zero bit of the number of chunks so far is a pair of equal subtrees to join.
    Words8 chain = chainOf(chunkOutput());
    ++m_chunk;
    for (std::uint64_t n = m_chunk; (n & 1) == 0; n >>= 1) chain = chainOf(parent(m_stack[--m_stackSize], chain));
    m_stack[m_stackSize++] = chain;
    m_chain = m_key;
    m_blockLength = 0;
    m_blocksDone = 0;
}

Blake3& Blake3::update(ByteView more)
{
    while (!more.empty()) {
        if (m_blockLength == kBlock) { // more follows, so the full block is not the last one of the message
            if (m_blocksDone == kBlocksInChunk - 1) {
                closeChunk();
            } else {
                const std::uint32_t start = m_blocksDone == 0 ? kChunkStart : 0;
                m_chain = firstHalf(compress(m_chain, wordsOf(m_block), m_chunk, kBlock, m_flags | start));
                ++m_blocksDone;
                m_blockLength = 0;
            }
        }
        const std::size_t take = std::min(kBlock - m_blockLength, more.size());
        std::copy_n(more.begin(), take, m_block.begin() + static_cast<std::ptrdiff_t>(m_blockLength));
        m_blockLength += take;
        more = more.subspan(take);
    }
    return *this;
}

void Blake3::finish(std::span<std::uint8_t> out) const
{
    Output node = chunkOutput();
    for (std::size_t i = m_stackSize; i > 0; --i) node = parent(m_stack[i - 1], chainOf(node));
    for (std::uint64_t counter = 0; !out.empty(); ++counter) {
        const Words16 words = compress(node.chain, node.block, counter, node.length, node.flags | kRoot);
        const std::size_t take = std::min(kBlock, out.size());
        for (std::size_t i = 0; i < take; ++i) out[i] = static_cast<std::uint8_t>(words[i / 4] >> (8 * (i % 4)));
        out = out.subspan(take);
    }
}

Hash256 Blake3::finish() const
{
    Hash256 out;
    finish({out.data(), Hash256::size});
    return out;
}

Hash256 blake3(ByteView data) { return Blake3().update(data).finish(); }
Hash256 blake3Keyed(const Hash256& key, ByteView data) { return Blake3(key).update(data).finish(); }

Bytes blake3Xof(ByteView data, std::size_t outputBytes)
{
    Bytes out(outputBytes);
    Blake3().update(data).finish(out);
    return out;
}

Bytes blake3KeyedXof(const Hash256& key, ByteView data, std::size_t outputBytes)
{
    Bytes out(outputBytes);
    Blake3(key).update(data).finish(out);
    return out;
}

Bytes blake3DeriveKey(std::string_view context, ByteView material, std::size_t outputBytes)
{
    Bytes out(outputBytes);
    Blake3::deriveKey(context).update(material).finish(out);
    return out;
}

} // namespace bt::crypto
