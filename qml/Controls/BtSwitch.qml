// SPDX-License-Identifier: GPL-3.0-or-later
// On or off, at once. With `text` beside it, or alone in a table with `label` for the screen reader.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.Switch {
    id: control
    property string label: ""
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.spaceS)
    implicitWidth: track.width + (text !== "" ? Theme.spaceM + words.implicitWidth : 0)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    spacing: Theme.spaceM
    Accessible.role: Accessible.CheckBox
    Accessible.name: text !== "" ? text : label
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: control.toggle()
    Keys.onReturnPressed: {
        control.toggle();
        control.toggled();
    }
    contentItem: BtLabel {
        id: words
        visible: text !== ""
        leftPadding: control.mirrored ? 0 : track.width + Theme.spaceM
        rightPadding: control.mirrored ? track.width + Theme.spaceM : 0
        text: control.text
        color: control.enabled ? Theme.text : Theme.muted
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    indicator: Rectangle {
        id: track
        width: Theme.scaledHalf(44)
        height: Theme.scaledHalf(26)
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        radius: height / 2
        opacity: control.enabled ? 1 : 0.45
        color: control.checked ? Theme.primary : Theme.raised
        border.width: Theme.ringWidth
        border.color: control.checked ? Theme.primary : Theme.outline
        Rectangle {
            readonly property real gap: control.checked ? 3 : 5
            readonly property bool far: control.checked !== control.mirrored
            width: parent.height - 2 * gap
            height: width
            radius: height / 2
            y: gap
            x: far ? parent.width - width - gap : gap
            color: control.checked ? Theme.primaryInk : Theme.outline
            Behavior on x {
                NumberAnimation {
                    duration: Theme.fast
                    easing.type: Easing.OutCubic
                }
            }
        }
        FocusRing {
            of: track.radius
            visible: control.visualFocus
        }
    }
}
