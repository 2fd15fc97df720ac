// SPDX-License-Identifier: GPL-3.0-or-later
// One message: the day above it where it begins one, then a bubble, a line of the system, a visit, or a request to pay.
import QtQuick
import Bt.Controls
import Bt.Theme

FocusScope {
    id: row
    required property real messageId
    required property string kind
    required property bool own
    required property string words
    required property string time
    required property string status
    required property string statusText
    required property string day
    required property string visitId
    required property string failure
    required property string spoken
    required property bool canRetry
    required property bool canTakeBack
    property bool large: false
    property var request: ({}) // of a request to pay: what its card shows
    signal retry
    signal takeBack
    signal visitOpened
    signal paid
    signal declined
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken

    Column {
        id: column
        width: row.width
        spacing: Theme.spaceM
        // Most rows are a bubble alone: the rest is made where it is shown.
        Loader {
            width: parent.width
            active: row.day !== ""
            visible: active
            sourceComponent: BtDayLine {
                text: row.day
            }
        }
        BtBubble {
            width: parent.width
            visible: row.kind === "text"
            focus: visible
            own: row.own
            large: row.large
            text: row.words
            state: row.status === "received" ? "" : row.status
            spoken: row.spoken
            meta: row.failure !== "" ? row.failure : row.own && row.statusText !== "" ?
                  //: Under one's own message. %1 time, %2 state.
                  qsTr("%1 · %2").arg(row.time).arg(row.statusText) : row.time
            //: Link under a message that was not sent.
            actionText: row.canRetry ? qsTr("Send now") : ""
            //: Link under a message that waits.
            secondActionText: row.canTakeBack ? qsTr("Take back") : ""
            onAction: row.retry()
            onSecondAction: row.takeBack()
        }
        Loader {
            width: parent.width
            active: row.kind === "system"
            visible: active
            sourceComponent: BtLabel {
                kind: BtLabel.Caption
                muted: true
                horizontalAlignment: Text.AlignHCenter
                text: row.words
            }
        }
        Loader {
            width: Math.min(parent.width, Theme.bubbleWidth)
            x: row.own ? parent.width - width : 0
            active: row.kind === "pay"
            visible: active
            focus: active
            sourceComponent: PayCard {
                objectName: "pay-card"
                info: row.request
                onPay: row.paid()
                onDecline: row.declined()
            }
        }
        Loader {
            width: item ? Math.min(parent.width, item.implicitWidth) : 0
            active: row.kind === "visit"
            visible: active
            sourceComponent: BtButton {
                objectName: "message-visit"
                iconName: "calendar"
                //: A visit in a conversation: opens its page.
                text: row.words !== "" ? row.words : qsTr("See the visit")
                onClicked: row.visitOpened()
            }
        }
    }
}
