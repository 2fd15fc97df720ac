// SPDX-License-Identifier: GPL-3.0-or-later
// A button. Primary once a page at most; Danger for what takes something away.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Theme

T.Button {
    id: control
    enum Kind {
        Primary,
        Secondary,
        Soft,
        Quiet,
        Danger,
        Help
    }
    property int kind: BtButton.Secondary
    property string iconName: ""
    property bool large: false
    property string keyHint: ""

    property color ink: !enabled ? Theme.muted : kind === BtButton.Primary ? Theme.primaryInk : kind === BtButton.Soft ? Theme.softInk : kind === BtButton.Quiet ? Theme.primary : kind === BtButton.Danger ? Theme.danger : kind === BtButton.Help ? Theme.attention : Theme.text
    property color ground: !enabled ? Theme.sunken : kind === BtButton.Primary ? (down ? Theme.primaryPressed : hovered ? Theme.primaryHover : Theme.primary) : kind === BtButton.Soft ? Theme.primarySoft : kind === BtButton.Help ? Theme.attentionSoft : kind === BtButton.Quiet ? (down ? Theme.sunken : "transparent") : kind === BtButton.Danger && (hovered || down) ? Theme.dangerSoft : down ? Theme.sunken : Theme.raised

    implicitWidth: Math.max(implicitBackgroundWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(large ? Theme.targetLarge : kind === BtButton.Help ? Theme.targetHelp : Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: mirrored ? endPadding : startPadding
    rightPadding: mirrored ? startPadding : endPadding
    readonly property int endPadding: large ? Theme.spaceXl : kind === BtButton.Quiet ? Theme.spaceM : Theme.spaceL
    readonly property int startPadding: iconName !== "" ? Theme.spaceM : endPadding
    topPadding: Theme.spaceS
    bottomPadding: Theme.spaceS
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: large ? Theme.sizeBody : Theme.sizeSmall
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight
        RowLayout {
            id: line
            anchors.centerIn: parent
            spacing: Theme.spaceS
            width: Math.min(implicitWidth, parent.width)
            BtIcon {
                visible: control.iconName !== ""
                name: control.iconName
                color: control.ink
            }
            Text {
                Layout.fillWidth: true
                text: control.text
                textFormat: Text.PlainText
                font: control.font
                color: control.ink
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        implicitWidth: Theme.target
        radius: Theme.radiusField
        color: control.ground
        border.width: control.enabled && (control.kind === BtButton.Secondary || control.kind === BtButton.Danger || Theme.highContrast) ? Theme.lineWidth : 0
        border.color: control.kind === BtButton.Danger ? Theme.danger : Theme.outline
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: control.hovered && !control.down && (control.kind === BtButton.Secondary || control.kind === BtButton.Quiet || control.kind === BtButton.Soft || control.kind === BtButton.Help)
            color: Theme.hover
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
}
