// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reading and writing fixed layouts. Private to the module. Thread safety: one thread an object.
#pragma once

#include "base/fixed.h"
#include "base/secret.h"

#include <cstring>

namespace bt::messaging {

//! Reads from the front; after the first read beyond the end everything is zero and ok() is false.
class WireReader
{
public:
    explicit WireReader(ByteView from) : m_rest(from) {}
    [[nodiscard]] ByteView take(std::size_t size)
    {
        if (!m_ok || size > m_rest.size()) {
            m_ok = false;
            return {};
        }
        const ByteView out = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return out;
    }
    template <typename T> [[nodiscard]] T le()
    {
        const ByteView raw = take(sizeof(T));
        return raw.empty() ? T{} : readLe<T>(raw);
    }
    template <typename F> [[nodiscard]] F fixed()
    {
        F out;
        const ByteView raw = take(F::size);
        if (!raw.empty()) std::memcpy(out.data(), raw.data(), F::size);
        return out;
    }
    //! A count that the rest can hold at `each` bytes an item, at most `most`.
    [[nodiscard]] std::size_t count(std::size_t most, std::size_t each)
    {
        const auto out = le<std::uint32_t>();
        if (out > most || out > m_rest.size() / each) m_ok = false;
        return m_ok ? out : 0;
    }
    [[nodiscard]] bool flag()
    {
        const auto out = le<std::uint8_t>();
        if (out > 1) m_ok = false;
        return out == 1;
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] ByteView rest() const { return m_rest; }

private:
    ByteView m_rest;
    bool m_ok = true;
};

//! Grows in locked memory; what it outgrows is wiped.
class SecretWriter
{
public:
    void put(ByteView bytes)
    {
        if (bytes.empty()) return;
        if (m_size + bytes.size() > m_memory.size()) {
            Secret larger(std::max<std::size_t>(4096, (m_size + bytes.size()) * 2));
            if (m_size > 0) std::memcpy(larger.data(), m_memory.data(), m_size);
            m_memory = std::move(larger);
        }
        std::memcpy(m_memory.data() + m_size, bytes.data(), bytes.size());
        m_size += bytes.size();
    }
    template <typename T> void le(T value)
    {
        Bytes raw;
        appendLe(raw, value);
        put(raw);
    }
    [[nodiscard]] Secret finish() const { return Secret::copyOf({m_memory.data(), m_size}); }

private:
    Secret m_memory;
    std::size_t m_size = 0;
};

} // namespace bt::messaging
