// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Errors are values: Result, Error, fail() and BT_TRY. Pure; no Qt. Thread safety: all of it.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bt {

//! Why an operation failed. `code` is a dotted name from one table ("kaspa.script.eval_false");
//! app/ makes the sentence a person reads from code and args; `detail` is English, for the log
//! only, and never holds keys, plaintext or names.
struct Error {
    std::string_view code;         //!< always a string literal: it must outlive the error
    std::vector<std::string> args; //!< figures for the sentence, already without secrets
    std::string detail;
};

template <typename T> using Result = tl::expected<T, Error>;

//! Makes the error branch of a Result. \param code a string literal.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, {}, std::move(detail)});
}

//! Same, with arguments for the sentence that a person reads.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code, std::vector<std::string> args, std::string detail)
{
    return tl::unexpected<Error>(Error{code, std::move(args), std::move(detail)});
}

} // namespace bt

#define BT_CONCAT_(a, b) a##b
#define BT_CONCAT(a, b) BT_CONCAT_(a, b)
#define BT_TRY_(decl, expr, tmp)                                                                                                           \
    auto tmp = (expr);                                                                                                                     \
    if (!tmp) return ::tl::unexpected(std::move(tmp).error());                                                                             \
    decl = *std::move(tmp)
//! `BT_TRY(auto x, f());` binds the value, or returns f()'s error to our caller.
#define BT_TRY(decl, expr) BT_TRY_(decl, expr, BT_CONCAT(btTry_, __LINE__))
#define BT_CHECK_(expr, tmp)                                                                                                               \
    do {                                                                                                                                   \
        auto tmp = (expr);                                                                                                                 \
        if (!tmp) return ::tl::unexpected(std::move(tmp).error());                                                                         \
    } while (false)
//! `BT_CHECK(f());` for a Result<void> (or one whose value is not needed): returns f()'s error to our caller.
#define BT_CHECK(expr) BT_CHECK_(expr, BT_CONCAT(btCheck_, __LINE__))
