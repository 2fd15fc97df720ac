// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Start of the libraries below, once a process. Private to the module. Thread safety: all functions are.
#pragma once

namespace bt::crypto {

//! Starts libsodium on the first call; later calls cost one load.
void ensureSodium();
//! Ends the process: for a caller inside the program that broke a size rule. Never reached by input from outside.
[[noreturn]] void brokenInvariant(const char* what);
inline void require(bool holds, const char* what)
{
    if (!holds) brokenInvariant(what);
}

} // namespace bt::crypto
