// SPDX-License-Identifier: GPL-3.0-or-later
// The next visit of a practice, with its room.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

GridLayout {
    id: next
    required property TodayViewModel model
    readonly property bool any: model.nextId !== ""
    signal room
    signal visit
    signal practice
    columns: width / Theme.textScale < 560 ? 1 : 2
    columnSpacing: Theme.spaceXl
    rowSpacing: Theme.spaceL
    ColumnLayout {
        spacing: Theme.space2xs
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: next.any
                  //: Over the next visit of a practice. %1 is "in 8 minutes".
                  ? qsTr("Next, %1").arg(next.model.nextIn)
                  //: Over an empty day of a practice.
                  : qsTr("Next")
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Heading
            //: In place of the next visit: there is none.
            text: next.any ? next.model.nextTitle : qsTr("No visit agreed yet")
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            //: Under "No visit agreed yet".
            text: next.any ? next.model.nextLine : qsTr("Requests appear here as soon as someone asks.")
        }
    }
    Flow {
        Layout.alignment: Qt.AlignVCenter
        Layout.maximumWidth: implicitWidth
        spacing: Theme.spaceM
        BtButton {
            objectName: "today-visit"
            visible: next.any
            large: true
            //: Button: the page of the next visit.
            text: qsTr("See the visit")
            onClicked: next.visit()
        }
        BtButton {
            objectName: "today-room"
            visible: next.any && next.model.roomOpen
            kind: BtButton.Primary
            large: true
            iconName: "room"
            //: Button: opens the room of the next visit.
            text: qsTr("Open the room")
            onClicked: next.room()
        }
        BtButton {
            objectName: "today-practice"
            visible: !next.any
            large: true
            //: Button: to the hours and prices.
            text: qsTr("Your hours and price")
            onClicked: next.practice()
        }
    }
}
