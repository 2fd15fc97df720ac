// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The value of a Result that cannot fail in a test. Header-only.
#pragma once

#include "base/result.h"

#include <QtGlobal>

#include <string>

namespace bt::interop {

[[nodiscard]] inline std::string words(const Error& e)
{
    std::string out(e.code);
    for (const std::string& arg : e.args) out += " " + arg;
    return e.detail.empty() ? out : out + ": " + e.detail;
}
//! Ends the test with the error's words if there is one.
template <typename T> T must(Result<T> result)
{
    if (!result) qFatal("unexpected error: %s", words(result.error()).c_str());
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

} // namespace bt::interop
