// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One persona on this computer: the profile folder, its lock state, its open database and its keys.
//! Pure C++; no Qt. Thread safety: one thread at a time (a worker: Argon2 and the keychain take their time).
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "crypto/kdf.h"
#include "store/database.h"
#include "vault/keychain.h"
#include "vault/keys.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace bt::vault {

struct VaultOptions {
    std::string folder;          //!< the profile folder, UTF-8; made if absent (mode 0700)
    crypto::Argon2Params argon2; //!< for new passphrase slots; a slot that exists says its own
    int keychainSeconds = 30;    //!< how long the keychain may take (it may ask the person)
};

enum class VaultState {
    Absent, //!< no persona in this folder yet
    Locked,
    Open,
};

//! Writes what a new persona's database is to hold from its first instant: after an interruption there is either a persona
//! with these rows or none. An error makes none and is passed on.
using FirstRows = std::function<Result<void>(store::Database&)>;

//! The vault of one profile folder. Codes of opening: "vault.in_use" (another process has the folder),
//! "vault.absent", "vault.exists", "vault.damaged" (slot file or root record unreadable), "store.*".
class Vault
{
public:
    //! Takes the folder's lock for as long as the object lives and removes leftovers of interrupted writes.
    //! \param keychain may be null: then nothing can stay open. It, `clock` and `random` outlive the vault.
    //! \returns the vault, locked or absent; "vault.in_use", "store.read_only", "store.io".
    [[nodiscard]] static Result<Vault> at(VaultOptions options, const Clock& clock, Random& random, Keychain* keychain);
    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;
    ~Vault(); //!< closes without closing the keychain slot (quitting is not locking)

    [[nodiscard]] VaultState state() const;

    //! Makes a persona with new keys and opens it. \returns "vault.exists", "vault.weak_passphrase" with args[0] =
    //! "short" (args[1] = least number of characters), "repeats" or "common".
    //! A keychain that fails does not fail this call: see keychainTrouble().
    [[nodiscard]] Result<void> create(const Secret& passphrase, bool stayOpen, const FirstRows& first = {});
    //! Same, with the keys of 12 or 24 recovery words in any language of BIP39 (UTF-8, spaces between). "kaspa.words.*".
    [[nodiscard]] Result<void> restore(const Secret& words, const Secret& passphrase, bool stayOpen, const FirstRows& first = {});
    //! Opens. "vault.wrong_passphrase" with args[0] = seconds until the next try is taken; "vault.wait" with the
    //! same when a try came too early and was not looked at.
    [[nodiscard]] Result<void> unlock(const Secret& passphrase);
    //! Opens by the keychain. "vault.keychain_closed" if that slot is closed (locked by hand, never set up, or its
    //! entry has gone), "vault.keychain_absent", "_refused", "_slow", "_failed". Nothing is overwritten.
    [[nodiscard]] Result<void> unlockWithKeychain();
    //! Closes the database, wipes all keys and closes the keychain slot until the passphrase was given. Keys are
    //! gone even when this returns an error (the slot file could not be written: "store.full", "store.read_only").
    [[nodiscard]] Result<void> lock();

    //! "vault.wrong_passphrase" as in unlock, "vault.weak_passphrase". The old one opens until the new is durable.
    [[nodiscard]] Result<void> changePassphrase(const Secret& current, const Secret& next);
    //! Whether this computer may open the persona without the passphrase. Fails if the keychain does.
    [[nodiscard]] Result<void> setStayOpen(bool stay, const Secret& passphrase);
    [[nodiscard]] bool staysOpen() const; //!< the wish, kept in the database; open vault only
    //! Set when the wish could not be carried out at the last create, restore or unlock.
    [[nodiscard]] std::optional<Error> keychainTrouble() const;
    //! The recovery words joined by spaces. Checks the passphrase first, with the same slowing down.
    [[nodiscard]] Result<Secret> recoveryWords(const Secret& passphrase);
    //! Checks the passphrase of an open vault, with the same slowing down.
    [[nodiscard]] Result<void> check(const Secret& passphrase);

    //! The open database. Only while state() is Open; the reference dies with lock().
    [[nodiscard]] store::Database& database();
    //! The keys. Only while state() is Open; the reference dies with lock().
    [[nodiscard]] const Keys& keys() const;

private:
    struct Impl;
    explicit Vault(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

//! Why a passphrase is not taken: "vault.weak_passphrase" (see Vault::create). Counts characters, not bytes.
[[nodiscard]] Result<void> checkPassphraseStrength(const Secret& passphrase);

} // namespace bt::vault
