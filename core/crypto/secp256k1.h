// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! secp256k1: BIP340 Schnorr, ECDSA, key tweaks, ECDH (libsecp256k1). Pure functions; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/fixed.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

#include <array>
#include <optional>

namespace bt::crypto {

using XOnlyKey = Fixed<32, struct XOnlyKeyTag>;        //!< BIP340 public key
using CompressedKey = Fixed<33, struct CompressedTag>; //!< SEC1 compressed public key
using Signature64 = Fixed<64, struct Signature64Tag>;  //!< Schnorr, or ECDSA compact (r || s)

//! \returns true if `secret32` is a valid scalar (1 .. n-1).
[[nodiscard]] bool secpValid(ByteView secret32);
[[nodiscard]] Secret secpNewSecret(Random& random);
[[nodiscard]] Result<CompressedKey> secpPublic(ByteView secret32); //!< "crypto.bad_secret_key"
[[nodiscard]] Result<XOnlyKey> secpXOnly(ByteView secret32);
[[nodiscard]] bool secpOnCurve(const XOnlyKey& key);
[[nodiscard]] bool secpOnCurve(const CompressedKey& key);

//! A key pair that is made once and signs often; the secret lies in locked memory. Move-only.
class SchnorrSigner
{
public:
    [[nodiscard]] static Result<SchnorrSigner> from(ByteView secret32);
    [[nodiscard]] const XOnlyKey& key() const { return m_key; }
    //! BIP340 over a 32-byte message. \param aux fresh randomness (zeros are allowed).
    [[nodiscard]] Signature64 sign(const Hash256& message, const Hash256& aux) const;

private:
    Secret m_keypair; // secp256k1_keypair, 96 bytes
    XOnlyKey m_key;
};
[[nodiscard]] Result<Signature64> schnorrSign(ByteView secret32, const Hash256& message, const Hash256& aux);
//! BIP340 verification of a message of any length. False for keys not on the curve.
[[nodiscard]] bool schnorrVerify(const XOnlyKey& key, ByteView message, const Signature64& signature);

//! A public key that is read once and then checks many signatures; nothing secret. Copyable.
class SchnorrVerifier
{
public:
    //! \returns nothing unless `xonly` is 32 bytes and the x of a point.
    [[nodiscard]] static std::optional<SchnorrVerifier> from(ByteView xonly);
    //! BIP340. False for a signature that has not 64 bytes.
    [[nodiscard]] bool verify(const Hash256& message, ByteView signature) const;

private:
    SchnorrVerifier() = default;
    alignas(16) std::array<unsigned char, 64> m_point; // secp256k1_xonly_pubkey
};
//! Same for ECDSA.
class EcdsaVerifier
{
public:
    //! \returns nothing unless `compressed` is 33 bytes and a point.
    [[nodiscard]] static std::optional<EcdsaVerifier> from(ByteView compressed);
    //! False for high-s signatures and for any that has not 64 bytes.
    [[nodiscard]] bool verify(const Hash256& digest, ByteView compact) const;

private:
    EcdsaVerifier() = default;
    alignas(16) std::array<unsigned char, 64> m_point; // secp256k1_pubkey
};

[[nodiscard]] Result<Signature64> ecdsaSign(ByteView secret32, const Hash256& digest); //!< RFC 6979, low s
//! \returns false for high-s signatures too, as libsecp256k1 does.
[[nodiscard]] bool ecdsaVerify(const CompressedKey& key, const Hash256& digest, const Signature64& compact);
//! DER-encoded ECDSA over secp256k1, for vectors.
[[nodiscard]] bool ecdsaVerifyDer(ByteView publicKey, const Hash256& digest, ByteView der);

//! x-only P + t*G. "crypto.bad_tweak" if the result is infinity or t is not a scalar.
[[nodiscard]] Result<XOnlyKey> xonlyTweakAdd(const XOnlyKey& key, const Hash256& tweak);
//! The secret of xonlyTweakAdd(P): negates d first when P has odd y (BIP341 rule).
[[nodiscard]] Result<Secret> xonlyTweakAddSecret(ByteView secret32, const Hash256& tweak);
[[nodiscard]] Result<Secret> secretTweakAdd(ByteView secret32, ByteView tweak32);               //!< BIP32
[[nodiscard]] Result<CompressedKey> publicTweakAdd(const CompressedKey& key, ByteView tweak32); //!< BIP32
//! ECDH with an x-only key (even y assumed): the 32-byte x coordinate hashed with SHA-256 over the compressed point,
//! libsecp256k1's default. Both sides get the same bytes: the one who holds d of an odd-y point negates first.
[[nodiscard]] Result<Secret> ecdhXOnly(ByteView secret32, const XOnlyKey& theirs);

} // namespace bt::crypto
