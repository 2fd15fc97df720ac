// SPDX-License-Identifier: GPL-3.0-or-later
// Several lines of text; grows with what is written up to `maximumLines`, then scrolls.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

FieldFrame {
    id: control
    property alias text: input.text
    property string placeholder: ""
    property alias input: input
    property int minimumLines: 3
    property int maximumLines: 8
    property bool sendOnEnter: false // Enter sends, Shift+Enter breaks the line
    signal accepted

    editor: input
    boxHeight: Math.max(minimumLines, Math.min(maximumLines, input.lineCount)) * metrics.lineSpacing + 2 * Theme.spaceM
    FontMetrics {
        id: metrics
        font: input.font
    }
    Flickable {
        id: flick
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        T.TextArea.flickable: T.TextArea {
            id: input
            objectName: "input"
            focus: true
            enabled: control.enabled
            topPadding: Theme.spaceM
            bottomPadding: Theme.spaceM
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            horizontalAlignment: TextEdit.AlignLeft
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            color: enabled ? Theme.text : Theme.muted
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            selectByMouse: true
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onReturnPressed: event => {
                if (control.sendOnEnter && !(event.modifiers & Qt.ShiftModifier))
                    control.accepted();
                else
                    event.accepted = false;
            }
            Accessible.role: Accessible.EditableText
            Accessible.multiLine: true
            Accessible.name: control.label !== "" ? control.label : control.placeholder
            Accessible.description: control.error !== "" ? control.error : control.hint
            BtLabel {
                y: Theme.spaceM
                width: parent.width
                visible: input.text === "" && input.preeditText === ""
                muted: true
                text: control.placeholder
                Accessible.ignored: true
            }
            cursorDelegate: Rectangle {
                width: Theme.ringWidth
                color: Theme.primary
                visible: input.cursorVisible
            }
        }
    }
}
