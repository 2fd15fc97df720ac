// SPDX-License-Identifier: GPL-3.0-or-later
// Booking one time: Time > You > Agreement > Set aside.
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
    readonly property BookingViewModel model: app.booking
    readonly property SeriesViewModel series: app.series
    readonly property bool paying: model.step === BookingViewModel.SetAside
    //: Title of the page that books a visit.
    title: qsTr("Book a visit")
    sideWidth: Theme.sideDecisionWidth
    columnGap: Theme.space2xl
    Component.onCompleted: page.app.persona.forgetError()

    function stepBack(): bool {
        return model.back();
    }

    BtStepper {
        Layout.fillWidth: true
        //: Steps of booking.
        steps: [qsTr("Time"), qsTr("You"), qsTr("Agreement"), qsTr("Set aside")]
        current: page.model.step
    }
    Connections {
        target: page.model
        function onBooked(visitId: string) {
            page.nav.go("booked", visitId, 0);
        }
    }
    Connections {
        target: page.series
        function onBooked(visitId: string) {
            page.nav.go("booked", visitId, 0);
        }
    }
    readonly property int step: model.step
    onStepChanged: {
        flickable.contentY = 0; // each step is read from its beginning
        when.forceActiveFocus(Qt.OtherFocusReason); // what had the focus is not on the screen any more
    }
    onPayingChanged: if (paying)
        series.plan()

    BtCard {
        spacing: Theme.spaceS
        BtLabel {
            id: when
            objectName: "book-when"
            Layout.fillWidth: true
            kind: BtLabel.Heading
            text: page.model.when
            Accessible.focusable: true
        }
        BtLabel {
            Layout.fillWidth: true
            muted: true
            text: page.model.whereWhen
        }
        BtLine {
            Layout.topMargin: Theme.spaceS
            Layout.bottomMargin: Theme.spaceS
        }
        RowLayout {
            spacing: Theme.spaceM
            BtAvatar {
                seed: page.model.avatarSeed
            }
            ColumnLayout {
                spacing: 0
                BtLabel {
                    Layout.fillWidth: true
                    strong: true
                    text: page.model.name
                }
                LicenceLine {
                    Layout.fillWidth: true
                    text: page.model.licence
                }
            }
        }
    }
    BookYou {
        visible: page.model.step === BookingViewModel.You
        app: page.app
        nav: page.nav
    }
    BookRhythm {
        visible: page.model.step === BookingViewModel.Agreement && page.series.offered
        model: page.series
    }
    BookAgreement {
        visible: page.model.step === BookingViewModel.Agreement
        model: page.model
    }
    BookSeries {
        visible: page.paying && page.series.repeats && page.series.title !== ""
        model: page.series
    }
    BtCard {
        visible: page.paying && page.series.repeats && page.model.decidersSentence !== ""
        IconSentence {
            objectName: "series-deciders"
            iconName: "community"
            text: page.model.decidersSentence
        }
    }
    BookPlans {
        visible: page.paying && !page.series.repeats && page.model.stops.length > 0
        model: page.model
    }
    BtCard {
        visible: page.paying && !page.series.repeats && page.model.anyoneSees !== ""
        Details {
            objectName: "book-public"
            //: Opens a list of what others can see about a booking.
            title: qsTr("What is public?")
            BookPublic {
                Layout.fillWidth: true
                model: page.model
                onCopy: text => page.app.copy(text)
            }
        }
    }

    side: [
        BookMoney {
            visible: page.paying && !page.series.repeats
            acts: !page.stacked
            model: page.model
        },
        BookSeriesMoney {
            visible: page.paying && page.series.repeats
            acts: !page.stacked
            model: page.series
            intake: page.model.intake
        }
    ]
    // Where the price stands far below, what pays it stays in sight.
    foot: ColumnLayout {
        visible: page.stacked && page.paying
        spacing: Theme.spaceXs
        BtLabel {
            objectName: "book-foot"
            Layout.fillWidth: true
            visible: !page.series.repeats && page.model.total !== ""
            kind: BtLabel.Small
            muted: true
            horizontalAlignment: Text.AlignHCenter
            //: Over the button that pays, where the list of the price stands far below. Both are amounts.
            text: qsTr("Held safely %1, network fee on top %2").arg(page.model.total).arg(page.model.fee)
        }
        BookActions {
            Layout.fillWidth: true
            visible: !page.series.repeats
            model: page.model
        }
        BookSeriesActions {
            Layout.fillWidth: true
            visible: page.series.repeats
            model: page.series
            intake: page.model.intake
        }
    }
}
