// SPDX-License-Identifier: GPL-3.0-or-later
// A question and its answers as chips; each stays on or off. choices: [{code, name, on}]
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: group
    property string label: ""
    property string prefix: "" // of the objectNames
    property var choices: []
    signal toggled(string code)
    spacing: Theme.spaceXs
    visible: choices.length > 0 // a question without answers is none
    Layout.fillWidth: true
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    BtLabel {
        visible: text !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        medium: true
        text: group.label
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        Repeater {
            model: group.choices.length
            BtChip {
                required property int index
                readonly property var choice: group.choices[index] ?? ({})
                objectName: group.prefix + "-" + (choice.code ?? "")
                text: choice.name ?? ""
                checkable: false
                checked: choice.on ?? false
                onClicked: group.toggled(choice.code)
            }
        }
    }
}
