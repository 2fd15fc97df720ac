// SPDX-License-Identifier: GPL-3.0-or-later
// A small number on the colour of action.
import QtQuick
import Bt.Controls
import Bt.Theme

Rectangle {
    property int value: 0
    implicitHeight: Theme.scaledHalf(20)
    implicitWidth: Math.max(implicitHeight, digits.implicitWidth + 10)
    radius: height / 2
    color: Theme.primary
    Accessible.ignored: true
    BtLabel {
        id: digits
        anchors.centerIn: parent
        kind: BtLabel.Caption
        strong: true
        lineHeightMode: Text.ProportionalHeight
        lineHeight: 1
        wrapMode: Text.NoWrap
        color: Theme.primaryInk
        text: parent.value > 99 ? "99+" : parent.value
        Accessible.ignored: true
    }
}
