// SPDX-License-Identifier: GPL-3.0-or-later
// Whether real money may leave: off until a person has read what it means.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property NetworkViewModel model
    spacing: Theme.spaceL
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading: whether real money may be spent.
        text: qsTr("Spending real money")
        Accessible.role: Accessible.Heading
    }
    BtLabel {
        objectName: "network-spending-words"
        Layout.fillWidth: true
        text: card.model.spending
              //: Spending on mainnet is on.
              ? qsTr("On. Visits and messages are paid with real money.")
              //: Spending on mainnet is off.
              : qsTr("Off. You can look at everything, but nothing is signed and no money leaves.")
    }
    BtButton {
        objectName: "network-spending"
        Layout.alignment: Qt.AlignLeft
        Layout.maximumWidth: parent.width
        enabled: !card.model.settingSpending
        //: Button: lets real money leave (asks first), or stops it.
        text: card.model.spending ? qsTr("Switch spending off") : qsTr("Switch spending on")
        onClicked: {
            if (card.model.spending)
                card.model.setSpending(false);
            else
                warning.open();
        }
    }
    BtDialog {
        id: warning
        //: Title of the warning before real money may leave.
        title: qsTr("Let real money leave?")
        //: The warning before real money may leave.
        body: qsTr("On mainnet every payment is real and final: nobody can call it back, and nobody can restore your money if you lose your 24 words. This program is young. Begin with an amount that you can afford to lose.")
        danger: true
        //: Button of a dialog: allow spending.
        acceptText: qsTr("Switch spending on")
        //: Button of a dialog: leave spending off.
        rejectText: qsTr("Leave it off")
        onAccepted: card.model.setSpending(true)
    }
}
