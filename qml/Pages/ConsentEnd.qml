// SPDX-License-Identifier: GPL-3.0-or-later
// Until when somebody may read: the end is chosen first, three months unless one says otherwise. A standing permission may
// also be taken back from here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtDialog {
    id: dialog
    required property ConsentsViewModel model
    signal takenBack
    title: model.cellTitle
    body: model.cellSentence
    acceptEnabled: model.endFits
    //: Button of a dialog: gives a permission / changes its end.
    acceptText: model.cellOn ? qsTr("Change the end") : qsTr("Let them read")
    //: Button of a dialog: no permission is given now.
    rejectText: qsTr("Not now")
    onOpened: Qt.callLater(dialog.focusChoice)
    onAccepted: model.give()

    function focusChoice() {
        for (let i = 0; i < choices.count; ++i) {
            const one = choices.itemAt(i) as BtRadio;
            if (one && one.checked)
                one.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // The list is made anew with each choice, so the caret is put where the choice is.
    function step(to: int) {
        const one = choices.itemAt(to) as BtRadio;
        if (!one)
            return;
        dialog.model.choose(dialog.model.ends[to].id);
        Qt.callLater(dialog.focusChoice);
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0
        Repeater {
            id: choices
            model: dialog.model.ends
            BtRadio {
                required property var modelData
                required property int index
                objectName: "consent-end-" + modelData.id
                Layout.fillWidth: true
                text: modelData.text
                checked: dialog.model.end === modelData.id
                Keys.onUpPressed: dialog.step(index - 1)
                Keys.onDownPressed: dialog.step(index + 1)
                onCheckedChanged: if (checked && dialog.model.end !== modelData.id)
                    dialog.model.choose(modelData.id)
            }
        }
    }
    BtField {
        objectName: "consent-other-day"
        Layout.fillWidth: true
        visible: dialog.model.end === "other"
        //: Label of a field: the last day of a permission.
        label: qsTr("Last day")
        text: dialog.model.otherDay
        error: dialog.model.otherError
        onEdited: dialog.model.otherDay = text
    }
    BtButton {
        objectName: "consent-take-back"
        visible: dialog.model.cellOn
        Layout.fillWidth: true
        kind: BtButton.Danger
        iconName: "take-back"
        //: Button: ends a permission (asks once more).
        text: qsTr("Take back now")
        onClicked: {
            dialog.reject();
            dialog.takenBack();
        }
    }
    BtLabel {
        Layout.fillWidth: true
        kind: BtLabel.Caption
        muted: true
        text: dialog.model.cellOn ? dialog.model.cellKept : dialog.model.cellCost
    }
}
