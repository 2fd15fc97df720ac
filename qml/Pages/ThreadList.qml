// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations. Up and Down move, Enter opens.
pragma ComponentBehavior: Bound
import QtQuick
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
    delegate: ThreadRow {
        width: ListView.view.width
        objectName: "thread-" + index
        onClicked: list.opened(threadId)
    }
}
