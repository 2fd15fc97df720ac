// SPDX-License-Identifier: GPL-3.0-or-later
// The last steps of a visit: both sign that it took place, then the patient confirms and it is paid.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

Rectangle {
    id: panel
    required property RoomViewModel model
    property bool narrow: false
    property bool canGoBack: false
    signal visit
    signal backToTalk
    signal help
    color: Theme.sunken
    Flickable {
        anchors.fill: parent
        anchors.margins: Theme.spaceXl
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ColumnLayout {
            id: column
            width: parent.width
            spacing: Theme.spaceL
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Title
                //: Heading of the last steps of a visit.
                text: panel.model.completed ? qsTr("This visit is over") : qsTr("Ending the visit")
            }
            BtLabel {
                Layout.fillWidth: true
                visible: panel.model.completed
                kind: BtLabel.Small
                text: panel.model.doneLine
            }
            BtCard {
                visible: !panel.model.completed
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    //: First of the last steps of a visit.
                    text: qsTr("Both sign that it took place")
                }
                IconSentence {
                    iconName: panel.model.signedByMe && panel.model.signedByThem ? "check-circle" : "sign"
                    tint: panel.model.signedByMe && panel.model.signedByThem ? Theme.positive : Theme.muted
                    muted: true
                    text: panel.model.signLine
                }
                BtButton {
                    objectName: "room-sign"
                    Layout.alignment: Qt.AlignLeft
                    visible: panel.model.canSign && !panel.model.signedByMe
                    kind: BtButton.Primary
                    enabled: !panel.model.busy
                    //: Button: one's own signature under "this visit took place".
                    text: qsTr("Sign")
                    onClicked: panel.model.signRecord()
                }
            }
            BtCard {
                visible: panel.model.canComplete
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    //: Second of the last steps of a visit, for the patient.
                    text: qsTr("Confirm")
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    //: What confirming does.
                    text: qsTr("What was held safely goes to the other person. This cannot be undone.")
                }
                BtButton {
                    objectName: "room-complete"
                    Layout.alignment: Qt.AlignLeft
                    kind: BtButton.Primary
                    enabled: !panel.model.busy
                    text: panel.model.payWords
                    onClicked: panel.model.complete()
                }
            }
            BtButton {
                objectName: "room-visit"
                Layout.alignment: Qt.AlignLeft
                //: Button: the page of this visit.
                text: qsTr("See the visit")
                onClicked: panel.visit()
            }
            BtButton {
                objectName: "room-back-to-talk"
                Layout.alignment: Qt.AlignLeft
                visible: panel.canGoBack
                kind: BtButton.Quiet
                //: Button: not ending yet.
                text: qsTr("Back to the conversation")
                onClicked: panel.backToTalk()
            }
            BtButton {
                visible: panel.narrow
                objectName: "room-help-closing"
                kind: BtButton.Help
                iconName: "help"
                //: Button that opens the crisis lines.
                text: qsTr("Help now")
                onClicked: panel.help()
            }
        }
    }
}
