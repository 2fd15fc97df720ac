// SPDX-License-Identifier: GPL-3.0-or-later
// A day between messages.
import QtQuick
import Bt.Theme

Item {
    id: control
    property string text: ""
    implicitHeight: word.implicitHeight + Theme.spaceS
    implicitWidth: 320
    Accessible.role: Accessible.Separator
    Accessible.name: text
    Rectangle {
        anchors.left: parent.left
        anchors.right: word.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.lineWidth
        color: Theme.hairline
    }
    BtLabel {
        id: word
        anchors.centerIn: parent
        kind: BtLabel.Caption
        strong: true
        muted: true
        text: control.text
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        anchors.left: word.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.lineWidth
        color: Theme.hairline
    }
}
