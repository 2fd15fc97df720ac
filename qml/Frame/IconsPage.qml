// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon with its name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtPage {
    id: page
    title: "Icons"
    property var names: []
    GridLayout {
        columns: Math.max(2, Math.floor(page.pageWidth / (110 * Theme.textScale)))
        Layout.fillWidth: true
        Repeater {
            model: page.names
            ColumnLayout {
                id: cell
                required property string modelData
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.scaledHalf(100)
                spacing: Theme.spaceM
                BtIcon {
                    Layout.alignment: Qt.AlignHCenter
                    name: cell.modelData
                    size: Theme.iconLarge
                }
                BtLabel {
                    Layout.alignment: Qt.AlignHCenter
                    kind: BtLabel.Caption
                    muted: true
                    text: cell.modelData
                }
            }
        }
    }
}
