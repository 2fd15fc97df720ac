// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is in a short sequence: words with arrows between, the present one in bold.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Theme

Flow {
    id: control
    property var steps: []
    property int current: 0
    spacing: Theme.spaceS
    Accessible.role: Accessible.StaticText
    //: Spoken place in a sequence: %1 of %2, then the step's name
    Accessible.name: qsTr("Step %1 of %2: %3").arg(current + 1).arg(steps.length).arg(steps[current] ?? "")
    Repeater {
        model: control.steps
        Row {
            id: step
            required property int index
            required property string modelData
            spacing: Theme.spaceS
            BtIcon {
                visible: step.index > 0
                name: "chevron-right"
                size: Theme.iconSmall
                color: Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
            BtLabel {
                kind: BtLabel.Small
                strong: step.index === control.current
                muted: step.index !== control.current
                wrapMode: Text.NoWrap
                text: step.modelData
                Accessible.ignored: true
            }
        }
    }
}
