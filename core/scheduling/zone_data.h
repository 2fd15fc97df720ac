// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The zone data as resources/zones/pack.py lays them into the binary. For zone.cpp only.
#pragma once

#include <cstddef>

namespace bt::scheduling {

struct PackedZone {
    const char* name;   //!< rising in byte order
    std::size_t offset; //!< into kZoneBytes
    std::size_t size;
};
struct PackedChoice {
    const char* name;
    const char* countries; //!< ISO 3166-1 alpha-2, separated by spaces
};
extern const char* const kZoneVersion;
extern const PackedZone kPackedZones[];
extern const std::size_t kPackedZoneCount;
extern const PackedChoice kPackedChoices[];
extern const std::size_t kPackedChoiceCount;
extern const char* const kZoneBytes;

} // namespace bt::scheduling
