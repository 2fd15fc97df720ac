// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A keychain in memory that can be told to fail in each way that a real one does. Header-only; one thread.
#pragma once

#include "vault/keychain.h"

#include <map>
#include <string>

namespace bt::test {

class FakeKeychain final : public vault::Keychain
{
public:
    std::map<std::string, Bytes, std::less<>> entries;
    std::string_view failing; //!< a code, or empty
    bool failWritesOnly = false;
    int reads = 0, writes = 0, erases = 0;

    Result<std::optional<Secret>> read(std::string_view entry, const Deadline&) override
    {
        ++reads;
        if (!failing.empty() && !failWritesOnly) return fail(failing);
        const auto found = entries.find(entry);
        if (found == entries.end()) return std::optional<Secret>();
        return std::optional<Secret>(Secret::copyOf(found->second));
    }
    Result<void> write(std::string_view entry, const Secret& value, const Deadline&) override
    {
        ++writes;
        if (!failing.empty()) return fail(failing);
        entries[std::string(entry)] = bytesOf(value.view());
        return {};
    }
    Result<void> erase(std::string_view entry, const Deadline&) override
    {
        ++erases;
        if (!failing.empty()) return fail(failing);
        entries.erase(std::string(entry));
        return {};
    }
};

} // namespace bt::test
