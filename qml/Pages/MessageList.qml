// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of one thread, the newest at the bottom. Ctrl+Up and Ctrl+Down walk them one by one.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

ListView {
    id: list
    required property MessagesModel messages
    property bool large: false // the session room
    property PayViewModel pay: null // requests to pay
    signal retry(real messageId)
    signal takeBack(real messageId)
    signal visitOpened(string visitId)
    signal payOpened(string requestId)
    model: messages
    verticalLayoutDirection: ListView.BottomToTop
    boundsBehavior: Flickable.StopAtBounds
    spacing: large ? Theme.spaceSide : Theme.spaceM
    clip: true
    reuseItems: true
    cacheBuffer: 600
    currentIndex: -1
    keyNavigationEnabled: false
    activeFocusOnTab: true
    highlightMoveDuration: 0
    // Older ones are fetched before one gets there. The view alone would not: a row that it uses again asks for nothing.
    readonly property bool nearOldest: contentY - originY < 2 * height
    onContentYChanged: if (nearOldest)
        messages.older()
    onCountChanged: if (nearOldest)
        messages.older()
    Accessible.role: Accessible.List
    //: Spoken name of the list of messages.
    Accessible.name: qsTr("Messages")

    function walk(step: int) {
        const to = currentIndex < 0 ? 0 : Math.max(0, Math.min(count - 1, currentIndex + step));
        currentIndex = to;
        positionViewAtIndex(to, ListView.Contain);
        if (currentItem)
            currentItem.forceActiveFocus(Qt.TabFocusReason);
    }
    onActiveFocusChanged: if (activeFocus && count > 0 && currentIndex < 0)
        walk(0)
    Keys.onUpPressed: walk(1)
    Keys.onDownPressed: walk(-1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            event.key === Qt.Key_Home ? positionViewAtEnd() : positionViewAtBeginning();
            event.accepted = true;
        }
    }
    delegate: MessageRow {
        width: ListView.view.width - Theme.spaceM
        large: list.large
        // Its revision rises when the chain says something new of a request.
        request: kind === "pay" && list.pay && list.pay.revision >= 0 ? list.pay.card(visitId) : ({})
        onPaid: list.payOpened(visitId)
        onDeclined: list.pay.decline(visitId)
        onRetry: list.retry(messageId)
        onTakeBack: list.takeBack(messageId)
        onVisitOpened: list.visitOpened(visitId)
    }
    BtScrollMark {
        flickable: list
    }
}
