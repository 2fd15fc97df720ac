// SPDX-License-Identifier: GPL-3.0-or-later
// Language, look, text size, motion; passphrase, auto-lock, staying open; the practice network.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property SettingsViewModel model: app.settings
    readonly property bool open: app.gate === AppViewModel.Open
    board: false
    //: Title of the settings.
    title: qsTr("Settings")
    Component.onCompleted: page.app.persona.forgetError()

    BtCard {
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading in the settings.
            text: qsTr("How it looks and speaks")
            Accessible.role: Accessible.Heading
        }
        BtSelect {
            objectName: "settings-language"
            Layout.fillWidth: true
            //: Label in the settings.
            label: qsTr("Language")
            model: page.model.languages
            currentIndex: page.model.language
            onActivated: index => page.model.setLanguage(index)
        }
        BtSelect {
            objectName: "settings-look"
            Layout.fillWidth: true
            //: Label in the settings: light, dark or high contrast.
            label: qsTr("Look")
            model: page.model.looks
            currentIndex: page.model.look
            onActivated: index => page.model.setLook(index)
        }
        BtSelect {
            objectName: "settings-text-size"
            Layout.fillWidth: true
            //: Label in the settings.
            label: qsTr("Text size")
            model: page.model.textSizes
            currentIndex: page.model.textSize
            onActivated: index => page.model.setTextSize(index)
        }
        BtSelect {
            objectName: "settings-motion"
            Layout.fillWidth: true
            //: Label in the settings: whether things move.
            label: qsTr("Movement")
            model: page.model.motions
            currentIndex: page.model.motion
            onActivated: index => page.model.setMotion(index)
        }
    }
    SettingsSafety {
        visible: page.open
        app: page.app
        onWords: page.nav.go("words", "", 0)
    }
    DecidersCard {
        visible: page.open
        app: page.app
        onDecide: page.nav.go("decide", "", 0)
    }
    SettingsWatch {
        visible: page.open
        app: page.app
    }
    BtCard {
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading in the settings.
            text: qsTr("Network")
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: page.app.network.nowName + ". " + page.app.network.nowWords
        }
        BtButton {
            objectName: "settings-network"
            Layout.alignment: Qt.AlignLeft
            iconName: "globe"
            //: Button: the page about the network and its nodes.
            text: qsTr("Network and nodes")
            onClicked: page.nav.go("network", "", 0)
        }
    }
    BtCard {
        visible: page.app.practice
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading in the settings.
            text: qsTr("Practice network")
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: What the practice network is.
            text: qsTr("Everything here runs on this computer alone, with play money. You can start it anew; your persona stays, its visits and its play money go.")
        }
        BtButton {
            objectName: "settings-reset"
            Layout.alignment: Qt.AlignLeft
            Layout.maximumWidth: parent.width
            kind: BtButton.Danger
            enabled: !page.model.resetting
            //: Button: forgets the practice network (asks first).
            text: qsTr("Start the practice network anew")
            onClicked: resetDialog.open()
        }
        BtDialog {
            id: resetDialog
            //: Title of a dialog.
            title: qsTr("Start the practice network anew?")
            //: What starting anew takes away.
            body: qsTr("All visits, listings and play money of this computer go. This cannot be undone.")
            danger: true
            //: Button of a dialog: really start anew.
            acceptText: qsTr("Start anew")
            //: Button of a dialog: leave everything.
            rejectText: qsTr("Keep it")
            onAccepted: page.model.resetPractice()
        }
    }
}
