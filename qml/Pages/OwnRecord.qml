// SPDX-License-Identifier: GPL-3.0-or-later
// One part of one's own record: opens to be written; what is saved goes to those who may read it.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: card
    property int place: 0
    property string name: ""
    property string line: ""
    property string hint: ""
    property string kept: ""
    property int maxBytes: 0
    property bool busy: false
    readonly property bool changed: area.text !== kept
    signal saved(string words)
    onKeptChanged: if (!area.input.activeFocus)
        area.text = kept

    Details {
        objectName: "record-" + card.place
        title: card.name
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: card.hint
        }
        BtTextArea {
            id: area
            objectName: "record-text-" + card.place
            Layout.fillWidth: true
            label: card.name
            maximumLines: 14
            Component.onCompleted: text = card.kept
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM
            BtButton {
                objectName: "record-save-" + card.place
                kind: BtButton.Primary
                enabled: !card.busy && card.changed && area.text.length <= card.maxBytes
                //: Button: keeps what was written about oneself.
                text: qsTr("Save")
                onClicked: card.saved(area.text)
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Caption
                muted: true
                text: card.line
            }
        }
    }
}
