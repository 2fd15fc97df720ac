// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slots.h"

#include "crypto/aead.h"
#include "crypto/hash.h"

#include <utf8proc.h>

#include <cstring>

namespace bt::vault {
namespace {

// Offsets in the file. What is not named is random.
constexpr std::size_t kIdAt = 0;           // 16: profile id
constexpr std::size_t kSaltAt = 16;        // 32: Argon2id salt
constexpr std::size_t kParamsAt = 48;      // 16: version, memory, passes, lanes (u32 little endian), masked
constexpr std::size_t kPassNonceAt = 64;   // 24
constexpr std::size_t kPassAt = 88;        // 48: sealed database key
constexpr std::size_t kChainNonceAt = 136; // 24
constexpr std::size_t kChainAt = 160;      // 48: sealed database key, or random while closed
constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kParamsBytes = 16;
constexpr std::size_t kSealedBytes = kDatabaseKeyBytes + crypto::kTagBytes;
constexpr std::uint32_t kVersion = 1;

// Bounds of what a slot file may ask for: a forged file must not make the computer stand still.
constexpr std::uint32_t kMaxMemoryKib = 4u * 1024 * 1024;
constexpr std::uint32_t kMaxPasses = 64;
constexpr std::uint32_t kMaxLanes = 64;

Bytes masked(ByteView salt, ByteView params)
{
    const Hash256 mask = crypto::blake2b(salt, viewOf("bt/slot/params"));
    Bytes out(params.begin(), params.end());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] ^= mask.bytes[i];
    return out;
}

Bytes associated(std::string_view label, ByteView id, ByteView more)
{
    Bytes out = bytesOf(viewOf(label));
    append(out, id);
    append(out, more);
    return out;
}

void place(Bytes& file, std::size_t at, ByteView what) { std::memcpy(file.data() + at, what.data(), what.size()); }

void placeRandom(Bytes& file, std::size_t at, std::size_t size, Random& random) { random.fill({file.data() + at, size}); }

} // namespace

Slots Slots::fresh(Random& random)
{
    Slots out;
    out.m_bytes = random.bytes(kSlotFileBytes);
    return out;
}

Result<Slots> Slots::parse(ByteView file)
{
    if (file.size() != kSlotFileBytes) return fail("vault.damaged", "the slot file has " + std::to_string(file.size()) + " bytes");
    Slots out;
    out.m_bytes = bytesOf(file);
    return out;
}

std::string Slots::keychainEntry() const
{
    const Hash256 name = crypto::blake2b(ByteView(m_bytes).subspan(kIdAt, kIdBytes), viewOf("bt/slot/entry"));
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        out += kDigits[name.bytes[i] >> 4];
        out += kDigits[name.bytes[i] & 15];
    }
    return out;
}

Hash256 Slots::maskKey() const { return crypto::blake2b(ByteView(m_bytes).subspan(kIdAt, kIdBytes), viewOf("bt/slot/mask")); }

Result<void> Slots::setPassphrase(const Secret& passphrase, const crypto::Argon2Params& params, const Secret& databaseKey, Random& random)
{
    const Bytes salt = random.bytes(kSaltBytes);
    Bytes plain;
    for (const std::uint32_t v : {kVersion, params.memoryKib, params.passes, params.lanes}) appendLe(plain, v);
    BT_TRY(const Secret wrap, crypto::argon2id(normalizedPassphrase(passphrase).view(), salt, params, 32));
    const auto nonce = random.fixed<crypto::XNonce>();
    const ByteView id = ByteView(m_bytes).subspan(kIdAt, kIdBytes);
    const Bytes sealed = crypto::xseal(wrap.view(), nonce, associated("bt/slot/pass", id, plain), databaseKey.view());
    place(m_bytes, kSaltAt, salt);
    place(m_bytes, kParamsAt, masked(salt, plain));
    place(m_bytes, kPassNonceAt, nonce.view());
    place(m_bytes, kPassAt, sealed);
    return {};
}

