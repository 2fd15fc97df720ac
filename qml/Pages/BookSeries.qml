// SPDX-License-Identifier: GPL-3.0-or-later
// Every day of a series before it is asked for: what it gives when plans change, and what can be chosen instead.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property SeriesViewModel model
    readonly property bool free: model.state !== SeriesViewModel.Booking && model.state !== SeriesViewModel.Booked
    spacing: Theme.spaceM
    BtLabel {
        objectName: "series-title"
        Layout.fillWidth: true
        strong: true
        text: card.model.title
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        Layout.fillWidth: true
        visible: text !== ""
        kind: BtLabel.Small
        muted: true
        text: card.model.zoneLine
    }
    BtLabel {
        objectName: "series-left-out"
        Layout.fillWidth: true
        visible: text !== ""
        text: card.model.leftOutLine
    }
    Repeater {
        model: card.model.dates
        ColumnLayout {
            id: day
            required property var model
            required property int index
            Layout.fillWidth: true
            spacing: Theme.space2xs
            BtLine {
                Layout.bottomMargin: Theme.spaceS
            }
            BtLabel {
                objectName: "series-day-" + day.index
                Layout.fillWidth: true
                strong: !day.model.left
                muted: day.model.left
                text: day.model.when
                Accessible.name: day.model.spoken
            }
            BtLabel {
                Layout.fillWidth: true
                visible: text !== ""
                kind: BtLabel.Small
                muted: true
                text: day.model.there
            }
            BtLabel {
                objectName: "series-words-" + day.index
                Layout.fillWidth: true
                visible: text !== ""
                kind: BtLabel.Small
                text: day.model.words
            }
            BtLabel {
                Layout.fillWidth: true
                visible: text !== ""
                kind: BtLabel.Small
                muted: true
                text: day.model.ladder
            }
            BtSelect {
                objectName: "series-instead-" + day.index
                visible: day.model.instead.length > 1
                enabled: card.free
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.scaledHalf(320)
                //: Label of a list: other hours near a day of a series. %1 is that day.
                label: qsTr("Another hour instead of %1").arg(day.model.when)
                model: day.model.instead
                currentIndex: day.model.chosen
                onActivated: index => card.model.choose(day.model.place, index)
            }
            BtLink {
                objectName: "series-toggle-" + day.index
                visible: day.model.canToggle
                enabled: card.free
                text: day.model.toggleText
                Accessible.name: day.model.toggleText + ", " + day.model.when
                onClicked: card.model.toggle(day.model.place)
            }
        }
    }
}
