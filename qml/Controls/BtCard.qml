// SPDX-License-Identifier: GPL-3.0-or-later
// A card: raised, a hairline, 24 px inside; its children stand in a column 12 px apart. `flush` lets rows
// reach the edges. `soft` is the quiet ground without an edge, `hero` the one that matters now.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

Item {
    id: card
    property bool flush: false
    property bool soft: false
    property bool hero: false
    property bool dangerous: false
    property int padding: flush ? 0 : soft ? Theme.spaceL : Theme.spaceXl
    property alias spacing: column.spacing
    property string label: ""
    default property alias content: column.data
    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding + (flush ? 2 * Theme.lineWidth : 0)
    Layout.fillWidth: true
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Accessible.ignored: label === ""

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: card.dangerous ? Theme.dangerSoft : card.hero ? Theme.primarySoft : card.soft ? Theme.sunken : Theme.raised
        border.width: Theme.highContrast || !(card.hero || card.soft || card.dangerous) ? Theme.lineWidth : 0
        border.color: Theme.hairline
    }
    ColumnLayout {
        id: column
        spacing: card.flush ? 0 : Theme.spaceM
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: card.padding + (card.flush ? Theme.lineWidth : 0)
    }
}
