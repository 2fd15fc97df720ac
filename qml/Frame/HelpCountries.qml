// SPDX-License-Identifier: GPL-3.0-or-later
// The countries of the crisis list: a field that narrows them, arrow keys that move and choose.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.Ui

Item {
    id: control
    required property CrisisModel crisis
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceM
        spacing: Theme.spaceS
        BtField {
            objectName: "countryFilter"
            Layout.fillWidth: true
            iconName: "search"
            //: Narrows the list of countries in the crisis help
            placeholder: qsTr("Country")
            onEdited: control.crisis.filter = text
            onAccepted: if (control.crisis.count > 0)
                control.crisis.country = control.crisis.codeAt(0)
        }
        ListView {
            id: list
            objectName: "countries"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.space2xs
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            currentIndex: control.crisis.currentRow
            model: control.crisis
            Accessible.role: Accessible.List
            //: Spoken name of the list of countries
            Accessible.name: qsTr("Countries")
            onCurrentIndexChanged: if (activeFocus && currentIndex >= 0)
                control.crisis.country = control.crisis.codeAt(currentIndex)
            delegate: BtMenuRow {
                id: row
                required property int index
                required property string code
                required property string name
                width: list.width
                text: name
                chosen: code === control.crisis.country
                highlighted: ListView.isCurrentItem && list.activeFocus
                onClicked: control.crisis.country = code
                FocusRing {
                    inside: true
                    visible: row.ListView.isCurrentItem && list.activeFocus
                }
            }
        }
    }
}
