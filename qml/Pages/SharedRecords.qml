// SPDX-License-Identifier: GPL-3.0-or-later
// What others let one read, as long as they do.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property ConsentsViewModel model
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over texts that others let one read.
        text: qsTr("What you may read")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: card.model.shared
        ColumnLayout {
            id: one
            required property int index
            required property var model
            Layout.fillWidth: true
            spacing: Theme.spaceXs
            BtLine {
                visible: one.index > 0
            }
            BtLabel {
                Layout.fillWidth: true
                strong: true
                text: one.model.title
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Caption
                muted: true
                text: one.model.line
            }
            BtLabel {
                objectName: "shared-text-" + one.index
                Layout.fillWidth: true
                visible: text !== ""
                text: one.model.text
            }
        }
    }
}
