// SPDX-License-Identifier: GPL-3.0-or-later
// The network in use: its name, how it stands, its nodes, and what it does not carry.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property NetworkViewModel model
    spacing: Theme.spaceL
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: card.model.nowIcon
            color: card.model.nowIcon === "check" ? Theme.positive : Theme.muted
        }
        ColumnLayout {
            spacing: Theme.space2xs
            BtLabel {
                objectName: "network-now"
                Layout.fillWidth: true
                strong: true
                text: card.model.nowName
                Accessible.role: Accessible.Heading
            }
            BtLabel {
                objectName: "network-now-words"
                Layout.fillWidth: true
                muted: true
                text: card.model.nowWords
            }
        }
    }
    Repeater {
        model: card.model.nodes
        ColumnLayout {
            id: node
            required property var modelData
            required property int index
            Layout.fillWidth: true
            spacing: Theme.space2xs
            BtLabel {
                objectName: "network-node-" + node.index
                Layout.fillWidth: true
                strong: node.modelData.active
                text: node.modelData.name
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: node.modelData.words
            }
        }
    }
    BtLabel {
        objectName: "network-blocks"
        visible: text !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.blocksWords
    }
}
