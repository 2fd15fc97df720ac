// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/secp256k1.h"

#include "crypto/init.h"

#include <secp256k1.h>
#include <secp256k1_ecdh.h>
#include <secp256k1_extrakeys.h>
#include <secp256k1_schnorrsig.h>
#include <sodium.h>

#include <cstring>

namespace bt::crypto {

namespace {

// One context a process, blinded at creation against side channels and constant afterwards: safe for all threads.
const secp256k1_context* context()
{
    static const secp256k1_context* const shared = [] {
        ensureSodium();
        secp256k1_context* made = secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY);
        unsigned char seed[32];
        randombytes_buf(seed, sizeof seed);
        require(made != nullptr && secp256k1_context_randomize(made, seed) == 1, "libsecp256k1 does not start");
        sodium_memzero(seed, sizeof seed);
        return made;
    }();
    return shared;
}

// A key pair that is wiped when it leaves scope.
struct KeyPair {
    secp256k1_keypair raw{};
    bool valid = false;
    explicit KeyPair(ByteView secret32) : valid(secret32.size() == 32 && secp256k1_keypair_create(context(), &raw, secret32.data()) == 1) {}
    ~KeyPair() { sodium_memzero(&raw, sizeof raw); }
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;
};

auto badSecret() { return fail("crypto.bad_secret_key", "not a scalar of secp256k1"); }
auto badTweak() { return fail("crypto.bad_tweak"); }

XOnlyKey serialized(const secp256k1_xonly_pubkey& key)
{
    XOnlyKey out;
    secp256k1_xonly_pubkey_serialize(context(), out.data(), &key);
    return out;
}

CompressedKey serialized(const secp256k1_pubkey& key)
{
    CompressedKey out;
    std::size_t size = CompressedKey::size;
    secp256k1_ec_pubkey_serialize(context(), out.data(), &size, &key, SECP256K1_EC_COMPRESSED);
    return out;
}

bool parse(secp256k1_xonly_pubkey& out, const XOnlyKey& key) { return secp256k1_xonly_pubkey_parse(context(), &out, key.data()) == 1; }

bool parse(secp256k1_pubkey& out, ByteView key) { return secp256k1_ec_pubkey_parse(context(), &out, key.data(), key.size()) == 1; }

XOnlyKey xonlyOf(const secp256k1_keypair& pair, int* odd = nullptr)
{
    secp256k1_xonly_pubkey key;
    require(secp256k1_keypair_xonly_pub(context(), &key, odd, &pair) == 1, "a key pair was damaged");
    return serialized(key);
}

Signature64 signWith(const secp256k1_keypair& pair, const Hash256& message, const Hash256& aux)
{
    Signature64 out;
    require(secp256k1_schnorrsig_sign32(context(), out.data(), message.data(), &pair, aux.data()) == 1, "libsecp256k1 refuses to sign");
    return out;
}

} // namespace

bool secpValid(ByteView secret32) { return secret32.size() == 32 && secp256k1_ec_seckey_verify(context(), secret32.data()) == 1; }

Secret secpNewSecret(Random& random)
{
    for (;;) {
        Secret secret = random.secret(32);
        if (secpValid(secret.view())) return secret;
    }
}

Result<CompressedKey> secpPublic(ByteView secret32)
{
    secp256k1_pubkey key;
    if (secret32.size() != 32 || secp256k1_ec_pubkey_create(context(), &key, secret32.data()) != 1) return badSecret();
    return serialized(key);
}

Result<XOnlyKey> secpXOnly(ByteView secret32)
{
    const KeyPair pair(secret32);
    if (!pair.valid) return badSecret();
    return xonlyOf(pair.raw);
}

bool secpOnCurve(const XOnlyKey& key)
{
    secp256k1_xonly_pubkey parsed;
    return parse(parsed, key);
}

bool secpOnCurve(const CompressedKey& key)
{
    secp256k1_pubkey parsed;
    return parse(parsed, key.view());
}

Result<SchnorrSigner> SchnorrSigner::from(ByteView secret32)
{
    static_assert(sizeof(secp256k1_keypair) == 96);
    SchnorrSigner out;
    out.m_keypair = Secret(sizeof(secp256k1_keypair));
    auto* pair = reinterpret_cast<secp256k1_keypair*>(out.m_keypair.data());
    if (secret32.size() != 32 || secp256k1_keypair_create(context(), pair, secret32.data()) != 1) return badSecret();
    out.m_key = xonlyOf(*pair);
    return out;
}

Signature64 SchnorrSigner::sign(const Hash256& message, const Hash256& aux) const
{
    require(!m_keypair.empty(), "a moved-from signer");
    return signWith(*reinterpret_cast<const secp256k1_keypair*>(m_keypair.data()), message, aux);
}

Result<Signature64> schnorrSign(ByteView secret32, const Hash256& message, const Hash256& aux)
{
    const KeyPair pair(secret32);
    if (!pair.valid) return badSecret();
    return signWith(pair.raw, message, aux);
}

bool schnorrVerify(const XOnlyKey& key, ByteView message, const Signature64& signature)
{
    secp256k1_xonly_pubkey parsed;
    static const unsigned char nothing = 0; // libsecp256k1 wants a pointer even for an empty message
    const auto* data = message.empty() ? &nothing : message.data();
    return parse(parsed, key) && secp256k1_schnorrsig_verify(context(), signature.data(), data, message.size(), &parsed) == 1;
}

std::optional<SchnorrVerifier> SchnorrVerifier::from(ByteView xonly)
{
    SchnorrVerifier out;
    static_assert(sizeof(secp256k1_xonly_pubkey) == sizeof out.m_point);
    secp256k1_xonly_pubkey parsed;
    if (xonly.size() != XOnlyKey::size || secp256k1_xonly_pubkey_parse(context(), &parsed, xonly.data()) != 1) return std::nullopt;
    std::memcpy(out.m_point.data(), &parsed, sizeof parsed);
    return out;
}

