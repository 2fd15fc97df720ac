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
    signal answer(string visitId)
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
            objectName: "today-next"
            text: next.any ? next.model.nextTitle : next.model.idleTitle
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: next.any ? next.model.nextLine : next.model.idleLine
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
            objectName: "today-answer"
            visible: !next.any && next.model.firstRequest !== ""
            kind: BtButton.Primary
            large: true
            //: Button: opens the request that waits for an answer.
            text: qsTr("See the request")
            onClicked: next.answer(next.model.firstRequest)
        }
        BtButton {
            objectName: "today-practice"
            visible: !next.any && next.model.firstRequest === ""
            large: true
            //: Button: to the hours and prices.
            text: qsTr("Your hours and price")
            onClicked: next.practice()
        }
    }
}
