// SPDX-License-Identifier: GPL-3.0-or-later
// The total, the coins beneath, and how much of it is free.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property MoneyViewModel model
    spacing: Theme.spaceM
    GridLayout {
        columns: card.width / Theme.textScale < 468 ? 1 : 2
        columnSpacing: Theme.spaceL
        rowSpacing: Theme.spaceM
        ColumnLayout {
            spacing: 0
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Over the total.
                text: qsTr("All your money")
            }
            BtLabel {
                objectName: "money-total"
                Layout.fillWidth: true
                kind: BtLabel.Total
                text: card.model.total
            }
            BtLabel {
                objectName: "money-coins"
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: card.model.totalKas
            }
        }
        BtButton {
            objectName: "money-add"
            Layout.alignment: Qt.AlignTop
            visible: card.model.practice
            kind: BtButton.Primary
            iconName: "plus"
            enabled: card.model.state !== MoneyViewModel.Adding
            //: Button: play money for the practice network.
            text: qsTr("Add play money")
            onClicked: card.model.add()
        }
    }
    Item {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceXs
        implicitHeight: Theme.spaceM
        Accessible.role: Accessible.Graphic
        //: Spoken for the bar under the total. %1 free, %2 held.
        Accessible.name: qsTr("%1 free to use, %2 held safely").arg(card.model.available).arg(card.model.held)
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: Theme.primarySoft
            border.width: Theme.lineWidth
            border.color: Theme.primary
        }
        Rectangle {
            anchors.left: parent.left
            width: parent.width * card.model.freeShare
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceXl
        BtLabel {
            objectName: "money-free"
            kind: BtLabel.Small
            //: Under the bar. %1 is an amount.
            text: qsTr("Free to use %1").arg(card.model.available)
        }
        BtLabel {
            objectName: "money-held"
            kind: BtLabel.Small
            //: Under the bar. %1 is an amount.
            text: qsTr("Held safely %1").arg(card.model.held)
        }
        BtLabel {
            objectName: "money-under"
            visible: card.model.under !== ""
            kind: BtLabel.Small
            //: Under the bar: KAS that come free when BTAI are spent. %1 is an amount.
            text: qsTr("Kept under your BTAI %1").arg(card.model.under)
        }
        BtLabel {
            objectName: "money-waiting"
            visible: card.model.waiting !== ""
            kind: BtLabel.Small
            muted: true
            //: Under the bar: money on its way. %1 is an amount.
            text: qsTr("On its way to you %1").arg(card.model.waiting)
        }
    }
    BtLabel {
        objectName: "money-held-note"
        visible: text !== ""
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        text: card.model.heldNote
    }
}
