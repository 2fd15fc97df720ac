// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/curve25519.h"

#include "crypto/init.h"

#include <sodium.h>

namespace bt::crypto {

X25519Pair x25519Pair(ByteView seed32)
{
    ensureSodium();
    require(seed32.size() == crypto_scalarmult_SCALARBYTES, "an X25519 seed has 32 bytes");
    X25519Pair pair{Secret::copyOf(seed32), {}};
    crypto_scalarmult_base(pair.open.data(), pair.secret.data());
    return pair;
}

X25519Pair x25519Pair(Random& random)
{
    const Secret seed = random.secret(crypto_scalarmult_SCALARBYTES);
    return x25519Pair(seed.view());
}

Result<Secret> x25519(ByteView secret32, const X25519Public& theirs)
{
    ensureSodium();
    require(secret32.size() == crypto_scalarmult_SCALARBYTES, "an X25519 secret has 32 bytes");
    Secret out(crypto_scalarmult_BYTES);
    if (crypto_scalarmult(out.data(), secret32.data(), theirs.data()) != 0) return fail("crypto.low_order_point");
    return out;
}

Ed25519Pair ed25519Pair(ByteView seed32)
{
    ensureSodium();
    require(seed32.size() == crypto_sign_SEEDBYTES, "an Ed25519 seed has 32 bytes");
    Ed25519Pair pair{Secret(crypto_sign_SECRETKEYBYTES), {}};
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed32.data());
    return pair;
}

Ed25519Signature ed25519Sign(const Secret& secret64, ByteView message)
{
    ensureSodium();
    require(secret64.size() == crypto_sign_SECRETKEYBYTES, "an Ed25519 secret has 64 bytes");
    Ed25519Signature out;
    crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), secret64.data());
    return out;
}

bool ed25519Verify(const Ed25519Public& key, ByteView message, const Ed25519Signature& signature)
{
    ensureSodium();
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

Result<X25519Public> ed25519ToX25519(const Ed25519Public& key)
{
    ensureSodium();
    X25519Public out;
    if (crypto_sign_ed25519_pk_to_curve25519(out.data(), key.data()) != 0) return fail("crypto.bad_public_key");
    return out;
}

Secret ed25519ToX25519Secret(const Secret& secret64)
{
    ensureSodium();
    require(secret64.size() == crypto_sign_SECRETKEYBYTES, "an Ed25519 secret has 64 bytes");
    Secret out(crypto_scalarmult_SCALARBYTES);
    crypto_sign_ed25519_sk_to_curve25519(out.data(), secret64.data());
    return out;
}

} // namespace bt::crypto
