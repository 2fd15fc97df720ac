// SPDX-License-Identifier: GPL-3.0-or-later
// The room of a visit: two people, one line of time, large type, Help now at the hand. Without the frame.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

FocusScope {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property RoomViewModel model: app.room
    readonly property bool narrow: width / Theme.textScale < Theme.breakRail
    readonly property bool closing: model.state === RoomViewModel.Over || model.state === RoomViewModel.Ended || model.signedByMe || wantsEnd
    property bool wantsEnd: false
    //: Title of the room; tells nothing over a shoulder.
    property string title: qsTr("Room")
    property string subtitle: ""
    property bool bare: true
    signal helpRequested
    signal backRequested
    Accessible.role: Accessible.Pane
    Accessible.name: title
    T.StackView.onRemoved: model.close()

    function focusFirst() {
        (model.canJoin ? lobby : composer.input).forceActiveFocus(Qt.OtherFocusReason);
    }
    onActiveFocusChanged: if (activeFocus && model.joined && !composer.input.activeFocus && page.Window.activeFocusItem === page)
        composer.input.forceActiveFocus(Qt.OtherFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
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
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: page.narrow ? Theme.spaceL : Theme.spaceXl
                spacing: Theme.spaceL
                visible: !(page.narrow && page.closing)
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.alignment: Qt.AlignHCenter
                    Layout.maximumWidth: Theme.columnWidth
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
                Layout.fillWidth: page.narrow
                Layout.preferredWidth: Theme.scaledHalf(360)
                model: page.model
                onVisit: page.nav.go("visit", page.model.visitId, 0)
                onBackToTalk: page.wantsEnd = false
                narrow: page.narrow
                canGoBack: page.wantsEnd && page.model.state === RoomViewModel.Open && !page.model.signedByMe
                onHelp: page.helpRequested()
            }
        }
    }
    Keys.onEscapePressed: page.backRequested()
}
