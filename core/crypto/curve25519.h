// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! X25519 (RFC 7748) and Ed25519 (RFC 8032). Pure functions; no Qt. Thread safety: all functions are.
#pragma once

#include "base/fixed.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

namespace bt::crypto {

using X25519Public = Fixed<32, struct X25519PublicTag>;
using Ed25519Public = Fixed<32, struct Ed25519PublicTag>;
using Ed25519Signature = Fixed<64, struct Ed25519SignatureTag>;

struct X25519Pair {
    Secret secret; //!< 32 bytes
    X25519Public open;
};
[[nodiscard]] X25519Pair x25519Pair(ByteView seed32); //!< the seed is the scalar (clamped in use)
[[nodiscard]] X25519Pair x25519Pair(Random& random);
//! \returns 32 shared bytes; "crypto.low_order_point" for an all-zero result.
[[nodiscard]] Result<Secret> x25519(ByteView secret32, const X25519Public& theirs);

struct Ed25519Pair {
    Secret secret; //!< 64 bytes as libsodium keeps them (seed || public key)
    Ed25519Public open;
};
[[nodiscard]] Ed25519Pair ed25519Pair(ByteView seed32);
[[nodiscard]] Ed25519Signature ed25519Sign(const Secret& secret64, ByteView message);
[[nodiscard]] bool ed25519Verify(const Ed25519Public& key, ByteView message, const Ed25519Signature& signature);

//! The X25519 key of the same point (birational map), as did:key's keyAgreement wants it. \returns
//! "crypto.bad_public_key" for what is no point or has small order.
[[nodiscard]] Result<X25519Public> ed25519ToX25519(const Ed25519Public& key);
//! Its secret half: 32 bytes.
[[nodiscard]] Secret ed25519ToX25519Secret(const Secret& secret64);

} // namespace bt::crypto
