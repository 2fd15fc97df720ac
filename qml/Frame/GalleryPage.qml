// SPDX-License-Identifier: GPL-3.0-or-later
// Every control in its states on one page: for the eye, for screenshots, for the tests of the controls.
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme

BtPage {
    id: page
    //: Title of the page that shows every control
    title: "Components"
    spacing: 40
    GridLayout {
        Layout.fillWidth: true
        columns: page.narrow ? 1 : 2
        columnSpacing: 64
        rowSpacing: 40
        GalleryButtons {
            Layout.preferredWidth: 1
        }
        GalleryFields {
            Layout.preferredWidth: 1
        }
        GalleryChoices {
            Layout.preferredWidth: 1
        }
        GalleryStates {
            Layout.preferredWidth: 1
        }
        GalleryTalk {
            Layout.preferredWidth: 1
        }
        GalleryTalk {
            Layout.preferredWidth: 1
            talk: true
        }
    }
    GalleryFloats {
        Layout.fillWidth: true
    }
}
