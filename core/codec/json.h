// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! JSON from and for strangers: a strict parser, RFC 8785 canonical text, and field access that returns errors instead
//! of throwing. Pure functions, no Qt. Thread safety: all functions are.
//! Integers are exact to 2^53 in canonical JSON: write amounts of money (sompi) as decimal strings.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace bt::codec {

//! Its own accessors throw on a wrong type: use the functions below on anything that came from outside.
using Json = nlohmann::json;

inline constexpr std::size_t kMaxJsonDepth = 100;

//! Parses one JSON text (RFC 8259, I-JSON): UTF-8 without byte order mark.
//! \returns the value; "codec.bad_json" for anything else than one JSON text, for lone surrogates, invalid UTF-8,
//! numbers
//!          outside a double, NaN or comments; "codec.duplicate_key"; "codec.json_too_deep" for more than 100 levels.
[[nodiscard]] Result<Json> parseJson(std::string_view text);

//! RFC 8785 (JCS): no spaces, members sorted by UTF-16 code units, numbers as ECMAScript writes them.
//! \returns the text; "codec.not_canonical" for an integer whose digits a double does not hold, a number that is not finite, text that is not
//!          UTF-8, or binary.
[[nodiscard]] Result<std::string> canonicalJson(const Json& value);

//! Fields of an object. Each returns "codec.missing_field" (also if `object` is no object) or "codec.wrong_type", with
//! the field's name as the detail.
[[nodiscard]] Result<std::string> textField(const Json& object, std::string_view name);
[[nodiscard]] Result<std::int64_t> intField(const Json& object, std::string_view name); //!< 1.0 is no integer
[[nodiscard]] Result<bool> boolField(const Json& object, std::string_view name);
[[nodiscard]] Result<const Json*> objectField(const Json& object, std::string_view name); //!< points into `object`
[[nodiscard]] Result<const Json*> arrayField(const Json& object, std::string_view name);  //!< points into `object`
//! A text field that is a decimal number without sign or leading zero (amounts); "codec.wrong_type" otherwise.
[[nodiscard]] Result<std::uint64_t> amountField(const Json& object, std::string_view name);
//! A text field of base64url that must decode to `size` bytes; "codec.wrong_type" otherwise.
[[nodiscard]] Result<Bytes> bytesField(const Json& object, std::string_view name, std::size_t size);

} // namespace bt::codec
