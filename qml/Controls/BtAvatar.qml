// SPDX-License-Identifier: GPL-3.0-or-later
// The shape drawn from someone's key.
import QtQuick
import Bt.Theme
import Bt.Ui

AvatarItem {
    id: avatar
    property int size: Theme.avatar
    property bool raisedGround: false // stands on primarySoft: its ground is then raised
    implicitWidth: size
    implicitHeight: size
    width: size
    height: size
    ground: raisedGround ? Theme.raised : Theme.avatarGround[hue]
    shape: Theme.avatarShape[hue]
    second: Theme.avatarSecond[hue]
    Accessible.ignored: true
}
