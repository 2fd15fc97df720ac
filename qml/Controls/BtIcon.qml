// SPDX-License-Identifier: GPL-3.0-or-later
// One icon of the project's set, tinted by a role. Arrows turn round in a right-to-left window.
import QtQuick
import Bt.Theme
import Bt.Ui

IconItem {
    id: icon
    property int size: Theme.icon
    color: Theme.text
    implicitWidth: size
    implicitHeight: size
    width: implicitWidth
    height: implicitHeight
    flipped: LayoutMirroring.enabled && " back forward send reply leave chevron-left chevron-right ".indexOf(" " + name + " ") >= 0
    Accessible.ignored: true
}
