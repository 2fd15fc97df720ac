// SPDX-License-Identifier: GPL-3.0-or-later
// The top bar: back, title, how things stand in words, search; on a narrow window title, search, Help now. What network this
// is, is always said: beside the title where there is room, else in a line of its own below.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

Item {
    id: bar
    required property FrameBase frame
    property alias practiceSlot: practiceSlot.data
    property alias titleSlot: titleSlot.data
    readonly property BtPage page: frame.page
    readonly property bool tight: width / Theme.textScale < 760
    readonly property bool marked: frame.practice || frame.networkBadge !== ""
    //: Badge: play money, nothing here is real
    readonly property string network: frame.networkBadge !== "" ? frame.networkBadge : qsTr("Practice network")
    readonly property bool below: marked && (tight || frame.narrow)
    implicitHeight: Math.max(Theme.bar, line.implicitHeight + Theme.spaceS) + (below ? under.implicitHeight + Theme.spaceS : 0)

    function focusTitle() {
        title.forceActiveFocus(Qt.OtherFocusReason);
    }

    RowLayout {
        id: line
        anchors.fill: parent
        anchors.bottomMargin: bar.below ? under.implicitHeight + Theme.spaceS : 0
        anchors.leftMargin: bar.frame.narrow ? Theme.spaceL : Theme.space2xl
        anchors.rightMargin: bar.frame.narrow ? Theme.spaceL : Theme.space2xl
        spacing: Theme.spaceM
        BtIconButton {
            objectName: "back"
            visible: bar.frame.depth > 1
            Layout.leftMargin: -Theme.spaceS
            iconName: "back"
            //: Returns to the page before
            text: qsTr("Back")
            onClicked: bar.frame.backAsked()
        }
        BtLabel {
            id: title
            objectName: "pageTitle"
            Layout.maximumWidth: Math.max(120, line.width * (bar.tight ? 0.6 : 0.42))
            Layout.fillWidth: bar.tight
            kind: bar.frame.narrow ? BtLabel.Body : BtLabel.Title
            strong: true
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            text: bar.page ? bar.page.title : ""
            Accessible.role: Accessible.Heading
            Accessible.focusable: true
            Accessible.focused: activeFocus
        }
        BtLabel {
            visible: text !== "" && !bar.tight
            kind: BtLabel.Small
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            text: bar.page ? bar.page.subtitle : ""
        }
        RowLayout {
            id: titleSlot
            visible: children.length > 0 && !bar.tight
        }
        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
        }
        RowLayout {
            visible: bar.marked && !bar.frame.narrow
            spacing: Theme.spaceS
            BtBadge {
                objectName: "practiceBadge"
                visible: !bar.below
                kind: BtBadge.Practice
                text: bar.network
            }
            RowLayout {
                id: practiceSlot
                visible: bar.frame.practice
                spacing: Theme.spaceXs
            }
        }
        RowLayout {
            objectName: "sync"
            visible: bar.frame.syncText !== "" && !bar.frame.narrow
            spacing: Theme.spaceS
            Accessible.role: Accessible.StaticText
            Accessible.name: bar.frame.syncText
            BtIcon {
                name: bar.frame.syncIcon
                color: Theme.muted
            }
            BtLabel {
                visible: !bar.tight
                kind: BtLabel.Small
                muted: true
                wrapMode: Text.NoWrap
                text: bar.frame.syncText
                Accessible.ignored: true
            }
        }
        T.AbstractButton {
            id: search
            objectName: "search"
            readonly property bool small: bar.tight
            implicitWidth: small ? Theme.target : Theme.scaledHalf(232)
            implicitHeight: Theme.target
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            //: Opens the palette of everything one can do
            text: qsTr("Search or do")
            Accessible.role: Accessible.Button
            Accessible.name: text
            Accessible.onPressAction: search.clicked()
            Keys.onReturnPressed: search.clicked()
            Keys.onEnterPressed: search.clicked()
            onClicked: bar.frame.paletteRequested()
            contentItem: Item {
                BtIcon {
                    id: glass
                    x: search.small ? (parent.width - width) / 2 : search.mirrored ? parent.width - width - Theme.spaceM : Theme.spaceM
                    anchors.verticalCenter: parent.verticalCenter
                    name: "search"
                    color: Theme.muted
                }
                BtLabel {
                    visible: !search.small
                    anchors.left: parent.left
                    anchors.right: keys.left
                    anchors.leftMargin: Theme.spaceM + glass.width + Theme.spaceS
                    anchors.verticalCenter: parent.verticalCenter
                    kind: BtLabel.Small
                    muted: true
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    text: search.text
                    Accessible.ignored: true
                }
                BtKey {
                    id: keys
                    visible: !search.small
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.spaceM
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Ctrl K")
                }
            }
            background: Rectangle {
                radius: Theme.radiusField
                color: bar.frame.narrow ? "transparent" : Theme.sunken
                border.width: Theme.highContrast ? Theme.lineWidth : 0
                border.color: Theme.outline
                Rectangle {
                    anchors.fill: parent
                    radius: parent.radius
                    visible: search.hovered
                    color: Theme.hover
                }
                FocusRing {
                    visible: search.visualFocus
                }
            }
        }
        BtButton {
            objectName: "helpNowTop"
            visible: bar.frame.narrow
            kind: BtButton.Help
            iconName: "help"
            //: Opens the crisis help
            text: qsTr("Help now")
            onClicked: bar.frame.helpRequested()
        }
    }
    BtBadge {
        id: under
        objectName: "practiceBadgeBelow"
        visible: bar.below
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceS
        anchors.left: parent.left
        anchors.leftMargin: line.anchors.leftMargin
        kind: BtBadge.Practice
        text: bar.network
    }
}
