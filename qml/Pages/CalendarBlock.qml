// SPDX-License-Identifier: GPL-3.0-or-later
// One visit, request or free time in the calendar.
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

T.AbstractButton {
    id: block
    required property int index
    required property string visitId
    required property int day
    required property int from
    required property int to
    required property string title
    required property string time
    required property string kind
    required property string spoken
    readonly property color ink: kind === "asks" ? Theme.attention : kind === "free" || kind === "past" ? Theme.muted : Theme.softInk
    signal opened
    signal moved(int by)
    enabled: visitId !== ""
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: spoken
    onClicked: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()
    Keys.onUpPressed: moved(-1)
    Keys.onDownPressed: moved(1)
    Keys.onLeftPressed: moved(-1)
    Keys.onRightPressed: moved(1)
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: block.clicked()
    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: block.kind !== "free" && block.kind !== "waiting"
            radius: Theme.radiusSmall
            color: block.kind === "asks" ? Theme.attentionSoft : block.kind === "past" ? Theme.sunken : Theme.primarySoft
        }
        Rectangle {
            visible: block.kind === "visit" || block.kind === "past"
            x: block.mirrored ? parent.width - width - 2 : 2
            y: 3
            width: 3
            height: parent.height - 6
            radius: 1
            color: block.kind === "past" ? Theme.outline : Theme.primary
        }
        DashedEdge {
            anchors.fill: parent
            visible: block.kind === "free" || block.kind === "waiting" || block.kind === "asks"
            radius: Theme.radiusSmall
        }
        FocusRing {
            of: Theme.radiusSmall
            visible: block.visualFocus || block.activeFocus
        }
    }
    contentItem: Item {
        clip: true
        Column {
            x: block.mirrored ? 0 : Theme.spaceM
            width: parent.width - Theme.spaceM - Theme.spaceXs
            y: Theme.space2xs
            BtLabel {
                width: parent.width
                kind: BtLabel.Caption
                strong: block.kind !== "free"
                color: block.ink
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: block.title
                Accessible.ignored: true
            }
            BtLabel {
                width: parent.width
                visible: block.kind !== "free"
                kind: BtLabel.Caption
                figures: true
                color: block.ink
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: block.time
                Accessible.ignored: true
            }
        }
    }
}
