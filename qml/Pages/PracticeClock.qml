// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the practice network: what time it is there, and moving it on.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtButton {
    id: control
    required property ClockViewModel model
    objectName: "practice-clock"
    kind: BtButton.Quiet
    iconName: "clock"
    text: model.time
    ink: Theme.muted
    visible: model.shown
    //: Spoken name of the practice clock. %1 is its time.
    Accessible.name: qsTr("Practice clock, %1").arg(model.timeFull)
    onClicked: popup.opened ? popup.close() : popup.open()

    T.Popup {
        id: popup
        y: control.height + Theme.spaceXs
        x: control.mirrored ? 0 : control.width - width
        padding: Theme.spaceL
        width: Theme.popoverWidth
        height: contentItem.implicitHeight + 2 * padding // a bare popup has none of its own: its ground would be missing
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
        background: BtFloat {}
        onOpened: hour.forceActiveFocus(Qt.TabFocusReason)
        onClosed: control.forceActiveFocus(Qt.TabFocusReason)
        contentItem: ColumnLayout {
            spacing: Theme.spaceS
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                muted: true
                //: In the popup of the practice clock.
                text: qsTr("The practice network has a clock of its own. Move it on to see what happens next.")
            }
            BtLabel {
                Layout.fillWidth: true
                strong: true
                text: control.model.timeFull
            }
            BtButton {
                objectName: "clock-ten-minutes"
                Layout.fillWidth: true
                enabled: !control.model.busy
                //: Button: moves the practice clock on.
                text: qsTr("10 minutes on")
                onClicked: control.model.addMinutes(10)
            }
            BtButton {
                id: hour
                objectName: "clock-hour"
                Layout.fillWidth: true
                enabled: !control.model.busy
                //: Button: moves the practice clock on.
                text: qsTr("1 hour on")
                onClicked: control.model.addHour()
            }
            BtButton {
                objectName: "clock-day"
                Layout.fillWidth: true
                enabled: !control.model.busy
                //: Button: moves the practice clock on.
                text: qsTr("1 day on")
                onClicked: control.model.addDay()
            }
            BtButton {
                objectName: "clock-visit"
                Layout.fillWidth: true
                visible: control.model.nextVisit !== ""
                enabled: !control.model.busy
                text: control.model.nextVisit
                onClicked: {
                    popup.close();
                    control.model.toNextVisit();
                }
            }
        }
    }
}
