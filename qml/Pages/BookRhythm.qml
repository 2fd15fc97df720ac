// SPDX-License-Identifier: GPL-3.0-or-later
// How often the hour is asked for: once, or as a series.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property SeriesViewModel model
    visible: card.model.offered
    spacing: Theme.spaceM
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading: whether one visit or several are asked for.
        text: qsTr("How often?")
        Accessible.role: Accessible.Heading
    }
    BtSegmented {
        objectName: "book-rhythm"
        //: What the choice is about, for a screen reader.
        label: qsTr("How often?")
        model: card.model.rhythms
        currentIndex: card.model.rhythm
        onActivated: index => card.model.setRhythm(index)
    }
    BtSelect {
        objectName: "book-count"
        visible: card.model.repeats
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaledHalf(320)
        //: Label of a field: the number of visits of a series.
        label: qsTr("How many visits?")
        model: card.model.counts
        currentIndex: card.model.countIndex
        onActivated: index => card.model.setCount(index)
    }
    BtLabel {
        visible: card.model.repeats
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: Under the number of visits.
        text: qsTr("The days and the whole sum are shown before anything is held.")
    }
}
