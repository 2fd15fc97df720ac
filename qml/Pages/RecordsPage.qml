// SPDX-License-Identifier: GPL-3.0-or-later
// What one keeps: the visits with their signed records and receipts, what one wrote about oneself, who may read it.
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
    readonly property RecordsViewModel model: app.records
    //: Title of the place with all that a patient keeps.
    title: qsTr("Records")

    BtEmpty {
        visible: page.model.visits.count === 0
        art: "messages"
        //: There is nothing among the records yet.
        title: qsTr("No visits to keep yet")
        //: Under "No visits to keep yet".
        body: qsTr("A visit that took place stands here, with the record that both of you signed and its receipt.")
    }
    BtCard {
        visible: page.model.visits.count > 0
        flush: true
        BtSectionLine {
            padded: true
            //: Heading over visits and what was kept of them.
            text: qsTr("Visits")
        }
        VisitRows {
            model: page.model.visits
            prefix: "records-visit"
            onOpened: visitId => page.nav.go("visit", visitId, 0)
        }
    }
    BtLabel {
        objectName: "records-summary"
        visible: text !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: page.model.summary
    }

    side: [
        BtCard {
            padding: Theme.spaceSide
            BtLabel {
                Layout.fillWidth: true
                strong: true
                //: Heading over the texts that one keeps about oneself.
                text: qsTr("What you wrote about yourself")
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: page.app.consents.own
                ColumnLayout {
                    id: part
                    required property int index
                    required property string name
                    required property string line
                    Layout.fillWidth: true
                    spacing: 0
                    BtLabel {
                        objectName: "records-own-" + part.index
                        Layout.fillWidth: true
                        text: part.name
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        visible: text !== ""
                        kind: BtLabel.Caption
                        muted: true
                        text: part.line
                    }
                }
            }
            BtLine {}
            IconSentence {
                objectName: "records-readers"
                iconName: "eye"
                text: page.app.consents.headline
            }
            BtButton {
                objectName: "records-consents"
                Layout.fillWidth: true
                //: Button: the page where one writes these texts and says who may read them.
                text: qsTr("Write, and say who may read")
                onClicked: page.nav.go("consents", "", 0)
            }
        },
        BtCard {
            padding: Theme.spaceSide
            soft: true
            IconSentence {
                iconName: "lock"
                //: On the place Records: where all this lies.
                text: qsTr("All of it lies sealed on this computer. Nobody else can open it unless you let them.")
            }
        }
    ]
}
