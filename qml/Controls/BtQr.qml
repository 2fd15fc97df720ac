// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code to hold a camera to. `value` is one code; with `parts` (texts that belong together) it shows one after another
// by the buttons beneath. Dark on light in every theme. `name` says what it is to who cannot see it.
import QtQuick
import QtQuick.Layouts
import Bt.Theme
import Bt.Ui

ColumnLayout {
    id: qr
    property string value: ""
    property var parts: []
    property int part: 0
    property string name: ""
    property int size: Theme.qr
    readonly property bool many: parts.length > 1
    readonly property bool fits: code.fits
    spacing: Theme.spaceS
    visible: code.text !== ""
    onPartsChanged: part = 0
    QrItem {
        id: code
        objectName: "qr-code"
        implicitWidth: Math.min(qr.size, qr.width > 0 ? qr.width : qr.size)
        implicitHeight: implicitWidth
        Layout.alignment: Qt.AlignHCenter
        text: qr.parts.length > 0 ? qr.parts[qr.part] : qr.value
        ink: Theme.qrInk
        paper: Theme.qrPaper
        Accessible.role: Accessible.Graphic
        Accessible.name: qr.name
        //: Spoken for a QR code of several. %1 its number, %2 how many.
        Accessible.description: qr.many ? qsTr("Code %1 of %2").arg(qr.part + 1).arg(qr.parts.length) : ""
    }
    BtLabel {
        visible: !code.fits
        Layout.fillWidth: true
        kind: BtLabel.Small
        //: In place of a QR code whose text is too long for one.
        text: qsTr("This is too long for a QR code. Use a file instead.")
    }
    RowLayout {
        visible: qr.many
        Layout.alignment: Qt.AlignHCenter
        spacing: Theme.spaceS
        BtIconButton {
            objectName: "qr-back"
            iconName: "chevron-left"
            enabled: qr.part > 0
            //: Button: the code before this one.
            text: qsTr("Code before")
            onClicked: qr.part -= 1
        }
        BtLabel {
            kind: BtLabel.Small
            figures: true
            //: Under a QR code of several. %1 its number, %2 how many.
            text: qsTr("Code %1 of %2").arg(qr.part + 1).arg(qr.parts.length)
        }
        BtIconButton {
            objectName: "qr-on"
            iconName: "chevron-right"
            enabled: qr.part + 1 < qr.parts.length
            //: Button: the code after this one.
            text: qsTr("Next code")
            onClicked: qr.part += 1
        }
    }
}
