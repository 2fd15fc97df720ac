// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence that floats at the bottom, with at most one thing to do.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

Item {
    id: toast
    property string text: ""
    property string iconName: "check-circle"
    property string tone: "positive" // positive, plain, danger
    property string actionText: ""
    signal action
    signal closed
    implicitWidth: 480
    implicitHeight: Math.max(Theme.rowHeight, line.implicitHeight + Theme.spaceL)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    BtFloat {
        anchors.fill: parent
    }
    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceS
        spacing: Theme.spaceM
        BtIcon {
            name: toast.iconName
            color: toast.tone === "danger" ? Theme.danger : toast.tone === "positive" ? Theme.positive : Theme.muted
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: toast.text
            Accessible.ignored: true
        }
        BtButton {
            visible: text !== ""
            kind: BtButton.Quiet
            text: toast.actionText
            onClicked: {
                toast.action();
                toast.closed();
            }
        }
    }
}
