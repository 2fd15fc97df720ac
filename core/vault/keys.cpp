// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keys.h"

#include "crypto/kdf.h"
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"

#include <string>

namespace bt::vault {
namespace {

constexpr std::string_view kRootSalt = "bt/root/v1";

// The length of the label stands before it, so that no label and context can be cut differently to the same bytes.
std::string infoOf(std::string_view label, ByteView context, std::uint64_t index, std::uint32_t round)
{
    Bytes info = bytesOf(viewOf("bt/key/v1"));
    appendLe(info, static_cast<std::uint32_t>(label.size()));
    append(info, viewOf(label));
    appendLe(info, static_cast<std::uint32_t>(context.size()));
    append(info, context);
    appendLe(info, index);
    appendLe(info, round);
    return textOf(info);
}

} // namespace

Result<Keys> Keys::fromEntropy(const Secret& entropy, kaspa::WordLanguage language)
{
    BT_TRY(const Secret words, kaspa::wordsFromEntropy(entropy.view(), language));
    Keys out;
    BT_TRY(out.m_seed, kaspa::seedFromWords({reinterpret_cast<const char*>(words.data()), words.size()}));
    out.m_root = crypto::hkdf(out.m_seed.view(), viewOf(kRootSalt), "bt/root", 32);
    return out;
}

Result<Secret> Keys::walletKey(std::uint32_t account, WalletChain chain, std::uint32_t index) const
{
    if (account >= kaspa::kHardened || index >= kaspa::kHardened) return fail("vault.bad_index");
    BT_TRY(const kaspa::ExtendedKey node, kaspa::accountKey(m_seed.view(), account));
    return kaspa::addressSecret(node, static_cast<std::uint32_t>(chain), index);
}

crypto::Ed25519Pair Keys::identity() const { return deriveEd25519("identity", {}, 0); }
crypto::X25519Pair Keys::messaging() const { return deriveX25519("messaging", {}, 0); }
Secret Keys::storageKey() const { return derive("storage", {}, 0); }

Secret Keys::derive(std::string_view label, ByteView context, std::uint64_t index) const
{
    return crypto::hkdf(m_root.view(), {}, infoOf(label, context, index, 0), 32);
}

Secret Keys::deriveScalar(std::string_view label, ByteView context, std::uint64_t index) const
{
    // A 32-byte value is no scalar once in 2^128: the next round gives another.
    for (std::uint32_t round = 0;; ++round) {
        Secret scalar = crypto::hkdf(m_root.view(), {}, infoOf(label, context, index, round), 32);
        if (crypto::secpValid(scalar.view())) return scalar;
    }
}

crypto::Ed25519Pair Keys::deriveEd25519(std::string_view label, ByteView context, std::uint64_t index) const
{
    return crypto::ed25519Pair(derive(std::string(label) + "/ed25519", context, index).view());
}

crypto::X25519Pair Keys::deriveX25519(std::string_view label, ByteView context, std::uint64_t index) const
{
    return crypto::x25519Pair(derive(std::string(label) + "/x25519", context, index).view());
}

} // namespace bt::vault
