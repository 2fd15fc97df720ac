// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The command `bettertherapy inspect WHAT`: explains a transaction, an output or a contract's state in plain words. Needs
//! no window, no persona and no key, and changes nothing. Main thread.
#pragma once

namespace bt::app {

//! \param argv "bettertherapy", "inspect", what to explain, options.
//! \returns 0; 1 if it was not found or is none of ours; 2 for a wrong call. Explanations go to stdout, all else to stderr.
[[nodiscard]] int inspectCommand(int argc, char** argv);

} // namespace bt::app
