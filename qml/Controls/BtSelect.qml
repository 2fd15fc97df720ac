// SPDX-License-Identifier: GPL-3.0-or-later
// Choose one of a list. Arrow keys choose, Space opens, typing jumps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bt.Theme

FieldFrame {
    id: control
    property alias model: box.model
    property alias textRole: box.textRole
    property alias valueRole: box.valueRole
    property alias currentIndex: box.currentIndex
    readonly property alias currentText: box.currentText
    readonly property alias currentValue: box.currentValue
    readonly property alias input: box
    signal activated(int index)

    editor: box
    ring: box.visualFocus
    T.ComboBox {
        id: box
        objectName: "input"
        focus: true
        anchors.fill: parent
        anchors.leftMargin: -Theme.spaceM
        anchors.rightMargin: -Theme.spaceM
        enabled: control.enabled
        hoverEnabled: true
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        onActivated: index => control.activated(index)
        Accessible.role: Accessible.ComboBox
        Accessible.name: control.label
        Accessible.description: currentText
        contentItem: BtLabel {
            text: box.displayText
            leftPadding: box.mirrored ? 0 : Theme.spaceM
            rightPadding: box.mirrored ? Theme.spaceM : 0
            color: box.enabled ? Theme.text : Theme.muted
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            lineHeightMode: Text.ProportionalHeight
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        indicator: BtIcon {
            x: box.mirrored ? Theme.spaceM : box.width - width - Theme.spaceM
            y: (box.height - height) / 2
            name: "chevron-down"
            color: box.enabled ? Theme.text : Theme.muted
        }
        delegate: BtMenuRow {
            required property var model
            required property int index
            width: ListView.view.width
            text: box.textRole !== "" ? model[box.textRole] : model.modelData
            chosen: box.currentIndex === index
            highlighted: box.highlightedIndex === index
        }
        popup: T.Popup {
            y: box.height + Theme.spaceXs
            width: box.width
            height: Math.min(contentItem.implicitHeight + 2 * Theme.spaceXs, 8 * Theme.target)
            padding: Theme.spaceXs
            contentItem: ListView {
                clip: true
                implicitHeight: contentHeight
                model: box.popup.visible ? box.delegateModel : null
                currentIndex: box.highlightedIndex
                boundsBehavior: Flickable.StopAtBounds
            }
            background: BtFloat {}
        }
    }
}
