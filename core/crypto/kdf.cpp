// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/kdf.h"

#include "crypto/hash.h"
#include "crypto/init.h"

#include <argon2.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <limits>

namespace bt::crypto {

Secret hkdf(ByteView ikm, ByteView salt, std::string_view info, std::size_t length)
{
    constexpr std::size_t kHash = Hash256::size;
    require(length <= 255 * kHash, "HKDF output above 8160 bytes");
    ensureSodium();
    const Hash256 zeros; // RFC 5869: an absent salt is HashLen zeros
    Hash256 prk = hmacSha256(salt.empty() ? zeros.view() : salt, ikm);
    Secret out(length);
    Hash256 block;
    for (std::size_t done = 0, i = 1; done < length; ++i) {
        crypto_auth_hmacsha256_state state;
        crypto_auth_hmacsha256_init(&state, prk.data(), kHash);
        if (i > 1) crypto_auth_hmacsha256_update(&state, block.data(), kHash);
        crypto_auth_hmacsha256_update(&state, viewOf(info).data(), info.size());
        const auto counter = static_cast<unsigned char>(i);
        crypto_auth_hmacsha256_update(&state, &counter, 1);
        crypto_auth_hmacsha256_final(&state, block.data());
        sodium_memzero(&state, sizeof state);
        const std::size_t take = std::min(kHash, length - done);
        std::memcpy(out.data() + done, block.data(), take);
        done += take;
    }
    wipe(prk.data(), kHash);
    wipe(block.data(), kHash);
    return out;
}

Secret pbkdf2Sha512(ByteView password, ByteView salt, std::uint32_t iterations, std::size_t length)
{
    constexpr auto kMax = static_cast<std::size_t>(std::numeric_limits<int>::max());
    require(password.size() <= kMax && salt.size() <= kMax && length <= kMax && length > 0 && iterations > 0 && iterations <= kMax,
            "PBKDF2 parameters");
    Secret out(length);
    // OpenSSL reads a null password as "none given" and asks for its length to be 0.
    const int done =
        PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(password.data()), static_cast<int>(password.size()), salt.data(),
                          static_cast<int>(salt.size()), static_cast<int>(iterations), EVP_sha512(), static_cast<int>(length), out.data());
    require(done == 1, "OpenSSL refuses PBKDF2");
    return out;
}

Result<Secret> argon2id(ByteView password, ByteView salt, const Argon2Params& params, std::size_t length, ByteView secret,
                        ByteView associated)
{
    constexpr std::size_t kMax = std::numeric_limits<std::uint32_t>::max();
    if (password.size() > kMax || salt.size() > kMax || secret.size() > kMax || associated.size() > kMax || length > kMax || length == 0)
        return fail("crypto.bad_parameters", "argon2id: a length is out of range");
    Secret out(length);
    argon2_context context{};
    context.out = out.data();
    context.outlen = static_cast<std::uint32_t>(length);
    // libargon2's interface is not const, but without ARGON2_FLAG_CLEAR_* it does not write to its input.
    context.pwd = const_cast<std::uint8_t*>(password.data());
    context.pwdlen = static_cast<std::uint32_t>(password.size());
    context.salt = const_cast<std::uint8_t*>(salt.data());
    context.saltlen = static_cast<std::uint32_t>(salt.size());
    context.secret = const_cast<std::uint8_t*>(secret.data());
    context.secretlen = static_cast<std::uint32_t>(secret.size());
    context.ad = const_cast<std::uint8_t*>(associated.data());
    context.adlen = static_cast<std::uint32_t>(associated.size());
    context.t_cost = params.passes;
    context.m_cost = params.memoryKib;
    context.lanes = params.lanes;
    context.threads = params.lanes;
    context.version = ARGON2_VERSION_13;
    context.flags = ARGON2_DEFAULT_FLAGS;
    int code = argon2id_ctx(&context);
    if (code == ARGON2_THREAD_FAIL && context.threads > 1) { // no threads to be had: same result, slower
        context.threads = 1;
        code = argon2id_ctx(&context);
    }
    if (code == ARGON2_OK) return out;
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR) return fail("crypto.out_of_memory", "argon2id: no memory");
    return fail("crypto.bad_parameters", std::string("argon2id: ") + argon2_error_message(code));
}

} // namespace bt::crypto
