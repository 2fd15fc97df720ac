// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What KCC-1 demands of a program's interface as a whole: types that have an encoding, records that end, entrypoints that
//! can be told apart. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "kaspa/abi/codec.h"

namespace bt::kaspa::abi {

struct Entrypoint {
    std::string name;
    std::vector<Type> arguments;
};

//! The type and all that it holds: dynamic arrays of fixed, positive element sizes only; arrays of records only if every
//! leaf has one; known records (KCC-1 3.4.5, 3.4.6). "abi.bad_type" says what is wrong.
[[nodiscard]] Result<void> checkType(const Type& type, const Records& records);
//! Reads a type name and checks it.
[[nodiscard]] Result<void> checkType(std::string_view name, const Records& records);
//! Every record: a name that no built-in type has, fields with different names, types as above. "abi.bad_type".
[[nodiscard]] Result<void> checkRecords(const Records& records);
//! At least one entrypoint, names that are identifiers, arguments as above ("abi.bad_type", "abi.no_entrypoint"); all
//! dispatch tags different ("abi.same_tag", args: the two names).
[[nodiscard]] Result<void> checkEntrypoints(const std::vector<Entrypoint>& entrypoints, const Records& records);

} // namespace bt::kaspa::abi
