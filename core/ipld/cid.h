// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Content identifiers, CIDv1 with SHA-256. Pure functions, no Qt. Thread safety: all functions are.
#pragma once

#include "base/fixed.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace bt::ipld {

enum class Codec : std::uint64_t { Raw = 0x55, DagPb = 0x70, DagCbor = 0x71 };

//! CIDv1 of a block: what kind of block, and the SHA-256 of its bytes.
struct Cid {
    Codec codec = Codec::Raw;
    Hash256 digest;

    auto operator<=>(const Cid&) const = default;
    //! Binary form, 36 bytes: 0x01, codec, 0x12, 0x20, digest.
    [[nodiscard]] Bytes bytes() const;
    //! Text form: multibase base32 ("bafkrei..." for raw).
    [[nodiscard]] std::string text() const;
};

//! The CID of a raw block (codec 0x55).
[[nodiscard]] Cid cidOfRaw(ByteView block);
[[nodiscard]] Cid cidOf(Codec codec, ByteView block);

//! Reads a binary CIDv1. \returns "ipld.bad_cid" if malformed or followed by anything, "ipld.unknown_codec" or
//! "ipld.unknown_hash" for a codec or hash that is not ours.
[[nodiscard]] Result<Cid> parseCid(ByteView bytes);
//! Reads the text form (multibase: base32, base58btc, base16 or base64url). Errors as above.
[[nodiscard]] Result<Cid> parseCid(std::string_view text);
//! \returns nothing; "ipld.wrong_block" if the block is not the one that `cid` names.
[[nodiscard]] Result<void> checkBlock(const Cid& cid, ByteView block);

} // namespace bt::ipld

template <> struct std::hash<bt::ipld::Cid> {
    std::size_t operator()(const bt::ipld::Cid& cid) const noexcept { return std::hash<bt::Hash256>()(cid.digest); }
};
