// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipld/sealed_object.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"

#include <bit>
#include <cstring>

namespace bt::ipld {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSalt = 32;
constexpr std::size_t kCommitment = 32;
constexpr std::size_t kHeader = 1 + kSalt + kCommitment;
constexpr std::size_t kLengthField = 8;
constexpr std::size_t kSealedChunkBytes = kSealedChunk + crypto::kTagBytes;
constexpr std::string_view kInfo = "bt/sealed-object/v1";

// From the content key and the object's salt: the key of the chunks, and a commitment that ties the block to one
// content key (without it, a block could be made that two keys open to two different contents).
struct Keys {
    Secret all;
    [[nodiscard]] ByteView chunk() const { return all.view().first(32); }
    [[nodiscard]] ByteView commitment() const { return all.view().subspan(32, kCommitment); }
};

Keys keysOf(ByteView contentKey, ByteView salt) { return {crypto::hkdf(contentKey, salt, kInfo, 32 + kCommitment)}; }

crypto::XNonce nonceOf(std::uint64_t index)
{
    crypto::XNonce nonce; // the chunk key is fresh for each object, so the index alone is never repeated under it
    for (std::size_t i = 0; i < 8; ++i) nonce.bytes[i] = static_cast<std::uint8_t>(index >> (8 * i));
    return nonce;
}

Bytes associatedOf(ByteView header, std::uint64_t index, bool last)
{
    Bytes out = bytesOf(header);
    appendLe(out, index);
    out.push_back(last ? 1 : 0);
    return out;
}

} // namespace

std::size_t sealedBucket(std::size_t length)
{
    const std::size_t framed = length + kLengthField;
    if (framed <= kMinSealedBucket) return kMinSealedBucket;
    const std::size_t power = std::bit_floor(framed);
    if (power == framed) return framed;
    if (framed <= kSealedChunk) return power * 2;
    const std::size_t step = power / 8;
    return (framed + step - 1) / step * step;
}

Result<SealedObject> seal(ByteView plain, Random& random)
{
    if (plain.size() > kMaxSealedPlain) return fail("ipld.too_large");
    SealedObject out;
    out.contentKey = random.secret(kContentKeyBytes);
    const Bytes salt = random.bytes(kSalt);
    const Keys keys = keysOf(out.contentKey.view(), salt);

    Bytes header{kVersion};
    append(header, salt);
    append(header, keys.commitment());

    const std::size_t padded = sealedBucket(plain.size());
    const std::size_t chunks = (padded + kSealedChunk - 1) / kSealedChunk;
    out.block.resize(kHeader + padded + chunks * crypto::kTagBytes);
    std::memcpy(out.block.data(), header.data(), kHeader);

    // Each chunk is laid where it will stand and sealed in place.
    std::size_t taken = 0;
    std::span<std::uint8_t> to(out.block.data() + kHeader, out.block.size() - kHeader);
    for (std::uint64_t index = 0; index < chunks; ++index) {
        const bool last = index + 1 == chunks;
        const std::size_t size = last ? padded - (chunks - 1) * kSealedChunk : kSealedChunk;
        std::size_t at = 0;
        if (index == 0)
            for (; at < kLengthField; ++at) to[at] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(plain.size()) >> (8 * at));
        const std::size_t take = std::min(size - at, plain.size() - taken);
        std::copy_n(plain.begin() + static_cast<std::ptrdiff_t>(taken), take, to.begin() + static_cast<std::ptrdiff_t>(at));
        taken += take; // what follows in the chunk is zero already: the padding
        crypto::xsealInPlace(keys.chunk(), nonceOf(index), associatedOf(header, index, last), to.first(size),
                             to.subspan(size, crypto::kTagBytes));
        to = to.subspan(size + crypto::kTagBytes);
    }
    out.cid = cidOfRaw(out.block);
    return out;
}

Result<Bytes> open(ByteView block, ByteView contentKey)
{
    constexpr std::size_t kSmallest = kHeader + kMinSealedBucket + crypto::kTagBytes;
    constexpr std::size_t kLargest = kHeader + kMaxSealedPlain / 8 * 9 + (kMaxSealedPlain / kSealedChunk + 1) * 2 * crypto::kTagBytes;
    if (block.size() < kSmallest || block.size() > kLargest || block[0] != kVersion) return fail("ipld.bad_object");
    if (contentKey.size() != kContentKeyBytes) return fail("ipld.not_authentic", "key size");
    const ByteView header = block.first(kHeader);
    const Keys keys = keysOf(contentKey, header.subspan(1, kSalt));
    if (!crypto::equalSecret(keys.commitment(), header.subspan(1 + kSalt))) return fail("ipld.not_authentic", "key");

    ByteView rest = block.subspan(kHeader);
    Bytes out;
    out.reserve(rest.size());
    for (std::uint64_t index = 0; !rest.empty(); ++index) {
        const std::size_t size = std::min(rest.size(), kSealedChunkBytes);
        if (size <= crypto::kTagBytes) return fail("ipld.bad_object", "cut off");
        const bool last = size == rest.size();
        const std::size_t at = out.size();
        append(out, rest.first(size - crypto::kTagBytes));
        if (!crypto::xopenInPlace(keys.chunk(), nonceOf(index), associatedOf(header, index, last), std::span(out).subspan(at),
                                  rest.subspan(size - crypto::kTagBytes, crypto::kTagBytes))) {
            wipe(out.data(), out.size()); // earlier chunks were read in good faith; nobody may see a part
            return fail("ipld.not_authentic", "chunk " + std::to_string(index));
        }
        rest = rest.subspan(size);
    }
    const auto length = readLe<std::uint64_t>(ByteView(out).first(kLengthField));
    if (length > out.size() - kLengthField || sealedBucket(static_cast<std::size_t>(length)) != out.size())
        return fail("ipld.bad_object", "length field");
    out.erase(out.begin(), out.begin() + kLengthField);
    if (std::any_of(out.begin() + static_cast<std::ptrdiff_t>(length), out.end(), [](std::uint8_t b) { return b != 0; }))
        return fail("ipld.bad_object", "padding");
    out.resize(static_cast<std::size_t>(length));
    return out;
}

} // namespace bt::ipld
