// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The arguments of a call as the readers of spends take them apart. Private to core/contract. Pure; no Qt. Thread safety:
//! const functions are.
#pragma once

#include "base/result.h"
#include "kaspa/abi/program.h"

namespace bt::contract {

//! Reads one call; both must outlive it. Every function returns "contract.unreadable" (args: what is read) for an argument
//! that is missing or of another kind.
class Arguments
{
public:
    Arguments(const kaspa::abi::Call& call, const char* what) : m_call(call), m_what(what) {}

    [[nodiscard]] tl::unexpected<Error> unreadable(const char* why) const { return fail("contract.unreadable", {m_what}, why); }
    template <typename T> [[nodiscard]] Result<T> at(std::size_t index) const
    {
        const T* value = index < m_call.arguments.size() ? std::get_if<T>(&m_call.arguments[index].v) : nullptr;
        if (value == nullptr) return unreadable("an argument is missing");
        return *value;
    }
    //! Bytes of one size: a hash, a key.
    template <typename F> [[nodiscard]] Result<F> fixed(std::size_t index) const
    {
        BT_TRY(const Bytes bytes, at<Bytes>(index));
        const auto out = F::from(bytes);
        if (!out) return unreadable("an argument of another size");
        return *out;
    }
    //! A number that the program has held to be zero or more.
    [[nodiscard]] Result<std::uint64_t> number(std::size_t index) const
    {
        BT_TRY(const std::int64_t value, at<std::int64_t>(index));
        if (value < 0) return unreadable("a negative number");
        return static_cast<std::uint64_t>(value);
    }

private:
    const kaspa::abi::Call& m_call;
    const char* m_what;
};

} // namespace bt::contract
