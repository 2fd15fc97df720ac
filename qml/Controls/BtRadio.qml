// SPDX-License-Identifier: GPL-3.0-or-later
// One of several; arrow keys move between those of one parent.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.RadioButton {
    id: control
    property string note: ""
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceS)
    implicitWidth: ring.width + (text !== "" ? Theme.spaceM + Math.max(title.implicitWidth, more.implicitWidth) : 0)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: note !== "" ? text + ". " + note : text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: control.toggle()
    contentItem: Item {
        implicitHeight: words.implicitHeight
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: control.mirrored ? 0 : ring.width + Theme.spaceM
            width: parent.width - ring.width - Theme.spaceM
            BtLabel {
                id: title
                width: parent.width
                text: control.text
                color: control.enabled ? Theme.text : Theme.muted
                Accessible.ignored: true
            }
            BtLabel {
                id: more
                width: parent.width
                visible: text !== ""
                kind: BtLabel.Small
                muted: true
                text: control.note
                Accessible.ignored: true
            }
        }
    }
    indicator: Rectangle {
        id: ring
        width: Theme.scaledHalf(22)
        height: width
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        radius: width / 2
        color: Theme.raised
        border.width: Theme.ringWidth
        border.color: control.checked ? Theme.primary : Theme.outline
        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: parent.width - 12
            height: width
            radius: width / 2
            color: Theme.primary
        }
        FocusRing {
            of: ring.radius
            visible: control.visualFocus
        }
    }
}
