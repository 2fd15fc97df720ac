// SPDX-License-Identifier: GPL-3.0-or-later
// Before coming in: what happens in the room, and the one button.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.ViewModels

BtCard {
    id: card
    required property RoomViewModel model
    function forceActiveFocus(reason: int) {
        join.forceActiveFocus(reason);
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Title
        //: Before entering the room of a visit.
        text: card.model.canJoin ? qsTr("Come in when you are ready") : qsTr("The room is not open yet")
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.canJoin
              //: What coming in means.
              ? qsTr("You write to each other here. Nothing is recorded but what you both keep. When you come in, the other person sees that you are here.")
              //: Why one cannot come in yet.
              : qsTr("It opens shortly before the visit begins.")
    }
    BtButton {
        id: join
        objectName: "room-join"
        Layout.alignment: Qt.AlignLeft
        visible: card.model.canJoin
        kind: BtButton.Primary
        large: true
        iconName: "room"
        enabled: !card.model.busy
        //: Button: enters the room.
        text: qsTr("Come in")
        onClicked: card.model.join()
    }
}
