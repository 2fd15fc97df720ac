// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codes.h"

#include <mutex>
#include <set>

namespace bt::service {

std::string_view lastingCode(const std::string& code)
{
    static std::mutex mutex;
    static std::set<std::string> known; // nodes of a set never move
    if (code.empty()) return {};
    const std::lock_guard lock(mutex);
    return *known.insert(code).first;
}

} // namespace bt::service
