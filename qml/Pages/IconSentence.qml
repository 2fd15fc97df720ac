// SPDX-License-Identifier: GPL-3.0-or-later
// An icon and a sentence beside it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

RowLayout {
    id: line
    property string iconName: ""
    property string text: ""
    property bool muted: false
    property color tint: Theme.muted
    spacing: Theme.spaceM
    Layout.fillWidth: true
    BtIcon {
        Layout.alignment: Qt.AlignTop
        name: line.iconName
        size: Theme.icon
        color: line.tint
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: line.muted
        text: line.text
    }
}
