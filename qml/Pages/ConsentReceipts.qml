// SPDX-License-Identifier: GPL-3.0-or-later
// Every permission with its receipt in the network, and a proof of it for somebody else.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property ConsentsViewModel model
    signal copy(string text)
    Details {
        objectName: "consent-receipts"
        //: Opens the list of permissions, earlier ones too.
        title: qsTr("All permissions and their receipts")
        Repeater {
            model: card.model.receipts
            Details {
                id: one
                required property int index
                required property string consentId
                required property var model
                objectName: "consent-receipt-" + index
                title: model.title + " · " + model.line
                Repeater {
                    model: one.model.facts
                    FactRow {
                        required property var modelData
                        label: modelData.label
                        value: modelData.value
                    }
                }
                ColumnLayout {
                    visible: one.model.provable
                    Layout.fillWidth: true
                    spacing: Theme.spaceS
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Small
                        muted: true
                        //: Over the button that saves a proof of a permission.
                        text: qsTr("A proof shows someone else that this permission stood, and when it ended. It names whose it was; the rest is your choice.")
                    }
                    BtCheck {
                        id: whom
                        objectName: "consent-proof-whom-" + one.index
                        visible: one.model.mine
                        checked: true
                        //: A choice for the proof of a permission.
                        text: qsTr("Name who may read")
                    }
                    BtCheck {
                        id: what
                        objectName: "consent-proof-what-" + one.index
                        checked: true
                        //: A choice for the proof of a permission.
                        text: qsTr("Name what may be read")
                    }
                    BtButton {
                        objectName: "consent-proof-" + one.index
                        iconName: "download"
                        //: Button: saves a proof of a permission as a file.
                        text: qsTr("Save a proof")
                        onClicked: card.model.saveProof(one.consentId, whom.checked, what.checked)
                    }
                }
            }
        }
    }
}
