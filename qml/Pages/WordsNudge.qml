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
    RowLayout {
        spacing: Theme.spaceM
        BtIcon {
            Layout.alignment: Qt.AlignTop
            name: "key"
            color: Theme.muted
        }
        ColumnLayout {
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
