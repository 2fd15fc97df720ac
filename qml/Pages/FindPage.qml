// SPDX-License-Identifier: GPL-3.0-or-later
// Therapists, sorted by how well they fit; filters above, three questions beside.
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
    readonly property FindViewModel model: app.find
    //: Title of the page that lists therapists.
    title: qsTr("Find a therapist")
    sideWidth: 304
    columnGap: Theme.space2xl
    spacing: Theme.spaceM

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            Repeater {
                model: page.model.countries.length
                BtChip {
                    required property int index
                    readonly property var choice: page.model.countries[index] ?? ({})
                    objectName: "find-country-" + (choice.code ?? "")
                    text: choice.name ?? ""
                    checkable: false
                    checked: choice.on ?? false
                    onClicked: page.model.toggleCountry(choice.code)
                }
            }
            Repeater {
                model: page.model.prices.length
                BtChip {
                    required property int index
                    readonly property var choice: page.model.prices[index] ?? ({})
                    objectName: "find-price-" + (choice.code ?? "")
                    text: choice.name ?? ""
                    checkable: false
                    checked: choice.on ?? false
                    onClicked: page.model.togglePrice(choice.code)
                }
            }
        }
        BtLabel {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.spaceS
            objectName: "find-found"
            kind: BtLabel.Small
            muted: true
            wrapMode: Text.NoWrap
            text: page.model.foundText
        }
    }
    BtEmpty {
        visible: page.model.state === FindViewModel.Empty
        Layout.fillWidth: true
        art: "people"
        //: Nobody is listed on the network yet.
        title: qsTr("Nobody is listed yet")
        body: page.app.practice
              //: Under "Nobody is listed yet".
              ? qsTr("Therapists appear here as soon as the network has told this computer about them.")
              //: Under "Nobody is listed yet", on another network than the practice network.
              : qsTr("On this network listings do not travel between computers yet: only therapists who use this computer appear. To try everything, choose the practice network in the settings.")
    }
    BtEmpty {
        visible: page.model.state === FindViewModel.NoneFits
        Layout.fillWidth: true
        art: "search"
        //: The filters leave nobody.
        title: qsTr("Nobody fits these filters")
        //: Under "Nobody fits these filters".
        body: qsTr("Take one away, and more people appear.")
        //: Button that takes all filters and answers away.
        actionText: qsTr("Start over")
        onAction: page.model.clearAnswers()
    }
    BtCard {
        visible: page.model.state === FindViewModel.Ready
        flush: true
        //: Spoken name of the list of therapists.
        label: qsTr("Therapists")
        Repeater {
            id: list
            model: page.model.rows
            TherapistRow {
                required property int index
                objectName: "find-row-" + index
                first: index === 0
                onOpened: page.nav.go("therapist", therapistId, 0)
                onMoved: step => {
                    const to = list.itemAt(Math.max(0, Math.min(list.count - 1, index + step))) as TherapistRow;
                    if (to)
                        to.focusRow();
                }
                onJumped: end => (list.itemAt(end ? list.count - 1 : 0) as TherapistRow).focusRow()
            }
        }
    }

    side: BtCard {
        spacing: Theme.spaceL
        //: Heading of the three questions.
        label: qsTr("What brings you here?")
        ColumnLayout {
            spacing: Theme.spaceXs
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading of the three questions.
                text: qsTr("What brings you here?")
                Accessible.role: Accessible.Heading
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Under "What brings you here?".
                text: qsTr("Three questions. Skip any of them.")
            }
        }
        ChipRow {
            //: First of three questions.
            label: qsTr("What is it about?")
            prefix: "find-topic"
            choices: page.model.topics
            onToggled: code => page.model.toggleTopic(code)
        }
        ChipRow {
            //: Second of three questions.
            label: qsTr("Which language feels right?")
            prefix: "find-language"
            choices: page.model.languages
            onToggled: code => page.model.toggleLanguage(code)
        }
        ChipRow {
            //: Third of three questions.
            label: qsTr("When suits you?")
            prefix: "find-time"
            choices: page.model.times
            onToggled: code => page.model.toggleTime(code)
        }
        BtLine {}
        IconSentence {
            iconName: "shield"
            tint: Theme.positive
            muted: true
            //: Under the three questions: they stay private.
            text: qsTr("Your answers are compared on this computer. Nothing about your search is sent.")
        }
    }
}
