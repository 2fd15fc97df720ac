// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons in each of their states, as the gallery shows them. Names of things here are samples.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GallerySection {
    id: section
    title: "Buttons"
    GridLayout {
        columns: 6
        columnSpacing: Theme.spaceM
        rowSpacing: Theme.spaceM
        Layout.fillWidth: true
        Repeater {
            model: ["", "Rest", "Hover", "Pressed", "Focus", "Off"]
            BtLabel {
                required property string modelData
                kind: BtLabel.Caption
                muted: true
                text: modelData
            }
        }
        Repeater {
            model: [["Primary", BtButton.Primary, "Hold 60 €"], ["Secondary", BtButton.Secondary, "Not now"], ["Soft", BtButton.Soft, "Accept"], ["Quiet", BtButton.Quiet, "See times"], ["Danger", BtButton.Danger, "Take back"]].flatMap(kind => [0, 1, 2, 3, 4, 5].map(state => ({
                            "name": kind[0],
                            "kind": kind[1],
                            "text": kind[2],
                            "state": state
                        })))
            Item {
                id: cell
                required property var modelData
                implicitWidth: Math.max(word.implicitWidth, button.implicitWidth)
                implicitHeight: button.implicitHeight
                BtLabel {
                    id: word
                    visible: cell.modelData.state === 0
                    anchors.verticalCenter: parent.verticalCenter
                    kind: BtLabel.Caption
                    muted: true
                    text: visible ? cell.modelData.name : ""
                }
                BtButton {
                    id: button
                    visible: cell.modelData.state !== 0
                    kind: cell.modelData.kind
                    text: cell.modelData.text
                    down: cell.modelData.state === 3 ? true : undefined
                    enabled: cell.modelData.state !== 5
                    leftPadding: 10
                    rightPadding: 10
                    Binding on ground {
                        when: cell.modelData.state === 2
                        value: button.kind === BtButton.Primary ? Theme.primaryHover : button.kind === BtButton.Danger ? Theme.dangerSoft : Qt.tint(button.kind === BtButton.Soft ? Theme.primarySoft : button.kind === BtButton.Quiet ? Theme.surface : Theme.raised, Theme.hover)
                    }
                    FocusRing {
                        visible: cell.modelData.state === 4
                    }
                }
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        spacing: Theme.spaceM
        BtButton {
            kind: BtButton.Primary
            large: true
            text: "Large, 48 high"
        }
        BtButton {
            kind: BtButton.Primary
            large: true
            iconName: "room"
            text: "With icon"
        }
        BtIconButton {
            outlined: true
            iconName: "chevron-left"
            text: "Back one week"
        }
        BtIconButton {
            outlined: true
            iconName: "chevron-right"
            text: "On one week"
            FocusRing {}
        }
        BtButton {
            kind: BtButton.Help
            iconName: "help"
            text: "Help now"
        }
    }
}
