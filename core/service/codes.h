// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Error codes that were stored as text become literals again: an Error's code must outlive everything.
//! Thread safety: all functions are.
#pragma once

#include <string>
#include <string_view>

namespace bt::service {

//! \returns a view of equal text that lives as long as the process. Codes are few; texts of strangers never come here.
[[nodiscard]] std::string_view lastingCode(const std::string& code);

} // namespace bt::service
