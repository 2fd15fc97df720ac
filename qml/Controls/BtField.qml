// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text with its label, hint and error.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

FieldFrame {
    id: control
    property alias text: input.text
    property string placeholder: ""
    property alias input: input
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property string iconName: ""
    property bool figures: false
    signal accepted
    signal edited

    editor: input
    T.TextField {
        id: input
        objectName: "input"
        focus: true
        anchors.fill: parent
        anchors.leftMargin: sign.visible ? sign.width + Theme.spaceS : 0
        enabled: control.enabled
        verticalAlignment: TextInput.AlignVCenter
        horizontalAlignment: TextInput.AlignLeft
        font.family: control.figures ? Theme.familyFigures : Theme.family
        font.pixelSize: Theme.sizeBody
        color: enabled ? Theme.text : Theme.muted
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        selectByMouse: true
        clip: true
        onAccepted: control.accepted()
        onTextEdited: control.edited()
        Accessible.role: Accessible.EditableText
        Accessible.name: (control.label !== "" ? control.label : control.placeholder) + (control.suffix !== "" ? ", " + control.suffix : "")
        Accessible.description: control.error !== "" ? control.error : control.hint
        BtLabel {
            anchors.fill: parent
            visible: input.text === "" && input.preeditText === ""
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
            text: control.placeholder
            Accessible.ignored: true
        }
        cursorDelegate: Rectangle {
            width: Theme.ringWidth
            color: Theme.primary
            visible: input.cursorVisible
        }
    }
    BtIcon {
        id: sign
        visible: control.iconName !== ""
        name: control.iconName
        color: Theme.muted
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
}
