// SPDX-License-Identifier: GPL-3.0-or-later
// Filter chips without a question; only one of a set is on. choices: [{code, name, on}]
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Controls
import Bt.Theme

Row {
    id: group
    property string prefix: ""
    property var choices: []
    signal toggled(string code)
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
