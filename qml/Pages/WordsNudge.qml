// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet question, once there is something to lose.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtCard {
    id: nudge
    property bool wanted: false
    property bool later: false
    signal opened
    soft: true
    visible: wanted && !later
    // By anchors, not in a row: within one layout more, the heading keeps the height of one line when the window shrinks.
    Item {
        Layout.fillWidth: true
        implicitHeight: words.implicitHeight
        BtIcon {
            id: sign
            anchors.left: parent.left
            name: "key"
            color: Theme.muted
        }
        ColumnLayout {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: parent.right
            spacing: Theme.space2xs
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                strong: true
                //: A quiet reminder about the recovery words.
                text: qsTr("Could you get everything back?")
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Under the reminder about the recovery words.
                text: qsTr("24 words on paper are enough. It takes four minutes.")
            }
            Flow {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.spaceM
                BtButton {
                    objectName: "nudge-words"
                    kind: BtButton.Quiet
                    //: Button of the reminder: shows the recovery words.
                    text: qsTr("See the words")
                    onClicked: nudge.opened()
                }
                BtButton {
                    objectName: "nudge-later"
                    kind: BtButton.Quiet
                    ink: Theme.muted
                    //: Button of the reminder: not now.
                    text: qsTr("Later")
                    onClicked: nudge.later = true
                }
            }
        }
    }
}
