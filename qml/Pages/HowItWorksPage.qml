// SPDX-License-Identifier: GPL-3.0-or-later
// How it works, in plain words; the true terms under "What exactly happens?".
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    board: false
    //: Title of the page that explains the app.
    title: qsTr("How it works")

    component Part: BtCard {
        id: part
        property string iconName: ""
        property string heading: ""
        property string body: ""
        RowLayout {
            spacing: Theme.spaceL
            BtIcon {
                Layout.alignment: Qt.AlignTop
                name: part.iconName
                size: Theme.iconLarge
                color: Theme.primary
            }
            ColumnLayout {
                spacing: Theme.spaceXs
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: part.heading
                    Accessible.role: Accessible.Heading
                }
                BtLabel {
                    Layout.fillWidth: true
                    text: part.body
                }
            }
        }
    }
    Part {
        iconName: "search"
        //: Heading in "How it works".
        heading: qsTr("You choose")
        //: Text in "How it works".
        body: qsTr("Your computer checks each licence itself and compares your answers itself. Nobody learns what you looked for.")
    }
    Part {
        iconName: "held"
        //: Heading in "How it works".
        heading: qsTr("The money is held safely")
        //: Text in "How it works".
        body: qsTr("When you ask for a time, the price is set aside. Nobody can take it alone before the visit, and the rules for cancelling are fixed from the beginning, for both of you.")
    }
    Part {
        iconName: "room"
        //: Heading in "How it works".
        heading: qsTr("You write to each other")
        //: Text in "How it works".
        body: qsTr("The room opens at the agreed time. Only the two of you can read what is written there.")
    }
    Part {
        iconName: "sign"
        //: Heading in "How it works".
        heading: qsTr("You both sign")
        //: Text in "How it works".
        body: qsTr("Afterwards both sign that the visit took place, you confirm, and it is paid. If someone does not come, the rules decide, not a company.")
    }
    BtCard {
        Details {
            objectName: "how-exactly"
            //: Opens the technical details.
            title: qsTr("What exactly happens?")
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                //: The true terms behind "How it works".
                text: qsTr("Payments are transactions on the Kaspa network. A covenant, a small program that both sides agreed to, holds the price and the therapist's bond and lets them go only by its rules. Messages use a double ratchet and travel sealed, as content-addressed blocks. Listings are signed blocks, licences are verifiable credentials. On the practice network all of this runs on this computer, by the same rules, with play money.")
            }
        }
    }
}
