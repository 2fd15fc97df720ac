// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The only type that may hold keys and passphrases: locked memory, wiped on destruction, move-only, not
//! printable. Pure; no Qt. Thread safety: one thread at a time per object.
#pragma once

#include "base/bytes.h"

#include <cstddef>

namespace bt {

//! Secret bytes in guarded, locked memory (a locked mapping of its own, outside core dumps).
class Secret
{
public:
    Secret() = default;
    //! `size` zero bytes.
    explicit Secret(std::size_t size);
    //! A copy of `from`; the caller wipes its own.
    [[nodiscard]] static Secret copyOf(ByteView from);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    //! An explicit second copy, for the rare owner that needs one.
    [[nodiscard]] Secret clone() const { return copyOf(view()); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
    //! Wipes and frees now.
    void clear();

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

//! Overwrites memory in a way that the compiler keeps.
void wipe(void* data, std::size_t size);

} // namespace bt
