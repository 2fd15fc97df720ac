// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a narrow window: four and More, or five.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme

Rectangle {
    id: bar
    required property FrameBase frame
    readonly property bool overflow: true // Lock and the persona's menu live under More
    readonly property var shown: frame.places.slice(0, 4)
    readonly property var rest: frame.places.slice(4)
    implicitHeight: Math.max(Theme.bar, row.implicitHeight)
    color: Theme.sunken
    Accessible.role: Accessible.PageTabList
    //: Spoken name of the bar of places
    Accessible.name: qsTr("Places")

    BtLine {
        width: parent.width
    }
    component Place: T.AbstractButton {
        id: place
        property string iconName: ""
        property int badge: 0
        property bool current: false
        width: bar.width / (bar.shown.length + 1)
        height: bar.height
        implicitHeight: column.implicitHeight + Theme.spaceM
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Keys.onReturnPressed: place.clicked()
        Accessible.role: Accessible.PageTab
        //: Spoken name of a place with things waiting: %1 place, %n things
        Accessible.name: badge > 0 ? qsTr("%1, %n new", "", badge).arg(text) : text
        Accessible.selected: current
        Accessible.onPressAction: place.clicked()
        contentItem: Item {
            Column {
                id: column
                anchors.centerIn: parent
                width: parent.width
                spacing: Theme.space2xs
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Theme.scaledHalf(56)
                    height: Theme.scaledHalf(30)
                    radius: height / 2
                    color: place.current ? Theme.primarySoft : "transparent"
                    BtIcon {
                        anchors.centerIn: parent
                        name: place.iconName
                        color: place.current ? Theme.softInk : Theme.muted
                    }
                    BtCount {
                        anchors.right: parent.right
                        anchors.top: parent.top
                        visible: place.badge > 0
                        value: place.badge
                    }
                }
                BtLabel {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    kind: BtLabel.Caption
                    medium: true
                    strong: place.current
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    color: place.current ? Theme.softInk : Theme.muted
                    text: place.text
                    Accessible.ignored: true
                }
            }
        }
        background: Item {
            FocusRing {
                inside: true
                visible: place.visualFocus
            }
        }
    }
    Row {
        id: row
        anchors.fill: parent
        Repeater {
            model: bar.shown
            Place {
                required property var modelData
                required property int index
                objectName: "bottom-" + modelData.id
                text: modelData.text
                iconName: modelData.icon
                badge: modelData.badge ?? 0
                current: modelData.id === bar.frame.currentPlace
                onClicked: bar.frame.choosePlace(index)
            }
        }
        Place {
            objectName: "more"
            //: Opens the list of the remaining places
            text: qsTr("More")
            iconName: "more"
            current: bar.rest.some(place => place.id === bar.frame.currentPlace)
            onClicked: menu.open()
            BtMenu {
                id: menu
                x: parent.width - width
                y: -height - Theme.spaceXs
                entries: bar.rest.concat(bar.frame.personaMenu, [
                    {
                        "id": "lock",
                        "icon": "lock",
                        //: Closes everything until the passphrase is given
                        "text": qsTr("Lock")
                    }
                ]).filter(entry => entry.id !== "lock" || bar.frame.canLock)
                onChosen: id => {
                    if (bar.rest.some(place => place.id === id))
                        bar.frame.placeChosen(id);
                    else if (id === "lock")
                        bar.frame.lockRequested();
                    else
                        bar.frame.actionChosen(id);
                }
            }
        }
    }
}
