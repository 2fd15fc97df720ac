// SPDX-License-Identifier: GPL-3.0-or-later
// Visits as rows of a flush card; Up and Down move.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

ColumnLayout {
    id: list
    property alias model: rows.model
    property string prefix: "visit-row"
    property bool badges: true
    property int sideSpace: Theme.spaceXl
    property bool firstDivider: true
    signal opened(string visitId)
    spacing: 0
    Layout.fillWidth: true
    Repeater {
        id: rows
        BtRow {
            id: row
            required property int index
            required property string visitId
            required property string badge
            required property string badgeKind
            required property string badgeIcon
            required property string when
            required property var model
            Layout.fillWidth: true
            objectName: list.prefix + "-" + index
            avatarSeed: model.avatarSeed
            title: model.title
            subtitle: model.subtitle
            spoken: model.spoken
            sideSpace: list.sideSpace
            divider: index > 0 || list.firstDivider
            onClicked: list.opened(visitId)
            Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            VisitBadge {
                visible: list.badges
                text: row.badge
                tone: row.badgeKind
                iconName: row.badgeIcon
            }
        }
    }
}
