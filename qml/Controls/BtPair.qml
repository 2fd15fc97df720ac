// SPDX-License-Identifier: GPL-3.0-or-later
// A word at the start, a figure at the end: the lines of a bill.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

RowLayout {
    id: pair
    property string label: ""
    property string value: ""
    property bool muted: false
    property bool strong: false
    property bool total: false
    spacing: Theme.spaceL
    Layout.fillWidth: true
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value
    BtLabel {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignBaseline
        kind: pair.total ? BtLabel.Body : BtLabel.Small
        strong: pair.strong || pair.total
        muted: pair.muted
        text: pair.label
        Accessible.ignored: true
    }
    BtLabel {
        Layout.alignment: Qt.AlignBaseline
        kind: pair.total ? BtLabel.Heading : BtLabel.Small
        figures: !pair.total
        strong: pair.strong || pair.total
        muted: pair.muted
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
        text: pair.value
        Accessible.ignored: true
    }
}
