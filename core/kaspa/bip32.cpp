// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip32.h"

#include "codec/text.h"
#include "crypto/hash.h"
#include "kaspa/ripemd160.h"

#include <cstring>

namespace bt::kaspa {
namespace {

constexpr std::size_t kSerializedBytes = 78;

Bytes doubleSha256(ByteView data) { return bytesOf(crypto::sha256(crypto::sha256(data).view()).view()); }

void appendBe32(Bytes& to, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(value >> shift));
}
std::uint32_t readBe32(ByteView from)
{
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4; ++i) out = (out << 8) | from[i];
    return out;
}

Bytes header(KeyPrefix prefix, std::uint8_t depth, const Fingerprint& parent, std::uint32_t child, const ChainCode& code)
{
    Bytes out;
    out.reserve(kSerializedBytes);
    appendBe32(out, static_cast<std::uint32_t>(prefix));
    out.push_back(depth);
    append(out, parent.view());
    appendBe32(out, child);
    append(out, code.view());
    return out;
}

bool isSecretPrefix(KeyPrefix p) { return p == KeyPrefix::xprv || p == KeyPrefix::kprv || p == KeyPrefix::ktrv; }
bool isOpenPrefix(KeyPrefix p) { return p == KeyPrefix::xpub || p == KeyPrefix::kpub || p == KeyPrefix::ktub; }

Fingerprint fingerprintOf(const crypto::CompressedKey& key)
{
    Fingerprint out;
    const Ripemd id = ripemd160(crypto::sha256(key.view()).view());
    std::memcpy(out.data(), id.data(), Fingerprint::size);
    return out;
}

struct HmacHalves {
    crypto::Hash512 all;
    ~HmacHalves() { wipe(all.data(), crypto::Hash512::size); }
    [[nodiscard]] ByteView tweak() const { return all.view().first(32); }
    [[nodiscard]] ChainCode code() const
    {
        ChainCode out;
        std::memcpy(out.data(), all.data() + 32, 32);
        return out;
    }
};

} // namespace

Fingerprint ExtendedPublicKey::fingerprint() const { return fingerprintOf(key); }

Result<ExtendedPublicKey> ExtendedPublicKey::derive(std::uint32_t index) const
{
    if (index >= kHardened) return fail("kaspa.key.hardened", "only the private key has hardened children");
    if (depth == 255) return fail("kaspa.key.path", "deeper than 255");
    Bytes data = bytesOf(key.view());
    appendBe32(data, index);
    const HmacHalves halves{crypto::hmacSha512(chainCode.view(), data)};
    auto next = crypto::publicTweakAdd(key, halves.tweak());
    if (!next) return fail("kaspa.key.derivation");
    return ExtendedPublicKey{*next, halves.code(), static_cast<std::uint8_t>(depth + 1), fingerprint(), index};
}

std::string ExtendedPublicKey::serialize(KeyPrefix prefix) const
{
    Bytes out = header(prefix, depth, parent, child, chainCode);
    append(out, key.view());
    return codec::base58CheckEncode(out, doubleSha256);
}

Result<ExtendedKey> ExtendedKey::master(ByteView seed)
{
    if (seed.size() < 16 || seed.size() > 64) return fail("kaspa.key.seed_size");
    const HmacHalves halves{crypto::hmacSha512(viewOf("Bitcoin seed"), seed)};
    if (!crypto::secpValid(halves.tweak())) return fail("kaspa.key.derivation");
    ExtendedKey out;
    out.m_key = Secret::copyOf(halves.tweak());
    out.m_chainCode = halves.code();
    return out;
}

Result<ExtendedKey> ExtendedKey::derive(std::uint32_t index) const
{
    if (m_depth == 255) return fail("kaspa.key.path", "deeper than 255");
    BT_TRY(const crypto::CompressedKey mine, crypto::secpPublic(m_key.view()));
    Secret data(37);
    if (index >= kHardened) std::memcpy(data.data() + 1, m_key.data(), 32);
    else std::memcpy(data.data(), mine.data(), 33);
    for (std::size_t i = 0; i < 4; ++i) data.data()[33 + i] = static_cast<std::uint8_t>(index >> (24 - 8 * i));
    const HmacHalves halves{crypto::hmacSha512(m_chainCode.view(), data.view())};
    auto next = crypto::secretTweakAdd(m_key.view(), halves.tweak());
    if (!next) return fail("kaspa.key.derivation");
    ExtendedKey out;
    out.m_key = std::move(*next);
    out.m_chainCode = halves.code();
    out.m_depth = static_cast<std::uint8_t>(m_depth + 1);
    out.m_parent = fingerprintOf(mine);
    out.m_child = index;
    return out;
}

