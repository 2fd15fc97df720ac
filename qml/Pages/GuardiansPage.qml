// SPDX-License-Identifier: GPL-3.0-or-later
// Who can put a lost profile back on her feet: for oneself, and for those who asked this person.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property GuardiansViewModel model: app.guardians
    board: false
    //: Title of the page about guardians.
    title: qsTr("Guardians")

    ErrorLine {
        objectName: "guardians-error"
        text: page.model.errorText
    }
    BtLabel {
        Layout.fillWidth: true
        //: What guardians are.
        text: qsTr("Guardians are people who know you. If you lose your words and your computers, some of them together can give your profile a new key. They cannot read anything of yours, and for some days you can call it off.")
    }
    GuardianChoice {
        visible: page.model.people.count > 0
        model: page.model
    }
    GuardedRows {
        visible: page.model.guarded.count > 0
        model: page.model
    }
    RecoveryRequest {
        model: page.model
        onCopy: text => page.app.copy(text)
    }
    BtCard {
        Details {
            objectName: "guardians-key"
            //: Opens what a person who lost everything gives to her guardians.
            title: qsTr("I lost my profile")
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Over the new key of somebody who lost everything.
                text: qsTr("Give this key to your guardians, best face to face. When enough of them have signed, open their text above.")
            }
            BtQr {
                Layout.fillWidth: true
                value: page.model.recoveryKey
                //: Spoken name of a QR code.
                name: qsTr("Your new key")
            }
            CopyLine {
                //: Label of a technical value.
                label: qsTr("Your new key")
                value: page.model.recoveryKey
                onCopy: text => page.app.copy(text)
            }
        }
    }
}
