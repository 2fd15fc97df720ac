// SPDX-License-Identifier: GPL-3.0-or-later
// A question that must be answered first. Focus opens on the answer that changes nothing. More content may
// stand under the body (default slot).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bt.Theme

T.Dialog {
    id: dialog
    property string body: ""
    property string acceptText: ""
    property string rejectText: ""
    property bool danger: false
    property bool acceptEnabled: true
    property int maximumWidth: Theme.dialogWidth
    property Item opener: null
    default property alias content: slot.data

    parent: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 2) : 0
    width: parent ? Math.min(maximumWidth, parent.width - 2 * Theme.spaceL) : maximumWidth
    height: parent ? Math.min(implicitHeight, parent.height - 2 * Theme.spaceL) : implicitHeight
    implicitHeight: head.implicitHeight + scroll.contentHeight + foot.implicitHeight + 2 * padding
    padding: Theme.spaceXl
    onAboutToShow: {
        const window = parent ? parent.Window.window : null;
        opener = window ? window.activeFocusItem : null;
    }
    onOpened: (rejectText !== "" ? no : yes).forceActiveFocus(Qt.TabFocusReason)
    onClosed: if (opener)
        opener.forceActiveFocus(Qt.TabFocusReason)

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.medium
            easing.type: Easing.OutCubic
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.fast
        }
    }
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: BtFloat {
        radius: Theme.radiusDialog
    }
    contentItem: FocusScope {
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        Accessible.description: dialog.body
        BtLabel {
            id: head
            width: parent.width
            kind: BtLabel.Title
            text: dialog.title
            bottomPadding: Theme.spaceS
        }
        Flickable {
            id: scroll
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width
            contentHeight: words.implicitHeight
            contentWidth: width
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ColumnLayout {
                id: words
                width: scroll.width
                spacing: Theme.spaceM
                BtLabel {
                    Layout.fillWidth: true
                    visible: text !== ""
                    kind: BtLabel.Small
                    muted: true
                    text: dialog.body
                }
                ColumnLayout {
                    id: slot
                    Layout.fillWidth: true
                    spacing: Theme.spaceM
                    visible: children.length > 0
                }
            }
        }
        Flow {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            topPadding: Theme.spaceSide
            spacing: Theme.spaceS
            layoutDirection: dialog.mirrored ? Qt.LeftToRight : Qt.RightToLeft
            BtButton {
                id: yes
                objectName: "accept"
                visible: text !== ""
                enabled: dialog.acceptEnabled
                kind: dialog.danger ? BtButton.Danger : BtButton.Primary
                text: dialog.acceptText
                onClicked: dialog.accept()
                KeyNavigation.backtab: no.visible ? no : null
            }
            BtButton {
                id: no
                objectName: "reject"
                visible: text !== ""
                text: dialog.rejectText
                onClicked: dialog.reject()
            }
        }
    }
}
