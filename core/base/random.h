// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Randomness as a parameter. Pure; no Qt.
#pragma once

#include "base/bytes.h"
#include "base/fixed.h"
#include "base/secret.h"

#include <cstdint>

namespace bt {

//! Port: a source of bytes. Thread safety: as each class says.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;

    [[nodiscard]] Bytes bytes(std::size_t count);
    [[nodiscard]] Secret secret(std::size_t count);
    template <typename F> [[nodiscard]] F fixed()
    {
        F out;
        fill({out.data(), F::size});
        return out;
    }
    //! Uniform in [0, bound); bound > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

//! The kernel's generator. Thread-safe.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::uint8_t> out) override;
};

//! Deterministic (SplitMix64), for tests and simulations only; never for keys of people. One thread.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::uint64_t m_state;
};

} // namespace bt
