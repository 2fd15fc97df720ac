// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Frame

BtWindow {
    id: window
    property var icons: []
    visible: true
    IconsPage {
        anchors.fill: parent
        names: window.icons
        showTitle: true
    }
}
