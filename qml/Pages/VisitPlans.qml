// SPDX-License-Identifier: GPL-3.0-or-later
// When plans change: the exact outcome of cancelling now, all later visits of the series, and moving.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property PlansViewModel model
    visible: model.canCancel
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading over the exact outcome of cancelling.
        text: qsTr("If you cancel now")
        Accessible.role: Accessible.Heading
    }
    ExactLines {
        prefix: "plans-line"
        lines: card.model.cancelLines
    }
    ErrorLine {
        objectName: "plans-error"
        text: card.model.errorText
    }
    BtButton {
        objectName: "plans-cancel-later"
        Layout.alignment: Qt.AlignLeft
        visible: card.model.laterCount > 0
        enabled: !card.model.working
        text: card.model.laterWords
        onClicked: laterDialog.open()
    }
    Details {
        id: moving
        objectName: "plans-move"
        visible: card.model.canMove
        //: Opens the choice of another hour for a visit.
        title: qsTr("Move it to another hour")
        onExpandedChanged: if (expanded)
            card.model.listHours()
        BtSelect {
            objectName: "plans-hour"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaledHalf(320)
            visible: card.model.hours.length > 0
            //: Label of a list of hours.
            label: qsTr("New hour")
            model: card.model.hours
            currentIndex: card.model.hour
            onActivated: index => card.model.setHour(index)
        }
        BtCheck {
            objectName: "plans-move-later"
            visible: card.model.laterCount > 0
            //: Tick: later visits of the series are moved in the same rhythm.
            text: qsTr("Move all later visits too")
            checked: card.model.moveLater
            onToggled: card.model.setMoveLater(checked)
        }
        ExactLines {
            prefix: "plans-move-line"
            lines: card.model.moveLines
        }
        BtButton {
            objectName: "plans-move-confirm"
            Layout.alignment: Qt.AlignLeft
            enabled: card.model.moveFits && !card.model.working
            //: Button: cancels the old hour and asks for the new one.
            text: qsTr("Move")
            onClicked: card.model.move()
        }
    }
    BtDialog {
        id: laterDialog
        title: card.model.laterTitle
        body: card.model.laterLines.join("\n")
        danger: true
        //: Button of a dialog: really cancel.
        acceptText: qsTr("Cancel all of them")
        //: Button of a dialog: leave the visits as they are.
        rejectText: qsTr("Keep them")
        onAccepted: card.model.cancelLater()
    }
}
