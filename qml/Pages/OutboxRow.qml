// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that waits for the network, and what can be done about it: beside the words, or beneath where room is scarce.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GridLayout {
    id: row
    property int index: 0
    property string title: ""
    property string words: ""
    property string spoken: ""
    property bool cancellable: false
    property bool replannable: false
    readonly property bool stacked: replannable || width / Theme.textScale < 560
    signal replanned
    signal takenBack
    columns: stacked ? 1 : 2
    columnSpacing: 0
    rowSpacing: 0

    BtRow {
        objectName: "outbox-" + row.index
        iconName: "waiting"
        title: row.title
        subtitle: row.words
        spoken: row.spoken
        plain: true
        divider: row.index > 0
    }
    Flow {
        visible: row.replannable || row.cancellable
        Layout.fillWidth: row.stacked
        Layout.leftMargin: row.stacked ? Theme.spaceXl + Theme.icon + Theme.spaceM : 0
        Layout.rightMargin: Theme.spaceXl
        Layout.bottomMargin: row.stacked ? Theme.spaceL : 0
        spacing: Theme.spaceS
        BtButton {
            objectName: "outbox-replan-" + row.index
            visible: row.replannable
            //: Button: plans a payment anew whose coins were spent elsewhere.
            text: qsTr("Try again with other coins")
            onClicked: row.replanned()
        }
        BtButton {
            objectName: "outbox-cancel-" + row.index
            visible: row.cancellable
            //: Button: takes back what waits.
            text: qsTr("Take back")
            onClicked: row.takenBack()
        }
    }
}
