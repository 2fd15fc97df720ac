// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one toast at a time; the next waits its turn. It stays longer when it asks something, and as long as
// the pointer or the keyboard is on it.
import QtQuick
import Bt.Controls
import Bt.Theme

Item {
    id: host
    property var queue: []
    readonly property bool showing: toast.active
    implicitHeight: toast.item ? toast.item.implicitHeight : 0

    function show(text: string, options: var) {
        queue = queue.concat([Object.assign({
                "text": text
            }, options)]);
        if (!toast.active)
            next();
    }
    function next() {
        toast.active = false;
        if (queue.length === 0)
            return;
        toast.entry = queue[0];
        queue = queue.slice(1);
        toast.active = true;
    }

    Loader {
        id: toast
        property var entry: ({})
        active: false
        width: parent.width
        sourceComponent: BtToast {
            objectName: "toast"
            text: toast.entry.text ?? ""
            tone: toast.entry.tone ?? "positive"
            iconName: toast.entry.icon ?? (tone === "danger" ? "error" : tone === "positive" ? "check-circle" : "info")
            actionText: toast.entry.actionText ?? ""
            onAction: if (toast.entry.action)
                toast.entry.action()
            onClosed: host.next()
            opacity: 0
            Component.onCompleted: opacity = 1
            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.medium
                    easing.type: Easing.OutCubic
                }
            }
            HoverHandler {
                id: over
            }
            Timer {
                interval: toast.entry.actionText ? 10000 : 5000
                running: !over.hovered && !parent.activeFocus
                onTriggered: host.next()
            }
        }
    }
}
