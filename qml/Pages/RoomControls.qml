// SPDX-License-Identifier: GPL-3.0-or-later
// Under the conversation: end the visit, leave, Help now.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

RowLayout {
    id: controls
    property bool joined: false
    property bool closing: false
    signal end
    signal leave
    signal help
    spacing: Theme.spaceS
    BtButton {
        objectName: "room-end"
        visible: controls.joined && !controls.closing
        iconName: "sign"
        //: Button: shows the last steps of a visit (signing and paying).
        text: qsTr("End the visit")
        onClicked: controls.end()
    }
    BtButton {
        objectName: "room-leave"
        iconName: "leave"
        //: Button: out of the room; one may come back.
        text: qsTr("Leave")
        onClicked: controls.leave()
    }
    Item {
        Layout.fillWidth: true
    }
    BtButton {
        objectName: "room-help"
        kind: BtButton.Help
        iconName: "help"
        //: Button that opens the crisis lines.
        text: qsTr("Help now")
        onClicked: controls.help()
    }
}
