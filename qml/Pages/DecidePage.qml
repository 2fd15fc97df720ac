// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding for others: the cases that were handed to this persona, and the one that is open.
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
    readonly property DecideViewModel model: app.decide
    //: Title of the page of someone who decides for others.
    title: qsTr("Decide a case")
    board: false
    Component.onCompleted: page.model.forgetError()

    ErrorLine {
        objectName: "decide-error"
        text: page.model.errorText
    }
    BtCard {
        spacing: Theme.spaceL
        BtLabel {
            Layout.fillWidth: true
            //: What the page is for.
            text: qsTr("People who named you can give you a file about a visit on which they do not agree. Open it here. What is signed in it is checked on this computer; what is not says so.")
        }
        BtTextArea {
            id: typed
            objectName: "decide-text"
            Layout.fillWidth: true
            //: Label of a field for a file's text, or where it lies.
            label: qsTr("The text of the file, or where it lies")
            //: Under the field.
            hint: qsTr("You can also drop the file here, or paste the texts of its codes one after another.")
            DropArea {
                anchors.fill: parent
                onDropped: drop => {
                    if (drop.hasUrls && drop.urls.length === 1)
                        page.model.openText(drop.urls[0].toString());
                }
            }
        }
        BtButton {
            objectName: "decide-open"
            Layout.alignment: Qt.AlignLeft
            enabled: !page.model.busy && typed.text !== ""
            iconName: "file"
            //: Button: opens the file.
            text: qsTr("Open it")
            onClicked: page.model.openText(typed.text)
        }
        Connections {
            target: page.model
            function onOpened() {
                typed.text = "";
            }
        }
    }
    BtCard {
        visible: page.model.cases.count > 0
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading over a list of cases.
            text: qsTr("Cases")
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: page.model.cases
            BtButton {
                id: row
                required property int index
                required property string caseId
                required property string title
                required property string state
                objectName: "decide-case-" + index
                Layout.fillWidth: true
                kind: row.caseId === page.model.caseId ? BtButton.Soft : BtButton.Secondary
                //: A case in a list. %1 its title, %2 how it stands.
                text: qsTr("%1: %2").arg(row.title).arg(row.state)
                onClicked: page.model.openCase(row.caseId)
            }
        }
    }
    DecideCase {
        visible: page.model.caseId !== ""
        model: page.model
    }
}
