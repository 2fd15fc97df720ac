// SPDX-License-Identifier: GPL-3.0-or-later
// A part that opens; also by Space and Enter on the part as a whole.
import QtQuick
import Bt.Controls

BtDetails {
    Keys.onSpacePressed: expanded = !expanded
    Keys.onReturnPressed: expanded = !expanded
}
