// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that hold for every control, walked over the gallery: names, keyboard, focus ring, 200 %, mirror.
import QtQuick
import QtTest
import Bt.Frame
import Bt.TestHand
import Bt.Theme

Item {
    id: root
    width: 1280
    height: 900

    GalleryPage {
        id: gallery
        anchors.fill: parent
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
    }

    // Visible items under `item`, in no order.
    function all(item, found) {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (!child.visible)
                continue;
            found.push(child);
            all(child, found);
        }
        return found;
    }

    TestCase {
        name: "gallery"
        when: windowShown

        function cleanup() {
            Theme.scheme = Theme.Light;
            Theme.textScale = 1;
            Theme.reducedMotion = false;
            Hand.rightToLeft(false);
        }
        function test_a_qr_code_of_several_shows_one_after_another() {
            const codes = all(gallery, []).filter(item => item.objectName === "qr-code");
            compare(codes.length, 2);
            const code = codes[1];
            compare(Hand.heard(code).name, "Something to sign");
            const buttons = all(code.parent, []);
            const on = buttons.find(item => item.objectName === "qr-on");
            const back = buttons.find(item => item.objectName === "qr-back");
            verify(!back.enabled);
            const seen = [code.text];
            while (on.enabled) {
                on.clicked();
                seen.push(code.text);
            }
            compare(seen, ["btsign 1/3 first", "btsign 2/3 second", "btsign 3/3 third"]);
            verify(back.enabled);
            while (back.enabled)
                back.clicked();
            compare(code.text, "btsign 1/3 first");
        }
        function test_every_stop_has_a_name_and_a_role() {
            const stops = Hand.stops(gallery);
            verify(stops.length > 35, "stops: " + stops.length);
            for (const stop of stops) {
                const heard = Hand.heard(stop);
                verify((heard.password ? heard.description : heard.name ?? "") !== "", Hand.describe(stop) + " " + JSON.stringify(heard));
                verify(heard.role !== 0 && heard.role !== undefined, Hand.describe(stop) + " " + JSON.stringify(heard));
            }
        }
        function test_tab_reaches_every_stop_and_comes_back() {
            gallery.forceActiveFocus();
            const first = gallery.nextItemInFocusChain(true);
            first.forceActiveFocus(Qt.TabFocusReason);
            const seen = [];
            for (let i = 0; i < 200; ++i) {
                const item = root.Window.window.activeFocusItem;
                verify(item !== null, "focus lost after " + seen.length);
                if (seen.indexOf(item) >= 0)
                    break;
                seen.push(item);
                keyClick(Qt.Key_Tab);
            }
            const missed = Hand.stops(gallery).filter(stop => seen.indexOf(stop) < 0);
            compare(missed.map(stop => Hand.describe(stop)).join("; "), "");
        }
        function test_what_has_the_focus_is_in_sight_and_shows_a_ring() {
            for (const stop of Hand.stops(gallery)) {
                stop.forceActiveFocus(Qt.TabFocusReason);
                const at = stop.mapToItem(gallery, 0, 0);
                verify(at.y >= -1 && at.y < gallery.height, Hand.describe(stop) + " at " + at.y);
                // A caret's field thickens its edge instead of a ring.
                if (stop.objectName === "input" && stop.cursorVisible !== undefined)
                    continue;
                if (stop.objectName === "input" || stop.objectName === "words")
                    continue;
                const rings = root.all(stop, []).filter(child => child.objectName === "focusRing");
                verify(rings.length > 0, Hand.describe(stop));
                compare(rings[0].border.width, 2);
            }
        }
        function test_targets_are_large_enough() {
            for (const stop of Hand.stops(gallery))
                verify(stop.height >= 26 && stop.width >= 22, Hand.describe(stop) + " " + stop.width + "x" + stop.height);
        }
        function test_nothing_is_cut_at_any_size_data() {
            return [
                {
                    "tag": "100 %",
                    "scale": 1,
                    "width": 1280
                },
                {
                    "tag": "200 %",
                    "scale": 2,
                    "width": 1280
                },
                {
                    "tag": "200 % narrow",
                    "scale": 2,
                    "width": 800
                },
                {
                    "tag": "narrow",
                    "scale": 1,
                    "width": 420
                }
            ];
        }
        function test_nothing_is_cut_at_any_size(data) {
            Theme.textScale = data.scale;
            root.width = data.width;
            wait(50);
            const wrong = [];
            for (const item of root.all(gallery, [])) {
                if (item.contentWidth === undefined || item.paintedHeight === undefined || item.text === "")
                    continue;
                // A text may elide where it says so; else it stands whole inside its own box.
                if (item.elide === Text.ElideNone && item.contentWidth > item.width + 2)
                    wrong.push("wide: " + item.text);
                const right = item.mapToItem(gallery, item.width, 0).x;
                if (right > gallery.width + 2)
                    wrong.push("beyond the window: " + item.text);
                if (item.paintedHeight > item.height + 6 && item.height > 0)
                    wrong.push("high: " + item.text + " " + item.paintedHeight + " in " + item.height);
            }
            root.width = 1280;
            compare(wrong.join("\n"), "");
        }
        function test_mirror() {
            const row = findChild(gallery, "row0");
            const title = root.all(row, []).find(child => child.text === "Fatou D.");
            const before = title.mapToItem(row, 0, 0).x;
            verify(before < row.width / 2);
            Hand.rightToLeft(true);
            wait(50);
            verify(title.mapToItem(row, title.contentWidth, 0).x > row.width / 2 || title.effectiveHorizontalAlignment === Text.AlignRight);
        }
        function test_each_theme_paints_data() {
            return [0, 1, 2].map(scheme => ({
                        "tag": "scheme " + scheme,
                        "scheme": scheme
                    }));
        }
        function test_each_theme_paints(data) {
            Theme.scheme = data.scheme;
            wait(50);
            verify(Hand.painted(gallery) > 0.05);
        }
        function test_reduced_motion_stills_everything() {
            Theme.reducedMotion = true;
            compare(Theme.fast, 0);
            compare(Theme.medium, 0);
            compare(Theme.slow, 0);
        }
    }
}
