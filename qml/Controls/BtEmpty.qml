// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing here yet: what will be here, and the one next thing to do.
import QtQuick
import QtQuick.Layouts
import Bt.Theme
import Bt.Ui

BtCard {
    id: empty
    property string art: "messages"
    property string title: ""
    property string body: ""
    property string actionText: ""
    signal action
    padding: Theme.space2xl
    IconItem {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: 120
        Layout.preferredHeight: 88
        art: true
        name: empty.art
        color: Theme.primary
        softColor: Theme.primarySoft
        Accessible.ignored: true
    }
    BtLabel {
        Layout.fillWidth: true
        strong: true
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
    }
    BtLabel {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaledHalf(440)
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: -Theme.spaceS
        visible: text !== ""
        kind: BtLabel.Small
        muted: true
        horizontalAlignment: Text.AlignHCenter
        text: empty.body
    }
    BtButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.spaceXs
        visible: text !== ""
        kind: BtButton.Primary
        text: empty.actionText
        onClicked: empty.action()
    }
}
