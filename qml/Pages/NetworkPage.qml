// SPDX-License-Identifier: GPL-3.0-or-later
// Which network this is, how its nodes do, another one to choose, and whether real money may leave.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property NetworkViewModel model: app.network
    board: false
    //: Title of the page about the network.
    title: qsTr("Network")

    NetworkNow {
        model: page.model
    }
    NetworkSpending {
        visible: page.model.spendingShown
        model: page.model
    }
    NetworkForm {
        visible: page.model.changeable
        model: page.model
    }
}
