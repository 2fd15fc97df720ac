// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! HMAC, HKDF and PBKDF2 over a hash that a text names: what other standards than ours ask for (hash.h and kdf.h have the
//! ones that the program itself uses, and are used here where they fit). Pure functions; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <optional>
#include <string_view>

namespace bt::crypto {

enum class HashKind { Sha1, Sha256, Sha384, Sha512 };
//! "sha1", "sha256", "sha384", "sha512", with or without a hyphen after "sha".
[[nodiscard]] std::optional<HashKind> hashKindNamed(std::string_view name);
[[nodiscard]] std::size_t hashBytes(HashKind kind);

//! RFC 2104.
[[nodiscard]] Bytes hmac(HashKind kind, ByteView key, ByteView message);
//! RFC 5869. \returns `length` bytes; "crypto.bad_parameters" for none or more than 255 times the hash's size.
[[nodiscard]] Result<Secret> hkdf(HashKind kind, ByteView ikm, ByteView salt, ByteView info, std::size_t length);
//! RFC 8018. "crypto.bad_parameters" for no iterations, no length or sizes beyond 2^31.
[[nodiscard]] Result<Secret> pbkdf2(HashKind kind, ByteView password, ByteView salt, std::uint32_t iterations, std::size_t length);

} // namespace bt::crypto
