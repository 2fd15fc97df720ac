// SPDX-License-Identifier: GPL-3.0-or-later
// The reward pool: what it holds, what it pays for, one's own awards, asking for one.
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
    readonly property RewardsViewModel model: app.rewards
    readonly property bool there: model.state === RewardsViewModel.Ready
    board: false
    //: Title of the page about the community's reward pool.
    title: qsTr("Rewards")

    BtEmpty {
        visible: !page.there
        art: "money"
        //: There is no reward pool to show.
        title: qsTr("Nothing to see yet")
        body: page.model.stateWords
    }
    ErrorLine {
        objectName: "rewards-error"
        text: page.model.errorText
    }
    BtCard {
        visible: page.there
        spacing: Theme.spaceS
        BtLabel {
            kind: BtLabel.Small
            muted: true
            //: Over the amount that the reward pool holds.
            text: qsTr("The pool holds")
        }
        BtLabel {
            objectName: "rewards-balance"
            Layout.fillWidth: true
            kind: BtLabel.Heading
            figures: true
            text: page.model.balance
        }
        BtLabel {
            objectName: "rewards-round"
            Layout.fillWidth: true
            text: page.model.roundWords
        }
        BtLabel {
            visible: text !== ""
            Layout.fillWidth: true
            kind: BtLabel.Small
            text: page.model.leftWords
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            text: page.model.nextWords
        }
    }
    RewardsMine {
        visible: page.there && (page.model.mine.count > 0 || page.model.missingWords !== "")
        model: page.model
    }
    RewardsAsk {
        visible: page.there
        model: page.model
        onCopy: text => page.app.copy(text)
    }
    RewardsRules {
        visible: page.there
        model: page.model
    }
    BtCard {
        visible: page.there && page.model.events.count > 0
        flush: true
        BtSectionLine {
            padded: true
            //: Heading over what the reward pool did so far.
            text: qsTr("What the pool did so far")
        }
        Repeater {
            model: page.model.events
            BtRow {
                id: event
                required property int index
                required property string words
                required property string amount
                required title
                required spoken
                objectName: "rewards-event-" + index
                plain: true
                divider: index > 0
                subtitle: words
                BtLabel {
                    kind: BtLabel.Small
                    figures: true
                    wrapMode: Text.NoWrap
                    text: event.amount
                }
            }
        }
    }
    BtCard {
        visible: page.there
        Details {
            objectName: "rewards-exactly"
            //: Opens the technical details.
            title: qsTr("What exactly happens?")
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Under "What exactly happens?" on the page about rewards, in true terms.
                text: qsTr("The pool is a program on the chain that owns BTAI. Stewards put the root of a list of awards on the chain; each payment proves its place in that list and crosses it out. Everyone sees the pool, its payments, and the key that each award names; a key is made for one award alone. Whoever has an award paid pays a small network fee and puts 0.5 KAS under it, which stays with the award.")
            }
            CopyLine {
                //: Name of a technical value: the id of the reward pool.
                label: qsTr("The pool's id")
                value: page.model.poolId
                onCopy: text => page.app.copy(text)
            }
        }
    }
}
