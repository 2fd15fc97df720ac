// SPDX-License-Identifier: GPL-3.0-or-later
// "Licensed in Berlin", with its sign, and when it was checked.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

RowLayout {
    id: line
    property string text: ""
    property string checked: ""
    property bool ok: true
    spacing: Theme.radiusSmall
    BtIcon {
        name: line.ok ? "licence" : "warning"
        size: Theme.iconLine
        color: line.ok ? Theme.positive : Theme.danger
    }
    BtLabel {
        kind: BtLabel.Small
        medium: true
        Layout.fillWidth: line.checked === ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        color: line.ok ? Theme.positive : Theme.danger
        text: line.text
    }
    BtLabel {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.spaceXs
        visible: text !== ""
        kind: BtLabel.Small
        muted: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: line.checked
    }
}
