// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys do in single controls.
import QtQuick
import QtQuick.Layouts
import QtTest
import Bt.Controls
import Bt.TestHand
import Bt.Theme

Item {
    id: root
    width: 780
    height: 780

    GridLayout {
        width: parent.width
        columns: 2
        BtButton {
            id: button
            text: "Send"
            onClicked: ++root.clicks
        }
        BtIconButton {
            id: iconButton
            iconName: "copy"
            text: "Copy the number"
            onClicked: ++root.clicks
        }
        BtLink {
            id: link
            text: "More"
            onClicked: ++root.clicks
        }
        BtChip {
            id: chip
            text: "Sleep"
        }
        BtSwitch {
            id: toggle
            text: "Stay open"
        }
        BtCheck {
            id: check
            text: "I have read it"
        }
        ColumnLayout {
            BtRadio {
                id: radioOne
                text: "One"
                checked: true
            }
            BtRadio {
                id: radioTwo
                text: "Two"
            }
        }
        BtSegmented {
            id: segmented
            model: ["Week", "Month", "Year"]
        }
        BtTabs {
            id: tabs
            model: ["A", "B", "C"]
        }
        BtRow {
            id: row
            title: "Fatou"
            subtitle: "Tue 8"
            onClicked: ++root.clicks
        }
        BtDetails {
            id: details
            title: "What exactly happens?"
            BtLabel {
                text: "This"
            }
        }
        BtField {
            id: field
            label: "Name"
            Layout.fillWidth: true
        }
        BtTextArea {
            id: area
            label: "Note"
            sendOnEnter: true
            Layout.fillWidth: true
        }
        BtSelect {
            id: select
            label: "Language"
            model: ["German", "English", "Arabic"]
            Layout.fillWidth: true
        }
        SecretField {
            id: secret
            label: "Passphrase"
            Layout.fillWidth: true
        }
        SecretWords {
            id: words
        }
    }
    property int clicks: 0
    BtDialog {
        id: dialog
        title: "Take back the diary?"
        body: "She cannot open anything new from today."
        acceptText: "Take back"
        rejectText: "Keep it"
        danger: true
    }
    SignalSpy {
        id: accepted
        target: dialog
        signalName: "accepted"
    }
    SignalSpy {
        id: sent
        target: area
        signalName: "accepted"
    }

    TestCase {
        name: "keys"
        when: windowShown

        function press_data() {
            return [button, iconButton, link, row].map(item => ({
                        "tag": item.text || item.title,
                        "item": item
                    }));
        }
        function test_press_data() {
            return press_data();
        }
        function test_press(data) {
            data.item.forceActiveFocus(Qt.TabFocusReason);
            verify(data.item.visualFocus);
            const before = root.clicks;
            keyClick(Qt.Key_Space);
            compare(root.clicks, before + 1);
            keyClick(Qt.Key_Return);
            compare(root.clicks, before + 2);
            mouseClick(data.item);
            compare(root.clicks, before + 3);
            data.item.enabled = false;
            keyClick(Qt.Key_Space);
            compare(root.clicks, before + 3);
            data.item.enabled = true;
        }
        function test_toggles() {
            for (const item of [chip, toggle, check]) {
                item.forceActiveFocus(Qt.TabFocusReason);
                const before = item.checked;
                keyClick(Qt.Key_Space);
                compare(item.checked, !before, item.text);
                compare(Hand.heard(item).checked, !before, item.text);
            }
        }
        function test_radios() {
            radioTwo.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(radioTwo.checked && !radioOne.checked);
        }
        function test_segments_and_tabs_move_with_arrows() {
            for (const item of [segmented, tabs]) {
                item.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Right);
                compare(item.currentIndex, 1);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Right);
                compare(item.currentIndex, 2);
                keyClick(Qt.Key_Left);
                compare(item.currentIndex, 1);
            }
        }
        function test_details_open() {
            const head = findChild(details, "head");
            head.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            verify(details.expanded);
            keyClick(Qt.Key_Space);
            verify(!details.expanded);
        }
        function test_field_tells_its_error() {
            field.input.forceActiveFocus();
            keyClick("a");
            compare(field.text, "a");
            field.error = "Too short.";
            compare(Hand.heard(field.input).name, "Name");
            field.error = "";
        }
        function test_area_sends_on_enter_and_breaks_on_shift() {
            area.input.forceActiveFocus();
            keyClick("a");
            keyClick(Qt.Key_Return, Qt.ShiftModifier);
            keyClick("b");
            compare(area.text, "a\nb");
            const before = sent.count;
            keyClick(Qt.Key_Return);
            compare(sent.count, before + 1);
            compare(area.text, "a\nb");
        }
        function test_area_lets_tab_through() {
            area.input.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(!area.input.activeFocus);
        }
        function test_select_by_keys() {
            select.input.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            compare(select.currentIndex, 1);
            keyClick(Qt.Key_Space);
            tryVerify(() => select.input.popup.opened);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(select.currentIndex, 2);
            tryVerify(() => !select.input.popup.visible);
            compare(select.currentText, "Arabic");
        }
        function test_dialog_opens_on_the_harmless_answer() {
            button.forceActiveFocus(Qt.TabFocusReason);
            dialog.open();
            tryVerify(() => dialog.opened);
            compare(root.Window.window.activeFocusItem.text, "Keep it");
            keyClick(Qt.Key_Escape);
            tryVerify(() => !dialog.visible);
            compare(root.Window.window.activeFocusItem, button);
            compare(accepted.count, 0);
            dialog.open();
            tryVerify(() => dialog.opened);
            keyClick(Qt.Key_Tab);
            compare(root.Window.window.activeFocusItem.text, "Take back");
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
            tryVerify(() => !dialog.visible);
        }
        function test_secret_is_typed_edited_and_taken() {
            secret.input.forceActiveFocus();
            for (const key of ["c", "o", "r", "r", "x", "e", "c", "t"])
                keyClick(key);
            compare(secret.length, 8);
            for (let i = 0; i < 3; ++i)
                keyClick(Qt.Key_Left);
            keyClick(Qt.Key_Backspace);
            keyClick(Qt.Key_End);
            keyClick("!");
            verify(Hand.painted(secret.input) > 0);
            compare(Hand.heard(secret.input).description, "Passphrase");
            compare(Hand.heard(secret).name, "Passphrase");
            verify(Hand.heard(secret.input).password);
            compare(Hand.taken(secret.input), "correct!");
            verify(secret.empty);
            keyClick("a");
            keyClick(Qt.Key_A, Qt.ControlModifier);
            keyClick("b");
            compare(Hand.taken(secret.input), "b");
        }
        function test_secret_shows_on_request_and_hides_again() {
            secret.input.forceActiveFocus();
            keyClick("w");
            verify(secret.mapToItem(root, 0, 0).y < root.height - 80);
            const dots = grabImage(secret);
            findChild(secret, "reveal").clicked();
            verify(secret.input.revealed);
            tryVerify(() => !grabImage(secret).equals(dots));
            secret.clear();
            verify(!secret.input.revealed);
        }
        function test_words_are_painted_and_silent() {
            Hand.showWords(words.item, "abandon ability able about above absent");
            compare(words.count, 6);
            tryVerify(() => Hand.painted(words.item) > 0.01);
            compare(words.item.spoken, "");
            verify(Hand.heard(words.item).name.indexOf("abandon") < 0);
            findChild(words, "speakWord").clicked();
            compare(words.item.spoken, "abandon");
            words.hide();
            compare(words.item.spoken, "");
            compare(words.count, 0);
        }
    }
}
