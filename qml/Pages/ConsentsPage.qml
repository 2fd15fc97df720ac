// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read which part of one's record; what there is to read; what others let one read; receipts.
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
    readonly property ConsentsViewModel model: app.consents
    //: Title of the page about permissions to read.
    title: qsTr("Who may read")

    ErrorLine {
        objectName: "consents-error"
        text: page.model.errorText
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceXs
        BtLabel {
            objectName: "consents-headline"
            Layout.fillWidth: true
            kind: BtLabel.Title
            text: page.model.headline
            Accessible.role: Accessible.Heading
        }
        BtLabel {
            Layout.fillWidth: true
            kind: BtLabel.Small
            muted: true
            //: Under the headline of the page about permissions.
            text: qsTr("Each switch is one permission with an end. Everything else stays with you.")
        }
    }
    BtEmpty {
        visible: page.model.state === ConsentsViewModel.Empty
        art: "people"
        //: Nobody to give a permission to.
        title: qsTr("There is nobody yet who could read")
        //: Under "There is nobody yet who could read".
        body: qsTr("Whoever you book a visit with, or write with, stands here.")
    }
    ConsentTable {
        visible: page.model.state !== ConsentsViewModel.Empty
        model: page.model
    }
    BtCard {
        soft: true
        RowLayout {
            spacing: Theme.spaceM
            BtIcon {
                Layout.alignment: Qt.AlignTop
                name: "lock"
                color: Theme.muted
            }
            BtLabel {
                Layout.fillWidth: true
                kind: BtLabel.Small
                //: On the page about permissions: what is never shared.
                text: qsTr("Messages and notes of a visit stay between the two of you and are not part of this table.")
            }
        }
    }
    SharedRecords {
        visible: page.model.shared.count > 0
        model: page.model
    }
    BtSectionLine {
        Layout.fillWidth: true
        //: Heading over the texts that one keeps and may let others read.
        text: qsTr("What there is to read")
    }
    Repeater {
        model: page.model.own
        OwnRecord {
            required property int index
            required property string code
            required property var model
            place: index
            name: model.name
            line: model.line
            hint: model.hint
            kept: model.text
            maxBytes: page.model.maxBytes
            busy: page.model.state === ConsentsViewModel.Working
            onSaved: words => page.model.write(code, words)
        }
    }
    ConsentReceipts {
        visible: page.model.receipts.count > 0
        model: page.model
        onCopy: text => page.app.copy(text)
    }
}
