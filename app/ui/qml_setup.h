// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What every program that shows the window does first: main, tests, the gallery. GUI thread.
#pragma once

class QQmlEngine;

namespace bt::ui {

//! Lets `engine` find the bundled modules (Bt.Theme, Bt.Controls, ...). Call before loading anything.
void setUpEngine(QQmlEngine& engine);

} // namespace bt::ui
