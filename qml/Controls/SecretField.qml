// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase (or, with `words`, the recovery words). What is typed lives in locked memory in `input`; a
// view model takes it from there in C++ with input->take(). QML never sees the text.
import QtQuick
import Bt.Theme
import Bt.Ui

FieldFrame {
    id: control
    property alias input: input
    property alias words: input.multiLine
    readonly property alias empty: input.empty
    readonly property alias length: input.length
    property string placeholder: ""
    signal accepted
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    function clear() {
        input.clear();
    }

    editor: input
    boxHeight: input.multiLine ? Math.max(3 * Theme.lineBody + 2 * Theme.spaceM, input.contentHeight + 2 * Theme.spaceM) : Theme.fieldHeight
    SecretInput {
        id: input
        objectName: "input"
        focus: true
        activeFocusOnTab: true
        anchors.fill: parent
        enabled: control.enabled
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        color: enabled ? Theme.text : Theme.muted
        caretColor: Theme.primary
        onAccepted: control.accepted()
        Accessible.role: Accessible.EditableText
        Accessible.passwordEdit: true
        Accessible.focusable: true
        Accessible.focused: activeFocus
        // Qt 6.4 withholds the name of a password edit: its label goes with the description and the group.
        Accessible.name: control.label
        Accessible.description: control.error !== "" ? control.label + ". " + control.error : control.hint !== "" ? control.label + ". " + control.hint : control.label
        BtLabel {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: input.empty && control.placeholder !== ""
            muted: true
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            text: control.placeholder
            Accessible.ignored: true
        }
    }
    trailing: BtIconButton {
        objectName: "reveal"
        visible: !input.multiLine
        iconName: input.revealed ? "eye-off" : "eye"
        ink: Theme.muted
        //: Eye button in a passphrase field
        text: input.revealed ? qsTr("Hide what is typed") : qsTr("Show what is typed")
        onClicked: input.revealed = !input.revealed
    }
}
