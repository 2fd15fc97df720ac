// SPDX-License-Identifier: GPL-3.0-or-later
// One message. `state` is the word of its way: waiting, sending, sent, delivered, read, failed. What waits
// has a dashed edge; the screen reader hears one sentence, `spoken`. Links are made where there are any.
import QtQuick
import Bt.Theme

FocusScope {
    id: bubble
    property bool own: false
    property string text: ""
    property string meta: ""
    property bool large: false // the session room
    property int maximumWidth: large ? Theme.bubbleRoomWidth : Theme.bubbleWidth
    property string spoken: text + ". " + meta
    property string actionText: ""
    property string secondActionText: ""
    signal action
    signal secondAction
    readonly property bool pending: state === "waiting" || state === "sending" || state === "failed"

    implicitWidth: 400
    implicitHeight: column.implicitHeight
    activeFocusOnTab: false
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.focusable: true

    Column {
        id: column
        width: parent.width
        spacing: Theme.spaceXs
        Item {
            width: parent.width
            height: ground.height
            Item {
                id: ground
                readonly property int most: Math.min(bubble.maximumWidth, bubble.width)
                width: Math.min(most, Math.ceil(measure.implicitWidth) + 2 * Theme.spaceL + 1)
                height: words.implicitHeight + Theme.spaceSide
                anchors.right: bubble.own ? parent.right : undefined
                anchors.left: bubble.own ? undefined : parent.left
                Rectangle {
                    anchors.fill: parent
                    visible: !bubble.pending
                    radius: Math.min(Theme.radiusBubble, height / 2)
                    color: bubble.own ? Theme.bubbleOwn : Theme.bubbleOther
                }
                Loader {
                    anchors.fill: parent
                    active: bubble.pending
                    sourceComponent: DashedEdge {}
                }
                BtLabel {
                    id: measure // never shown: how wide the text would like to be
                    visible: false
                    kind: words.kind
                    wrapMode: Text.NoWrap
                    text: bubble.text
                }
                BtLabel {
                    id: words
                    x: Theme.spaceL
                    y: Theme.spaceSide / 2
                    width: parent.width - 2 * Theme.spaceL
                    kind: bubble.large ? BtLabel.Large : BtLabel.Body
                    wrapMode: Text.Wrap
                    text: bubble.text
                    Accessible.ignored: true
                }
                FocusRing {
                    of: Theme.radiusBubble
                    visible: bubble.activeFocus
                }
            }
        }
        Item {
            width: parent.width
            height: Math.max(Theme.lineCaption, foot.implicitHeight)
            visible: bubble.meta !== "" || bubble.actionText !== ""
            Row {
                id: foot
                spacing: Theme.radiusSmall
                anchors.right: bubble.own ? parent.right : undefined
                anchors.left: bubble.own ? undefined : parent.left
                anchors.leftMargin: Theme.spaceXs
                anchors.rightMargin: Theme.spaceXs
                BtIcon {
                    visible: bubble.pending
                    name: bubble.state === "failed" ? "error" : "waiting"
                    size: Theme.iconSmall
                    color: bubble.state === "failed" ? Theme.danger : Theme.muted
                    anchors.verticalCenter: parent.verticalCenter
                }
                BtLabel {
                    kind: bubble.pending ? BtLabel.Small : BtLabel.Caption
                    color: bubble.state === "failed" ? Theme.danger : Theme.muted
                    width: Math.min(implicitWidth, bubble.width * 0.6)
                    text: bubble.meta
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
                BtIcon {
                    visible: bubble.own && (bubble.state === "sent" || bubble.state === "delivered" || bubble.state === "read")
                    name: bubble.state === "sent" ? "check" : "check-double"
                    size: Theme.iconSmall
                    color: bubble.state === "read" ? Theme.primary : Theme.muted
                    anchors.verticalCenter: parent.verticalCenter
                }
                Loader {
                    active: bubble.actionText !== ""
                    visible: active
                    anchors.verticalCenter: parent.verticalCenter
                    sourceComponent: BtLink {
                        quiet: true
                        text: bubble.actionText
                        onClicked: bubble.action()
                    }
                }
                Loader {
                    active: bubble.secondActionText !== ""
                    visible: active
                    anchors.verticalCenter: parent.verticalCenter
                    sourceComponent: BtLink {
                        quiet: true
                        text: bubble.secondActionText
                        onClicked: bubble.secondAction()
                    }
                }
            }
        }
    }
}
