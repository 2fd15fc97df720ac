// SPDX-License-Identifier: GPL-3.0-or-later
// Help now: people who listen, by country. Opens from anywhere with F1, also locked, above everything; works
// offline, stores nothing, tells nobody.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.Ui

T.Popup {
    id: help
    property alias crisis: crisis
    property alias language: crisis.language
    property bool beside: false // leaves the start half of a wide window to the lock page
    readonly property bool compact: width / Theme.textScale < 600
    property Item opener: null

    parent: T.Overlay.overlay
    z: 1000
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    padding: Theme.lineWidth
    readonly property int gap: parent && parent.width / Theme.textScale < Theme.breakBar ? 0 : Theme.spaceXl
    width: parent ? Math.min(Math.round(776 * (1 + (Theme.textScale - 1) * 0.6)), parent.width - 2 * gap) : 776
    height: parent ? parent.height - 2 * gap : 600
    x: !parent ? 0 : beside && parent.width > width + 360 ? (mirrored ? gap : parent.width - width - gap) : Math.round((parent.width - width) / 2)
    y: gap
    onAboutToShow: opener = parent && parent.Window.window ? parent.Window.window.activeFocusItem : null
    onOpened: close.forceActiveFocus(Qt.TabFocusReason)
    onClosed: if (opener)
        opener.forceActiveFocus(Qt.TabFocusReason)

    CrisisModel {
        id: crisis
    }
    Clipboard {
        id: clipboard
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.medium
        }
    }
    T.Overlay.modal: Rectangle {
        color: help.beside ? "transparent" : Theme.scrim
    }
    background: BtFloat {
        radius: help.gap > 0 ? Theme.radiusDialog : 0
    }
    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: title.text
        Accessible.description: under.text
        ColumnLayout {
            anchors.fill: parent
            spacing: 0
            RowLayout {
                Layout.fillWidth: true
                Layout.margins: help.compact ? Theme.spaceL : Theme.space2xl
                Layout.bottomMargin: Theme.spaceSide
                spacing: Theme.spaceL
                ColumnLayout {
                    spacing: Theme.radiusSmall
                    BtLabel {
                        id: title
                        Layout.fillWidth: true
                        kind: help.compact ? BtLabel.Title : BtLabel.Heading
                        //: Title of the crisis help
                        text: qsTr("Someone is there for you now")
                    }
                    BtLabel {
                        id: under
                        Layout.fillWidth: true
                        muted: true
                        kind: help.compact ? BtLabel.Small : BtLabel.Body
                        //: Under the title of the crisis help
                        text: qsTr("Call, write or chat. You can stay nameless. These people listen to this every day.")
                    }
                }
                BtIconButton {
                    id: close
                    objectName: "closeHelp"
                    Layout.alignment: Qt.AlignTop
                    iconName: "close"
                    //: Closes the crisis help
                    text: qsTr("Close")
                    onClicked: help.close()
                }
            }
            BtLine {}
            BtSelect {
                objectName: "helpCountry"
                visible: help.compact
                Layout.fillWidth: true
                Layout.margins: Theme.spaceL
                //: Which country's crisis lines are shown
                label: qsTr("Country")
                model: crisis
                textRole: "name"
                currentIndex: crisis.currentRow
                onActivated: index => crisis.country = crisis.codeAt(index)
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 0
                HelpCountries {
                    visible: !help.compact
                    crisis: crisis
                    Layout.fillHeight: true
                    Layout.preferredWidth: Theme.scaledHalf(208)
                }
                Rectangle {
                    visible: !help.compact
                    Layout.fillHeight: true
                    implicitWidth: Theme.lineWidth
                    color: Theme.hairline
                }
                HelpLines {
                    objectName: "helpLines"
                    crisis: crisis
                    compact: help.compact
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onCopy: number => clipboard.copy(number)
                }
            }
            BtLine {}
            RowLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.spaceL
                Layout.leftMargin: help.compact ? Theme.spaceL : Theme.spaceXl
                spacing: Theme.spaceM
                BtIcon {
                    Layout.alignment: Qt.AlignTop
                    name: "shield"
                    color: Theme.muted
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    //: Foot of the crisis help; %1 is a date
                    text: qsTr("This list is from %1 and works without internet. Opening it is not stored and tells nobody.").arg(crisis.checkedText)
                }
            }
        }
    }
}
