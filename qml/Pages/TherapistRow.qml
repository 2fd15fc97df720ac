// SPDX-License-Identifier: GPL-3.0-or-later
// One therapist in the list, with the heading of her group above the first of it. The whole row opens.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

// Not a Column: that leaves out children without a width, and a layout leaves out what has no height; the row would
// stay at nothing, with its words hanging out.
ColumnLayout {
    id: row
    required property string therapistId
    required property string name
    required property string avatarSeed
    required property string licence
    required property bool licenceOk
    required property string checked
    required property string topics
    required property string languages
    required property string price
    required property string duration
    required property string next
    required property string heading
    required property bool partner
    required property string ratings
    required property string spoken
    property bool first: false
    readonly property bool narrow: width > 0 && width / Theme.textScale < 460
    signal opened
    signal moved(int step)
    signal jumped(bool end)
    spacing: 0
    Layout.fillWidth: true

    function focusRow() {
        button.forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        visible: row.heading !== ""
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.rowHeight - Theme.spaceSide, head.implicitHeight + Theme.spaceM)
        radius: row.first ? Theme.radiusCard - 1 : 0
        color: Theme.sunken
        Rectangle {
            width: parent.width
            height: parent.radius
            anchors.bottom: parent.bottom
            color: parent.color
        }
        BtLabel {
            id: head
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceXl
            anchors.rightMargin: Theme.spaceXl
            kind: BtLabel.Caption
            strong: true
            muted: true
            text: row.heading
            Accessible.role: Accessible.Heading
        }
    }
    T.AbstractButton {
        id: button
        Layout.fillWidth: true
        objectName: row.objectName + "-open"
        implicitHeight: grid.implicitHeight + Theme.spaceXl
        focusPolicy: row.first || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
        hoverEnabled: true
        onClicked: row.opened()
        Keys.onReturnPressed: row.opened()
        Keys.onEnterPressed: row.opened()
        Keys.onUpPressed: row.moved(-1)
        Keys.onDownPressed: row.moved(1)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
                row.jumped(event.key === Qt.Key_End);
                event.accepted = true;
            }
        }
        Accessible.role: Accessible.ListItem
        Accessible.name: row.spoken
        Accessible.onPressAction: button.clicked()
        background: Rectangle {
            color: button.down ? Theme.sunken : button.hovered ? Theme.hover : "transparent"
            BtLine {
                visible: row.heading === ""
                width: parent.width
            }
            FocusRing {
                inside: true
                visible: button.visualFocus || button.activeFocus
                of: 0
            }
        }
        contentItem: Item {
            GridLayout {
                id: grid
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: Theme.spaceM
                anchors.leftMargin: Theme.spaceXl
                anchors.rightMargin: Theme.spaceXl
                columns: row.narrow ? 2 : 3
                columnSpacing: Theme.spaceL
                rowSpacing: Theme.spaceXs
                BtAvatar {
                    Layout.alignment: Qt.AlignTop
                    Layout.rowSpan: row.narrow ? 2 : 1
                    seed: row.avatarSeed
                    size: 48
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space2xs
                    RowLayout {
                        spacing: Theme.spaceS
                        BtLabel {
                            Layout.fillWidth: row.narrow
                            strong: true
                            text: row.name
                            Accessible.ignored: true
                        }
                        BtBadge {
                            visible: row.partner
                            kind: BtBadge.Practice
                            //: Badge: a machine that answers on the practice network.
                            text: qsTr("Practice partner")
                        }
                    }
                    LicenceLine {
                        Layout.fillWidth: true
                        text: row.licence
                        ok: row.licenceOk
                        checked: row.narrow ? "" : row.checked
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Small
                        text: row.topics
                        Accessible.ignored: true
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        kind: BtLabel.Small
                        muted: true
                        text: row.languages
                        Accessible.ignored: true
                    }
                    BtLabel {
                        Layout.fillWidth: true
                        visible: text !== ""
                        kind: BtLabel.Small
                        muted: true
                        text: row.ratings
                        Accessible.ignored: true
                    }
                }
                ColumnLayout {
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.space2xs
                    RowLayout {
                        Layout.alignment: row.narrow ? Qt.AlignLeft : Qt.AlignRight
                        spacing: Theme.radiusSmall
                        BtLabel {
                            Layout.alignment: Qt.AlignBaseline
                            kind: BtLabel.Title
                            text: row.price
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        BtLabel {
                            Layout.alignment: Qt.AlignBaseline
                            kind: BtLabel.Small
                            muted: true
                            text: row.duration
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                    BtLabel {
                        Layout.alignment: row.narrow ? Qt.AlignLeft : Qt.AlignRight
                        Layout.fillWidth: row.narrow
                        kind: BtLabel.Small
                        wrapMode: row.narrow ? Text.WordWrap : Text.NoWrap
                        text: row.next
                        Accessible.ignored: true
                    }
                    RowLayout {
                        Layout.alignment: row.narrow ? Qt.AlignLeft : Qt.AlignRight
                        Layout.topMargin: Theme.spaceM
                        spacing: Theme.spaceXs
                        BtLabel {
                            kind: BtLabel.Small
                            strong: true
                            color: Theme.primary
                            //: In a row of the list: opens the therapist's page.
                            text: qsTr("See times")
                            Accessible.ignored: true
                        }
                        BtIcon {
                            name: "chevron-right"
                            size: Theme.iconSmall
                            color: Theme.primary
                        }
                    }
                }
            }
        }
    }
}
