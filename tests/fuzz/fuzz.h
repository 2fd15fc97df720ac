// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What every fuzz target has: an entry that libFuzzer or plain_main.cpp calls, and inputs to begin with.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace bt::fuzz {

//! Each target's own; plain_main.cpp mutates them, tests/fuzz/run gives them to libFuzzer.
[[nodiscard]] std::vector<Bytes> seeds();
//! A file of the official vectors; empty if it is absent.
[[nodiscard]] std::string vectorText(std::string_view relative);

//! Ends the process: the code under test broke a promise.
inline void demand(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "fuzz: %s\n", what);
    std::abort();
}

//! Takes choices and parts from the front of an input; zeros when it is used up.
class Source
{
public:
    explicit Source(ByteView data) : m_rest(data) {}
    std::uint8_t byte()
    {
        if (m_rest.empty()) return 0;
        const std::uint8_t out = m_rest[0];
        m_rest = m_rest.subspan(1);
        return out;
    }
    std::uint64_t number()
    {
        std::uint64_t out = 0;
        for (int i = byte() % 9; i > 0; --i) out = out << 8 | byte();
        return out;
    }
    //! A part with its length (two bytes) in front.
    ByteView part()
    {
        const std::size_t low = byte();
        const std::size_t wanted = low | static_cast<std::size_t>(byte()) << 8;
        const ByteView out = m_rest.first(std::min(m_rest.size(), wanted));
        m_rest = m_rest.subspan(out.size());
        return out;
    }
    ByteView rest() { return std::exchange(m_rest, {}); }

private:
    ByteView m_rest;
};

inline void appendPart(Bytes& to, ByteView part)
{
    appendLe(to, static_cast<std::uint16_t>(part.size()));
    append(to, part);
}

} // namespace bt::fuzz
