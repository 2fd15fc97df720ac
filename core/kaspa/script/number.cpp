// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/number.h"

#include <array>

namespace bt::kaspa::script {

namespace {

struct Digits {
    std::array<std::uint8_t, 9> bytes{};
    std::size_t size = 0;
};

// The magnitude, with a zero byte on top when its highest bit would read as the sign.
Digits magnitude(std::int64_t value)
{
    Digits d;
    std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    for (; rest != 0; rest >>= 8) d.bytes[d.size++] = static_cast<std::uint8_t>(rest);
    if (d.size != 0 && (d.bytes[d.size - 1] & 0x80) != 0) d.bytes[d.size++] = 0;
    return d;
}

} // namespace

Item encodeNumber(std::int64_t value)
{
    Digits d = magnitude(value);
    if (value < 0) d.bytes[d.size - 1] |= 0x80;
    return Item(ByteView(d.bytes.data(), d.size));
}

std::optional<Item> encodeNumber(std::int64_t value, std::size_t size)
{
    const Digits d = magnitude(value);
    if (d.size > size) return std::nullopt;
    Item out(size);
    std::copy_n(d.bytes.begin(), d.size, out.data());
    if (value < 0) out.data()[size - 1] |= 0x80;
    return out;
}

std::optional<std::int64_t> decodeNumber(ByteView bytes)
{
    if (bytes.size() > 8) return std::nullopt;
    if (bytes.empty()) return 0;
    std::uint64_t value = bytes.back() & 0x7f;
    for (std::size_t i = bytes.size() - 1; i-- > 0;) value = (value << 8) | bytes[i];
    const auto positive = static_cast<std::int64_t>(value); // at most 63 bits
    return (bytes.back() & 0x80) != 0 ? -positive : positive;
}

bool isTrue(ByteView bytes)
{
    if (bytes.empty()) return false;
    if ((bytes.back() & 0x7f) != 0) return true;
    return std::ranges::any_of(bytes.first(bytes.size() - 1), [](std::uint8_t b) { return b != 0; });
}

} // namespace bt::kaspa::script
