// SPDX-License-Identifier: GPL-3.0-or-later
// Long work with its share done, what it means meanwhile, and a way out. value 0 to 1, below 0: not known.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

BtCard {
    id: control
    property real value: 0
    property string title: ""
    property string detail: ""
    property string note: ""
    property bool cancellable: true
    signal cancel
    padding: Theme.spaceSide
    GridLayout {
        Layout.fillWidth: true
        columns: control.width / Theme.textScale < 400 ? 1 : 2
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.space2xs
        BtLabel {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            kind: BtLabel.Small
            strong: true
            text: control.title
        }
        BtLabel {
            Layout.alignment: Qt.AlignTop
            kind: BtLabel.Small
            muted: true
            figures: true
            wrapMode: Text.NoWrap
            visible: text !== ""
            //: Share of a long task done, %1 is a whole number
            text: control.detail !== "" ? control.detail : control.value >= 0 ? qsTr("%1 %").arg(Math.round(control.value * 100)) : ""
        }
    }
    Rectangle {
        id: track
        Layout.fillWidth: true
        implicitHeight: Theme.radiusSmall
        radius: height / 2
        color: Theme.sunken
        border.width: Theme.highContrast ? Theme.lineWidth : 0
        border.color: Theme.outline
        clip: true
        Accessible.role: Accessible.ProgressBar
        Accessible.name: control.title
        Accessible.description: control.note
        Rectangle {
            width: control.value >= 0 ? parent.width * Math.min(1, control.value) : parent.width / 3
            x: control.mirror ? parent.width - width : 0
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }
    readonly property bool mirror: LayoutMirroring.enabled
    RowLayout {
        Layout.fillWidth: true
        visible: control.note !== "" || control.cancellable
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: control.note
        }
        BtLink {
            visible: control.cancellable
            quiet: true
            //: Stops a long task
            text: qsTr("Cancel")
            onClicked: control.cancel()
        }
    }
}
