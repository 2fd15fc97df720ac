// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The key tree of a persona: everything from one BIP39 entropy, so that the recovery words bring all of it back.
//! Wallet keys by BIP32 m/44'/111111'/account'/chain/index; all others by HKDF-SHA256 with labels of their own.
//! Pure; no Qt. Thread safety: const functions are.
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "crypto/curve25519.h"
#include "crypto/secp256k1.h"
#include "kaspa/bip39_words.h"

#include <cstdint>
#include <string_view>

namespace bt::vault {

//! Which chain of an account: addresses given out, or change.
enum class WalletChain : std::uint32_t { Receive = 0, Change = 1 };

class Keys
{
public:
    //! \param entropy 16 to 32 bytes (BIP39). "kaspa.words.entropy_size" for another size.
    //! \param language of the words that a person wrote down: the same entropy has another seed in each.
    [[nodiscard]] static Result<Keys> fromEntropy(const Secret& entropy, kaspa::WordLanguage language = kaspa::WordLanguage::English);

    //! The secret scalar of a Kaspa address, 32 bytes. "vault.bad_index" unless both are below 2^31; "kaspa.key.*".
    [[nodiscard]] Result<Secret> walletKey(std::uint32_t account, WalletChain chain, std::uint32_t index) const;
    [[nodiscard]] crypto::Ed25519Pair identity() const; //!< the persona's own signing key
    [[nodiscard]] crypto::X25519Pair messaging() const; //!< the persona's own agreement key
    [[nodiscard]] Secret storageKey() const;            //!< 32 bytes: seals what only this persona reads

    //! 32 bytes for one purpose, one relationship and one index, e.g. ("message/prekey", peerId, 3).
    [[nodiscard]] Secret derive(std::string_view label, ByteView context, std::uint64_t index) const;
    //! As derive, and a valid secp256k1 scalar (for keys in covenants, one per visit or relationship).
    [[nodiscard]] Secret deriveScalar(std::string_view label, ByteView context, std::uint64_t index) const;
    [[nodiscard]] crypto::Ed25519Pair deriveEd25519(std::string_view label, ByteView context, std::uint64_t index) const;
    [[nodiscard]] crypto::X25519Pair deriveX25519(std::string_view label, ByteView context, std::uint64_t index) const;

private:
    Keys() = default;
    Secret m_seed; // BIP39 seed, 64 bytes
    Secret m_root; // HKDF root of everything but the wallet, 32 bytes
};

} // namespace bt::vault
