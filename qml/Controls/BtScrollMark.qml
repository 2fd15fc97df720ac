// SPDX-License-Identifier: GPL-3.0-or-later
// A thin mark of where one is in something that scrolls; never takes the pointer.
import QtQuick
import Bt.Theme

Rectangle {
    required property Flickable flickable
    parent: flickable
    visible: flickable.contentHeight > flickable.height + 1
    anchors.right: parent.right
    anchors.rightMargin: Theme.space2xs
    width: Theme.spaceXs
    radius: Theme.space2xs
    y: flickable.visibleArea.yPosition * flickable.height
    height: Math.max(Theme.space2xl, flickable.visibleArea.heightRatio * flickable.height)
    color: Theme.outline
    opacity: flickable.moving ? 0.8 : 0.35
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.slow
        }
    }
}
