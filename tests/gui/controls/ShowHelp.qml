// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Frame

BtWindow {
    id: window
    property var icons: []
    visible: true
    helpBeside: true
    LockPage {
        anchors.fill: parent
        beside: true
    }
    Component.onCompleted: showHelp()
}
