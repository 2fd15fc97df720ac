// SPDX-License-Identifier: GPL-3.0-or-later
// A list for somebody who watches over one's visits while the app is closed, and what it gives away.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property AppViewModel app
    readonly property WatchViewModel model: app.watch
    spacing: Theme.spaceM
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading in the settings: a program on another computer that keeps visits moving.
        text: qsTr("While this computer is off")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: What a watch list is for.
        text: qsTr("Some steps of a visit are due at a certain time. A computer that is always on can take them for you, with a list of your visits and without any key of yours.")
    }
    IconSentence {
        iconName: "eye"
        //: What a watch list gives away.
        text: qsTr("Whoever reads the list learns where the money of your visits lies, their prices, when they begin and end, and that one person has them all. It holds no name, no note and no key. Save it anew after booking.")
    }
    BtButton {
        objectName: "watch-save"
        Layout.alignment: Qt.AlignLeft
        iconName: "download"
        enabled: !card.model.working
        //: Button: writes the list.
        text: qsTr("Save a watch list")
        onClicked: card.model.save()
    }
    ErrorLine {
        objectName: "watch-error"
        text: card.model.errorText
    }
    BtLabel {
        objectName: "watch-saved"
        Layout.fillWidth: true
        visible: text !== ""
        kind: BtLabel.Small
        text: card.model.savedText
    }
    CopyLine {
        objectName: "watch-command"
        visible: card.model.command !== ""
        //: Name of a line to type on another computer.
        label: qsTr("Command")
        value: card.model.command
        onCopy: text => card.app.copy(text)
    }
}
