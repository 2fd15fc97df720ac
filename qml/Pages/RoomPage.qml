// SPDX-License-Identifier: GPL-3.0-or-later
// The room of a visit: two people, one line of time, large type, Help now at the hand. Without the frame.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property RoomViewModel model: app.room
    readonly property bool tight: width / Theme.textScale < Theme.breakRail
    readonly property bool closing: model.state === RoomViewModel.Over || model.state === RoomViewModel.Ended || model.signedByMe || wantsEnd
    property bool wantsEnd: false
    //: Title of the room; tells nothing over a shoulder.
    title: qsTr("Room")
    bare: true
    T.StackView.onRemoved: model.close()

    function focusFirst() {
        (model.canJoin ? lobby : composer.input).forceActiveFocus(Qt.OtherFocusReason);
    }
    onActiveFocusChanged: if (activeFocus && model.joined && !composer.input.activeFocus && page.Window.activeFocusItem === page)
        composer.input.forceActiveFocus(Qt.OtherFocusReason)

    ColumnLayout {
        parent: page
        anchors.fill: parent
        spacing: 0
        RoomBar {
            Layout.fillWidth: true
            model: page.model
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !(page.tight && page.closing)
                ColumnLayout {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: parent.top
                    anchors.bottom: parent.bottom
                    anchors.topMargin: Theme.spaceXl
                    anchors.bottomMargin: Theme.spaceXl
                    width: Math.min(Theme.columnWidth, parent.width - 2 * Theme.spaceL)
                    spacing: Theme.spaceL
                    BtDayLine {
                        Layout.fillWidth: true
                        text: page.model.startLine
                    }
                    MessageList {
                        id: list
                        objectName: "room-messages"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        large: true
                        messages: page.model.messages
                        onRetry: messageId => page.model.retry(messageId)
                        pay: page.app.pay
                        onPayOpened: requestId => page.nav.go("pay", "answer:" + requestId, 0)
                    }
                    RoomLobby {
                        id: lobby
                        visible: !page.model.joined && page.model.state !== RoomViewModel.Ended
                        model: page.model
                    }
                    ErrorLine {
                        objectName: "room-error"
                        text: page.model.errorText
                    }
                    Composer {
                        id: composer
                        visible: page.model.joined
                        large: true
                        ready: page.model.canWrite
                        fieldName: "room-compose"
                        sendName: "room-send"
                        draft: page.model.draft
                        onEdited: text => page.model.draft = text
                        onSend: page.model.send()
                        onWalked: step => list.walk(step)
                    }
                    RoomControls {
                        Layout.fillWidth: true
                        joined: page.model.joined
                        closing: page.closing
                        onEnd: page.wantsEnd = true
                        onLeave: page.backRequested()
                        onHelp: page.helpRequested()
                    }
                }
            }
            RoomClosing {
                visible: page.closing
                Layout.fillHeight: true
                Layout.fillWidth: page.tight
                Layout.preferredWidth: Theme.scaledHalf(360)
                model: page.model
                onVisit: page.nav.go("visit", page.model.visitId, 0)
                onBackToTalk: page.wantsEnd = false
                narrow: page.tight
                canGoBack: page.wantsEnd && page.model.state === RoomViewModel.Open && !page.model.signedByMe
                onHelp: page.helpRequested()
            }
        }
    }
    Keys.onEscapePressed: page.backRequested()
}
