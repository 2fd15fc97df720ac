// SPDX-License-Identifier: GPL-3.0-or-later
// Something that leaves this computer: where its file lies, and the same as QR codes.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: out
    property string where: ""
    property var parts: []
    property string words: ""
    property string codeName: ""
    visible: parts.length > 0
    spacing: Theme.spaceM
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Small
        text: out.words
    }
    BtLabel {
        objectName: "file-where"
        Layout.fillWidth: true
        visible: out.where !== ""
        kind: BtLabel.Small
        strong: true
        wrapMode: Text.WrapAnywhere
        //: Where a file was saved. %1 is a path.
        text: qsTr("Saved as %1").arg(out.where)
    }
    Details {
        objectName: "file-codes"
        //: Opens the QR codes of a file.
        title: qsTr("Show it as codes to scan")
        BtQr {
            Layout.fillWidth: true
            parts: out.parts
            name: out.codeName
        }
    }
}
