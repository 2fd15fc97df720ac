// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of one country: the emergency number first, then who listens, each with its source.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.Ui

Flickable {
    id: control
    required property CrisisModel crisis
    property bool compact: false
    signal copy(string number)
    contentWidth: width
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    component Line: Rectangle {
        id: line
        required property var info
        property bool urgent: false
        readonly property string way: info.number || info.url || ""
        readonly property string origin: (info.source ?? "").replace(/^https?:\/\/(www\.)?/, "").split("/")[0]
        readonly property color ink: urgent ? Theme.attention : Theme.text
        Layout.fillWidth: true
        implicitHeight: Math.max(urgent ? Theme.scaledHalf(80) : Theme.scaledHalf(72), grid.implicitHeight + Theme.spaceL)
        color: urgent ? Theme.attentionSoft : "transparent"
        Accessible.role: Accessible.ListItem
        Accessible.name: [info.name, info.note, info.hours, way].filter(part => part).join(", ")
        GridLayout {
            id: grid
            anchors.left: parent.left
            anchors.right: copyButton.left
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: control.compact ? Theme.spaceL : Theme.spaceXl
            anchors.rightMargin: Theme.spaceS
            columns: control.compact || Theme.textScale > 1.4 ? 1 : 2
            columnSpacing: Theme.spaceL
            rowSpacing: Theme.space2xs
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    kind: line.urgent ? BtLabel.Body : BtLabel.Small
                    strong: true
                    color: line.ink
                    text: line.info.name ?? ""
                    Accessible.ignored: true
                }
                BtLabel {
                    Layout.fillWidth: true
                    visible: text !== ""
                    kind: BtLabel.Small
                    color: line.urgent ? Theme.attention : Theme.muted
                    text: [line.info.note, line.info.hours].filter(part => part).join(", ")
                    Accessible.ignored: true
                }
                BtLabel {
                    Layout.fillWidth: true
                    visible: (line.info.source ?? "") !== ""
                    kind: BtLabel.Caption
                    color: line.urgent ? Theme.attention : Theme.muted
                    wrapMode: Text.Wrap
                    //: Where a crisis line's details come from: %1 source, %2 date
                    text: qsTr("%1, checked %2").arg(line.origin).arg(line.info.checkedText)
                }
            }
            BtLabel {
                Layout.maximumWidth: grid.columns === 1 ? grid.width : grid.width * 0.55
                kind: line.urgent ? BtLabel.Heading : line.way.length > 22 ? BtLabel.Small : BtLabel.Title
                strong: true
                color: line.ink
                wrapMode: line.info.number ? Text.WordWrap : Text.WrapAnywhere
                // Numbers read from left to right in every language.
                LayoutMirroring.enabled: false
                text: line.way
            }
        }
        BtIconButton {
            id: copyButton
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            visible: line.way !== ""
            iconName: "copy"
            ink: line.ink
            //: Copies a phone number or an address; %1 is whose
            text: qsTr("Copy: %1").arg(line.info.name ?? "")
            onClicked: control.copy(line.way)
        }
        BtLine {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ColumnLayout {
        id: column
        width: control.width
        spacing: 0
        BtLabel {
            objectName: "helpChoose"
            visible: control.crisis.country === ""
            Layout.fillWidth: true
            Layout.margins: control.compact ? Theme.spaceL : Theme.spaceXl
            strong: true
            //: In the crisis help, where this computer does not tell which country it is in.
            text: qsTr("Choose the country you are in. The numbers differ.")
        }
        Line {
            objectName: "emergency"
            visible: way !== ""
            urgent: true
            info: {
                const base = control.crisis.emergency;
                //: First line of the crisis help
                return Object.assign({}, base, {
                    name: base.name ? base.name : qsTr("Life in danger")
                });
            }
        }
        Repeater {
            model: control.crisis.lines
            Line {
                required property var modelData
                info: modelData
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: control.compact ? Theme.spaceL : Theme.spaceXl
            spacing: Theme.spaceM
            BtIcon {
                name: "heart"
                color: Theme.muted
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: Last line of the crisis help
                text: qsTr("If you cannot call, ask someone near you to stay and to call for you.")
            }
        }
    }
    BtScrollMark {
        flickable: control
    }
}
