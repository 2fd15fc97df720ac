// SPDX-License-Identifier: GPL-3.0-or-later
// A name and what belongs to it, in two columns; below each other where the text is large.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GridLayout {
    id: row
    property string label: ""
    property string value: ""
    property int labelWidth: Theme.scaled(112)
    columns: width < 3 * labelWidth ? 1 : 2
    columnSpacing: 0
    rowSpacing: 0
    Layout.fillWidth: true
    BtLabel {
        Layout.preferredWidth: row.labelWidth
        Layout.alignment: Qt.AlignTop
        kind: BtLabel.Small
        muted: true
        text: row.label
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        text: row.value
    }
}
