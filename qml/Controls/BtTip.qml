// SPDX-License-Identifier: GPL-3.0-or-later
// A word beside a control that has only an icon, after a short wait.
import QtQuick
import Bt.Theme

Item {
    id: tip
    property string text: ""
    property bool shown: false
    anchors.fill: parent

    Timer {
        id: wait
        interval: 700
        running: tip.shown && tip.text !== ""
    }
    Rectangle {
        z: 100
        x: Math.round((tip.width - width) / 2)
        y: tip.height + Theme.spaceXs
        visible: tip.shown && tip.text !== "" && !wait.running
        implicitWidth: words.implicitWidth + Theme.spaceL
        implicitHeight: words.implicitHeight + Theme.spaceS
        radius: Theme.radiusSmall
        color: Theme.raised
        border.width: Theme.lineWidth
        border.color: Theme.outline
        BtLabel {
            id: words
            anchors.centerIn: parent
            kind: BtLabel.Caption
            wrapMode: Text.NoWrap
            text: tip.text
            Accessible.ignored: true
        }
    }
}
