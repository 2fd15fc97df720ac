// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipld/cid.h"

#include "codec/text.h"
#include "crypto/hash.h"

namespace bt::ipld {

namespace {

constexpr std::uint64_t kVersion1 = 1;
constexpr std::uint64_t kSha256 = 0x12;

} // namespace

Bytes Cid::bytes() const
{
    Bytes out;
    codec::appendVarint(out, kVersion1);
    codec::appendVarint(out, static_cast<std::uint64_t>(codec));
    codec::appendVarint(out, kSha256);
    codec::appendVarint(out, Hash256::size);
    append(out, digest.view());
    return out;
}

std::string Cid::text() const { return codec::multibaseEncode(codec::Multibase::Base32, bytes()); }

Cid cidOf(Codec codec, ByteView block) { return {codec, crypto::sha256(block)}; }
Cid cidOfRaw(ByteView block) { return cidOf(Codec::Raw, block); }

Result<Cid> parseCid(ByteView bytes)
{
    const auto malformed = [](const char* why) { return fail("ipld.bad_cid", why); };
    ByteView rest = bytes;
    const auto version = codec::readVarint(rest);
    if (!version || *version != kVersion1) return malformed("not version 1");
    const auto codecCode = codec::readVarint(rest);
    if (!codecCode) return malformed("no codec");
    const auto hash = codec::readVarint(rest);
    const auto size = hash ? codec::readVarint(rest) : hash;
    if (!hash || !size || rest.size() != *size) return malformed("no digest of the length it names");
    if (*hash != kSha256 || *size != Hash256::size) return fail("ipld.unknown_hash");
    switch (static_cast<Codec>(*codecCode)) {
    case Codec::Raw:
    case Codec::DagPb:
    case Codec::DagCbor: break;
    default: return fail("ipld.unknown_codec");
    }
    BT_TRY(const Hash256 digest, Hash256::from(rest));
    return Cid{static_cast<Codec>(*codecCode), digest};
}

Result<Cid> parseCid(std::string_view text)
{
    constexpr std::size_t kLongest = 256;
    if (text.size() > kLongest) return fail("ipld.bad_cid", "too long");
    const auto bytes = codec::multibaseDecode(text);
    if (!bytes) return fail("ipld.bad_cid", "not multibase");
    return parseCid(ByteView(*bytes));
}

Result<void> checkBlock(const Cid& cid, ByteView block)
{
    if (crypto::sha256(block) != cid.digest) return fail("ipld.wrong_block");
    return {};
}

} // namespace bt::ipld
