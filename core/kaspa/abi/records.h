// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Records in values: taking them apart into the leaves that stand on the wire, and putting them together again. Used
//! by codec.cpp. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "kaspa/abi/types.h"

#include <span>

namespace bt::kaspa::abi {

//! One leaf of a value: a type without records, and its value.
struct Leaf {
    Type type;
    Value value;
};
//! The leaves beside flatten(): "abi.bad_value" if the value does not have the record's fields exactly.
[[nodiscard]] Result<std::vector<Leaf>> splitValue(const Type& type, const Value& value, const Records& records);
//! Takes the leaves that `type` needs from the front of `leaves`. "abi.bad_value" if arrays of one record differ in
//! length.
[[nodiscard]] Result<Value> joinValue(const Type& type, std::span<const Value>& leaves, const Records& records);

} // namespace bt::kaspa::abi
