// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to vault: the slot file, in which the database key lies twice: under the passphrase, and, while the slot is
//! open, under a key in the desktop's keychain. 4,096 bytes, all of them random-looking; DESIGN.md has the layout.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "crypto/kdf.h"

#include <string>

namespace bt::vault {

inline constexpr std::size_t kSlotFileBytes = 4096;
inline constexpr std::size_t kDatabaseKeyBytes = 32;

class Slots
{
public:
    //! A new file's content: fresh profile id, both slots closed.
    [[nodiscard]] static Slots fresh(Random& random);
    //! "vault.damaged" unless there are exactly 4,096 bytes.
    [[nodiscard]] static Result<Slots> parse(ByteView file);
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }

    //! Name of this profile's keychain entry: 32 hex digits that say nothing.
    [[nodiscard]] std::string keychainEntry() const;
    //! Public value that masks the counter of wrong tries (looks random, hides nothing from one who knows the program).
    [[nodiscard]] Hash256 maskKey() const;

    //! Puts the key under a passphrase (Argon2id with a fresh salt). "crypto.*".
    [[nodiscard]] Result<void> setPassphrase(const Secret& passphrase, const crypto::Argon2Params& params, const Secret& databaseKey,
                                             Random& random);
    //! \returns the database key; "vault.wrong_passphrase"; "vault.damaged" if the parameters make no sense.
    [[nodiscard]] Result<Secret> openPassphrase(const Secret& passphrase) const;

    void setKeychain(const Secret& wrappingKey, const Secret& databaseKey, Random& random);
    void closeKeychain(Random& random); //!< random bytes take its place
    //! "vault.keychain_closed" if the slot does not open with this key.
    [[nodiscard]] Result<Secret> openKeychain(const Secret& wrappingKey) const;

private:
    Bytes m_bytes;
};

//! The passphrase as it is hashed: NFKD, so that the same characters typed on another keyboard give the same bytes.
//! Text that is not UTF-8 stays as it is.
[[nodiscard]] Secret normalizedPassphrase(const Secret& passphrase);

} // namespace bt::vault
