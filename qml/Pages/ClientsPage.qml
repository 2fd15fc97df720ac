// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a practice, each with their visits.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property ClientsViewModel model: app.clients
    //: Title of the list of people of a practice.
    title: qsTr("Clients")
    sideWidth: 522

    BtEmpty {
        visible: page.model.state === ClientsViewModel.Empty
        art: "people"
        //: A practice without people yet.
        title: qsTr("Nobody yet")
        //: Under "Nobody yet".
        body: qsTr("Everyone who asks for a visit stands here.")
        //: Button to hours and price.
        actionText: qsTr("Your hours and price")
        onAction: page.nav.go("practice", "", 0)
    }
    BtCard {
        visible: page.model.state === ClientsViewModel.Ready
        flush: true
        Repeater {
            model: page.model.people
            BtRow {
                required property int index
                required property string peerId
                required property var model
                Layout.fillWidth: true
                objectName: "client-" + index
                avatarSeed: model.avatarSeed
                title: model.name
                subtitle: model.line
                spoken: model.spoken
                selected: model.chosen
                divider: index > 0
                onClicked: page.model.choose(peerId)
                Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }
    side: BtCard {
        visible: page.model.peerId !== ""
        flush: true
        RowLayout {
            Layout.margins: Theme.spaceXl
            Layout.bottomMargin: Theme.spaceM
            spacing: Theme.spaceM
            BtAvatar {
                seed: page.model.peerAvatar
            }
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: page.model.peerName
                    Accessible.role: Accessible.Heading
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    text: page.model.peerLine
                }
            }
            BtButton {
                objectName: "client-write"
                visible: page.model.threadId !== ""
                iconName: "messages"
                //: Button: the conversation with this person.
                text: qsTr("Write")
                onClicked: page.nav.go("thread", page.model.threadId, 0)
            }
        }
        VisitRows {
            model: page.model.visits
            prefix: "client-visit"
            onOpened: visitId => page.nav.go("visit", visitId, 0)
        }
    }
}
