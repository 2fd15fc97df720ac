// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Byte strings and views. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bt {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

//! The bytes of a text, without a copy; valid as long as the text is.
[[nodiscard]] inline ByteView viewOf(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }
[[nodiscard]] inline Bytes bytesOf(std::string_view text) { return Bytes(text.begin(), text.end()); }
[[nodiscard]] inline Bytes bytesOf(ByteView view) { return Bytes(view.begin(), view.end()); }
[[nodiscard]] inline std::string textOf(ByteView view) { return std::string(view.begin(), view.end()); }

inline void append(Bytes& to, ByteView more) { to.insert(to.end(), more.begin(), more.end()); }
//! Not constant-time: for public bytes only (secrets: crypto::equalSecret).
[[nodiscard]] inline bool equal(ByteView a, ByteView b) { return std::ranges::equal(a, b); }

//! Appends `value` as sizeof(T) little-endian bytes.
template <typename T> void appendLe(Bytes& to, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i) to.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i)));
}
//! Reads sizeof(T) little-endian bytes; the caller has checked that they are there.
template <typename T> [[nodiscard]] T readLe(ByteView from)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) value |= static_cast<std::uint64_t>(from[i]) << (8 * i);
    return static_cast<T>(value);
}

} // namespace bt
