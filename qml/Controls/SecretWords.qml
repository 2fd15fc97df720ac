// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery words, painted from locked memory. A view model fills `item` in C++ with item->show(secret);
// the screen reader hears a word only when the person presses the button for it.
import QtQuick
import QtQuick.Layouts
import Bt.Theme
import Bt.Ui

ColumnLayout {
    id: control
    property alias item: words
    readonly property alias count: words.count
    property int next: 0
    spacing: Theme.spaceM
    Layout.fillWidth: true

    function hide() {
        words.hide();
        next = 0;
    }

    SecretWordsItem {
        id: words
        objectName: "words"
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        color: Theme.text
        numberColor: Theme.muted
        cellWidth: Theme.scaled(150)
        cellHeight: Theme.scaled(36)
        Accessible.role: Accessible.Graphic
        //: What a screen reader says instead of the recovery words; %1 is their number
        Accessible.name: qsTr("Your %1 recovery words, not read aloud").arg(count)
    }
    RowLayout {
        spacing: Theme.spaceM
        BtButton {
            objectName: "speakWord"
            visible: words.count > 0
            kind: BtButton.Quiet
            iconName: "eye"
            //: Reads one recovery word aloud; %1 its place, %2 how many there are
            text: qsTr("Read word %1 of %2 aloud").arg(control.next + 1).arg(words.count)
            onClicked: {
                words.speak(control.next);
                control.next = (control.next + 1) % words.count;
                forget.restart();
            }
        }
        BtLabel {
            Layout.fillWidth: true
            visible: words.count > 0
            kind: BtLabel.Small
            muted: true
            //: Warning beside the button that reads recovery words aloud
            text: qsTr("Anyone near you would hear it.")
        }
    }
    Announcer {
        text: words.spoken
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
        Accessible.ignored: text === ""
    }
    Timer {
        id: forget
        interval: 10000
        onTriggered: words.forget()
    }
}
