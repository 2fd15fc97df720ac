// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Types and values of the contract ABI (KCC-1): what stands in a program's state and in an entry's arguments. Pure; no
//! Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace bt::kaspa::abi {

enum class Kind { Int, Temporal, Bool, Byte, String, Pubkey, Sig, Datasig, Record };

//! A type: a base and its array dimensions from inner to outer; an empty dimension is of any length. `byte[32]` is
//! {Byte, {32}}, `Point[]` is {Record, "Point", {nothing}}.
struct Type {
    Kind kind = Kind::Int;
    std::string record; //!< name, when kind is Record
    std::vector<std::optional<std::size_t>> dims;

    [[nodiscard]] bool isArray() const { return !dims.empty(); }
    [[nodiscard]] bool isBytes() const { return kind == Kind::Byte && dims.size() == 1; }
    //! The type of one element; the caller has checked isArray().
    [[nodiscard]] Type element() const;
    bool operator==(const Type&) const = default;
};

struct Field {
    std::string name;
    Type type;
    bool operator==(const Field&) const = default;
};
//! The records that types may name; fields in the order of their declaration.
using Records = std::map<std::string, std::vector<Field>, std::less<>>;

struct Value;
using List = std::vector<Value>; //!< array elements
using RecordValue = std::map<std::string, Value, std::less<>>;

//! A value: int and temporal are std::int64_t (-2^63 has no encoding); byte is std::uint8_t; byte arrays, pubkey, sig
//! and datasig are Bytes; string is std::string (UTF-8).
struct Value {
    std::variant<std::int64_t, bool, std::uint8_t, Bytes, std::string, List, RecordValue> v;
    Value() = default;
    Value(std::int64_t x) : v(x) {}
    Value(int x) : v(std::int64_t{x}) {}
    Value(bool x) : v(x) {}
    Value(std::uint8_t x) : v(x) {}
    Value(Bytes x) : v(std::move(x)) {}
    Value(ByteView x) : v(Bytes(x.begin(), x.end())) {}
    Value(std::string x) : v(std::move(x)) {}
    Value(List x) : v(std::move(x)) {}
    Value(RecordValue x) : v(std::move(x)) {}
    bool operator==(const Value&) const = default;
};

//! [A-Za-z_][A-Za-z0-9_]*, as KCC-1 asks of every name.
[[nodiscard]] bool isIdentifier(std::string_view name);
//! Parses a canonical type name: "int", "byte[32]", "Point[2]"; records must be known and must not contain themselves.
//! \returns "abi.bad_type" with the name in args otherwise; at most 256 characters and 8 dimensions.
[[nodiscard]] Result<Type> parseType(std::string_view name, const Records& records);
//! The name that a dispatch signature uses: records by structure, "{int,byte[32]}[]".
[[nodiscard]] Result<std::string> dispatchTypeName(const Type& type, const Records& records);
//! Bytes of a fixed-size payload; "abi.bad_type" for strings and open arrays.
[[nodiscard]] Result<std::size_t> payloadSize(const Type& type);
//! Replaces records by their fields, depth first; an array of records becomes one array per field.
[[nodiscard]] Result<std::vector<Field>> flatten(const Field& field, const Records& records);

} // namespace bt::kaspa::abi
