// SPDX-License-Identifier: GPL-3.0-or-later
// Badges, the words of the sync state, avatars, QR codes.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GallerySection {
    title: "Badges and states"
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtBadge {
            text: "Draft"
        }
        BtBadge {
            kind: BtBadge.Primary
            text: "2 new"
        }
        BtBadge {
            kind: BtBadge.Positive
            iconName: "check"
            text: "Agreed"
        }
        BtBadge {
            kind: BtBadge.Attention
            iconName: "clock"
            text: "Ends today"
        }
        BtBadge {
            kind: BtBadge.Danger
            iconName: "error"
            text: "Licence ended"
        }
        BtBadge {
            kind: BtBadge.Practice
            text: "Practice network"
        }
        Row {
            spacing: Theme.radiusSmall
            BtIcon {
                name: "licence"
                size: Theme.iconLine
                color: Theme.positive
            }
            BtLabel {
                kind: BtLabel.Small
                medium: true
                color: Theme.positive
                text: "Licensed in Berlin"
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceSide
        Repeater {
            model: [["saved", "All saved"], ["waiting", "3 things waiting for the network"], ["offline", "Offline, everything here still works"]]
            Row {
                id: state
                required property var modelData
                spacing: Theme.spaceS
                BtIcon {
                    name: state.modelData[0]
                    color: Theme.muted
                }
                BtLabel {
                    kind: BtLabel.Small
                    muted: true
                    text: state.modelData[1]
                }
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        Repeater {
            model: 10
            BtAvatar {
                required property int index
                seed: "person " + index
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceXl
        BtQr {
            name: "An address"
            value: "kaspatest:qqnapngv3zxp305qf06w6hpzmyxtx2r99jjhs04lu980xdyd2ulwwmx9evrfz"
        }
        BtQr {
            name: "Something to sign"
            parts: ["btsign 1/3 first", "btsign 2/3 second", "btsign 3/3 third"]
        }
    }
}
