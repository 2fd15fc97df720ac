// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences beneath one another, each for itself reachable by a screen reader.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: list
    property var lines: []
    property string prefix: "line"
    Layout.fillWidth: true
    spacing: Theme.space2xs
    Repeater {
        model: list.lines
        BtLabel {
            required property string modelData
            required property int index
            objectName: list.prefix + "-" + index
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: modelData
        }
    }
}
