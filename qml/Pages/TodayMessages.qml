// SPDX-License-Identifier: GPL-3.0-or-later
// The newest conversations, on the first page.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property TodayViewModel model
    signal opened(string threadId)
    flush: true
    visible: rows.count > 0
    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.spaceSide
        Layout.bottomMargin: Theme.spaceXs
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading of the newest conversations.
            text: qsTr("Messages")
            Accessible.role: Accessible.Heading
        }
        BtBadge {
            visible: card.model.unread > 0
            kind: BtBadge.Primary
            //: How many messages are new.
            text: qsTr("%n new", "", card.model.unread)
        }
    }
    Repeater {
        id: rows
        model: card.model.messages
        BtRow {
            id: row
            required property int index
            required property string threadId
            required property var model
            Layout.fillWidth: true
            objectName: "today-message-" + index
            sideSpace: Theme.spaceSide
            avatarSeed: model.avatarSeed
            title: model.name
            subtitle: model.last
            divider: index > 0
            chevron: false
            onClicked: card.opened(threadId)
            BtLabel {
                Layout.alignment: Qt.AlignTop
                kind: BtLabel.Caption
                muted: true
                wrapMode: Text.NoWrap
                text: row.model.when
                Accessible.ignored: true
            }
        }
    }
}
