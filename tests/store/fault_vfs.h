// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A disk that fails: a VFS below the sealing one (it becomes SQLite's default), which counts writes, syncs and
//! truncations and at the chosen one fails, tears the write and dies, or takes the power away with everything that was
//! not synced. Tests only; one thread.
#pragma once

#include <cstdint>

namespace bt::test {

enum class Fault {
    None,
    IoError,  //!< this operation fails, later ones work
    Full,     //!< this and every later write fails for lack of room until the fault is cleared
    TearExit, //!< half of the write reaches the file, then the process dies
    PowerCut, //!< of what was not synced a random part reaches the disk, then the process dies
};

//! Registers the VFS as the default. Call before the first database is opened.
void installFaultVfs();
//! Arms: the `nth` operation from now (1 = the next) has the fault. `seed` decides what a power cut keeps.
void setFault(Fault fault, int nth, std::uint64_t seed = 0);
//! Operations since setFault().
int faultOperations();

} // namespace bt::test
