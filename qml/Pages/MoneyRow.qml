// SPDX-License-Identifier: GPL-3.0-or-later
// One payment, with the month above the first of it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: row
    required property string title
    required property string subtitle
    required property string icon
    required property string status
    required property string statusIcon
    required property string amount
    required property string coins
    required property bool income
    required property string heading
    required property string visitId
    required property string spoken
    property bool first: false
    readonly property bool narrow: width / Theme.textScale < 520
    signal opened
    spacing: 0
    Layout.fillWidth: true
    Rectangle {
        visible: row.heading !== ""
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.scaledHalf(32), head.implicitHeight + Theme.spaceM)
        radius: row.first ? Theme.radiusCard - 1 : 0
        color: Theme.sunken
        Rectangle {
            width: parent.width
            height: parent.radius
            anchors.bottom: parent.bottom
            color: parent.color
        }
        BtLabel {
            id: head
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.spaceXl
            kind: BtLabel.Caption
            strong: true
            muted: true
            text: row.heading
            Accessible.role: Accessible.Heading
        }
    }
    BtRow {
        id: button
        objectName: row.objectName + "-open"
        Layout.fillWidth: true
        iconName: row.icon
        title: row.title
        subtitle: row.narrow ? row.subtitle + " · " + row.status : row.subtitle
        spoken: row.spoken
        divider: row.heading === ""
        plain: row.visitId === ""
        chevron: false
        onClicked: if (row.visitId !== "")
            row.opened()
        Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        RowLayout {
            visible: !row.narrow
            Layout.fillWidth: false
            Layout.preferredWidth: Theme.scaled(136)
            Layout.minimumWidth: Theme.scaled(136)
            spacing: Theme.spaceS
            BtIcon {
                name: row.statusIcon
                size: Theme.iconSmall
                color: Theme.muted
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: row.status
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            Layout.fillWidth: false
            Layout.minimumWidth: row.narrow ? 0 : Theme.scaled(120)
            Layout.preferredWidth: row.narrow ? -1 : Theme.scaled(120)
            spacing: 0
            BtLabel {
                Layout.alignment: Qt.AlignRight
                strong: true
                figures: true
                color: row.income ? Theme.positive : Theme.text
                wrapMode: Text.NoWrap
                text: row.amount
                Accessible.ignored: true
            }
            BtLabel {
                Layout.alignment: Qt.AlignRight
                kind: BtLabel.Caption
                muted: true
                figures: true
                wrapMode: Text.NoWrap
                text: row.coins
                Accessible.ignored: true
            }
        }
    }
}
