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
            BtRow {
                id: row
                required property int index
                required property double outboxId
                required property bool cancellable
                required property bool replannable
                required property var model
                Layout.fillWidth: true
                objectName: "outbox-" + index
                iconName: "waiting"
                title: model.title
                subtitle: model.error !== "" ? model.error : model.subtitle
                spoken: model.spoken
                plain: true
                divider: index > 0
                BtButton {
                    objectName: "outbox-replan-" + row.index
                    visible: row.replannable
                    //: Button: plans a payment anew whose coins were spent elsewhere.
                    text: qsTr("Try again with other coins")
                    onClicked: page.model.replan(row.outboxId)
                }
                BtButton {
                    objectName: "outbox-cancel-" + row.index
                    visible: row.cancellable
                    //: Button: takes back what waits.
                    text: qsTr("Take back")
                    onClicked: page.model.cancel(row.outboxId)
                }
            }
        }
    }
}
