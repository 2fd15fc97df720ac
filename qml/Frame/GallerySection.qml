// SPDX-License-Identifier: GPL-3.0-or-later
// A named part of the gallery.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: section
    property string title: ""
    spacing: Theme.spaceM
    Layout.fillWidth: true
    Layout.alignment: Qt.AlignTop
    BtLabel {
        kind: BtLabel.Small
        medium: true
        muted: true
        text: section.title
    }
}
