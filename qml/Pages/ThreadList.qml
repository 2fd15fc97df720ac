// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations. Up and Down move, Enter opens.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ListView {
    id: list
    required property ThreadsViewModel threads
    signal opened(string threadId)
    model: threads.threads
    clip: true
    spacing: Theme.spaceXs
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    //: Spoken name of the list of conversations.
    Accessible.name: qsTr("Conversations")
    onActiveFocusChanged: if (activeFocus && currentItem)
        currentItem.forceActiveFocus(Qt.TabFocusReason)
    delegate: BtRow {
        id: row
        required property int index
        required property string threadId
        required property var model
        width: ListView.view.width
        implicitHeight: Math.max(Theme.scaled(68), contentItem.implicitHeight + Theme.spaceL)
        objectName: "thread-" + index
        sideSpace: Theme.spaceM
        avatarSeed: model.avatarSeed
        title: model.name
        subtitle: model.last
        spoken: model.spoken
        divider: false
        chevron: false
        selected: model.chosen
        onClicked: list.opened(threadId)
        Column {
            spacing: Theme.spaceXs
            BtLabel {
                anchors.right: parent.right
                kind: BtLabel.Caption
                muted: true
                wrapMode: Text.NoWrap
                text: row.model.when
                Accessible.ignored: true
            }
            BtBadge {
                anchors.right: parent.right
                visible: row.model.unread > 0
                kind: BtBadge.Primary
                text: row.model.unread
            }
        }
    }
}
