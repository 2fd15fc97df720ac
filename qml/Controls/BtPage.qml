// SPDX-License-Identifier: GPL-3.0-or-later
// The base of a page: scrolls, keeps its columns at a readable width, drops the side column below when the
// window is narrow for its text size. What stands in `foot` stays at the bottom while the rest scrolls. The frame shows
// `title` and gives it the focus when the page opens.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

FocusScope {
    id: page
    property string title: ""
    property string subtitle: ""
    property bool board: true       // up to 1120 wide; else reading width, 720
    property bool showTitle: false  // outside the frame: the title stands in the page
    property int sideWidth: Theme.sideWidth
    property int columnGap: Theme.spaceXl
    property int spacing: Theme.spaceL
    property int topSpace: Theme.spaceS
    property bool bare: false       // without the frame's rail and top bar (the session room)
    signal helpRequested
    signal backRequested
    default property alias content: main.data
    property alias side: sideColumn.data
    property alias foot: footColumn.data // the one next action, where a long page would hide it
    readonly property bool hasSide: sideColumn.children.length > 0
    readonly property bool narrow: width / Theme.textScale < Theme.breakBar
    // 784 is what the breakpoint of 1000 leaves beside a rail of 216.
    readonly property bool stacked: !hasSide || width / Theme.textScale < Theme.breakRail - 216
    readonly property int sideSpace: narrow ? Theme.spaceL : Theme.space2xl
    readonly property int pageWidth: Math.max(0, Math.min(width - 2 * sideSpace, board ? Theme.boardWidth : Theme.columnWidth))
    property alias flickable: flick

    //! A page with steps goes back by one of them. \returns false: the page itself is left.
    function stepBack(): bool {
        return false;
    }
    function focusTitle() {
        heading.forceActiveFocus(Qt.OtherFocusReason);
    }
    //! Brings an item of the page into view, as the keyboard reaches it.
    function reveal(item: Item) {
        const at = item.mapToItem(flick.contentItem, 0, 0);
        if (at.y < flick.contentY + Theme.spaceL)
            flick.contentY = Math.max(0, at.y - Theme.spaceL);
        else if (at.y + item.height > flick.contentY + flick.height - Theme.spaceL)
            flick.contentY = Math.min(Math.max(0, flick.contentHeight - flick.height), at.y + Math.min(item.height, flick.height - 2 * Theme.spaceL) - flick.height + Theme.spaceL);
    }
    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent)
            if (up === flick.contentItem)
                return true;
        return false;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        contentWidth: width
        contentHeight: grid.height + page.topSpace + page.sideSpace
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Keys.onPressed: event => {
            const step = event.key === Qt.Key_PageDown ? height * 0.9 : event.key === Qt.Key_PageUp ? -height * 0.9 : 0;
            if (step !== 0) {
                contentY = Math.max(0, Math.min(contentHeight - height, contentY + step));
                event.accepted = true;
            }
        }
        Item {
            id: grid
            x: Math.round(page.board ? page.sideSpace : Math.max(page.sideSpace, (page.width - page.pageWidth) / 2))
            y: page.topSpace
            width: page.pageWidth
            height: page.stacked ? main.y + main.implicitHeight + (page.hasSide ? page.spacing + sideColumn.implicitHeight : 0) : main.y + Math.max(main.implicitHeight, sideColumn.implicitHeight)
            BtLabel {
                id: heading
                visible: page.showTitle && text !== ""
                width: parent.width
                kind: BtLabel.Heading
                text: page.title
                topPadding: Theme.spaceL
                bottomPadding: Theme.spaceL
                Accessible.focusable: true
            }
            ColumnLayout {
                id: main
                y: heading.visible ? heading.implicitHeight : 0
                width: page.stacked ? parent.width : parent.width - page.sideWidth - page.columnGap
                spacing: page.spacing
                x: page.stacked || !LayoutMirroring.enabled ? 0 : page.sideWidth + page.columnGap
            }
            ColumnLayout {
                id: sideColumn
                x: page.stacked || LayoutMirroring.enabled ? 0 : parent.width - width
                y: page.stacked ? main.y + main.implicitHeight + page.spacing : main.y
                width: page.stacked ? parent.width : page.sideWidth
                spacing: page.spacing
            }
        }
        BtScrollMark {
            flickable: flick
        }
    }
    Rectangle {
        id: footer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: footColumn.implicitHeight > 0 ? footColumn.implicitHeight + 2 * Theme.spaceM : 0
        color: Theme.surface // never hidden itself: a layout counts nothing in what is hidden, and would never come back
        BtLine {
            visible: footer.height > 0
            width: parent.width
        }
        ColumnLayout {
            id: footColumn
            x: grid.x
            y: Theme.spaceM
            width: page.pageWidth
            spacing: Theme.spaceS
        }
    }
    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged() {
            const item = page.Window.window ? page.Window.window.activeFocusItem : null;
            if (item && page.holds(item))
                page.reveal(item);
        }
    }
}
