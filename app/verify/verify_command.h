// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! `bettertherapy verify FILE`: says in words what holds of a signed receipt. Needs no profile, no key and no network.
#pragma once

namespace bt::app {

//! \returns the exit code: 0 if everything signed holds, 1 if the file was changed or is none, 2 for a wrong call.
int verifyCommand(int argc, char** argv);

} // namespace bt::app
