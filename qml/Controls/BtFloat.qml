// SPDX-License-Identifier: GPL-3.0-or-later
// The ground of what floats: raised, a hairline, the one soft shadow (four quiet layers, no blur).
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Theme

Item {
    id: ground
    property real radius: Theme.radiusCard
    Repeater {
        model: Theme.highContrast ? 0 : 8
        Rectangle {
            required property int index
            anchors.fill: parent
            anchors.margins: -4 * index
            anchors.topMargin: Theme.spaceM - 4 * index
            anchors.bottomMargin: -Theme.spaceS - 4 * index
            radius: ground.radius + 4 * index
            color: Theme.shadow
            opacity: 0.07
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: ground.radius
        color: Theme.raised
        border.width: Theme.lineWidth
        border.color: Theme.highContrast ? Theme.outline : Theme.hairline
    }
}
