// SPDX-License-Identifier: GPL-3.0-or-later
// Fields and choices, as the gallery shows them. Texts here are samples.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GallerySection {
    id: section
    title: "Fields"
    property alias typing: typing
    GridLayout {
        Layout.fillWidth: true
        columns: section.width / Theme.textScale > 400 ? 2 : 1
        columnSpacing: Theme.spaceXl
        rowSpacing: Theme.spaceSide
        BtField {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: "Name of this card"
            placeholder: "For example, Home"
        }
        BtField {
            id: typing
            objectName: "typing"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: "Typing"
            text: "Winter pl"
        }
        BtField {
            objectName: "amount"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: "Amount"
            text: "900.00"
            figures: true
            suffix: "€"
            error: "You have 82.50 €. Nothing was sent. Choose less or add money."
        }
        BtSelect {
            objectName: "language"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: "Language"
            model: ["German", "English", "Arabic"]
            hint: "Arrow keys choose, Space opens"
        }
        BtField {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            enabled: false
            label: "Switched off"
            text: "Berlin"
        }
        SecretField {
            objectName: "secret"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: "Passphrase"
        }
    }
}
