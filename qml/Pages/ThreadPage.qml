// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation alone: on a narrow window, or opened from elsewhere.
import QtQuick
import Bt.Theme
import Bt.ViewModels

FocusScope {
    id: page
    required property AppViewModel app
    required property Navigator nav
    property string title: app.threads.peerName
    property string subtitle: ""
    property bool bare: false
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ThreadPane {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.columnWidth + 2 * Theme.space3xl)
        height: parent.height
        app: page.app
        nav: page.nav
    }
}
