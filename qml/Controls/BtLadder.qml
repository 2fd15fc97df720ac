// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when: a line with words on each stretch. stops: [{when, title, body, tone, weight}], tone one
// of positive, attention, danger, primary, plain; weight the share of the width. Upright when narrow or large.
pragma ComponentBehavior: Bound
import QtQuick
import Bt.Theme

Item {
    id: ladder
    property var stops: []
    readonly property bool upright: width / Theme.textScale < 520
    readonly property real total: stops.reduce((sum, stop) => sum + (stop.weight ?? 1), 0)
    readonly property string spoken: stops.map(stop => stop.when + ": " + stop.title + ". " + (stop.body ?? "")).join(" ")
    implicitHeight: Math.max(0, upright ? upColumn.implicitHeight : lineRow.implicitHeight)
    implicitWidth: 320
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    function tint(tone: string): color {
        return tone === "positive" ? Theme.positive : tone === "attention" ? Theme.attention : tone === "danger" ? Theme.danger : tone === "primary" ? Theme.primary : Theme.outline;
    }
    function inkOf(tone: string): color {
        return tone === "positive" ? Theme.positive : tone === "attention" ? Theme.attention : tone === "danger" ? Theme.danger : Theme.text;
    }

    component Dot: Rectangle {
        property color tone: Theme.outline
        width: Theme.spaceL
        height: Theme.spaceL
        radius: Theme.spaceS
        color: Theme.raised
        border.width: Theme.spaceXs
        border.color: tone
    }
    component Words: Column {
        id: words
        required property var stop
        BtLabel {
            width: parent.width
            kind: BtLabel.Caption
            muted: true
            text: words.stop.when ?? ""
            bottomPadding: Theme.spaceXs
            Accessible.ignored: true
        }
        BtLabel {
            width: parent.width
            kind: BtLabel.Small
            strong: true
            color: ladder.inkOf(words.stop.tone ?? "")
            text: words.stop.title ?? ""
            Accessible.ignored: true
        }
        BtLabel {
            width: parent.width
            visible: text !== ""
            kind: BtLabel.Small
            muted: true
            text: words.stop.body ?? ""
            Accessible.ignored: true
        }
    }

    Row {
        id: lineRow
        visible: !ladder.upright
        width: ladder.width
        Repeater {
            model: ladder.upright ? [] : ladder.stops
            Item {
                id: stretch
                required property var modelData
                required property int index
                width: ladder.width * (modelData.weight ?? 1) / ladder.total
                implicitHeight: Theme.spaceXl + says.implicitHeight
                z: index
                Rectangle {
                    y: Theme.radiusSmall
                    width: parent.width
                    height: Theme.spaceXs
                    color: ladder.tint(stretch.modelData.tone ?? "")
                }
                Dot {
                    anchors.left: parent.left
                    anchors.leftMargin: stretch.index > 0 ? -Theme.spaceS : 0
                    tone: ladder.tint(stretch.modelData.tone ?? "")
                }
                Words {
                    id: says
                    stop: stretch.modelData
                    y: Theme.spaceXl
                    anchors.left: parent.left
                    anchors.leftMargin: stretch.index > 0 ? -Theme.spaceS : 0
                    width: parent.width - Theme.spaceM + (stretch.index > 0 ? Theme.spaceS : 0)
                }
            }
        }
    }
    Column {
        id: upColumn
        visible: ladder.upright
        width: ladder.width
        Repeater {
            model: ladder.upright ? ladder.stops : []
            Item {
                id: step
                required property var modelData
                required property int index
                width: ladder.width
                implicitHeight: said.implicitHeight + Theme.spaceL
                Rectangle {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.radiusSmall
                    y: Theme.spaceXs
                    width: Theme.spaceXs
                    height: parent.height
                    visible: step.index < ladder.stops.length - 1
                    color: ladder.tint(step.modelData.tone ?? "")
                }
                Dot {
                    anchors.left: parent.left
                    tone: ladder.tint(step.modelData.tone ?? "")
                }
                Words {
                    id: said
                    stop: step.modelData
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space2xl
                    width: parent.width - Theme.space2xl
                }
            }
        }
    }
}
