// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash_kind.h"

#include "crypto/hash.h"
#include "crypto/init.h"
#include "crypto/kdf.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <limits>

namespace bt::crypto {

namespace {

const EVP_MD* digestOf(HashKind kind)
{
    switch (kind) {
    case HashKind::Sha1: return EVP_sha1();
    case HashKind::Sha256: return EVP_sha256();
    case HashKind::Sha384: return EVP_sha384();
    case HashKind::Sha512: break;
    }
    return EVP_sha512();
}

constexpr auto kMaxInt = static_cast<std::size_t>(std::numeric_limits<int>::max());

} // namespace

std::optional<HashKind> hashKindNamed(std::string_view name)
{
    if (!name.starts_with("sha")) return std::nullopt;
    name.remove_prefix(3);
    if (name.starts_with("-")) name.remove_prefix(1);
    if (name == "1") return HashKind::Sha1;
    if (name == "256") return HashKind::Sha256;
    if (name == "384") return HashKind::Sha384;
    if (name == "512") return HashKind::Sha512;
    return std::nullopt;
}

std::size_t hashBytes(HashKind kind) { return static_cast<std::size_t>(EVP_MD_get_size(digestOf(kind))); }

Bytes hmac(HashKind kind, ByteView key, ByteView message)
{
    if (kind == HashKind::Sha256) return bytesOf(hmacSha256(key, message).view());
    if (kind == HashKind::Sha512) return bytesOf(hmacSha512(key, message).view());
    require(key.size() <= kMaxInt, "an HMAC key above 2 GiB");
    static const std::uint8_t nothing = 0; // OpenSSL reads a null key as "the one before"
    Bytes out(hashBytes(kind));
    unsigned int size = 0;
    require(HMAC(digestOf(kind), key.empty() ? &nothing : key.data(), static_cast<int>(key.size()), message.data(), message.size(),
                 out.data(), &size) != nullptr,
            "OpenSSL refuses HMAC");
    return out;
}

Result<Secret> hkdf(HashKind kind, ByteView ikm, ByteView salt, ByteView info, std::size_t length)
{
    const std::size_t block = hashBytes(kind);
    if (length == 0 || length > 255 * block) return fail("crypto.bad_parameters", "HKDF: the length is out of range");
    if (kind == HashKind::Sha256) return hkdf(ikm, salt, std::string_view(reinterpret_cast<const char*>(info.data()), info.size()), length);
    Bytes key = hmac(kind, salt, ikm); // an absent salt is the hash's size of zeros, which HMAC fills up anyway
    Secret out(length);
    Bytes last;
    for (std::size_t done = 0, i = 1; done < length; ++i) {
        Bytes input = last;
        append(input, info);
        input.push_back(static_cast<std::uint8_t>(i));
        wipe(last.data(), last.size());
        last = hmac(kind, key, input);
        wipe(input.data(), input.size());
        const std::size_t take = std::min(block, length - done);
        std::copy_n(last.begin(), take, out.data() + done);
        done += take;
    }
    wipe(last.data(), last.size());
    wipe(key.data(), key.size());
    return out;
}

Result<Secret> pbkdf2(HashKind kind, ByteView password, ByteView salt, std::uint32_t iterations, std::size_t length)
{
    if (password.size() > kMaxInt || salt.size() > kMaxInt || length > kMaxInt || iterations > kMaxInt || length == 0 || iterations == 0)
        return fail("crypto.bad_parameters", "PBKDF2: a parameter is out of range");
    if (kind == HashKind::Sha512) return pbkdf2Sha512(password, salt, iterations, length);
    Secret out(length);
    static const char nothing = 0; // OpenSSL reads a null password as "none given"
    require(PKCS5_PBKDF2_HMAC(password.empty() ? &nothing : reinterpret_cast<const char*>(password.data()),
                              static_cast<int>(password.size()), salt.data(), static_cast<int>(salt.size()), static_cast<int>(iterations),
                              digestOf(kind), static_cast<int>(length), out.data()) == 1,
            "OpenSSL refuses PBKDF2");
    return out;
}

} // namespace bt::crypto
