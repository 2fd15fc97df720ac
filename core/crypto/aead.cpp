// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"

#include "crypto/init.h"

#include <sodium.h>

namespace bt::crypto {

namespace {

constexpr std::size_t kKey = 32;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == kKey && crypto_aead_chacha20poly1305_ietf_KEYBYTES == kKey);
static_assert(crypto_aead_xchacha20poly1305_ietf_ABYTES == kTagBytes);
static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == XNonce::size);
static_assert(crypto_aead_chacha20poly1305_ietf_NPUBBYTES == Nonce12::size);

auto notAuthentic() { return fail("crypto.not_authentic"); }

} // namespace

Bytes xseal(ByteView key, const XNonce& nonce, ByteView associated, ByteView message)
{
    ensureSodium();
    require(key.size() == kKey, "an AEAD key has 32 bytes");
    Bytes out(message.size() + kTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data(), nullptr, message.data(), message.size(), associated.data(), associated.size(),
                                               nullptr, nonce.data(), key.data());
    return out;
}

Result<Bytes> xopen(ByteView key, const XNonce& nonce, ByteView associated, ByteView sealed)
{
    ensureSodium();
    if (key.size() != kKey || sealed.size() < kTagBytes) return notAuthentic();
    Bytes out(sealed.size() - kTagBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(), sealed.size(), associated.data(),
                                                   associated.size(), nonce.data(), key.data()) != 0)
        return notAuthentic();
    return out;
}

void xsealInPlace(ByteView key, const XNonce& nonce, ByteView associated, std::span<std::uint8_t> data, std::span<std::uint8_t> tag)
{
    ensureSodium();
    require(key.size() == kKey && tag.size() == kTagBytes, "an AEAD key has 32 bytes and a tag 16");
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(data.data(), tag.data(), nullptr, data.data(), data.size(), associated.data(),
                                                        associated.size(), nullptr, nonce.data(), key.data());
}

bool xopenInPlace(ByteView key, const XNonce& nonce, ByteView associated, std::span<std::uint8_t> data, ByteView tag)
{
    ensureSodium();
    if (key.size() != kKey || tag.size() != kTagBytes) return false;
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(data.data(), nullptr, data.data(), data.size(), tag.data(),
                                                               associated.data(), associated.size(), nonce.data(), key.data()) == 0;
}

Bytes seal(ByteView key, const Nonce12& nonce, ByteView associated, ByteView message)
{
    ensureSodium();
    require(key.size() == kKey, "an AEAD key has 32 bytes");
    Bytes out(message.size() + kTagBytes);
    crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, message.data(), message.size(), associated.data(), associated.size(),
                                              nullptr, nonce.data(), key.data());
    return out;
}

Result<Bytes> open(ByteView key, const Nonce12& nonce, ByteView associated, ByteView sealed)
{
    ensureSodium();
    if (key.size() != kKey || sealed.size() < kTagBytes) return notAuthentic();
    Bytes out(sealed.size() - kTagBytes);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(), sealed.size(), associated.data(),
                                                  associated.size(), nonce.data(), key.data()) != 0)
        return notAuthentic();
    return out;
}

} // namespace bt::crypto
