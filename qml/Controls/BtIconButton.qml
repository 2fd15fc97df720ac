// SPDX-License-Identifier: GPL-3.0-or-later
// A square button with an icon; `text` is what a screen reader says and what the tip shows.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.Button {
    id: control
    property string iconName: ""
    property bool outlined: false
    property color ink: Theme.text
    property int iconSize: Theme.icon

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        BtIcon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            color: control.enabled ? control.ink : Theme.muted
        }
    }
    background: Rectangle {
        radius: Theme.radiusField
        color: control.outlined ? (control.down ? Theme.sunken : Theme.raised) : control.down ? Theme.sunken : "transparent"
        border.width: control.outlined ? Theme.lineWidth : 0
        border.color: Theme.outline
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            visible: control.hovered && !control.down && control.enabled
            color: Theme.hover
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
    BtTip {
        text: control.text
        shown: control.hovered || control.visualFocus
    }
}
