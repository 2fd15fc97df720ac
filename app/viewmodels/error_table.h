// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The rows behind errorText(): codes and families with their English sentences (context "Errors" for translators).
#pragma once

#include <cstddef>

namespace bt::app {

struct ErrorRow {
    const char* code;     //!< "store.full", or a family with its dot: "store."
    const char* sentence; //!< %1, %2 take the error's args
};
extern const ErrorRow kErrorRows[];
extern const std::size_t kErrorRowCount;
extern const ErrorRow kFeatureErrorRows[]; //!< more of the same, in a file of its own
extern const std::size_t kFeatureErrorRowCount;
extern const ErrorRow kErrorFamilies[];
extern const std::size_t kErrorFamilyCount;

} // namespace bt::app
