// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, what it means, what to do; spoken as it appears.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: line
    property string text: ""
    dangerous: true
    visible: text !== ""
    padding: Theme.spaceL
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: "error"
            color: Theme.danger
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: line.text
            Accessible.role: Accessible.AlertMessage
        }
    }
}
