// SPDX-License-Identifier: GPL-3.0-or-later
// When, with whom, and how the visit stands.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtCard {
    id: head
    required property VisitViewModel model
    spacing: Theme.spaceS
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Heading
        text: head.model.when
    }
    BtLabel {
        Layout.fillWidth: true
        muted: true
        text: head.model.whereWhen
    }
    BtLine {
        Layout.topMargin: Theme.spaceS
        Layout.bottomMargin: Theme.spaceS
    }
    RowLayout {
        spacing: Theme.spaceM
        BtAvatar {
            seed: head.model.peerAvatar
        }
        BtLabel {
            Layout.fillWidth: true
            strong: true
            text: head.model.peerName
        }
        VisitBadge {
            objectName: "visit-badge"
            text: head.model.badge
            tone: head.model.badgeKind
            iconName: head.model.badgeIcon
        }
    }
    BtLabel {
        objectName: "visit-sentence"
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        text: head.model.sentence
    }
    IconSentence {
        visible: head.model.record !== ""
        iconName: "sign"
        muted: true
        text: head.model.record
    }
    ErrorLine {
        objectName: "visit-trouble"
        Layout.fillWidth: true
        text: head.model.troubleText
    }
    Flow {
        visible: head.model.canTakeBack
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "visit-replan"
            visible: head.model.canReplan
            enabled: head.model.state === VisitViewModel.Ready
            //: Button: plans a payment anew whose coins were spent elsewhere.
            text: qsTr("Try again with other coins")
            onClicked: head.model.replan()
        }
        BtButton {
            objectName: "visit-take-back"
            enabled: head.model.state === VisitViewModel.Ready
            //: Button: gives up a payment whose coins were spent elsewhere, or a request that has not left this computer.
            text: qsTr("Take back")
            onClicked: head.model.takeBack()
        }
    }
    IconSentence {
        visible: head.model.moving
        iconName: "sync"
        muted: true
        //: A payment of this visit has been sent and is not settled yet.
        text: qsTr("The last step is on its way. You can close this page; it goes on by itself.")
    }
}
