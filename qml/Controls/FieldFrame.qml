// SPDX-License-Identifier: GPL-3.0-or-later
// Label above, edge around, hint or error below: what all fields share. The editor is the default child.
import QtQuick
import Bt.Theme

FocusScope {
    id: frame
    property string label: ""
    property string hint: ""
    property string error: ""
    property string suffix: ""
    property Item editor: null
    property bool ring: false // keyboard focus on something that is not a caret
    readonly property bool active: editor !== null && editor.activeFocus
    default property alias content: slot.data
    property alias trailing: tail.data
    property real boxHeight: Theme.fieldHeight
    implicitWidth: 240
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: frame.width
        spacing: Theme.radiusSmall
        BtLabel {
            width: parent.width
            visible: text !== ""
            kind: BtLabel.Small
            medium: true
            muted: !frame.enabled
            text: frame.label
            Accessible.ignored: true
        }
        Rectangle {
            id: box
            width: parent.width
            height: frame.boxHeight
            radius: Theme.radiusField
            color: frame.enabled ? Theme.raised : Theme.sunken
            border.width: !frame.enabled ? 0 : frame.error !== "" || (frame.active && !frame.ring) ? Theme.ringWidth : Theme.lineWidth
            border.color: frame.error !== "" ? Theme.danger : frame.active && !frame.ring ? Theme.primary : Theme.outline
            Item {
                id: slot
                anchors.fill: parent
                anchors.leftMargin: Theme.spaceM
                anchors.rightMargin: Theme.spaceM + (tail.width > 0 ? tail.width + Theme.spaceXs : 0)
                LayoutMirroring.childrenInherit: true
            }
            Row {
                id: tail
                anchors.right: parent.right
                anchors.rightMargin: frame.suffix !== "" ? Theme.spaceM : Theme.space2xs
                anchors.verticalCenter: parent.verticalCenter
                BtLabel {
                    visible: frame.suffix !== ""
                    muted: true
                    text: frame.suffix
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            FocusRing {
                visible: frame.ring && frame.active
            }
        }
        Row {
            visible: frame.error !== "" || frame.hint !== ""
            width: parent.width
            spacing: Theme.radiusSmall
            BtIcon {
                id: sign
                visible: frame.error !== ""
                name: "error"
                size: Theme.iconLine
                color: Theme.danger
            }
            BtLabel {
                width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                kind: BtLabel.Small
                text: frame.error !== "" ? frame.error : frame.hint
                color: frame.error !== "" ? Theme.danger : Theme.muted
                Accessible.role: frame.error !== "" ? Accessible.AlertMessage : Accessible.StaticText
            }
        }
    }
}
