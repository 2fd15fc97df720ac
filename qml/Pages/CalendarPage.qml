// SPDX-License-Identifier: GPL-3.0-or-later
// A week of visits; as a grid where there is room, else as a list. T: this week.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property CalendarViewModel model: app.calendar
    readonly property bool asList: width / Theme.textScale < 720
    //: Title of the calendar.
    title: qsTr("Calendar")
    spacing: Theme.spaceM
    Keys.onPressed: event => {
        if (event.key === Qt.Key_T && event.modifiers === Qt.NoModifier) {
            model.today();
            event.accepted = true;
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.spaceS
        BtButton {
            objectName: "calendar-today"
            //: Button: back to the present week.
            text: qsTr("Today")
            onClicked: page.model.today()
        }
        BtIconButton {
            objectName: "calendar-back"
            iconName: "chevron-left"
            //: Button: the week before.
            text: qsTr("Week before")
            onClicked: page.model.weekBack()
        }
        BtIconButton {
            objectName: "calendar-on"
            iconName: "chevron-right"
            //: Button: the week after.
            text: qsTr("Week after")
            onClicked: page.model.weekOn()
        }
        BtLabel {
            height: Theme.target
            leftPadding: Theme.spaceS
            rightPadding: Theme.spaceS
            verticalAlignment: Text.AlignVCenter
            kind: BtLabel.Title
            text: page.model.title
        }
        BtLabel {
            height: Theme.target
            rightPadding: Theme.spaceL
            verticalAlignment: Text.AlignVCenter
            kind: BtLabel.Small
            muted: true
            text: page.model.zoneNote
        }
        BtButton {
            objectName: "calendar-export"
            iconName: "download"
            enabled: !page.model.exporting
            //: Button: writes the visits into a calendar file.
            text: qsTr("Save as a file")
            onClicked: page.model.exportFile("")
        }
    }
    CalendarGrid {
        visible: !page.asList
        Layout.fillWidth: true
        model: page.model
        onOpened: visitId => page.nav.go("visit", visitId, 0)
    }
    BtCard {
        visible: page.asList && page.model.blocks.count > 0
        flush: true
        Repeater {
            model: page.model.blocks
            BtRow {
                required property int index
                required property string visitId
                required property var model
                Layout.fillWidth: true
                objectName: "calendar-row-" + index
                iconName: model.kind === "free" ? "plus" : model.kind === "asks" ? "request" : "calendar"
                title: model.title
                readonly property var day: page.model.days[model.day] ?? ({})
                subtitle: (day.weekday ?? "") + " " + (day.number ?? "") + ", " + model.time
                spoken: model.spoken
                plain: visitId === ""
                divider: index > 0
                onClicked: if (visitId !== "")
                    page.nav.go("visit", visitId, 0)
            }
        }
    }
    BtEmpty {
        visible: page.asList && page.model.blocks.count === 0
        art: "calendar"
        //: An empty week of the calendar.
        title: qsTr("Nothing this week")
        //: Under "Nothing this week".
        body: qsTr("Agreed visits stand here.")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceXl
        CalendarKey {
            visible: !page.asList
            therapist: page.app.therapist
            Layout.fillWidth: true
        }
        BtLabel {
            Layout.fillWidth: page.asList
            objectName: "calendar-summary"
            kind: BtLabel.Small
            muted: true
            text: page.model.summary
        }
    }
}
