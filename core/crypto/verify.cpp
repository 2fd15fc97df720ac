// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/verify.h"

#include "crypto/hash.h"
#include "crypto/init.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <secp256k1.h>
#include <secp256k1_ecdh.h>

#include <cstring>
#include <memory>

namespace bt::crypto {

namespace {

template <auto Free> struct Freed {
    template <typename T> void operator()(T* raw) const { Free(raw); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

bool isPoint(ByteView key) { return (key.size() == 33 && (key[0] == 2 || key[0] == 3)) || (key.size() == 65 && key[0] == 4); }

Key p256Key(ByteView publicKey)
{
    if (!isPoint(publicKey)) return nullptr;
    KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    char group[] = "P-256";
    Bytes point = bytesOf(publicKey);
    OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                           OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
                           OSSL_PARAM_construct_end()};
    EVP_PKEY* raw = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 || EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, params) != 1)
        return nullptr;
    return Key(raw); // a point that is not on the curve was refused
}

bool verifyP256(const Key& key, ByteView message, ByteView der)
{
    const Digest digest(EVP_MD_CTX_new());
    return digest && EVP_DigestVerifyInit_ex(digest.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr) == 1 &&
           EVP_DigestVerify(digest.get(), der.data(), der.size(), message.data(), message.size()) == 1;
}

// libsecp256k1's shared context: for checking and for ECDH it needs no tables of its own.
const secp256k1_context* context() { return secp256k1_context_static; }

int copyX(unsigned char* out, const unsigned char* x32, const unsigned char*, void*)
{
    std::memcpy(out, x32, 32);
    return 1;
}

} // namespace

bool es256VerifyDer(ByteView publicKey, ByteView message, ByteView signature)
{
    const Key key = p256Key(publicKey);
    return key && !signature.empty() && verifyP256(key, message, signature);
}

bool es256Verify(ByteView publicKey, ByteView message, ByteView signature)
{
    const Key key = p256Key(publicKey);
    if (!key || signature.size() != 64) return false;
    const Pair pair(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(signature.data(), 32, nullptr);
    BIGNUM* s = BN_bin2bn(signature.data() + 32, 32, nullptr);
    if (!pair || r == nullptr || s == nullptr || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return false;
    }
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    const bool valid = size > 0 && verifyP256(key, message, {der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return valid;
}

bool es256kVerify(ByteView publicKey, ByteView message, ByteView signature)
{
    secp256k1_pubkey key;
    secp256k1_ecdsa_signature raw;
    if (!isPoint(publicKey) || signature.size() != 64 ||
        secp256k1_ec_pubkey_parse(context(), &key, publicKey.data(), publicKey.size()) != 1 ||
        secp256k1_ecdsa_signature_parse_compact(context(), &raw, signature.data()) != 1)
        return false;
    secp256k1_ecdsa_signature_normalize(context(), &raw, &raw);
    return secp256k1_ecdsa_verify(context(), &raw, sha256(message).data(), &key) == 1;
}

Result<Secret> ecdhX(ByteView secret32, ByteView publicKey)
{
    secp256k1_pubkey key;
    if (!isPoint(publicKey) || secp256k1_ec_pubkey_parse(context(), &key, publicKey.data(), publicKey.size()) != 1)
        return fail("crypto.bad_public_key", "not a point of secp256k1");
    Secret out(32);
    if (secret32.size() != 32 || secp256k1_ecdh(context(), out.data(), &key, secret32.data(), copyX, nullptr) != 1)
        return fail("crypto.bad_secret_key", "not a scalar of secp256k1");
    return out;
}

} // namespace bt::crypto
