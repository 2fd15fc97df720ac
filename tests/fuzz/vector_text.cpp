// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bt::fuzz {

std::string vectorText(std::string_view relative)
{
    const char* named = std::getenv("BT_VECTORS");
    const std::filesystem::path folder = named != nullptr && *named != '\0'
                                             ? std::filesystem::path(named)
                                             : std::filesystem::path(BT_SOURCE_DIR).parent_path() / "shared" / "vectors";
    std::ifstream in(folder / relative, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

} // namespace bt::fuzz
