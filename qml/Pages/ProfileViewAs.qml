// SPDX-License-Identifier: GPL-3.0-or-later
// A profile as a viewer's own app shows it, and the profiles of people one talks with.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ColumnLayout {
    id: column
    required property ProfileViewModel model
    spacing: Theme.spaceL
    Component.onCompleted: model.viewAs("")

    BtCard {
        BtSelect {
            objectName: "profile-view-as"
            Layout.fillWidth: true
            //: Label of a choice: through whose eyes the profile is shown.
            label: qsTr("See it as")
            model: column.model.viewers
            textRole: "text"
            valueRole: "id"
            currentIndex: Math.max(0, column.model.viewers.findIndex(one => one.id === column.model.viewer))
            onActivated: index => column.model.viewAs(column.model.viewers[index].id)
        }
        BtLabel {
            objectName: "profile-shown-name"
            Layout.fillWidth: true
            visible: text !== ""
            kind: BtLabel.Title
            text: column.model.shownName
        }
        Repeater {
            model: column.model.shownFields
            ColumnLayout {
                id: one
                required property int index
                required property var modelData
                Layout.fillWidth: true
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Caption
                    muted: true
                    text: one.modelData.label
                }
                BtLabel {
                    objectName: "profile-shown-" + one.index
                    Layout.fillWidth: true
                    text: one.modelData.value
                }
            }
        }
        BtLabel {
            objectName: "profile-shown-note"
            Layout.fillWidth: true
            visible: text !== ""
            kind: BtLabel.Small
            muted: true
            text: column.model.shownNote
        }
    }
    BtCard {
        visible: column.model.known.count > 0
        BtLabel {
            Layout.fillWidth: true
            strong: true
            //: Heading over the public profiles of people one talks with.
            text: qsTr("Profiles of people you know")
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: column.model.known
            ColumnLayout {
                id: known
                required property int index
                required property var model
                Layout.fillWidth: true
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: known.model.title
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Caption
                    muted: true
                    text: known.model.line
                }
                BtLabel {
                    objectName: "profile-known-" + known.index
                    Layout.fillWidth: true
                    visible: text !== ""
                    kind: BtLabel.Small
                    text: known.model.words
                }
            }
        }
    }
}
