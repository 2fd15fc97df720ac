// SPDX-License-Identifier: GPL-3.0-or-later
// An underlined phrase that leads somewhere.
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

T.AbstractButton {
    id: control
    property bool quiet: false
    implicitWidth: words.implicitWidth
    implicitHeight: Math.max(Theme.target, words.implicitHeight)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: Theme.sizeSmall
    font.weight: quiet ? Font.DemiBold : Font.Medium
    Accessible.role: Accessible.Link
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    contentItem: Text {
        id: words
        text: control.text
        textFormat: Text.PlainText
        font.family: control.font.family
        font.pixelSize: control.font.pixelSize
        font.weight: control.font.weight
        font.underline: !control.quiet || control.hovered
        color: control.enabled ? Theme.primary : Theme.muted
        wrapMode: Text.WordWrap
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }
    background: Item {
        FocusRing {
            visible: control.visualFocus
            anchors.topMargin: Theme.spaceXs
            anchors.bottomMargin: Theme.spaceXs
        }
    }
}
