// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Changes of one field of a finished transaction. Thread safety: all functions are.
#pragma once

#include "interop/accept/kinds.h"

namespace bt::interop {

struct Mutation {
    const char* name;
    //! Changes the transaction; false if it has nothing of the kind.
    bool (*apply)(Built& tx, const ledger::ChainPoint& at, Random& random);
};
[[nodiscard]] const std::vector<Mutation>& mutations();

} // namespace bt::interop
