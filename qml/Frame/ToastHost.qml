// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one toast at a time; the next waits its turn. It stays longer when it asks something, and as long as
// the pointer or the keyboard is on it.
import QtQuick
import Bt.Controls
import Bt.Theme

Item {
    id: host
    property var queue: []
    property var entry: ({})
    property bool showing: false
    implicitHeight: toast.implicitHeight
    visible: showing

    function show(text: string, options: var) {
        queue = queue.concat([Object.assign({
                "text": text
            }, options)]);
        if (!showing)
            next();
    }
    function next() {
        fade.stop();
        showing = queue.length > 0;
        if (!showing)
            return;
        entry = queue[0];
        queue = queue.slice(1);
        fade.start();
        stay.restart();
    }

    BtToast {
        id: toast
        objectName: "toast"
        width: parent.width
        text: host.entry.text ?? ""
        tone: host.entry.tone ?? "positive"
        iconName: host.entry.icon ?? (tone === "danger" ? "error" : tone === "positive" ? "check-circle" : "info")
        actionText: host.entry.actionText ?? ""
        onAction: if (host.entry.action)
            host.entry.action()
        onClosed: host.next()
        NumberAnimation on opacity {
            id: fade
            running: false
            from: 0
            to: 1
            duration: Theme.medium
            easing.type: Easing.OutCubic
        }
        HoverHandler {
            id: over
        }
    }
    Timer {
        id: stay
        interval: host.entry.actionText ? 10000 : 5000
        running: host.showing && !over.hovered && !host.activeFocus
        onTriggered: host.next()
    }
}
