// SPDX-License-Identifier: GPL-3.0-or-later
// A tick that joins others. `locked` shows one that cannot be taken away.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.CheckBox {
    id: control
    property bool locked: false
    property string label: ""
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceS)
    implicitWidth: box.width + (text !== "" ? Theme.spaceM + words.implicitWidth : 0)
    enabled: !locked
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text !== "" ? text : label
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: control.toggle()
    contentItem: BtLabel {
        id: words
        visible: text !== ""
        leftPadding: control.mirrored ? 0 : box.width + Theme.spaceM
        rightPadding: control.mirrored ? box.width + Theme.spaceM : 0
        text: control.text
        color: control.enabled || control.locked ? Theme.text : Theme.muted
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    indicator: Rectangle {
        id: box
        width: Theme.scaledHalf(22)
        height: width
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        radius: Theme.radiusSmall
        color: control.locked ? Theme.sunken : control.checked ? (control.enabled ? Theme.primary : Theme.muted) : Theme.raised
        border.width: Theme.ringWidth
        border.color: control.checked && !control.locked && control.enabled ? Theme.primary : Theme.outline
        BtIcon {
            anchors.centerIn: parent
            visible: control.checked
            name: "check"
            size: Theme.iconSmall
            color: control.locked ? Theme.text : Theme.primaryInk
        }
        FocusRing {
            of: Theme.radiusSmall
            visible: control.visualFocus
        }
    }
}
