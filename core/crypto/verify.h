// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Signature checks and key agreement as other worlds write them: ES256 (P-256, RFC 7518), ES256K and plain ECDH on
//! secp256k1 (RFC 8812, SEC 1). Kaspa's own checks are in secp256k1.h. Pure functions; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/fixed.h"
#include "base/result.h"
#include "base/secret.h"

namespace bt::crypto {

//! ES256: ECDSA on P-256 with SHA-256 of `message`. \param publicKey SEC 1, 33 or 65 bytes. \param signature r || s, 64
//! bytes exactly. False for anything malformed, for r or s that is zero or not below the order, and for a point that is
//! not on the curve.
[[nodiscard]] bool es256Verify(ByteView publicKey, ByteView message, ByteView signature);
//! Same with a signature in DER (exactly one way to write it).
[[nodiscard]] bool es256VerifyDer(ByteView publicKey, ByteView message, ByteView signature);

//! ES256K: ECDSA on secp256k1 with SHA-256 of `message`; a high s is as good as a low one (RFC 8812 asks for nothing
//! else; ecdsaVerify() in secp256k1.h does, as Kaspa's consensus). \param publicKey SEC 1, 33 or 65 bytes.
//! \param signature r || s, 64 bytes exactly.
[[nodiscard]] bool es256kVerify(ByteView publicKey, ByteView message, ByteView signature);

//! ECDH on secp256k1 as SEC 1 has it: the x coordinate of the shared point, not hashed. \param publicKey SEC 1, 33 or 65
//! bytes. \returns 32 bytes; "crypto.bad_secret_key", "crypto.bad_public_key".
[[nodiscard]] Result<Secret> ecdhX(ByteView secret32, ByteView publicKey);

} // namespace bt::crypto
