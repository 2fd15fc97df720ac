// SPDX-License-Identifier: GPL-3.0-or-later
// A problem with a visit: what it costs, what can come of it, when it ends by itself, and what one shows to those who decide.
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
    readonly property DisputeViewModel model: app.dispute
    readonly property bool free: model.there && !model.busy && !model.moving
    //: Title of the page about a problem with a visit.
    title: qsTr("A problem with the visit")
    board: false

    BtEmpty {
        visible: !page.model.there
        art: "calendar"
        //: The visit is not in a state in which a problem could be raised.
        title: qsTr("No problem can be raised here now")
        //: Under "No problem can be raised here now".
        body: qsTr("That is possible from the end of free cancelling until the visit is paid. Nothing was changed.")
    }
    ErrorLine {
        objectName: "problem-error"
        text: page.model.errorText
    }
    BtCard {
        visible: page.model.there
        BtLabel {
            objectName: "problem-sentence"
            Layout.fillWidth: true
            strong: true
            text: page.model.sentence
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            objectName: "problem-stake"
            Layout.fillWidth: true
            text: page.model.stakeWords
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: Over a list of what can come of a problem.
            text: qsTr("What can come of it:")
        }
        Repeater {
            model: page.model.outcomes
            BtLabel {
                id: outcome
                required property string modelData
                required property int index
                objectName: "problem-outcome-" + index
                Layout.fillWidth: true
                kind: BtLabel.Small
                text: "· " + outcome.modelData
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS
            BtButton {
                objectName: "problem-raise"
                visible: page.model.canRaise
                kind: BtButton.Danger
                enabled: page.free
                //: Button: raises the problem (asks first).
                text: qsTr("Raise the problem")
                onClicked: raiseDialog.open()
            }
            BtButton {
                objectName: "problem-lapse"
                visible: page.model.canLapse
                kind: BtButton.Primary
                enabled: page.free
                //: Button: the time is over, the money goes where the rules say.
                text: qsTr("Let the rules end it now")
                onClicked: page.model.lapse()
            }
            BtButton {
                objectName: "problem-visit"
                visible: page.model.raised
                //: Button: to the visit, where both may agree on a share.
                text: qsTr("Settle it together")
                onClicked: page.nav.go("visit", page.model.visitId, 0)
            }
        }
        BtLabel {
            objectName: "problem-practice"
            Layout.fillWidth: true
            visible: text !== ""
            kind: BtLabel.Small
            text: page.model.practiceWords
        }
        BtButton {
            objectName: "problem-ask"
            visible: page.model.canAsk
            Layout.alignment: Qt.AlignLeft
            enabled: page.free
            //: Button: the practice network's deciders decide half and half.
            text: qsTr("Let the practice network decide")
            onClicked: page.model.askPractice()
        }
    }
    ProblemEvidence {
        visible: page.model.there
        app: page.app
        model: page.model
    }
    BtCard {
        visible: page.model.there
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading over the three people who decide.
            text: qsTr("Who decides if you cannot agree")
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: page.model.deciders
            ColumnLayout {
                id: one
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.spaceXs
                FactRow {
                    labelWidth: Theme.scaled(160)
                    label: one.modelData.who
                    value: one.modelData.words
                }
                CopyLine {
                    //: Name of a technical value: the code of a person who decides.
                    label: qsTr("Code")
                    value: one.modelData.code
                    onCopy: text => page.app.copy(text)
                }
            }
        }
    }
    BtDialog {
        id: raiseDialog
        //: Title of a dialog.
        title: qsTr("Raise a problem?")
        body: page.model.raiseWords
        danger: true
        //: Button of a dialog: really raise it.
        acceptText: qsTr("Raise it")
        //: Button of a dialog: do not raise it now.
        rejectText: qsTr("Not now")
        onAccepted: page.model.raise()
    }
}
