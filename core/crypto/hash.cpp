// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include "crypto/init.h"

#include <openssl/evp.h>
#include <sodium.h>

namespace bt::crypto {

namespace {

// Fetching an algorithm by name costs more than hashing a small block: each thread keeps its own context.
class OpensslDigest
{
public:
    explicit OpensslDigest(const char* name) : m_md(EVP_MD_fetch(nullptr, name, nullptr)), m_context(EVP_MD_CTX_new())
    {
        require(m_md != nullptr && m_context != nullptr, "OpenSSL lacks SHA-2");
    }
    ~OpensslDigest()
    {
        EVP_MD_CTX_free(m_context);
        EVP_MD_free(m_md);
    }
    OpensslDigest(const OpensslDigest&) = delete;
    OpensslDigest& operator=(const OpensslDigest&) = delete;

    void run(ByteView data, std::uint8_t* out)
    {
        unsigned int size = 0;
        const bool done = EVP_DigestInit_ex2(m_context, m_md, nullptr) == 1 && EVP_DigestUpdate(m_context, data.data(), data.size()) == 1 &&
                          EVP_DigestFinal_ex(m_context, out, &size) == 1;
        require(done, "OpenSSL refuses to hash");
    }

private:
    EVP_MD* m_md;
    EVP_MD_CTX* m_context;
};

crypto_generichash_blake2b_state* stateOf(unsigned char* raw) { return reinterpret_cast<crypto_generichash_blake2b_state*>(raw); }

} // namespace

Hash256 sha256(ByteView data)
{
    thread_local OpensslDigest digest("SHA256");
    Hash256 out;
    digest.run(data, out.data());
    return out;
}

Hash512 sha512(ByteView data)
{
    thread_local OpensslDigest digest("SHA512");
    Hash512 out;
    digest.run(data, out.data());
    return out;
}

Hash256 blake2b(ByteView data, ByteView key)
{
    ensureSodium();
    require(key.size() <= crypto_generichash_blake2b_KEYBYTES_MAX, "BLAKE2b key above 64 bytes");
    Hash256 out;
    crypto_generichash_blake2b(out.data(), Hash256::size, data.data(), data.size(), key.data(), key.size());
    return out;
}

Hash512 blake2b512(ByteView data, ByteView key)
{
    ensureSodium();
    require(key.size() <= crypto_generichash_blake2b_KEYBYTES_MAX, "BLAKE2b key above 64 bytes");
    Hash512 out;
    crypto_generichash_blake2b(out.data(), Hash512::size, data.data(), data.size(), key.data(), key.size());
    return out;
}

Blake2b::Blake2b(ByteView key)
{
    static_assert(sizeof(crypto_generichash_blake2b_state) <= sizeof m_state);
    static_assert(alignof(crypto_generichash_blake2b_state) <= 64);
    ensureSodium();
    require(key.size() <= crypto_generichash_blake2b_KEYBYTES_MAX, "BLAKE2b key above 64 bytes");
    crypto_generichash_blake2b_init(stateOf(m_state), key.data(), key.size(), Hash256::size);
}

Blake2b& Blake2b::update(ByteView more)
{
    crypto_generichash_blake2b_update(stateOf(m_state), more.data(), more.size());
    return *this;
}

Hash256 Blake2b::finish() const
{
    Blake2b copy = *this; // finishing destroys libsodium's state
    Hash256 out;
    crypto_generichash_blake2b_final(stateOf(copy.m_state), out.data(), Hash256::size);
    return out;
}

Hash256 hmacSha256(ByteView key, ByteView data)
{
    ensureSodium();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, data.data(), data.size());
    Hash256 out;
    crypto_auth_hmacsha256_final(&state, out.data());
    sodium_memzero(&state, sizeof state);
    return out;
}

Hash512 hmacSha512(ByteView key, ByteView data)
{
    ensureSodium();
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, key.data(), key.size());
    crypto_auth_hmacsha512_update(&state, data.data(), data.size());
    Hash512 out;
    crypto_auth_hmacsha512_final(&state, out.data());
    sodium_memzero(&state, sizeof state);
    return out;
}

bool equalSecret(ByteView a, ByteView b) { return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0); }

} // namespace bt::crypto
