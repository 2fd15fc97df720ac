// SPDX-License-Identifier: GPL-3.0-or-later
// Two to four ways to see the same thing; arrow keys move, one stop for Tab.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

FocusScope {
    id: control
    property var model: []
    property int currentIndex: 0
    property string label: ""
    signal activated(int index)
    implicitWidth: line.implicitWidth + 2 * Theme.spaceXs
    implicitHeight: Theme.target
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    function choose(index: int) {
        if (index < 0 || index >= model.length)
            return;
        currentIndex = index;
        const button = buttons.itemAt(index) as T.AbstractButton;
        if (activeFocus && button)
            button.forceActiveFocus(Qt.TabFocusReason);
        activated(index);
    }
    Keys.onLeftPressed: choose(currentIndex + (LayoutMirroring.enabled ? 1 : -1))
    Keys.onRightPressed: choose(currentIndex + (LayoutMirroring.enabled ? -1 : 1))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusField
        color: Theme.sunken
        border.width: Theme.highContrast ? Theme.lineWidth : 0
        border.color: Theme.outline
    }
    Row {
        id: line
        x: Theme.spaceXs
        spacing: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        Repeater {
            id: buttons
            model: control.model
            T.AbstractButton {
                id: part
                required property int index
                required property var modelData
                readonly property bool chosen: index === control.currentIndex
                text: modelData
                checkable: true
                checked: chosen
                focus: chosen
                focusPolicy: chosen || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
                implicitHeight: control.implicitHeight - 2 * Theme.spaceXs
                implicitWidth: word.implicitWidth + 28
                hoverEnabled: true
                onClicked: control.choose(index)
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: chosen
                contentItem: BtLabel {
                    id: word
                    kind: BtLabel.Small
                    medium: true
                    strong: part.chosen
                    muted: !part.chosen
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: part.text
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: part.chosen ? Theme.raised : part.hovered ? Theme.hover : "transparent"
                    border.width: part.chosen ? Theme.lineWidth : 0
                    border.color: Theme.highContrast ? Theme.primary : Theme.hairline
                    FocusRing {
                        of: Theme.radiusSmall
                        visible: part.visualFocus
                    }
                }
            }
        }
    }
}
