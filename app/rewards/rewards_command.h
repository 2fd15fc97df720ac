// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! `bettertherapy rewards`: the stewards' tool. Reads the pool from the network, plans steps of it, and signs only what it
//! has computed itself. Needs no display and no persona. GUI-less; one thread.
#pragma once

namespace bt::app {

//! \returns the exit code: 0, 1 (could not be done), 2 (not understood).
[[nodiscard]] int rewardsCommand(int argc, char** argv);

} // namespace bt::app
