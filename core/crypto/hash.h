// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Hashes and MACs. Pure functions; no Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/fixed.h"
#include "base/result.h"

#include <memory>
#include <string_view>

namespace bt::crypto {

using Hash512 = Fixed<64, struct Hash512Tag>;

[[nodiscard]] Hash256 sha256(ByteView data); //!< FIPS 180-4, OpenSSL (SHA-NI where the CPU has it)
[[nodiscard]] Hash512 sha512(ByteView data);
//! BLAKE2b-256, RFC 7693. \param key 0 to 64 bytes (Kaspa's domain separation is the key).
[[nodiscard]] Hash256 blake2b(ByteView data, ByteView key = {});
[[nodiscard]] Hash512 blake2b512(ByteView data, ByteView key = {});
//! BLAKE3 hash, 32 bytes of output.
[[nodiscard]] Hash256 blake3(ByteView data);
//! BLAKE3 keyed_hash. \param key 32 bytes exactly.
[[nodiscard]] Hash256 blake3Keyed(const Hash256& key, ByteView data);
//! BLAKE3 in all three modes with any output length, for vectors.
[[nodiscard]] Bytes blake3Xof(ByteView data, std::size_t outputBytes);
[[nodiscard]] Bytes blake3KeyedXof(const Hash256& key, ByteView data, std::size_t outputBytes);
[[nodiscard]] Bytes blake3DeriveKey(std::string_view context, ByteView material, std::size_t outputBytes);

//! Incremental keyed BLAKE2b-256. Copyable state: one keyed start can serve many hashes. One thread an object.
class Blake2b
{
public:
    explicit Blake2b(ByteView key = {});
    Blake2b& update(ByteView more);
    template <typename T> Blake2b& le(T value) //!< adds `value` as sizeof(T) little-endian bytes
    {
        Bytes b;
        appendLe(b, value);
        return update(b);
    }
    [[nodiscard]] Hash256 finish() const; //!< of what was added so far; the state stays usable

private:
    alignas(64) unsigned char m_state[384]; // crypto_generichash_blake2b_state, kept opaque
};

[[nodiscard]] Hash256 hmacSha256(ByteView key, ByteView data);
[[nodiscard]] Hash512 hmacSha512(ByteView key, ByteView data);

//! Constant-time comparison for MACs and secrets; false when sizes differ.
[[nodiscard]] bool equalSecret(ByteView a, ByteView b);

} // namespace bt::crypto
