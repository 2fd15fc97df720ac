// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a public profile: what it is called, what it says, and who may read it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: card
    property int at: 0
    property string label: ""
    property string words: ""
    property bool contactsOnly: false
    signal edited(string label, string words, bool only)
    signal removed

    function tell() {
        card.edited(name.text, said.text, only.checked);
    }
    onLabelChanged: if (name.text !== label)
        name.text = label
    onWordsChanged: if (said.text !== words)
        said.text = words

    RowLayout {
        spacing: Theme.spaceM
        BtField {
            id: name
            objectName: "profile-label-" + card.at
            Layout.fillWidth: true
            maximumLength: 60
            //: Label of a field: what a line of a profile is called, such as "Training".
            label: qsTr("What it is about")
            Component.onCompleted: text = card.label
            onEdited: card.tell()
        }
        BtIconButton {
            objectName: "profile-remove-" + card.at
            Layout.alignment: Qt.AlignBottom
            iconName: "trash"
            //: Button: takes a line out of a profile.
            text: qsTr("Take this line out")
            onClicked: card.removed()
        }
    }
    BtTextArea {
        id: said
        objectName: "profile-text-" + card.at
        Layout.fillWidth: true
        minimumLines: 1
        //: Label of a field: what a line of a profile says.
        label: qsTr("What it says")
        Component.onCompleted: text = card.words
        Connections {
            target: said.input
            function onTextChanged() {
                if (said.input.activeFocus)
                    card.tell();
            }
        }
    }
    BtSwitch {
        id: only
        objectName: "profile-only-" + card.at
        //: A switch on a line of a profile.
        text: qsTr("Only people I talk with")
        checked: card.contactsOnly
        onToggled: card.tell()
    }
}
