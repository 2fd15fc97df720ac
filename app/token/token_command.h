// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The command `bettertherapy token genesis`: gives a test network its BTAI and writes the record that names it.
#pragma once

namespace bt::app {

//! \returns the process' exit code: 0 done, 1 not possible now, 2 bad arguments.
int tokenCommand(int argc, char** argv);

} // namespace bt::app
