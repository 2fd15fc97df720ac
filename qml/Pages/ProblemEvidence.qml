// SPDX-License-Identifier: GPL-3.0-or-later
// What one shows to those who decide, item by item; nothing is chosen by default. Then: the file that they get.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property AppViewModel app
    required property DisputeViewModel model
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the evidence that one chooses.
        text: qsTr("What you show")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "problem-chosen"
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.chosenWords
    }
    BtTextArea {
        objectName: "problem-words"
        Layout.fillWidth: true
        //: Label of a field.
        label: qsTr("In your own words")
        //: Under the field for own words.
        hint: qsTr("Only those who decide read this, once you give them the file.")
        text: card.model.words
        onTextChanged: card.model.words = text
    }
    BtCheck {
        objectName: "problem-attendance"
        Layout.fillWidth: true
        visible: card.model.hasAttendance
        text: card.model.attendanceWords
        checked: card.model.attendance
        onToggled: card.model.chooseAttendance(checked)
    }
    BtCheck {
        objectName: "problem-record"
        Layout.fillWidth: true
        visible: card.model.hasRecord
        //: A piece of evidence: the signed record.
        text: qsTr("The record that the visit took place")
        checked: card.model.record
        onToggled: card.model.chooseRecord(checked)
    }
    Details {
        objectName: "problem-messages"
        visible: card.model.messages.count > 0
        //: Opens the list of messages to choose from.
        title: qsTr("Messages of your conversation")
        Repeater {
            model: card.model.messages
            BtCheck {
                id: message
                required property int index
                required property string messageId
                required property string who
                required property string at
                required property bool chosen
                // "text" is a property of the tick itself: the role comes with the model.
                required property var model
                objectName: "problem-message-" + index
                Layout.fillWidth: true
                //: A message to choose. %1 who wrote it, %2 when, %3 the words.
                text: qsTr("%1, %2: %3").arg(message.who).arg(message.at).arg(message.model.text)
                checked: message.chosen
                onToggled: card.model.choose(message.messageId, checked)
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "problem-keep"
            enabled: card.model.edited && !card.model.busy
            //: Button: keeps what was chosen on this computer.
            text: qsTr("Keep this choice")
            onClicked: card.model.keep()
        }
        BtButton {
            objectName: "problem-file"
            visible: card.model.raised
            kind: BtButton.Primary
            enabled: !card.model.busy && !card.model.moving
            iconName: "download"
            //: Button: makes the file for those who decide.
            text: qsTr("Make the file for those who decide")
            onClicked: card.model.makeFile()
        }
    }
    BtLabel {
        Layout.fillWidth: true
        visible: !card.model.raised
        kind: BtLabel.Small
        muted: true
        //: Before a problem is raised.
        text: qsTr("You can choose now or later. The file for those who decide can be made once the problem is raised.")
    }
    HandOver {
        Layout.fillWidth: true
        where: card.model.fileWhere
        parts: card.model.fileParts
        //: Spoken name of a QR code.
        codeName: qsTr("The file for those who decide, as codes")
        //: What to do with the file. It holds only what was chosen.
        words: qsTr("Give this file to each of the three: by e-mail, on a stick, or by the codes below. It is signed by you and holds nothing that you did not choose.")
    }
}
