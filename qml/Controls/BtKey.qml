// SPDX-License-Identifier: GPL-3.0-or-later
// A key or two, as printed on the keyboard.
import QtQuick
import Bt.Theme

BtLabel {
    property bool framed: false
    muted: true
    medium: true
    font.pixelSize: Theme.sizeKey
    lineHeightMode: Text.ProportionalHeight
    lineHeight: 1
    wrapMode: Text.NoWrap
    leftPadding: Theme.spaceXs
    rightPadding: Theme.spaceXs
    Accessible.ignored: true
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -Theme.space2xs
        anchors.bottomMargin: -Theme.space2xs
        visible: parent.framed
        color: "transparent"
        radius: Theme.spaceXs
        border.width: Theme.lineWidth
        border.color: Theme.hairline
    }
}
