// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Authenticated encryption: XChaCha20-Poly1305 (IETF draft) and ChaCha20-Poly1305 (RFC 8439). Pure functions; no
//! Qt. Thread safety: all functions are.
#pragma once

#include "base/fixed.h"
#include "base/result.h"

namespace bt::crypto {

using XNonce = Fixed<24, struct XNonceTag>;
using Nonce12 = Fixed<12, struct Nonce12Tag>;
inline constexpr std::size_t kTagBytes = 16;

//! \param key 32 bytes. \returns ciphertext with the 16-byte tag appended.
[[nodiscard]] Bytes xseal(ByteView key, const XNonce& nonce, ByteView associated, ByteView message);
//! \returns the message; "crypto.not_authentic" if anything was changed or the key is wrong.
[[nodiscard]] Result<Bytes> xopen(ByteView key, const XNonce& nonce, ByteView associated, ByteView sealed);
//! In place without allocation: `data` is overwritten, `tag` has 16 bytes. For the database pages.
void xsealInPlace(ByteView key, const XNonce& nonce, ByteView associated, std::span<std::uint8_t> data, std::span<std::uint8_t> tag);
[[nodiscard]] bool xopenInPlace(ByteView key, const XNonce& nonce, ByteView associated, std::span<std::uint8_t> data, ByteView tag);
[[nodiscard]] Bytes seal(ByteView key, const Nonce12& nonce, ByteView associated, ByteView message);
[[nodiscard]] Result<Bytes> open(ByteView key, const Nonce12& nonce, ByteView associated, ByteView sealed);

} // namespace bt::crypto
