// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a card, and messages, as the gallery shows them. People and words are samples.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GallerySection {
    id: section
    property bool talk: false
    title: talk ? "Bubbles" : "Cards and rows"
    BtCard {
        visible: !section.talk
        flush: true
        BtSectionLine {
            padded: true
            text: "Card with rows"
            actionText: "See all"
        }
        Repeater {
            model: [["Fatou D.", "Tue 8, 14:00"], ["Jakob L.", "Fri 11, 9:00"], ["Mei-Lin C.", "Chosen"], ["Yusra M.", "Mon 14, 16:00"]]
            BtRow {
                required property var modelData
                required property int index
                objectName: "row" + index
                avatarSeed: modelData[0]
                title: modelData[0]
                subtitle: modelData[1]
                selected: index === 2
                divider: index > 0
            }
        }
    }
    ColumnLayout {
        visible: section.talk
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtDayLine {
            Layout.fillWidth: true
            text: "Today"
        }
        BtBubble {
            Layout.fillWidth: true
            text: "Shall we move to four?"
            meta: "11:02"
        }
        BtBubble {
            Layout.fillWidth: true
            own: true
            text: "Four is good."
            meta: "11:05 · Read"
            state: "read"
        }
        BtBubble {
            Layout.fillWidth: true
            own: true
            text: "See you then."
            meta: "11:05 · Delivered"
            state: "delivered"
        }
        BtBubble {
            Layout.fillWidth: true
            own: true
            text: "I will bring the diary."
            meta: "Waiting for the network"
            state: "waiting"
            actionText: "Send now"
            secondActionText: "Take back"
        }
    }
}
