// SPDX-License-Identifier: GPL-3.0-or-later
// One permission: a switch and its end. It never switches by itself: what it asks for comes back as its state.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

Item {
    id: cell
    property string name: "" // beside the switch, where there is no head
    property string words: ""
    property string spoken: ""
    property bool on: false
    signal moved(int rows, int steps)
    signal switched
    signal opened
    implicitWidth: stand.implicitWidth
    implicitHeight: stand.implicitHeight
    Accessible.role: Accessible.CheckBox
    Accessible.name: spoken
    //: Spoken on a switch of the table of permissions.
    Accessible.description: qsTr("Space switches, Enter opens the end")
    Accessible.focusable: true
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: cell.switched()
    Accessible.onToggleAction: cell.switched()
    Keys.onSpacePressed: cell.switched()
    Keys.onReturnPressed: cell.opened()
    Keys.onEnterPressed: cell.opened()
    Keys.onLeftPressed: cell.moved(0, LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: cell.moved(0, LayoutMirroring.enabled ? -1 : 1)
    Keys.onUpPressed: cell.moved(-1, 0)
    Keys.onDownPressed: cell.moved(1, 0)

    GridLayout {
        id: stand
        width: parent.width
        columns: cell.name !== "" ? 3 : 1
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.space2xs
        BtLabel {
            visible: cell.name !== ""
            Layout.fillWidth: true
            text: cell.name
            Accessible.ignored: true
        }
        BtSwitch {
            id: knob
            checked: cell.on
            focusPolicy: Qt.NoFocus
            activeFocusOnTab: false
            checkable: false
            onClicked: {
                cell.forceActiveFocus(Qt.MouseFocusReason);
                cell.switched();
            }
            Accessible.ignored: true
            FocusRing {
                visible: cell.activeFocus
                of: parent.height / 2
            }
        }
        BtLabel {
            Layout.fillWidth: cell.name === ""
            kind: BtLabel.Caption
            muted: !cell.on
            text: cell.words
            Accessible.ignored: true
        }
    }
}
