// SPDX-License-Identifier: GPL-3.0-or-later
// A technical value with a copy button, under "What exactly happens?".
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

RowLayout {
    id: line
    property string label: ""
    property string value: ""
    signal copy(string text)
    spacing: Theme.spaceS
    visible: value !== ""
    Layout.fillWidth: true
    ColumnLayout {
        spacing: 0
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Caption
            muted: true
            text: line.label
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Caption
            wrapMode: Text.WrapAnywhere
            text: line.value
        }
    }
    BtIconButton {
        objectName: "copy-value"
        iconName: "copy"
        //: Button beside a technical value. %1 is its name.
        text: qsTr("Copy %1").arg(line.label)
        onClicked: line.copy(line.value)
    }
}
