// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the network; each thing may be taken back while it waits.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property OutboxViewModel model: app.outbox
    board: false
    //: Title of the list of things that wait for the network.
    title: qsTr("What is waiting")

    ErrorLine {
        text: page.app.troubleText
    }
    BtEmpty {
        visible: page.model.state === OutboxViewModel.Empty
        art: "shield"
        //: Nothing waits for the network.
        title: qsTr("Nothing is waiting")
        //: Under "Nothing is waiting".
        body: qsTr("Everything you did has been sent and saved.")
    }
    BtCard {
        visible: page.model.state === OutboxViewModel.Waiting
        flush: true
        Repeater {
            model: page.model.rows
            OutboxRow {
                required property double outboxId
                required property var model
                required index
                required cancellable
                required replannable
                Layout.fillWidth: true
                title: model.title
                words: model.error !== "" ? model.error : model.subtitle
                spoken: model.spoken
                onReplanned: page.model.replan(outboxId)
                onTakenBack: page.model.cancel(outboxId)
            }
        }
    }
}
