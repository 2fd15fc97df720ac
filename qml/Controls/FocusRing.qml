// SPDX-License-Identifier: GPL-3.0-or-later
// The ring round whatever the keyboard is on: 2 px wide, 2 px outside its parent, or just inside it.
import QtQuick
import Bt.Theme

Rectangle {
    property real of: Theme.radiusField
    property bool inside: false
    objectName: "focusRing"
    anchors.fill: parent
    anchors.margins: inside ? 0 : -(Theme.ringWidth + Theme.ringGap)
    radius: inside ? of : of + Theme.ringWidth + Theme.ringGap
    color: "transparent"
    border.width: Theme.ringWidth
    border.color: Theme.focus
    z: 1
}
