// SPDX-License-Identifier: GPL-3.0-or-later
// One's public profile: what it says, to whom, how each viewer's app shows it, its keys, its end.
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
    readonly property ProfileViewModel model: app.profile
    readonly property bool free: model.state === ProfileViewModel.Ready && !model.busy
    //: Title of the page about one's public profile.
    title: qsTr("Your public profile")
    sideWidth: Theme.sideDecisionWidth

    ErrorLine {
        objectName: "profile-error"
        text: page.model.errorText
    }
    BtCard {
        hero: true
        BtLabel {
            objectName: "profile-headline"
            Layout.fillWidth: true
            kind: BtLabel.Title
            text: page.model.headline
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            Layout.fillWidth: true
            text: page.model.sentence
        }
        IconSentence {
            objectName: "profile-listing-note"
            visible: page.model.listingNote !== ""
            iconName: "info"
            text: page.model.listingNote
        }
        BtLink {
            objectName: "profile-practice"
            visible: page.model.listingNote !== ""
            //: Link on the page about one's public profile, for a therapist: to her listing.
            text: qsTr("To my listing")
            onClicked: page.nav.go("practice", "", 0)
        }
        BtLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: page.model.recoverySentence
        }
        BtButton {
            objectName: "profile-call-off"
            visible: page.model.recovering
            enabled: page.free
            kind: BtButton.Danger
            //: Button: stops guardians from changing the keys of one's profile.
            text: qsTr("Call it off")
            onClicked: page.model.callOff()
        }
        BtButton {
            objectName: "profile-rotate-now"
            visible: page.model.mustRotate
            enabled: page.free
            kind: BtButton.Primary
            //: Button after a recovery: one key stands for both jobs until it is pressed.
            text: qsTr("Make new keys now")
            onClicked: page.model.rotate()
        }
        CopyLine {
            //: Label of the technical name of a profile.
            label: qsTr("Its name in the network")
            value: page.model.did
            onCopy: text => page.app.copy(text)
        }
    }
    Repeater {
        model: page.model.fields
        ProfileFieldCard {
            required property int place
            required property var model
            at: place
            label: model.label
            words: model.text
            contactsOnly: model.contactsOnly
            onEdited: (label, words, only) => page.model.edit(place, label, words, only)
            onRemoved: page.model.remove(place)
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "profile-add"
            enabled: !page.model.full
            iconName: "plus"
            //: Button: one more thing to say about oneself.
            text: qsTr("Add a line")
            onClicked: page.model.add()
        }
        BtButton {
            objectName: "profile-publish"
            kind: BtButton.Primary
            enabled: page.free && page.model.edited && (page.model.written || page.model.live) && !page.model.recovering
            text: page.model.live
                  //: Button: publishes what was changed / publishes the profile for the first time.
                  ? qsTr("Publish the change") : qsTr("Publish")
            onClicked: page.model.publish()
        }
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: page.model.cost
    }
    BtCard {
        visible: page.model.live
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading over the keys of a profile.
            text: qsTr("Keys, guardians, end")
            Accessible.role: Accessible.Heading
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            BtButton {
                objectName: "profile-guardians"
                iconName: "shield"
                //: Button: the page about guardians.
                text: qsTr("Guardians")
                onClicked: page.nav.go("guardians", "", 0)
            }
            BtButton {
                objectName: "profile-rotate"
                enabled: page.free
                iconName: "key"
                //: Button: another key takes over.
                text: qsTr("New keys")
                onClicked: rotateDialog.open()
            }
            BtButton {
                objectName: "profile-end"
                enabled: page.free
                kind: BtButton.Danger
                //: Button: ends one's public profile (asks first).
                text: qsTr("End the profile")
                onClicked: endDialog.open()
            }
        }
        Details {
            objectName: "profile-history"
            //: Opens what happened to a profile so far.
            title: qsTr("What happened so far")
            Repeater {
                model: page.model.history
                FactRow {
                    required property var modelData
                    label: modelData.label
                    value: modelData.value
                }
            }
        }
    }
    side: ProfileViewAs {
        model: page.model
    }
    BtDialog {
        id: rotateDialog
        //: Title of a dialog.
        title: qsTr("Make new keys?")
        body: qsTr("The key that waited takes over, and another one waits from then on. Do this when a computer was lost or lent. Your 24 words bring both back.")
        //: Button of a dialog: really makes new keys.
        acceptText: qsTr("Make new keys")
        //: Button of a dialog: not now.
        rejectText: qsTr("Not now")
        onAccepted: page.model.rotate()
    }
    BtDialog {
        id: endDialog
        //: Title of a dialog.
        title: qsTr("End your public profile for ever?")
        body: qsTr("Its name is gone for good, for you too. Copies of what it said may remain with others. What was held for it comes back.")
        danger: true
        //: Button of a dialog: really ends the profile.
        acceptText: qsTr("End it")
        //: Button of a dialog: leaves the profile as it is.
        rejectText: qsTr("Keep it")
        onAccepted: page.model.deactivate()
    }
}
