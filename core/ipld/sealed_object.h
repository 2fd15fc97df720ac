// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What is stored: bytes sealed under a fresh content key, in a block that names no reader and shows only a size
//! bucket. Pure functions, no Qt. Thread safety: all functions are. Format and argument: DESIGN.md.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "ipld/cid.h"

#include <cstdint>

namespace bt::ipld {

inline constexpr std::size_t kContentKeyBytes = 32;
inline constexpr std::size_t kSealedChunk = 64 * 1024;           //!< plaintext bytes in a chunk
inline constexpr std::size_t kMaxSealedPlain = 64 * 1024 * 1024; //!< largest content
inline constexpr std::size_t kMinSealedBucket = 512;             //!< smallest padded length

struct SealedObject {
    Bytes block;       //!< the bytes to store
    Cid cid;           //!< of `block`
    Secret contentKey; //!< 32 bytes; whoever has it can read
};

//! The length to which `length` bytes (with their 8-byte length field) are padded: powers of two from 512 bytes to
//! 64 KiB, above that eighths of a power of two (at most 12.5 % more).
[[nodiscard]] std::size_t sealedBucket(std::size_t length);

//! Seals `plain` under a fresh content key. \returns the block and its key; "ipld.too_large" above kMaxSealedPlain.
[[nodiscard]] Result<SealedObject> seal(ByteView plain, Random& random);

//! \returns the content; "ipld.not_authentic" if the key is wrong or any bit was changed, cut, moved or added;
//!          "ipld.bad_object" if the block is no sealed object of a version that we know.
[[nodiscard]] Result<Bytes> open(ByteView block, ByteView contentKey);

} // namespace bt::ipld
