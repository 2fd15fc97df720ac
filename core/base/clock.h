// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Time as a parameter. Pure; no Qt. Thread safety: all classes here.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>

namespace bt {

//! Milliseconds since 1970-01-01T00:00:00Z (UTC, no leap seconds).
struct Millis {
    std::int64_t value = 0;
    auto operator<=>(const Millis&) const = default;
    [[nodiscard]] Millis plus(std::int64_t ms) const { return {value + ms}; }
    [[nodiscard]] std::int64_t minus(Millis other) const { return value - other.value; }
};

inline constexpr std::int64_t kSecond = 1000;
inline constexpr std::int64_t kMinute = 60 * kSecond;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;

//! Port: what time it is for the person and the network.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Millis now() const = 0;
};

//! The computer's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Millis now() const override;
};

//! A clock that moves only when told; for tests and vectors.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Millis start) : m_now(start.value) {}
    [[nodiscard]] Millis now() const override { return {m_now.load()}; }
    void advance(std::int64_t ms) { m_now += ms; }
    void set(Millis now) { m_now = now.value; }

private:
    std::atomic<std::int64_t> m_now;
};

} // namespace bt
