// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of a therapist's listing: hours, price, rules, topics, languages, time off.
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
    readonly property PracticeViewModel model: app.practicePage
    //: Title of the editor of a practice.
    title: qsTr("Practice")
    sideWidth: Theme.sideDecisionWidth

    BtCard {
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading in the editor of a practice.
            text: qsTr("What people read about you")
            Accessible.role: Accessible.Heading
        }
        BtTextArea {
            objectName: "practice-about"
            Layout.fillWidth: true
            //: Label of a field.
            label: qsTr("How you work, in your own words")
            text: page.model.about
            input.onTextChanged: page.model.about = text
        }
        ChipRow {
            //: Label of the topics in the editor of a practice.
            label: qsTr("What you help with")
            prefix: "practice-topic"
            choices: page.model.topics
            onToggled: code => page.model.toggleTopic(code)
        }
        ChipRow {
            //: Label of the languages in the editor of a practice.
            label: qsTr("Languages")
            prefix: "practice-language"
            choices: page.model.languages
            onToggled: code => page.model.toggleLanguage(code)
        }
    }
    PracticeHours {
        model: page.model
    }
    PracticeRules {
        model: page.model
    }
    PracticeTimeOff {
        model: page.model
    }

    side: [
        BtCard {
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading: whether the listing is public.
                text: page.model.listed ? qsTr("You are listed") : qsTr("Not listed yet")
                Accessible.role: Accessible.Heading
            }
            BtLabel {
                objectName: "practice-listed"
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: page.model.listedText
            }
            BtLine {}
            LicenceLine {
                Layout.fillWidth: true
                text: page.model.licence
                ok: page.model.licenceOk
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: page.model.licenceSentence
            }
            BtLine {
                visible: page.model.ratings !== ""
            }
            BtLabel {
                objectName: "practice-ratings"
                Layout.fillWidth: true
                visible: text !== ""
                kind: BtLabel.Small
                muted: true
                text: page.model.ratings
            }
        },
        BtCard {
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading over the rules as patients read them.
                text: qsTr("As patients read it")
                Accessible.role: Accessible.Heading
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                text: page.model.policy
            }
            ErrorLine {
                objectName: "practice-error"
                text: page.model.errorText
            }
            BtButton {
                objectName: "practice-save"
                Layout.fillWidth: true
                kind: BtButton.Primary
                large: true
                enabled: page.model.state === PracticeViewModel.Edited || (page.model.state === PracticeViewModel.Clean && !page.model.listed)
                //: Button: saves and announces the listing; the second text stands while that happens.
                text: page.model.state === PracticeViewModel.Saving ? qsTr("Publishing") : qsTr("Save and publish")
                onClicked: page.model.save()
            }
            BtButton {
                objectName: "practice-discard"
                Layout.fillWidth: true
                visible: page.model.state === PracticeViewModel.Edited
                kind: BtButton.Quiet
                //: Button: forgets what was changed.
                text: qsTr("Undo my changes")
                onClicked: page.model.discard()
            }
        }
    ]
}
