// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Frame

BtWindow {
    id: window
    property var icons: []
    visible: true
    helpBeside: true
    LockPage {
        width: window.width > 1000 ? 480 : window.width
        height: parent.height
    }
    Rectangle {
        anchors.fill: parent
        z: -1
        color: "transparent"
    }
    Component.onCompleted: showHelp()
}
