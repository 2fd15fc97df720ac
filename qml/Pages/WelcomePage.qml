// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: look around, practise, or bring oneself back. Stands alone in the window.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

FocusScope {
    id: page
    required property AppViewModel app
    signal lookAround
    signal practise
    signal restore
    signal network
    signal helpRequested
    readonly property bool narrow: width / Theme.textScale < 900
    readonly property int edge: width / Theme.textScale < Theme.breakRail ? Theme.space2xl : 2 * Theme.space3xl
    //: Spoken name of the first page.
    Accessible.name: qsTr("Welcome")
    Accessible.role: Accessible.Pane
    Component.onCompleted: look.forceActiveFocus(Qt.TabFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Flow {
        id: head
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2xl
        y: Theme.spaceM
        width: Math.min(parent.width - 2 * Theme.spaceL, Theme.scaled(420))
        layoutDirection: LayoutMirroring.enabled ? Qt.LeftToRight : Qt.RightToLeft
        WelcomeChoice {
            objectName: "welcome-dark"
            iconName: page.app.settings.dark ? "sun" : "moon"
            //: Short switch on the first page: light or dark.
            text: page.app.settings.dark ? qsTr("Light") : qsTr("Dark")
            onClicked: page.app.settings.toggleDark()
        }
        WelcomeChoice {
            objectName: "welcome-text-size"
            iconName: "text-size"
            //: Button on the first page: larger text.
            text: qsTr("Text size")
            onClicked: page.app.settings.nextTextSize()
        }
        WelcomeChoice {
            objectName: "welcome-language"
            iconName: "globe"
            text: page.app.settings.languageWords
            onClicked: page.app.settings.setLanguage(1 + page.app.settings.language % (page.app.settings.languages.length - 1))
        }
    }
    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        contentHeight: Math.max(height, words.implicitHeight + Theme.space2xl)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ColumnLayout {
            id: words
            x: LayoutMirroring.enabled ? parent.width - width - page.edge : page.edge
            y: Math.max(Theme.spaceL, (flick.contentHeight - height) / 2 - Theme.spaceS)
            width: Math.min(page.width - 2 * page.edge, Theme.scaledHalf(448))
            spacing: Theme.spaceM
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Display
                //: Heading of the first page.
                text: qsTr("Find help that stays between two people.")
            }
            BtLabel {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.bottomMargin: Theme.spaceL
                muted: true
                //: Under the heading of the first page.
                text: qsTr("Look around first. You need no name, no account and no card until there is something worth keeping.")
            }
            WelcomeButton {
                id: look
                objectName: "welcome-look"
                primary: true
                iconName: "search"
                //: Large button on the first page.
                text: qsTr("Look around")
                //: Under "Look around".
                note: qsTr("See therapists, prices and free times")
                onClicked: page.lookAround()
                Keys.onDownPressed: practise.forceActiveFocus(Qt.TabFocusReason)
            }
            WelcomeButton {
                id: practise
                objectName: "welcome-practise"
                iconName: "practice"
                //: Large button on the first page, for therapists.
                text: qsTr("I practise")
                //: Under "I practise".
                note: qsTr("Show your licence once, then set your hours")
                onClicked: page.practise()
                Keys.onUpPressed: look.forceActiveFocus(Qt.TabFocusReason)
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.radiusSmall
                BtLabel {
                    height: back.height
                    verticalAlignment: Text.AlignVCenter
                    kind: BtLabel.Small
                    muted: true
                    //: Before a link on the first page.
                    text: qsTr("Been here before?")
                }
                BtLink {
                    id: back
                    objectName: "welcome-restore"
                    //: Link on the first page: restore from the recovery words.
                    text: qsTr("Bring yourself back with your 24 words")
                    onClicked: page.restore()
                }
            }
            Flow {
                Layout.fillWidth: true
                visible: page.app.network.changeable
                spacing: Theme.radiusSmall
                BtLabel {
                    height: other.height
                    verticalAlignment: Text.AlignVCenter
                    kind: BtLabel.Small
                    muted: true
                    text: page.app.practice
                          //: Before a link on the first page.
                          ? qsTr("You begin on the practice network.")
                          : page.app.network.nowName
                }
                BtLink {
                    id: other
                    objectName: "welcome-network"
                    //: Link on the first page: the page about the network.
                    text: qsTr("Choose another network")
                    onClicked: page.network()
                }
            }
        }
    }
    WelcomeArt {
        visible: !page.narrow
        width: implicitWidth
        height: implicitHeight
        x: LayoutMirroring.enabled ? (parent.width - 600 - width) / 2 : 600 + (parent.width - 600 - width) / 2
        y: flick.y + (flick.height - height) / 2
    }
    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: footRow.implicitHeight + 2 * Theme.spaceSide
        color: Theme.sunken
        BtLine {
            width: parent.width
        }
        RowLayout {
            id: footRow
            anchors.fill: parent
            anchors.leftMargin: page.edge
            anchors.rightMargin: page.edge
            spacing: Theme.spaceXl
            BtButton {
                objectName: "welcome-help"
                kind: BtButton.Help
                large: true
                iconName: "help"
                keyHint: "F1"
                //: Button that opens the crisis lines.
                text: qsTr("Help now")
                onClicked: page.helpRequested()
            }
            ColumnLayout {
                visible: !page.narrow
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    strong: true
                    //: Beside "Help now" on the first page.
                    text: qsTr("In danger, or thinking about ending your life?")
                }
                BtLabel {
                    Layout.fillWidth: true
                    kind: BtLabel.Small
                    muted: true
                    //: Beside "Help now" on the first page.
                    text: qsTr("Crisis lines for your country. Works without an account and without internet.")
                }
            }
        }
    }
}
