// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation alone: on a narrow window, or opened from elsewhere.
import QtQuick
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    title: app.threads.peerName

    ThreadPane {
        parent: page
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.columnWidth + 2 * Theme.space3xl)
        height: parent.height
        app: page.app
        nav: page.nav
    }
}
