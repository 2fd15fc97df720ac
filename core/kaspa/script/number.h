// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Script numbers: little-endian magnitude whose top bit is the sign; zero is empty. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/bytes.h"
#include "kaspa/script/item.h"

#include <optional>

namespace bt::kaspa::script {

//! The shortest encoding; up to 9 bytes (only for INT64_MIN).
[[nodiscard]] Item encodeNumber(std::int64_t value);
//! Exactly `size` bytes. \returns nothing if the number needs more.
[[nodiscard]] std::optional<Item> encodeNumber(std::int64_t value, std::size_t size);
//! Since Toccata numbers need not be minimal. \returns nothing for more than 8 bytes.
[[nodiscard]] std::optional<std::int64_t> decodeNumber(ByteView bytes);
//! False: empty, all zero, or negative zero.
[[nodiscard]] bool isTrue(ByteView bytes);

} // namespace bt::kaspa::script