Result<Secret> Slots::openPassphrase(const Secret& passphrase) const
{
    const ByteView file(m_bytes);
    const ByteView salt = file.subspan(kSaltAt, kSaltBytes);
    const Bytes plain = masked(salt, file.subspan(kParamsAt, kParamsBytes));
    const auto number = [&](std::size_t i) { return readLe<std::uint32_t>(ByteView(plain).subspan(i * 4)); };
    const crypto::Argon2Params params{number(1), number(2), number(3)};
    if (number(0) > kVersion && number(0) <= 16) return fail("store.newer", "slot version");
    if (number(0) != kVersion || params.memoryKib > kMaxMemoryKib || params.passes == 0 || params.passes > kMaxPasses ||
        params.lanes == 0 || params.lanes > kMaxLanes || params.memoryKib < 8 * params.lanes)
        return fail("vault.damaged", "the slot's parameters make no sense");
    BT_TRY(const Secret wrap, crypto::argon2id(normalizedPassphrase(passphrase).view(), salt, params, 32));
    BT_TRY(const auto nonce, crypto::XNonce::from(file.subspan(kPassNonceAt, crypto::XNonce::size)));
    auto key = crypto::xopen(wrap.view(), nonce, associated("bt/slot/pass", file.subspan(kIdAt, kIdBytes), plain),
                             file.subspan(kPassAt, kSealedBytes));
    if (!key) return fail("vault.wrong_passphrase");
    Secret out = Secret::copyOf(*key);
    wipe(key->data(), key->size());
    return out;
}

void Slots::setKeychain(const Secret& wrappingKey, const Secret& databaseKey, Random& random)
{
    const auto nonce = random.fixed<crypto::XNonce>();
    const ByteView id = ByteView(m_bytes).subspan(kIdAt, kIdBytes);
    const Bytes sealed = crypto::xseal(wrappingKey.view(), nonce, associated("bt/slot/chain", id, {}), databaseKey.view());
    place(m_bytes, kChainNonceAt, nonce.view());
    place(m_bytes, kChainAt, sealed);
}

void Slots::closeKeychain(Random& random) { placeRandom(m_bytes, kChainNonceAt, crypto::XNonce::size + kSealedBytes, random); }

Result<Secret> Slots::openKeychain(const Secret& wrappingKey) const
{
    if (wrappingKey.size() != 32) return fail("vault.keychain_closed", "the entry has another size");
    const ByteView file(m_bytes);
    BT_TRY(const auto nonce, crypto::XNonce::from(file.subspan(kChainNonceAt, crypto::XNonce::size)));
    auto key = crypto::xopen(wrappingKey.view(), nonce, associated("bt/slot/chain", file.subspan(kIdAt, kIdBytes), {}),
                             file.subspan(kChainAt, kSealedBytes));
    if (!key) return fail("vault.keychain_closed", "the slot is closed");
    Secret out = Secret::copyOf(*key);
    wipe(key->data(), key->size());
    return out;
}

Secret normalizedPassphrase(const Secret& passphrase)
{
    // utf8proc_map would leave copies in the heap: decompose and encode in memory of our own.
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);
    const auto size = static_cast<utf8proc_ssize_t>(passphrase.size());
    const auto count = utf8proc_decompose(passphrase.data(), size, nullptr, 0, kOptions);
    if (count <= 0) return passphrase.clone();
    Secret points(static_cast<std::size_t>(count) * sizeof(utf8proc_int32_t));
    auto* codes = reinterpret_cast<utf8proc_int32_t*>(points.data());
    if (utf8proc_decompose(passphrase.data(), size, codes, count, kOptions) != count) return passphrase.clone();
    Secret text(static_cast<std::size_t>(count) * 4);
    utf8proc_ssize_t bytes = 0;
    for (utf8proc_ssize_t i = 0; i < count; ++i) bytes += utf8proc_encode_char(codes[i], text.data() + bytes);
    return Secret::copyOf(text.view().first(static_cast<std::size_t>(bytes)));
}

} // namespace bt::vault
