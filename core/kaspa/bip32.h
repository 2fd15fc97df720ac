// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Hierarchical keys (BIP32) with Kaspa's path m/44'/111111'/account'/change/index. Pure; no Qt. Thread safety: all
//! functions are; a key object belongs to one thread at a time.
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "crypto/secp256k1.h"

#include <optional>
#include <string>
#include <string_view>

namespace bt::kaspa {

inline constexpr std::uint32_t kHardened = 0x8000'0000;
inline constexpr std::uint32_t kKaspaCoinType = 111111;

using ChainCode = Fixed<32, struct ChainCodeTag>;
using Fingerprint = Fixed<4, struct FingerprintTag>;

//! Four version bytes that make a text begin with these letters.
enum class KeyPrefix : std::uint32_t {
    xprv = 0x0488ade4,
    xpub = 0x0488b21e,
    kprv = 0x038f2ef4,
    kpub = 0x038f332e,
    ktrv = 0x03909e07,
    ktub = 0x0390a241,
};

struct ExtendedPublicKey {
    crypto::CompressedKey key;
    ChainCode chainCode;
    std::uint8_t depth = 0;
    Fingerprint parent;
    std::uint32_t child = 0; //!< with kHardened for hardened ones

    [[nodiscard]] Fingerprint fingerprint() const;
    //! Normal children only: "kaspa.key.hardened"; "kaspa.key.derivation" in the 1 in 2^127 case.
    [[nodiscard]] Result<ExtendedPublicKey> derive(std::uint32_t index) const;
    [[nodiscard]] std::string serialize(KeyPrefix prefix) const;
};

//! A private key with its chain code. Move-only.
class ExtendedKey
{
public:
    //! \param seed 16 to 64 bytes. "kaspa.key.seed_size", "kaspa.key.derivation".
    [[nodiscard]] static Result<ExtendedKey> master(ByteView seed);
    [[nodiscard]] Result<ExtendedKey> derive(std::uint32_t index) const; //!< or-ed with kHardened for hardened ones
    //! \param path for example "m/44'/111111'/0'/0/5" (h and H mean ' too). "kaspa.key.path" if malformed.
    [[nodiscard]] Result<ExtendedKey> derivePath(std::string_view path) const;
    [[nodiscard]] Result<ExtendedPublicKey> open() const;
    [[nodiscard]] const Secret& secret() const { return m_key; } //!< 32 bytes
    [[nodiscard]] Secret serialize(KeyPrefix prefix) const;      //!< base58check text
    [[nodiscard]] std::uint8_t depth() const { return m_depth; }
    [[nodiscard]] std::uint32_t child() const { return m_child; }
    [[nodiscard]] const Fingerprint& parent() const { return m_parent; }
    [[nodiscard]] ExtendedKey clone() const;

private:
    friend struct ParsedKey;
    friend Result<struct ParsedKey> parseExtendedKey(std::string_view text);
    Secret m_key;
    ChainCode m_chainCode;
    std::uint8_t m_depth = 0;
    Fingerprint m_parent;
    std::uint32_t m_child = 0;
};

//! What a base58check text held: exactly one of the two.
struct ParsedKey {
    KeyPrefix prefix = KeyPrefix::xprv;
    std::optional<ExtendedKey> secret;
    std::optional<ExtendedPublicKey> open;
};
//! \returns "kaspa.key.text" (not base58check, or a wrong size), "kaspa.key.prefix" (unknown version bytes),
//!          "kaspa.key.invalid" (a key, depth or parent that BIP32 forbids).
[[nodiscard]] Result<ParsedKey> parseExtendedKey(std::string_view text);

//! m/44'/111111'/account'/change/index from a BIP39 seed; the account node, to derive many.
[[nodiscard]] Result<ExtendedKey> accountKey(ByteView seed, std::uint32_t account = 0);
//! change/index below an account node. \returns the 32-byte secret.
[[nodiscard]] Result<Secret> addressSecret(const ExtendedKey& account, std::uint32_t change, std::uint32_t index);

} // namespace bt::kaspa
