// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! `bettertherapy watch LIST`: pushes the steps of visits whose time has come, without any key of theirs. Needs no display.
#pragma once

namespace bt::app {

//! \returns the exit code: 0 all that was due is done, or nothing was; 1 something could not be done now; 2 the call or a file
//! is wrong.
[[nodiscard]] int watchCommand(int argc, char** argv);

} // namespace bt::app
