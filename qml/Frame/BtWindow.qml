// SPDX-License-Identifier: GPL-3.0-or-later
// The window: theme bound to the settings, right-to-left where the language asks for it, Help now on F1 above
// everything. Its children are what it shows now: welcome, lock page or AppFrame.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme
import Bt.Ui

T.ApplicationWindow {
    id: window
    required property ThemeSettings settings
    property alias help: help
    property bool helpBeside: false // the lock page keeps its half of the window
    property string language: "en"

    function showHelp() {
        if (help.status === Loader.Null)
            help.setSource("HelpOverlay.qml", {
                "beside": helpBeside,
                "language": language
            });
        (help.item as HelpOverlay).open();
    }

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 480
    color: Theme.surface
    LayoutMirroring.enabled: settings.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "scheme"
        value: window.settings.scheme
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.settings.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.settings.reducedMotion
    }
    Shortcut {
        sequences: ["F1"]
        context: Qt.ApplicationShortcut
        enabled: window.active
        onActivated: window.showHelp()
    }
    // Made when first asked for, so that the first frame does not wait for it.
    Loader {
        id: help
    }
}
