// SPDX-License-Identifier: GPL-3.0-or-later
// A small choice in a row of choices: a filter, a subject.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.Button {
    id: control
    checkable: true
    property string iconName: ""
    readonly property bool signed: checked || iconName !== ""
    implicitWidth: line.implicitWidth + (signed ? 24 : 28)
    implicitHeight: Theme.target
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: press()
    Keys.onReturnPressed: press()

    function press() {
        toggle();
        clicked();
    }
    contentItem: Item {
        implicitWidth: line.implicitWidth
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.radiusSmall
            BtIcon {
                visible: control.signed
                name: control.checked ? "check" : control.iconName
                size: Theme.iconSmall
                color: control.checked ? Theme.softInk : Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
            BtLabel {
                kind: BtLabel.Small
                strong: control.checked
                color: control.checked ? Theme.softInk : Theme.text
                wrapMode: Text.NoWrap
                text: control.text
                Accessible.ignored: true
            }
        }
    }
    background: Item {
        Rectangle {
            id: pill
            anchors.fill: parent
            anchors.topMargin: Theme.space2xs
            anchors.bottomMargin: Theme.space2xs
            radius: height / 2
            color: control.checked ? Theme.primarySoft : control.down ? Theme.sunken : Theme.raised
            border.width: Theme.lineWidth
            border.color: control.checked ? Theme.primary : Theme.outline
            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                visible: control.hovered && !control.down
                color: Theme.hover
            }
            FocusRing {
                of: pill.radius
                visible: control.visualFocus
            }
        }
    }
}
