// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A content key for chosen readers: one envelope each, in a list that shows neither who they are nor how many.
//! Pure functions, no Qt. Thread safety: all functions are. Format and argument: DESIGN.md.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/curve25519.h"
#include "ipld/cid.h"

#include <span>

namespace bt::ipld {

inline constexpr std::size_t kEnvelopeBytes = 80; //!< ephemeral key 32, sealed content key 48
inline constexpr std::size_t kMaxReaders = 256;

//! Seals `contentKey` (32 bytes) to each reader. The list is padded with indistinguishable blanks to 4, 8, 16 ... and
//! shuffled. Each reader learns that the sender made it and can show that to nobody else (both ends could have).
//! \param object  the CID that the key opens: an envelope is worthless with another object
//! \returns the list as bytes, a multiple of 80; "ipld.too_many_readers" above 256, "crypto.low_order_point".
[[nodiscard]] Result<Bytes> sealEnvelopes(const Cid& object, ByteView contentKey, const crypto::X25519Pair& sender,
                                          std::span<const crypto::X25519Public> readers, Random& random);

//! Finds and opens the reader's envelope.
//! \returns the content key (32 bytes); "ipld.no_envelope" if none is for this reader, sender and object;
//!          "ipld.bad_envelopes" if the bytes are no list.
[[nodiscard]] Result<Secret> openEnvelopes(const Cid& object, ByteView envelopes, const crypto::X25519Pair& reader,
                                           const crypto::X25519Public& sender);

} // namespace bt::ipld
