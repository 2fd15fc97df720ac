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
    readonly property var kinds: [["Primary", BtButton.Primary, "Hold 60 €"], ["Secondary", BtButton.Secondary, "Not now"], ["Soft", BtButton.Soft, "Accept"], ["Quiet", BtButton.Quiet, "See times"], ["Danger", BtButton.Danger, "Take back"]]
    GridLayout {
        columns: section.width / Theme.textScale < 440 ? 2 : 6
        columnSpacing: Theme.spaceXs
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
            model: section.kinds.length * 6
            Item {
                id: cell
                required property int index
                readonly property var kind: section.kinds[Math.floor(index / 6)]
                readonly property int look: index % 6
                implicitWidth: Math.max(word.implicitWidth, button.implicitWidth)
                implicitHeight: button.implicitHeight
                BtLabel {
                    id: word
                    visible: cell.look === 0
                    anchors.verticalCenter: parent.verticalCenter
                    kind: BtLabel.Caption
                    muted: true
                    text: visible ? cell.kind[0] : ""
                }
                BtButton {
                    id: button
                    visible: cell.look !== 0
                    kind: cell.kind[1]
                    text: cell.kind[2]
                    down: cell.look === 3 ? true : undefined
                    enabled: cell.look !== 5
                    leftPadding: 10
                    rightPadding: 10
                    Binding on ground {
                        when: cell.look === 2
                        value: button.kind === BtButton.Primary ? Theme.primaryHover : button.kind === BtButton.Danger ? Theme.dangerSoft : Qt.tint(button.kind === BtButton.Soft ? Theme.primarySoft : button.kind === BtButton.Quiet ? Theme.surface : Theme.raised, Theme.hover)
                    }
                    FocusRing {
                        visible: cell.look === 4
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
