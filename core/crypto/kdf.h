// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Key derivation. Pure functions; no Qt. Thread safety: all functions are. argon2id is slow on purpose: call it
//! on a worker.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <string_view>

namespace bt::crypto {

//! HKDF-SHA256, RFC 5869. \param length at most 8160 bytes.
[[nodiscard]] Secret hkdf(ByteView ikm, ByteView salt, std::string_view info, std::size_t length);
//! PBKDF2-HMAC-SHA512, RFC 8018 (BIP39).
[[nodiscard]] Secret pbkdf2Sha512(ByteView password, ByteView salt, std::uint32_t iterations, std::size_t length);

//! Argon2id v1.3, RFC 9106.
struct Argon2Params {
    std::uint32_t memoryKib = 262144; //!< 256 MiB
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
};
//! \returns `length` bytes; "crypto.out_of_memory" or "crypto.bad_parameters" if libargon2 refuses.
[[nodiscard]] Result<Secret> argon2id(ByteView password, ByteView salt, const Argon2Params& params, std::size_t length,
                                      ByteView secret = {}, ByteView associated = {});

} // namespace bt::crypto
