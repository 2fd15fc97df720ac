// SPDX-License-Identifier: GPL-3.0-or-later
// The rail: who I am, the places, Lock and Help now. Icons alone where the window is narrow.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

Rectangle {
    id: rail
    required property FrameBase frame
    readonly property bool icons: frame.icons
    color: Theme.sunken
    Accessible.role: Accessible.PageTabList
    //: Spoken name of the rail of places
    Accessible.name: qsTr("Places")

    Rectangle {
        anchors.right: parent.right
        width: Theme.lineWidth
        height: parent.height
        color: Theme.hairline
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: rail.icons ? Theme.spaceS : Theme.spaceM
        anchors.topMargin: Theme.spaceM
        anchors.bottomMargin: Theme.spaceM
        spacing: Theme.spaceXs

        PersonaBlock {
            objectName: "persona"
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.spaceM
            frame: rail.frame
        }
        // The places scroll where the window is low or the text large; Lock and Help now never do.
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: -Theme.spaceXs
            contentHeight: list.implicitHeight + 2 * Theme.spaceXs
            contentWidth: width
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            Column {
                id: list
                x: Theme.spaceXs
                y: Theme.spaceXs
                width: flick.width - 2 * Theme.spaceXs
                spacing: Theme.spaceXs
                Repeater {
                    model: rail.frame.places
                    RailPlace {
                        required property var modelData
                        required property int index
                        objectName: "place-" + modelData.id
                        width: list.width
                        text: modelData.text
                        iconName: modelData.icon
                        badge: modelData.badge ?? 0
                        icons: rail.icons
                        current: modelData.id === rail.frame.currentPlace
                        onClicked: rail.frame.choosePlace(index)
                        onActiveFocusChanged: if (activeFocus)
                            flick.contentY = Math.max(0, Math.min(y, flick.contentHeight - flick.height))
                        Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                        Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    }
                }
            }
        }
        RailPlace {
            objectName: "lock"
            visible: rail.frame.canLock
            Layout.fillWidth: true
            iconName: "lock"
            icons: rail.icons
            //: Closes everything until the passphrase is given
            text: qsTr("Lock")
            keyHint: qsTr("Ctrl L")
            onClicked: rail.frame.lockRequested()
        }
        RailPlace {
            objectName: "helpNow"
            Layout.fillWidth: true
            iconName: "help"
            icons: rail.icons
            help: true
            //: Opens the crisis help
            text: qsTr("Help now")
            keyHint: qsTr("F1")
            onClicked: rail.frame.helpRequested()
        }
    }
}
