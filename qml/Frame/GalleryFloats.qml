// SPDX-License-Identifier: GPL-3.0-or-later
// Toasts, progress, empty state, dialog, ladder, details: the larger parts, with sample words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GridLayout {
    id: grid
    columns: width / Theme.textScale < 640 ? 1 : 2
    columnSpacing: 64
    rowSpacing: 40
    GallerySection {
        Layout.preferredWidth: 1
        Layout.minimumWidth: 0
        title: "Toasts, one at a time, bottom centre"
        Repeater {
            model: [["check-circle", "positive", "Your visit on 8 December is agreed.", "Open"], ["trash", "plain", "Message removed on both sides.", "Undo"], ["error", "danger", "The letter was not sent. It is safe here. Try again when you are online.", "Try again"]]
            BtToast {
                required property var modelData
                Layout.fillWidth: true
                iconName: modelData[0]
                tone: modelData[1]
                text: modelData[2]
                actionText: modelData[3]
            }
        }
    }
    GallerySection {
        Layout.preferredWidth: 1
        Layout.minimumWidth: 0
        title: "Progress, with a way out"
        BtProgress {
            title: "Proving your licence without your name"
            detail: "62 %, about 5 s"
            value: 0.62
            note: "Nothing leaves this computer while it works."
        }
        BtSkeleton {}
    }
    GallerySection {
        Layout.preferredWidth: 1
        Layout.minimumWidth: 0
        title: "Empty state"
        BtEmpty {
            art: "messages"
            title: "No messages yet"
            body: "When you and someone else agree to write, your conversation will be here."
            actionText: "Find a therapist"
        }
    }
    GallerySection {
        Layout.preferredWidth: 1
        Layout.minimumWidth: 0
        title: "Dialog"
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: sample.implicitHeight + 56
            radius: Theme.radiusCard
            color: Qt.tint(Theme.surface, Theme.scrim)
            Item {
                anchors.fill: sample
                BtFloat {
                    anchors.fill: parent
                    radius: Theme.radiusDialog
                }
            }
            ColumnLayout {
                id: sample
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: 28
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    Layout.margins: Theme.spaceXl
                    Layout.bottomMargin: Theme.spaceS
                    kind: BtLabel.Title
                    text: "Take back the diary?"
                }
                BtLabel {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.spaceXl
                    Layout.rightMargin: Theme.spaceXl
                    kind: BtLabel.Small
                    muted: true
                    text: "Dr. Okonjo cannot open anything new from today. She may keep copies of what she has already read."
                }
                Flow {
                    Layout.fillWidth: true
                    Layout.margins: Theme.spaceXl
                    Layout.topMargin: Theme.spaceSide
                    layoutDirection: Qt.RightToLeft
                    spacing: Theme.spaceS
                    BtButton {
                        kind: BtButton.Danger
                        text: "Take back"
                    }
                    BtButton {
                        text: "Keep it"
                        FocusRing {}
                    }
                }
            }
        }
    }
    GallerySection {
        Layout.columnSpan: grid.columns
        title: "Ladder and details"
        BtCard {
            BtLadder {
                Layout.fillWidth: true
                stops: [
                    {
                        "when": "Now",
                        "title": "Cancel for free",
                        "body": "All 60 € come back",
                        "tone": "positive",
                        "weight": 184
                    },
                    {
                        "when": "Mon 7, 17:00",
                        "title": "Half comes back",
                        "body": "30 €",
                        "tone": "attention",
                        "weight": 150
                    },
                    {
                        "when": "Tue 8, 17:00",
                        "title": "The visit",
                        "body": "50 min",
                        "tone": "primary",
                        "weight": 92
                    },
                    {
                        "when": "17:50",
                        "title": "You both confirm",
                        "body": "Then she is paid, at the latest on Thu 10, 18:00",
                        "weight": 176
                    }
                ]
            }
            BtDetails {
                title: "What exactly happens?"
                expanded: true
                BtPair {
                    label: "Visit, 50 minutes"
                    value: "60.00 €"
                }
                BtPair {
                    label: "Network fee"
                    value: "under 0.01 €"
                }
                BtPair {
                    total: true
                    label: "Held safely"
                    value: "60.00 €"
                }
            }
        }
    }
}
