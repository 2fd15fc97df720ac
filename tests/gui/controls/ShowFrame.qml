// SPDX-License-Identifier: GPL-3.0-or-later
// The frame with sample places, a page with two columns and a toast.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Frame

BtWindow {
    id: window
    property var icons: []
    property alias frame: frame
    property var log: []
    visible: true
    AppFrame {
        id: frame
        anchors.fill: parent
        places: ["Today", "Calendar", "Messages", "Records", "Community", "Money"].map(name => ({
                    "id": name.toLowerCase(),
                    "icon": name.toLowerCase(),
                    "text": name,
                    "badge": name === "Messages" ? 2 : 0
                }))
        currentPlace: "today"
        personaName: "Noor"
        personaRole: "Patient"
        personaSeed: "noor"
        personaMenu: [
            {
                "id": "settings",
                "icon": "settings",
                "text": "Settings"
            },
            {
                "id": "backup",
                "icon": "backup",
                "text": "Backup"
            }
        ]
        actions: [
            {
                "id": "book",
                "icon": "calendar-plus",
                "text": "Book a visit"
            }
        ]
        syncText: "All saved"
        practice: true
        practiceSlot: BtButton {
            kind: BtButton.Quiet
            iconName: "clock"
            text: "Mon 15:58"
        }
        onPlaceChosen: id => {
            currentPlace = id;
            window.log = window.log.concat("place " + id);
            open(sample, {
                "title": id
            });
        }
        onActionChosen: id => window.log = window.log.concat("action " + id)
        onLockRequested: window.log = window.log.concat("lock")
        onHelpRequested: window.showHelp()
        Component.onCompleted: {
            open(sample, {
                "title": "Good afternoon, Noor",
                "subtitle": "Monday 7 December"
            });
            toast("Your visit on 8 December is agreed.", {
                "actionText": "Open"
            });
        }
        Component {
            id: sample
            BtPage {
                BtCard {
                    hero: true
                    BtLabel {
                        kind: BtLabel.Heading
                        text: "Tomorrow, 17:00"
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        text: "50 minutes, in writing · 16:00 for her"
                    }
                    BtButton {
                        objectName: "onPage"
                        kind: BtButton.Primary
                        iconName: "room"
                        text: "Get the room ready"
                    }
                }
                BtCard {
                    flush: true
                    BtSectionLine {
                        padded: true
                        text: "For tomorrow"
                        note: "2 of 3 done"
                    }
                    Repeater {
                        model: 9
                        BtRow {
                            required property int index
                            objectName: "task" + index
                            iconName: "homework"
                            title: "Ten minutes outside before noon"
                            subtitle: "Day " + index
                        }
                    }
                }
                side: BtCard {
                    BtLabel {
                        strong: true
                        text: "Money"
                    }
                    BtPair {
                        label: "Free to use"
                        value: "82.50 €"
                    }
                    BtPair {
                        label: "Held for tomorrow"
                        value: "111.11 €"
                        muted: true
                    }
                }
            }
        }
    }
}
