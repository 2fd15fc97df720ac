// SPDX-License-Identifier: GPL-3.0-or-later
// What the blocks of the calendar mean.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Controls
import Bt.Theme

Flow {
    id: key
    property bool therapist: false
    spacing: Theme.spaceXl
    component Sign: Row {
        id: sign
        property string kind: ""
        property string text: ""
        spacing: Theme.spaceS
        Item {
            width: Theme.spaceSide
            height: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            Rectangle {
                anchors.fill: parent
                radius: Theme.spaceXs
                color: sign.kind === "visit" ? Theme.primarySoft : sign.kind === "asks" ? Theme.attentionSoft : "transparent"
                border.width: sign.kind === "asks" ? Theme.lineWidth : 0
                border.color: Theme.attention
            }
            Rectangle {
                visible: sign.kind === "visit"
                width: 3
                height: parent.height
                color: Theme.primary
            }
            DashedEdge {
                visible: sign.kind === "free"
                anchors.fill: parent
                radius: Theme.spaceXs
            }
        }
        BtLabel {
            kind: BtLabel.Small
            muted: true
            text: sign.text
        }
    }
    Sign {
        kind: "visit"
        //: Meaning of a sign in the calendar.
        text: qsTr("Visit")
    }
    Sign {
        kind: "asks"
        //: Meaning of a sign in the calendar: a request without an answer yet.
        text: key.therapist ? qsTr("Someone asks") : qsTr("Asked, no answer yet")
    }
    Sign {
        visible: key.therapist
        kind: "free"
        //: Meaning of a sign in the calendar.
        text: qsTr("Free, people can book")
    }
}
