// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of one page; arrow keys move, one stop for Tab. Scrolls sideways where the words need it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

FocusScope {
    id: control
    property var model: []
    property int currentIndex: 0
    signal activated(int index)
    implicitHeight: Math.max(Theme.target, Theme.lineSmall + Theme.spaceL)
    implicitWidth: line.implicitWidth
    Accessible.role: Accessible.PageTabList

    function choose(index: int) {
        if (index < 0 || index >= model.length)
            return;
        currentIndex = index;
        const button = buttons.itemAt(index) as T.AbstractButton;
        if (activeFocus && button)
            button.forceActiveFocus(Qt.TabFocusReason);
        activated(index);
    }
    Keys.onLeftPressed: choose(currentIndex + (LayoutMirroring.enabled ? 1 : -1))
    Keys.onRightPressed: choose(currentIndex + (LayoutMirroring.enabled ? -1 : 1))

    Rectangle {
        width: parent.width
        height: Theme.lineWidth
        anchors.bottom: parent.bottom
        color: Theme.hairline
    }
    Flickable {
        id: flick
        anchors.fill: parent
        contentWidth: line.implicitWidth
        interactive: contentWidth > width
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalFlick
        Row {
            id: line
            spacing: Theme.spaceXl
            width: Math.max(implicitWidth, control.width)
            Repeater {
                id: buttons
                model: control.model
                T.AbstractButton {
                    id: part
                    required property int index
                    required property var modelData
                    readonly property bool chosen: index === control.currentIndex
                    text: modelData
                    focus: chosen
                    focusPolicy: chosen || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
                    implicitHeight: control.height
                    implicitWidth: word.implicitWidth
                    hoverEnabled: true
                    onClicked: control.choose(index)
                    onActiveFocusChanged: if (activeFocus && flick.interactive)
                        flick.contentX = Math.max(0, Math.min(x, flick.contentWidth - flick.width))
                    Accessible.role: Accessible.PageTab
                    Accessible.name: text
                    Accessible.selected: chosen
                    contentItem: BtLabel {
                        id: word
                        kind: BtLabel.Small
                        medium: true
                        strong: part.chosen
                        muted: !part.chosen && !part.hovered
                        wrapMode: Text.NoWrap
                        verticalAlignment: Text.AlignVCenter
                        text: part.text
                        Accessible.ignored: true
                    }
                    background: Item {
                        Rectangle {
                            visible: part.chosen
                            width: parent.width
                            height: Theme.ringWidth
                            anchors.bottom: parent.bottom
                            color: Theme.primary
                        }
                        FocusRing {
                            of: Theme.radiusSmall
                            anchors.topMargin: Theme.spaceXs
                            anchors.bottomMargin: Theme.spaceXs
                            visible: part.visualFocus
                        }
                    }
                }
            }
        }
    }
}
