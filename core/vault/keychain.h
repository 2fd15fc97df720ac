// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The port Keychain: the desktop's keyring, where a key may lie that opens the profile without a passphrase.
//! Filled by io (QtKeychain) and by fakes in tests. Calls block the worker thread until the deadline; none on the
//! GUI thread. Thread safety: implementations may be called from several threads.
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "base/secret.h"

#include <optional>
#include <string_view>

namespace bt::vault {

//! Codes of every call: "vault.keychain_absent" (no keyring service on this desktop), "vault.keychain_refused" (the
//! person or the keyring said no, or the keyring stays locked), "vault.keychain_slow" (no answer before the
//! deadline), "vault.keychain_failed" (anything else; its words in detail).
//! An implementation has one store and never falls back to another.
class Keychain
{
public:
    virtual ~Keychain() = default;
    //! \returns the entry; nothing if the keyring answers that there is no such entry.
    [[nodiscard]] virtual Result<std::optional<Secret>> read(std::string_view entry, const Deadline& deadline) = 0;
    //! Makes or replaces an entry.
    [[nodiscard]] virtual Result<void> write(std::string_view entry, const Secret& value, const Deadline& deadline) = 0;
    //! Removes an entry; succeeds if there is none.
    [[nodiscard]] virtual Result<void> erase(std::string_view entry, const Deadline& deadline) = 0;
};

} // namespace bt::vault
