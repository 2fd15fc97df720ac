// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Frame

BtWindow {
    id: window
    property var icons: []
    property alias lock: lock
    property int opened: 0
    visible: true
    LockPage {
        id: lock
        width: parent.width
        height: parent.height
        onUnlock: ++window.opened
        onHelpRequested: window.showHelp()
    }
}
