// SPDX-License-Identifier: GPL-3.0-or-later
// Where rows will be, while they are read.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Theme

BtCard {
    id: control
    property int rows: 1
    padding: Theme.spaceSide
    //: Spoken while a list is being read
    label: qsTr("Being read")
    Repeater {
        model: control.rows
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM
            Rectangle {
                implicitWidth: Theme.avatar
                implicitHeight: Theme.avatar
                radius: Theme.avatar / 2
                color: Theme.sunken
            }
            ColumnLayout {
                spacing: Theme.spaceS
                Repeater {
                    model: [0.5, 0.76]
                    Rectangle {
                        required property real modelData
                        implicitWidth: control.width * modelData * 0.7
                        implicitHeight: 14
                        radius: Theme.radiusSmall
                        color: Theme.sunken
                    }
                }
            }
            Item {
                Layout.fillWidth: true
            }
            Rectangle {
                implicitWidth: 64
                implicitHeight: 20
                radius: Theme.radiusSmall
                color: Theme.sunken
            }
        }
    }
}
