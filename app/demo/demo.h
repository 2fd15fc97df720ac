// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! `--demo`: the main job, played by nobody, in two windows.
#pragma once

#include <QString>

namespace bt::app {

//! Plays the story in a fresh folder (under `output` if given, else a temporary one), prints each step with its
//! transaction, fee and time, saves a picture of each screen in light and dark, and prints "screenshots: FOLDER" last.
//! \returns 0, or 1 if any step failed (its name was printed).
int runDemo(const QString& output);

} // namespace bt::app
