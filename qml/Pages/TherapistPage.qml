// SPDX-License-Identifier: GPL-3.0-or-later
// One therapist: who she is, what was checked, and her free times in the viewer's own zone.
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
    readonly property TherapistViewModel model: app.therapistPage
    //: Title over one therapist's page.
    title: qsTr("Therapists")
    sideWidth: 522
    columnGap: Theme.space2xl
    spacing: Theme.spaceSide

    BtEmpty {
        visible: page.model.state === TherapistViewModel.Missing
        art: "people"
        //: A listing that was there before is gone.
        title: qsTr("This listing is not there any more")
        //: Under the sentence about a listing that is gone.
        body: qsTr("The person may have taken it back. Nothing was booked.")
        //: Button that returns to the list.
        actionText: qsTr("Back to the list")
        onAction: page.nav.back()
    }
    RowLayout {
        visible: page.model.state === TherapistViewModel.Ready
        Layout.fillWidth: true
        spacing: Theme.spaceL
        BtAvatar {
            seed: page.model.avatarSeed
            size: Theme.avatarLarge
        }
        ColumnLayout {
            spacing: Theme.spaceXs
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Heading
                text: page.model.name
            }
            LicenceLine {
                Layout.fillWidth: true
                text: page.model.licence
                ok: page.model.licenceOk
                checked: page.model.checked
            }
            BtBadge {
                visible: page.model.partner
                kind: BtBadge.Practice
                //: Badge: a machine that answers on the practice network.
                text: qsTr("Practice partner")
            }
        }
    }
    Rectangle {
        visible: page.model.state === TherapistViewModel.Ready
        Layout.fillWidth: true
        implicitHeight: sentence.implicitHeight + 2 * Theme.spaceL
        radius: Theme.radiusCard
        color: page.model.licenceOk ? Theme.positiveSoft : Theme.dangerSoft
        IconSentence {
            id: sentence
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.spaceL
            iconName: page.model.licenceOk ? "licence" : "warning"
            tint: page.model.licenceOk ? Theme.positive : Theme.danger
            text: page.model.licenceSentence
        }
    }
    BtLabel {
        visible: text !== ""
        Layout.fillWidth: true
        text: page.model.about
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        Repeater {
            model: page.model.topics
            Rectangle {
                required property string modelData
                implicitWidth: tag.implicitWidth + Theme.spaceXl
                implicitHeight: tag.implicitHeight + Theme.spaceS
                radius: height / 2
                color: Theme.sunken
                BtLabel {
                    id: tag
                    anchors.centerIn: parent
                    kind: BtLabel.Small
                    wrapMode: Text.NoWrap
                    text: parent.modelData
                }
            }
        }
    }
    BtLine {}
    ColumnLayout {
        visible: page.model.state === TherapistViewModel.Ready
        spacing: Theme.spaceM
        FactRow {
            //: How a therapist talks with people.
            label: qsTr("Talks by")
            //: How a therapist talks with people.
            value: qsTr("Writing")
        }
        FactRow {
            //: Which languages a therapist speaks.
            label: qsTr("Languages")
            value: page.model.languages
        }
        FactRow {
            //: How soon a therapist answers requests.
            label: qsTr("Answers")
            value: page.model.answers
        }
        FactRow {
            //: Where a therapist is.
            label: qsTr("Place")
            value: page.model.place
        }
        FactRow {
            objectName: "therapist-ratings"
            visible: value !== ""
            //: What patients said in public about a therapist.
            label: qsTr("Ratings")
            value: page.model.ratings
        }
        Details {
            objectName: "therapist-ratings-exactly"
            visible: page.model.ratingFacts.length > 0
            //: Opens the technical details.
            title: qsTr("What exactly happens?")
            Repeater {
                model: page.model.ratingFacts
                BtLabel {
                    id: fact
                    required property string modelData
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    text: fact.modelData
                }
            }
            CopyLine {
                //: Name of a technical value: where on the network a therapist's ratings add up.
                label: qsTr("Reputation id")
                value: page.model.reputationId
                onCopy: text => page.app.copy(text)
            }
        }
    }

    side: BtCard {
        visible: page.model.state === TherapistViewModel.Ready
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            strong: true
            text: page.model.visit
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: page.model.weekTitle
                    Accessible.role: Accessible.Heading
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    text: page.model.zoneNote
                }
            }
            BtIconButton {
                objectName: "therapist-week-back"
                outlined: true
                iconName: "chevron-left"
                enabled: page.model.canGoBack
                //: Button: the week before.
                text: qsTr("Week before")
                onClicked: page.model.weekBack()
            }
            BtIconButton {
                objectName: "therapist-week-on"
                outlined: true
                iconName: "chevron-right"
                enabled: page.model.canGoOn
                //: Button: the week after.
                text: qsTr("Week after")
                onClicked: page.model.weekOn()
            }
        }
        SlotGrid {
            Layout.fillWidth: true
            days: page.model.days
            onChosen: at => page.model.choose(at)
            onTurned: step => step < 0 ? page.model.weekBack() : page.model.weekOn()
        }
        BtCard {
            visible: page.model.policy !== ""
            soft: true
            IconSentence {
                iconName: "take-back"
                text: page.model.policy
            }
        }
    }
    // However many hours a day has: what one came for is on the screen.
    foot: GridLayout {
        visible: page.model.state === TherapistViewModel.Ready
        columns: page.stacked ? 1 : 2
        columnSpacing: page.columnGap
        rowSpacing: Theme.spaceXs
        BtLabel {
            Layout.fillWidth: true
            visible: text !== ""
            kind: BtLabel.Small
            muted: true
            horizontalAlignment: page.stacked ? Text.AlignHCenter : Text.AlignRight
            text: page.model.underButton
        }
        BtButton {
            Layout.fillWidth: page.stacked
            Layout.preferredWidth: page.sideWidth
            Layout.alignment: Qt.AlignRight
            objectName: "therapist-book"
            kind: BtButton.Primary
            large: true
            enabled: page.model.canBook
            text: page.model.bookWords
            onClicked: page.nav.go("book", page.model.therapistId, page.model.chosen)
        }
    }
}