Result<ExtendedKey> ExtendedKey::derivePath(std::string_view path) const
{
    if (path.empty() || path[0] != 'm') return fail("kaspa.key.path", "must begin with m");
    ExtendedKey at = clone();
    for (std::size_t i = 1; i < path.size();) {
        if (path[i] != '/') return fail("kaspa.key.path", "a slash is missing");
        std::uint64_t number = 0;
        const std::size_t start = ++i;
        for (; i < path.size() && path[i] >= '0' && path[i] <= '9' && i - start < 10; ++i)
            number = number * 10 + static_cast<std::uint64_t>(path[i] - '0');
        if (i == start || number >= kHardened) return fail("kaspa.key.path", "a number is missing or too high");
        if (i < path.size() && (path[i] == '\'' || path[i] == 'h' || path[i] == 'H')) {
            number |= kHardened;
            ++i;
        }
        BT_TRY(at, at.derive(static_cast<std::uint32_t>(number)));
    }
    return at;
}

Result<ExtendedPublicKey> ExtendedKey::open() const
{
    BT_TRY(const crypto::CompressedKey key, crypto::secpPublic(m_key.view()));
    return ExtendedPublicKey{key, m_chainCode, m_depth, m_parent, m_child};
}

Secret ExtendedKey::serialize(KeyPrefix prefix) const
{
    Bytes out = header(prefix, m_depth, m_parent, m_child, m_chainCode);
    out.push_back(0);
    append(out, m_key.view());
    std::string text = codec::base58CheckEncode(out, doubleSha256);
    Secret secret = Secret::copyOf(viewOf(text));
    wipe(text.data(), text.size());
    wipe(out.data(), out.size());
    return secret;
}

ExtendedKey ExtendedKey::clone() const
{
    ExtendedKey out;
    out.m_key = m_key.clone();
    out.m_chainCode = m_chainCode;
    out.m_depth = m_depth;
    out.m_parent = m_parent;
    out.m_child = m_child;
    return out;
}

Result<ParsedKey> parseExtendedKey(std::string_view text)
{
    if (text.size() > 120) return fail("kaspa.key.text");
    auto decoded = codec::base58CheckDecode(text, doubleSha256);
    if (!decoded) return fail("kaspa.key.text");
    const Secret bytes = Secret::copyOf(*decoded);
    wipe(decoded->data(), decoded->size());
    if (bytes.size() != kSerializedBytes) return fail("kaspa.key.text", "wrong size");
    const ByteView in = bytes.view();
    ParsedKey out;
    out.prefix = static_cast<KeyPrefix>(readBe32(in));
    if (!isSecretPrefix(out.prefix) && !isOpenPrefix(out.prefix)) return fail("kaspa.key.prefix");
    const std::uint8_t depth = in[4];
    BT_TRY(const Fingerprint parent, Fingerprint::from(in.subspan(5, 4)));
    const std::uint32_t child = readBe32(in.subspan(9, 4));
    BT_TRY(const ChainCode code, ChainCode::from(in.subspan(13, 32)));
    if (depth == 0 && (!parent.isZero() || child != 0)) return fail("kaspa.key.invalid", "a master key has no parent");
    const ByteView key = in.subspan(45, 33);
    if (isSecretPrefix(out.prefix)) {
        if (key[0] != 0 || !crypto::secpValid(key.subspan(1))) return fail("kaspa.key.invalid", "not a private key");
        ExtendedKey secret;
        secret.m_key = Secret::copyOf(key.subspan(1));
        secret.m_chainCode = code;
        secret.m_depth = depth;
        secret.m_parent = parent;
        secret.m_child = child;
        out.secret = std::move(secret);
        return out;
    }
    BT_TRY(const crypto::CompressedKey open, crypto::CompressedKey::from(key));
    if (!crypto::secpOnCurve(open)) return fail("kaspa.key.invalid", "not a public key");
    out.open = ExtendedPublicKey{open, code, depth, parent, child};
    return out;
}

Result<ExtendedKey> accountKey(ByteView seed, std::uint32_t account)
{
    if (account >= kHardened) return fail("kaspa.key.path", "account number too high");
    BT_TRY(const ExtendedKey master, ExtendedKey::master(seed));
    BT_TRY(const ExtendedKey purpose, master.derive(44 | kHardened));
    BT_TRY(const ExtendedKey coin, purpose.derive(kKaspaCoinType | kHardened));
    return coin.derive(account | kHardened);
}

Result<Secret> addressSecret(const ExtendedKey& account, std::uint32_t change, std::uint32_t index)
{
    BT_TRY(const ExtendedKey branch, account.derive(change));
    BT_TRY(const ExtendedKey key, branch.derive(index));
    return key.secret().clone();
}

} // namespace bt::kaspa
