// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The command `bettertherapy verify-consent FILE`: says in words whether there was a consent at a time, by a proof that
//! somebody saved, and holds it against a node's chain. Needs no window, no persona and no key, and changes nothing. Main
//! thread.
#pragma once

namespace bt::app {

//! \param argv "bettertherapy", "verify-consent", the file, options.
//! \returns 0 if there was one; 1 if there was none; 3 if it cannot be said; 4 if the file does not hold; 2 for a wrong
//! call. The statement goes to stdout, all else to stderr.
[[nodiscard]] int verifyConsentCommand(int argc, char** argv);

} // namespace bt::app
