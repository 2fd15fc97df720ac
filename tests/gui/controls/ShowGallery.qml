// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Frame

BtWindow {
    property var icons: []
    visible: true
    GalleryPage {
        anchors.fill: parent
        showTitle: true
    }
}
