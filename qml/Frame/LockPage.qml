// SPDX-License-Identifier: GPL-3.0-or-later
// Locked: a passphrase, one button, how long to wait after wrong ones. `unlock` hands over the typed secret's
// item; the view model takes it from there in C++.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.Ui

FocusScope {
    id: page
    property string error: ""
    property int waitSeconds: 0
    property bool busy: false
    property bool beside: false // help stands in the other half
    property alias field: field
    readonly property real room: beside && width > 800 + Theme.scaled(360) ? width - 800 : width
    signal unlock(SecretInput input)
    signal forgot
    signal helpRequested

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: heading.text
    onErrorChanged: if (error !== "")
        field.input.forceActiveFocus()

    function open() {
        if (busy || waitSeconds > 0)
            return;
        if (field.empty)
            field.input.forceActiveFocus(Qt.TabFocusReason);
        else
            unlock(field.input);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: helpRow.top
        width: page.room
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space2xl)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ColumnLayout {
            id: column
            width: Math.min(Theme.scaledHalf(296), flick.width - 2 * Theme.spaceL)
            x: Math.round((flick.width - width) / 2)
            y: Math.max(Theme.space2xl, Math.round((flick.contentHeight - implicitHeight) / 2))
            spacing: Theme.spaceM
            BtIcon {
                Layout.alignment: Qt.AlignHCenter
                name: "lock"
                size: Theme.scaledHalf(32)
                color: Theme.muted
            }
            BtLabel {
                id: heading
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: BtLabel.Heading
                //: Title of the lock page
                text: qsTr("Locked")
            }
            BtLabel {
                Layout.fillWidth: true
                Layout.topMargin: -Theme.spaceS
                Layout.bottomMargin: Theme.spaceS
                horizontalAlignment: Text.AlignHCenter
                kind: BtLabel.Small
                muted: true
                //: Under the title of the lock page
                text: qsTr("Everything here is closed until you open it.")
            }
            SecretField {
                id: field
                objectName: "passphrase"
                Layout.fillWidth: true
                focus: true
                enabled: !page.busy
                //: Label of the passphrase field on the lock page
                label: qsTr("Passphrase")
                error: page.error
                //: Under the passphrase field after several wrong ones; %n seconds
                hint: page.waitSeconds > 0 ? qsTr("You can try again in %n second(s).", "", page.waitSeconds) : ""
                onAccepted: page.open()
            }
            BtButton {
                objectName: "unlock"
                Layout.fillWidth: true
                kind: BtButton.Primary
                large: true
                enabled: !page.busy && page.waitSeconds === 0
                //: Button on the lock page; the second text stands while the passphrase is tried
                text: page.busy ? qsTr("Opening") : qsTr("Open")
                onClicked: page.open()
            }
            BtButton {
                objectName: "forgot"
                Layout.alignment: Qt.AlignHCenter
                kind: BtButton.Quiet
                //: Link on the lock page for a lost passphrase
                text: qsTr("I forgot it")
                onClicked: page.forgot()
            }
        }
    }
    Item {
        id: helpRow
        anchors.bottom: parent.bottom
        width: parent.width
        height: helpButton.height + 2 * Theme.spaceM
        BtButton {
            id: helpButton
            objectName: "helpNow"
            anchors.left: parent.left
            anchors.leftMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            kind: BtButton.Help
            iconName: "help"
            //: Opens the crisis help
            text: qsTr("Help now")
            onClicked: page.helpRequested()
        }
    }
}
