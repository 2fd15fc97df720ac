// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation: who, the coming visit, the messages, where one writes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

Item {
    id: pane
    required property AppViewModel app
    required property Navigator nav
    readonly property ThreadsViewModel model: app.threads
    readonly property bool narrow: width / Theme.textScale < 560
    readonly property int edge: narrow ? Theme.spaceL : Theme.spaceXl

    function focusComposer() {
        composer.input.forceActiveFocus(Qt.OtherFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.spaceM
            Layout.leftMargin: pane.edge
            Layout.rightMargin: pane.edge
            spacing: Theme.spaceM
            BtAvatar {
                seed: pane.model.peerAvatar
            }
            ColumnLayout {
                spacing: 0
                RowLayout {
                    spacing: Theme.spaceS
                    BtLabel {
                        strong: true
                        text: pane.model.peerName
                        Accessible.role: Accessible.Heading
                    }
                    BtIcon {
                        visible: pane.model.peerLicensed
                        name: "licence"
                        size: Theme.iconLine
                        color: Theme.positive
                    }
                }
                BtLabel {
                    Layout.fillWidth: true
                    visible: text !== ""
                    kind: BtLabel.Small
                    muted: true
                    text: pane.model.peerLine
                }
            }
            BtIconButton {
                objectName: "thread-pay"
                visible: pane.app.pay.there
                iconName: "money-out"
                //: Button over a conversation. %1 is a name.
                text: qsTr("Send money to %1").arg(pane.model.peerName)
                onClicked: pane.nav.go("pay", "send:" + pane.model.threadId, 0)
            }
            BtIconButton {
                objectName: "thread-ask"
                visible: pane.app.pay.there
                iconName: "money-in"
                //: Button over a conversation. %1 is a name.
                text: qsTr("Ask %1 for money").arg(pane.model.peerName)
                onClicked: pane.nav.go("pay", "ask:" + pane.model.threadId, 0)
            }
            BtIconButton {
                objectName: "thread-consents"
                visible: !pane.narrow // the persona's menu leads there too
                iconName: "eye"
                //: Button: the page about who may read one's record.
                text: qsTr("Who may read")
                onClicked: pane.nav.go("consents", "", 0)
            }
        }
        BtLine {}
        ThreadVisit {
            visible: pane.model.visitId !== ""
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.bubbleWidth
            Layout.margins: Theme.spaceM
            Layout.leftMargin: pane.edge
            model: pane.model
            onRoom: pane.nav.go("room", pane.model.visitId, 0)
            onVisit: pane.nav.go("visit", pane.model.visitId, 0)
        }
        MessageList {
            id: list
            objectName: "thread-messages"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: pane.edge
            Layout.rightMargin: pane.edge
            messages: pane.model.messages
            onRetry: messageId => pane.model.retry(messageId)
            onTakeBack: messageId => pane.model.takeBack(messageId)
            onVisitOpened: visitId => pane.nav.go("visit", visitId, 0)
            pay: pane.app.pay
            onPayOpened: requestId => pane.nav.go("pay", "answer:" + requestId, 0)
        }
        ErrorLine {
            Layout.leftMargin: pane.edge
            Layout.rightMargin: pane.edge
            text: pane.model.errorText
        }
        Composer {
            id: composer
            Layout.leftMargin: pane.edge
            Layout.rightMargin: pane.edge
            Layout.topMargin: Theme.spaceM
            fieldName: "thread-compose"
            sendName: "thread-send"
            draft: pane.model.draft
            onEdited: text => pane.model.draft = text
            onSend: pane.model.send()
            onWalked: step => list.walk(step)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: pane.edge
            Layout.rightMargin: pane.edge
            Layout.topMargin: Theme.spaceXs
            Layout.bottomMargin: Theme.spaceS
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Caption
                muted: true
                //: Under the field where one writes.
                text: qsTr("Enter sends, Shift+Enter makes a new line")
            }
            BtLabel {
                visible: !pane.narrow
                kind: BtLabel.Caption
                muted: true
                //: Under the field where one writes; F1 opens the crisis lines.
                text: qsTr("Cannot wait? F1 opens Help now")
            }
        }
    }
}
