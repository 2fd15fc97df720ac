// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Byte strings of a fixed size whose type says what they are, so that a hash cannot pass for a key.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <array>
#include <compare>
#include <cstring>
#include <functional>

namespace bt {

template <std::size_t N, typename Tag> struct Fixed {
    static constexpr std::size_t size = N;
    std::array<std::uint8_t, N> bytes{};

    [[nodiscard]] ByteView view() const { return {bytes.data(), N}; }
    [[nodiscard]] std::uint8_t* data() { return bytes.data(); }
    [[nodiscard]] const std::uint8_t* data() const { return bytes.data(); }
    [[nodiscard]] bool isZero() const
    {
        return std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; });
    }
    auto operator<=>(const Fixed&) const = default;

    //! \returns the value; "base.bad_size" unless `from` has exactly N bytes.
    [[nodiscard]] static Result<Fixed> from(ByteView from)
    {
        if (from.size() != N) return fail("base.bad_size", "expected " + std::to_string(N) + " bytes");
        Fixed out;
        std::memcpy(out.bytes.data(), from.data(), N);
        return out;
    }
};

using Hash256 = Fixed<32, struct Hash256Tag>; //!< a 32-byte digest whose meaning its user knows

} // namespace bt

template <std::size_t N, typename Tag> struct std::hash<bt::Fixed<N, Tag>> {
    std::size_t operator()(const bt::Fixed<N, Tag>& f) const noexcept
    {
        std::size_t h = 0;
        std::memcpy(&h, f.bytes.data(), std::min(N, sizeof h));
        return h;
    }
};
