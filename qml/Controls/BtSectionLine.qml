// SPDX-License-Identifier: GPL-3.0-or-later
// The line above a group of rows: what they have in common, and one quiet action.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

Item {
    id: control
    property string text: ""
    property string note: ""
    property string actionText: ""
    property bool padded: false // inside a flush card
    signal action
    implicitWidth: line.implicitWidth
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceM) + (padded ? Theme.spaceM : 0)
    Layout.fillWidth: true
    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: control.padded ? Theme.spaceXl : 0
        anchors.rightMargin: control.padded ? Theme.spaceXl : 0
        anchors.topMargin: control.padded ? Theme.spaceS : 0
        spacing: Theme.spaceM
        BtLabel {
            id: words
            Layout.fillWidth: true
            strong: true
            text: control.text
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            visible: text !== ""
            kind: BtLabel.Small
            muted: true
            text: control.note
        }
        BtLink {
            visible: text !== ""
            quiet: true
            text: control.actionText
            onClicked: control.action()
        }
    }
}
