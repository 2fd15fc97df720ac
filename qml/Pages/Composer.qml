// SPDX-License-Identifier: GPL-3.0-or-later
// Where one writes: Enter sends, Shift+Enter makes a new line.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

Rectangle {
    id: box
    property string draft: ""
    property bool large: false
    property bool ready: true
    property string fieldName: "composer"
    property string sendName: "composer-send"
    property alias input: input
    signal edited(string text)
    signal send
    signal walked(int step) // Ctrl+Up, Ctrl+Down
    Layout.fillWidth: true
    implicitHeight: Math.max(large ? Theme.scaledHalf(72) : Theme.targetLarge, Math.min(flick.contentHeight, Theme.scaled(160)) + Theme.spaceS)
    radius: large ? Theme.radiusCard : Theme.radiusField
    color: ready ? Theme.raised : Theme.sunken
    border.width: input.activeFocus ? Theme.ringWidth : Theme.lineWidth
    border.color: input.activeFocus ? Theme.primary : Theme.outline
    onDraftChanged: if (input.text !== draft)
        input.text = draft

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: box.large ? Theme.spaceXl : Theme.spaceL
        anchors.rightMargin: Theme.spaceXs
        spacing: Theme.spaceS
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, box.height - Theme.spaceXs)
            Layout.alignment: Qt.AlignVCenter
            contentHeight: input.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.TextArea.flickable: T.TextArea {
                id: input
                objectName: box.fieldName
                enabled: box.ready
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                topPadding: Theme.spaceS
                bottomPadding: Theme.spaceS
                font.family: Theme.family
                font.pixelSize: box.large ? Theme.sizeTitle : Theme.sizeBody
                color: Theme.text
                selectionColor: Theme.primary
                selectedTextColor: Theme.primaryInk
                selectByMouse: true
                //: Placeholder of the field where one writes.
                placeholderText: qsTr("Write a message")
                Accessible.role: Accessible.EditableText
                Accessible.multiLine: true
                Accessible.name: placeholderText
                onTextChanged: if (text !== box.draft)
                    box.edited(text)
                KeyNavigation.priority: KeyNavigation.BeforeItem
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: event => {
                    const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                    if (enter && !(event.modifiers & Qt.ShiftModifier)) {
                        box.send();
                        event.accepted = true;
                    } else if ((event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
                        box.walked(event.key === Qt.Key_Up ? 1 : -1);
                        event.accepted = true;
                    }
                }
                BtLabel {
                    y: Theme.spaceS
                    visible: input.text === "" && input.preeditText === ""
                    muted: true
                    kind: box.large ? BtLabel.Large : BtLabel.Body
                    text: input.placeholderText
                    Accessible.ignored: true
                }
                cursorDelegate: Rectangle {
                    width: Theme.ringWidth
                    color: Theme.primary
                    visible: input.cursorVisible
                }
            }
        }
        BtButton {
            id: sender
            objectName: box.sendName
            Layout.alignment: Qt.AlignVCenter
            implicitWidth: box.large ? Theme.targetLarge : Theme.target
            implicitHeight: implicitWidth
            leftPadding: 0
            rightPadding: 0
            kind: BtButton.Primary
            enabled: box.ready && input.text.trim() !== ""
            Accessible.name: sendWord.text
            contentItem: Item {
                BtIcon {
                    anchors.centerIn: parent
                    name: "send"
                    color: sender.ink
                }
            }
            QtObject {
                id: sendWord
                //: Spoken name of the button that sends a message.
                property string text: qsTr("Send")
            }
            onClicked: box.send()
        }
    }
}
