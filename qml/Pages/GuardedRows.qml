// SPDX-License-Identifier: GPL-3.0-or-later
// Whose profiles this person guards, or was asked to guard.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: card
    required property GuardiansViewModel model
    readonly property bool free: model.state === GuardiansViewModel.Ready
    BtLabel {
        Layout.fillWidth: true
        strong: true
        //: Heading: the people whose profiles one guards.
        text: qsTr("Whom you guard")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: card.model.guarded
        ColumnLayout {
            id: one
            required property int index
            required property string anchorId
            required property var model
            Layout.fillWidth: true
            spacing: Theme.spaceS
            BtLabel {
                Layout.fillWidth: true
                strong: true
                text: one.model.title
            }
            BtLabel {
                objectName: "guarded-line-" + one.index
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                text: one.model.line
            }
            Flow {
                Layout.fillWidth: true
                visible: one.model.asks
                spacing: Theme.spaceS
                BtButton {
                    objectName: "guarded-yes-" + one.index
                    kind: BtButton.Primary
                    enabled: card.free
                    //: Button: agrees to be a guardian.
                    text: qsTr("I will")
                    onClicked: card.model.answer(one.anchorId, true)
                }
                BtButton {
                    objectName: "guarded-no-" + one.index
                    enabled: card.free
                    //: Button: does not want to be a guardian.
                    text: qsTr("Rather not")
                    onClicked: card.model.answer(one.anchorId, false)
                }
            }
            Details {
                visible: one.model.canBegin
                objectName: "guarded-begin-" + one.index
                //: Opens the beginning of a recovery for somebody.
                title: qsTr("They lost their keys")
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    //: Over the field for the new key of somebody whose profile one guards.
                    text: qsTr("Do this only when the person herself told you, by voice or face to face, and gave you the new key.")
                }
                BtField {
                    id: key
                    objectName: "guarded-key-" + one.index
                    Layout.fillWidth: true
                    maximumLength: 64
                    //: Label of a field: the new key of somebody who lost hers.
                    label: qsTr("The new key")
                }
                BtButton {
                    objectName: "guarded-sign-" + one.index
                    Layout.alignment: Qt.AlignLeft
                    enabled: card.free && key.text.length === 64
                    //: Button: begins a recovery and signs it.
                    text: qsTr("Begin and sign")
                    onClicked: card.model.begin(one.anchorId, key.text)
                }
            }
        }
    }
}
