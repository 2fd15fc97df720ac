// SPDX-License-Identifier: GPL-3.0-or-later
// One to five stars; arrow keys or figures choose, one stop for Tab.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

Row {
    id: row
    property int value: 0
    property bool readOnly: false
    signal picked(int stars)
    spacing: Theme.spaceXs
    activeFocusOnTab: !readOnly
    Accessible.role: Accessible.Slider
    //: Spoken value of the stars. %1 is 0 to 5.
    Accessible.name: qsTr("%1 of 5 stars").arg(value)
    Accessible.focusable: !readOnly
    function pick(stars: int) {
        if (!readOnly)
            picked(Math.max(1, Math.min(5, stars)));
    }
    Keys.onLeftPressed: pick(value + (LayoutMirroring.enabled ? 1 : -1))
    Keys.onRightPressed: pick(value + (LayoutMirroring.enabled ? -1 : 1))
    Keys.onPressed: event => {
        if (event.key >= Qt.Key_1 && event.key <= Qt.Key_5) {
            pick(event.key - Qt.Key_0);
            event.accepted = true;
        }
    }
    Repeater {
        model: 5
        T.AbstractButton {
            id: star
            required property int index
            objectName: "star-" + (index + 1)
            readonly property bool on: index < row.value
            implicitWidth: Theme.target
            implicitHeight: Theme.target
            enabled: !row.readOnly
            focusPolicy: Qt.ClickFocus
            //: One star. %n is 1 to 5.
            text: qsTr("%n star(s)", "", index + 1)
            onClicked: row.pick(index + 1)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: index + 1 === row.value
            Accessible.onPressAction: star.clicked()
            contentItem: Item {
                BtIcon {
                    anchors.centerIn: parent
                    name: "star"
                    size: Theme.iconLarge
                    color: star.on ? Theme.primary : Theme.outline
                }
            }
            background: Rectangle {
                radius: Theme.radiusField
                color: star.on ? Theme.primarySoft : "transparent"
                FocusRing {
                    visible: star.visualFocus || (row.activeFocus && star.index === Math.max(0, row.value - 1))
                }
            }
        }
    }
}