bool SchnorrVerifier::verify(const Hash256& message, ByteView signature) const
{
    secp256k1_xonly_pubkey parsed;
    std::memcpy(&parsed, m_point.data(), sizeof parsed);
    return signature.size() == Signature64::size &&
           secp256k1_schnorrsig_verify(context(), signature.data(), message.data(), Hash256::size, &parsed) == 1;
}

std::optional<EcdsaVerifier> EcdsaVerifier::from(ByteView compressed)
{
    EcdsaVerifier out;
    static_assert(sizeof(secp256k1_pubkey) == sizeof out.m_point);
    secp256k1_pubkey parsed;
    if (compressed.size() != CompressedKey::size || !parse(parsed, compressed)) return std::nullopt;
    std::memcpy(out.m_point.data(), &parsed, sizeof parsed);
    return out;
}

bool EcdsaVerifier::verify(const Hash256& digest, ByteView compact) const
{
    secp256k1_pubkey parsed;
    secp256k1_ecdsa_signature raw;
    std::memcpy(&parsed, m_point.data(), sizeof parsed);
    return compact.size() == Signature64::size && secp256k1_ecdsa_signature_parse_compact(context(), &raw, compact.data()) == 1 &&
           secp256k1_ecdsa_verify(context(), &raw, digest.data(), &parsed) == 1;
}

Result<Signature64> ecdsaSign(ByteView secret32, const Hash256& digest)
{
    secp256k1_ecdsa_signature raw;
    if (!secpValid(secret32) || secp256k1_ecdsa_sign(context(), &raw, digest.data(), secret32.data(), nullptr, nullptr) != 1)
        return badSecret();
    Signature64 out;
    secp256k1_ecdsa_signature_serialize_compact(context(), out.data(), &raw);
    return out;
}

bool ecdsaVerify(const CompressedKey& key, const Hash256& digest, const Signature64& compact)
{
    secp256k1_pubkey parsed;
    secp256k1_ecdsa_signature raw;
    return parse(parsed, key.view()) && secp256k1_ecdsa_signature_parse_compact(context(), &raw, compact.data()) == 1 &&
           secp256k1_ecdsa_verify(context(), &raw, digest.data(), &parsed) == 1;
}

bool ecdsaVerifyDer(ByteView publicKey, const Hash256& digest, ByteView der)
{
    secp256k1_pubkey parsed;
    secp256k1_ecdsa_signature raw;
    return !publicKey.empty() && !der.empty() && parse(parsed, publicKey) &&
           secp256k1_ecdsa_signature_parse_der(context(), &raw, der.data(), der.size()) == 1 &&
           secp256k1_ecdsa_verify(context(), &raw, digest.data(), &parsed) == 1;
}

Result<XOnlyKey> xonlyTweakAdd(const XOnlyKey& key, const Hash256& tweak)
{
    secp256k1_xonly_pubkey parsed;
    secp256k1_pubkey sum;
    if (!parse(parsed, key) || secp256k1_xonly_pubkey_tweak_add(context(), &sum, &parsed, tweak.data()) != 1) return badTweak();
    secp256k1_xonly_pubkey out;
    if (secp256k1_xonly_pubkey_from_pubkey(context(), &out, nullptr, &sum) != 1) return badTweak();
    return serialized(out);
}

Result<Secret> xonlyTweakAddSecret(ByteView secret32, const Hash256& tweak)
{
    KeyPair pair(secret32);
    if (!pair.valid) return badSecret();
    if (secp256k1_keypair_xonly_tweak_add(context(), &pair.raw, tweak.data()) != 1) return badTweak();
    Secret out(32);
    if (secp256k1_keypair_sec(context(), out.data(), &pair.raw) != 1) return badTweak();
    return out;
}

Result<Secret> secretTweakAdd(ByteView secret32, ByteView tweak32)
{
    if (!secpValid(secret32)) return badSecret();
    Secret out = Secret::copyOf(secret32);
    if (tweak32.size() != 32 || secp256k1_ec_seckey_tweak_add(context(), out.data(), tweak32.data()) != 1) return badTweak();
    return out;
}

Result<CompressedKey> publicTweakAdd(const CompressedKey& key, ByteView tweak32)
{
    secp256k1_pubkey parsed;
    if (tweak32.size() != 32 || !parse(parsed, key.view()) || secp256k1_ec_pubkey_tweak_add(context(), &parsed, tweak32.data()) != 1)
        return badTweak();
    return serialized(parsed);
}

Result<Secret> ecdhXOnly(ByteView secret32, const XOnlyKey& theirs)
{
    const KeyPair pair(secret32);
    if (!pair.valid) return badSecret();
    // An x-only key stands for the point with even y: whoever holds the secret of the odd one negates it first.
    Secret even = Secret::copyOf(secret32);
    int odd = 0;
    (void)xonlyOf(pair.raw, &odd);
    if (odd != 0 && secp256k1_ec_seckey_negate(context(), even.data()) != 1) return badSecret();
    CompressedKey lifted;
    lifted.bytes[0] = 0x02;
    std::memcpy(lifted.data() + 1, theirs.data(), XOnlyKey::size);
    secp256k1_pubkey point;
    if (!parse(point, lifted.view())) return fail("crypto.bad_public_key", "not on the curve");
    Secret out(32);
    if (secp256k1_ecdh(context(), out.data(), &point, even.data(), nullptr, nullptr) != 1) return badSecret();
    return out;
}

} // namespace bt::crypto
