// SPDX-License-Identifier: GPL-3.0-or-later
// Switches, ticks and the ways to choose one of several.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

GallerySection {
    title: "Switches, ticks, choices"
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceSide
        BtSwitch {
            label: "Off"
        }
        BtSwitch {
            label: "On"
            checked: true
        }
        BtSwitch {
            label: "Off, cannot change"
            enabled: false
        }
        BtSwitch {
            label: "On, cannot change"
            checked: true
            enabled: false
        }
        BtCheck {
            label: "Not ticked"
        }
        BtCheck {
            label: "Ticked"
            checked: true
        }
        BtCheck {
            label: "Always ticked"
            checked: true
            locked: true
        }
        BtRadio {
            Accessible.name: "Not chosen"
        }
        BtRadio {
            Accessible.name: "Chosen"
            checked: true
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceM
        BtChip {
            text: "Sleep"
        }
        BtChip {
            text: "Worry"
            checked: true
        }
        BtChip {
            text: "Grief"
        }
        BtSegmented {
            objectName: "segmented"
            label: "View"
            model: ["Week", "Month"]
        }
    }
    BtTabs {
        objectName: "tabs"
        Layout.fillWidth: true
        model: ["Mood and measures", "Documents", "Who may read"]
    }
}
