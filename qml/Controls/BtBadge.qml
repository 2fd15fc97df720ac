// SPDX-License-Identifier: GPL-3.0-or-later
// A word on a soft ground that says a state; with an icon where the state matters.
import QtQuick
import QtQuick.Shapes
import Bt.Theme

Item {
    id: badge
    enum Kind {
        Plain,
        Primary,
        Positive,
        Attention,
        Danger,
        Practice
    }
    property int kind: BtBadge.Plain
    property string text: ""
    property string iconName: ""
    readonly property color ink: [Theme.muted, Theme.softInk, Theme.positive, Theme.attention, Theme.danger, Theme.muted][kind]
    readonly property color ground: [Theme.sunken, Theme.primarySoft, Theme.positiveSoft, Theme.attentionSoft, Theme.dangerSoft, "transparent"][kind]
    implicitWidth: line.implicitWidth + Theme.spaceSide
    implicitHeight: Math.max(kind === BtBadge.Practice ? Theme.scaledHalf(28) : Theme.scaledHalf(24), line.implicitHeight + Theme.spaceXs)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Rectangle {
        anchors.fill: parent
        visible: badge.kind !== BtBadge.Practice
        radius: height / 2
        color: badge.ground
        border.width: Theme.highContrast ? Theme.lineWidth : 0
        border.color: badge.ink
    }
    DashedEdge {
        anchors.fill: parent
        visible: badge.kind === BtBadge.Practice
        radius: height / 2
    }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.radiusSmall
        BtIcon {
            visible: badge.iconName !== ""
            name: badge.iconName
            size: Theme.scaledHalf(14)
            color: badge.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        BtLabel {
            kind: BtLabel.Caption
            strong: badge.kind !== BtBadge.Practice
            medium: true
            color: badge.ink
            wrapMode: Text.NoWrap
            text: badge.text
            Accessible.ignored: true
        }
    }
}
