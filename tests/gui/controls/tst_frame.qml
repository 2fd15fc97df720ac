// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: places, keys, palette, toasts, reflow, help and the lock page.
import QtQuick
import QtTest
import Bt.TestHand
import Bt.Theme
import Bt.Ui

TestCase {
    id: test
    name: "frame"

    ThemeSettings {
        id: settings
        motion: ThemeSettings.Reduced
        look: ThemeSettings.Light
        textSize: 1
    }
    property var window: null

    function open(file, properties) {
        const component = Qt.createComponent(file);
        compare(component.status, Component.Ready, component.errorString());
        window = component.createObject(null, Object.assign({
            "settings": settings
        }, properties ?? {}));
        verify(window !== null);
        window.requestActivate();
        tryVerify(() => window.active);
    }
    function cleanup() {
        Hand.rightToLeft(false);
        settings.textSize = 1;
        if (window)
            window.destroy();
        window = null;
        wait(0);
    }
    function heard() {
        return window.activeFocusItem ? window.activeFocusItem.text : "nothing";
    }
    function find(name) {
        return findChild(window.contentItem, name) ?? findChild(window, name);
    }
    // Keys go to our window, not to the test's own.
    function press(key, modifiers) {
        window.requestActivate();
        keyClick(key, modifiers ?? Qt.NoModifier);
    }

    function test_opens_with_the_focus_on_the_title() {
        open("ShowFrame.qml");
        compare(heard(), "Good afternoon, Noor");
    }
    function test_places_by_key() {
        open("ShowFrame.qml");
        for (let i = 0; i < 6; ++i)
            press(Qt.Key_1 + i, Qt.AltModifier);
        compare(window.log.join(","), "place today,place calendar,place messages,place records,place community,place money");
        compare(heard(), "money");
    }
    function test_lock_by_key() {
        open("ShowFrame.qml");
        press(Qt.Key_L, Qt.ControlModifier);
        compare(window.log.join(), "lock");
    }
    function test_escape_goes_back_and_focus_is_never_lost() {
        open("ShowFrame.qml");
        window.frame.push(Qt.createComponent("PlainPage.qml"), {
            "title": "Above"
        });
        compare(window.frame.stack.depth, 2);
        compare(heard(), "Above");
        press(Qt.Key_Escape);
        compare(window.frame.stack.depth, 1);
        compare(heard(), "Good afternoon, Noor");
        press(Qt.Key_Escape);
        compare(window.frame.stack.depth, 1);
        verify(window.activeFocusItem !== null);
    }
    function test_palette_filters_and_runs() {
        open("ShowFrame.qml");
        press(Qt.Key_K, Qt.ControlModifier);
        tryVerify(() => find("paletteField") !== null);
        tryVerify(() => find("paletteField").activeFocus);
        for (const key of ["v", "i", "s"])
            press(key);
        compare(find("paletteList").count, 1);
        press(Qt.Key_Return);
        compare(window.log.join(), "action book");
        tryVerify(() => window.activeFocusItem !== null && heard() === "Good afternoon, Noor");
        press(Qt.Key_K, Qt.ControlModifier);
        tryVerify(() => find("paletteField").activeFocus);
        compare(find("paletteField").text, "");
        press(Qt.Key_Down);
        press(Qt.Key_Return);
        compare(window.log[1], "place calendar");
    }
    function test_help_on_one_key_and_back() {
        open("ShowFrame.qml");
        press(Qt.Key_F1);
        tryVerify(() => find("closeHelp") !== null && find("closeHelp").activeFocus);
        press(Qt.Key_Escape);
        tryVerify(() => heard() === "Good afternoon, Noor");
    }
    function test_help_above_the_lock_page() {
        open("ShowLock.qml");
        tryVerify(() => window.lock.field.input.activeFocus);
        press(Qt.Key_F1);
        tryVerify(() => find("closeHelp") !== null && find("closeHelp").activeFocus);
        const first = window.help.item.crisis.country; // "" where the computer does not tell where it is
        verify(first === "" ? find("helpChoose").visible : find("emergency").way !== "");
        const countries = find("countries");
        countries.forceActiveFocus(Qt.TabFocusReason);
        press(Qt.Key_Down);
        press(Qt.Key_Down);
        verify(window.help.item.crisis.country !== first);
        verify(find("emergency").way !== "");
        press(Qt.Key_Escape);
        tryVerify(() => window.lock.field.input.activeFocus);
    }
    function test_lock_page_opens_by_enter_and_waits() {
        open("ShowLock.qml");
        tryVerify(() => window.lock.field.input.activeFocus);
        press(Qt.Key_Return);
        compare(window.opened, 0);
        verify(window.lock.field.input.activeFocus);
        press("a");
        press(Qt.Key_Return);
        compare(window.opened, 1);
        window.lock.waitSeconds = 30;
        press(Qt.Key_Return);
        compare(window.opened, 1);
        verify(!find("unlock").enabled);
        window.lock.waitSeconds = 0;
        window.lock.error = "That was not it.";
        verify(window.lock.field.input.activeFocus);
    }
    function test_reflow_data() {
        return [
            {
                "tag": "wide",
                "width": 1280,
                "scale": 1,
                "rail": true,
                "icons": false,
                "bottom": false
            },
            {
                "tag": "icons",
                "width": 960,
                "scale": 1,
                "rail": true,
                "icons": true,
                "bottom": false
            },
            {
                "tag": "narrow",
                "width": 420,
                "scale": 1,
                "rail": false,
                "icons": false,
                "bottom": true
            },
            {
                "tag": "large text",
                "width": 1280,
                "scale": 1.5,
                "rail": true,
                "icons": true,
                "bottom": false
            },
            {
                "tag": "largest text",
                "width": 1280,
                "scale": 2,
                "rail": true,
                "icons": true,
                "bottom": false
            },
            {
                "tag": "largest text, narrow",
                "width": 840,
                "scale": 2,
                "rail": false,
                "icons": false,
                "bottom": true
            }
        ];
    }
    function test_reflow(data) {
        settings.textSize = data.scale;
        Theme.textScale = data.scale; // as in the app, where the text has its size before the frame is made
        open("ShowFrame.qml", {
            "width": data.width
        });
        wait(20);
        compare(find("rail").visible, data.rail);
        compare(window.frame.icons, data.icons);
        compare(find("bottomBar").visible, data.bottom);
        verify(find(data.bottom ? "helpNowTop" : "helpNow").visible);
        // Nothing of the frame stands outside the window.
        for (const stop of Hand.stops(window.contentItem)) {
            const at = stop.mapToItem(window.contentItem, stop.width, 0);
            verify(at.x <= window.width + 1 && stop.mapToItem(window.contentItem, 0, 0).x >= -1, Hand.describe(stop) + " " + at.x);
        }
        // What network it is, is said once, inside the window, under nothing, and really drawn.
        const beside = find("practiceBadge"), below = find("practiceBadgeBelow");
        verify(beside.visible !== below.visible);
        const badge = beside.visible ? beside : below;
        compare(badge.text, "Practice network");
        const place = badge.mapToItem(window.contentItem, 0, 0);
        verify(place.x >= 0 && place.x + badge.width <= window.width, place.x + " " + badge.width);
        const title = find("pageTitle").mapToItem(window.contentItem, 0, find("pageTitle").height);
        verify(badge === beside || place.y >= title.y - 1, place.y + " under " + title.y);
        const shot = grabImage(window.contentItem);
        let darkest = 255, lightest = 0;
        for (let x = 2; x < badge.width - 2; ++x) {
            const light = shot.green(Math.floor(place.x + x), Math.floor(place.y + badge.height / 2));
            darkest = Math.min(darkest, light);
            lightest = Math.max(lightest, light);
        }
        verify(lightest - darkest > 60, "no letters there: " + darkest + " to " + lightest);
    }
    function test_everything_has_a_name() {
        open("ShowFrame.qml");
        const stops = Hand.stops(window.contentItem);
        verify(stops.length > 15);
        for (const stop of stops)
            verify(Hand.heard(stop).name !== "", Hand.describe(stop));
    }
    function test_tab_walks_rail_bar_page() {
        open("ShowFrame.qml");
        const seen = [];
        find("persona").forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 40; ++i) {
            seen.push(window.activeFocusItem.objectName);
            press(Qt.Key_Tab);
        }
        const order = ["persona", "place-today", "place-money", "lock", "helpNow", "search", "onPage", "task0", "task8"].map(name => seen.indexOf(name));
        verify(order.every(at => at >= 0), seen.join(","));
        compare(order.slice().sort((a, b) => a - b).join(), order.join(), seen.join(","));
    }
    function test_toasts_one_at_a_time() {
        open("ShowFrame.qml");
        window.frame.toast("Second", {});
        compare(find("toast").text, "Your visit on 8 December is agreed.");
        find("toast").closed();
        compare(find("toast").text, "Second");
        find("toast").closed();
        tryVerify(() => !find("toast").visible);
    }
    function test_mirror_moves_the_rail() {
        Hand.rightToLeft(true);
        open("ShowFrame.qml");
        verify(find("rail").mapToItem(window.contentItem, 0, 0).x > window.width / 2);
    }
    function test_high_contrast_and_dark_paint() {
        open("ShowFrame.qml");
        for (const look of [ThemeSettings.Dark, ThemeSettings.HighContrast]) {
            settings.look = look;
            compare(Theme.scheme, look - 1);
            wait(20);
            verify(Hand.painted(window.contentItem) > 0.05);
        }
        settings.look = ThemeSettings.Light;
    }
}
