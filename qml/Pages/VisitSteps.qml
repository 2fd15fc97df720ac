// SPDX-License-Identifier: GPL-3.0-or-later
// Every payment of a visit's life with its id, fee and time: the true terms, for the curious.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: list
    required property VisitViewModel model
    signal copy(string text)
    spacing: Theme.spaceM
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        muted: true
        //: Under "What exactly happens?" of a visit: how the money is held, in true terms.
        text: qsTr("The money of this visit lies in a covenant on the Kaspa network: a small program that both agreed to. Each line below is one transaction that moved it.")
    }
    CopyLine {
        //: Name of a technical value: the id of the covenant that holds the money.
        label: qsTr("Covenant id")
        value: list.model.covenantId
        onCopy: text => list.copy(text)
    }
    Repeater {
        model: list.model.steps
        ColumnLayout {
            id: step
            required property var model
            required property int index
            objectName: "visit-step-" + index
            spacing: Theme.space2xs
            RowLayout {
                spacing: Theme.spaceS
                BtIcon {
                    name: step.model.settled ? "check" : "waiting"
                    size: Theme.iconSmall
                    color: step.model.settled ? Theme.positive : Theme.muted
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    strong: true
                    text: step.model.title
                }
                BtLabel {
                    kind: BtLabel.Small
                    muted: true
                    wrapMode: Text.NoWrap
                    text: step.model.at
                }
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: step.model.status
            }
            CopyLine {
                //: Name of a technical value: the id of a transaction. %1 is its fee.
                label: qsTr("Transaction, fee %1").arg(step.model.feeExact)
                value: step.model.txid
                onCopy: text => list.copy(text)
            }
        }
    }
    BtLabel {
        Layout.fillWidth: true
        visible: list.model.steps.count === 0
        kind: BtLabel.Small
        muted: true
        //: No payment of this visit exists yet.
        text: qsTr("Nothing has been sent yet.")
    }
}
