// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Script numbers and typed access to values, shared by codec.cpp and payload.cpp. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "kaspa/abi/types.h"

namespace bt::kaspa::abi {

inline tl::unexpected<Error> badValue(std::string why) { return fail("abi.bad_value", std::move(why)); }

//! Sign-magnitude, little endian; `size` 0: as short as possible.
[[nodiscard]] Result<Bytes> numberBytes(std::int64_t value, std::size_t size);
//! At most 8 bytes, in any encoding that the script engine takes.
[[nodiscard]] Result<std::int64_t> readNumber(ByteView bytes);

//! What a value holds, if it holds a T. \param what for the detail of "abi.bad_value".
template <typename T> [[nodiscard]] Result<T> want(const Value& value, const char* what)
{
    const T* found = std::get_if<T>(&value.v);
    if (found == nullptr) return badValue(std::string("expected ") + what);
    return *found;
}

} // namespace bt::kaspa::abi
