// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Fills vault::Keychain with the desktop's keyring through QtKeychain (Secret Service or KWallet). Uses QtCore and
//! QtDBus. May be called from any thread, also the worker that has no event loop: jobs run on a thread of its own.
#pragma once

#include "vault/keychain.h"

#include <memory>

class QThread;

namespace bt::io {

//! The keyring of the desktop session. Needs a QCoreApplication. Thread-safe.
//! One store only: there is no fallback to a file, and when a service does not answer the answer is an error.
class QtKeychain final : public vault::Keychain
{
public:
    QtKeychain();
    //! Waits for a job under way, at most until its own deadline.
    ~QtKeychain() override;
    [[nodiscard]] Result<std::optional<Secret>> read(std::string_view entry, const Deadline& deadline) override;
    [[nodiscard]] Result<void> write(std::string_view entry, const Secret& value, const Deadline& deadline) override;
    [[nodiscard]] Result<void> erase(std::string_view entry, const Deadline& deadline) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace bt::io
