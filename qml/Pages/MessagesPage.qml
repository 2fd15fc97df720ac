// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations beside the open one; on a narrow window they take turns (ThreadPage).
import QtQuick
import QtQuick.Layouts
import Bt.Controls
import Bt.Theme
import Bt.ViewModels

BtPage {
    id: page
    required property AppViewModel app
    required property Navigator nav
    readonly property ThreadsViewModel model: app.threads
    readonly property bool alone: width / Theme.textScale < 720 // one of both fits
    //: Title of the conversations.
    title: qsTr("Messages")

    BtLine {
        parent: page
        width: parent.width
    }
    BtEmpty {
        parent: page
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceL, Theme.scaledHalf(520))
        visible: page.model.state === ThreadsViewModel.Empty
        art: "messages"
        //: There are no conversations.
        title: qsTr("No messages yet")
        body: page.app.therapist
              //: Under "No messages yet", for therapists.
              ? qsTr("When someone asks for a visit, your conversation will be here.")
              //: Under "No messages yet", for patients.
              : qsTr("When you have asked for a visit, your conversation will be here.")
        //: Button to the list of therapists.
        actionText: page.app.therapist ? "" : qsTr("Find a therapist")
        onAction: page.nav.go("find", "", 0)
    }
    RowLayout {
        parent: page
        anchors.fill: parent
        anchors.topMargin: Theme.lineWidth
        spacing: 0
        visible: page.model.state !== ThreadsViewModel.Empty
        ThreadList {
            focus: true
            Layout.fillHeight: true
            Layout.fillWidth: page.alone
            Layout.preferredWidth: Theme.scaledHalf(272)
            Layout.margins: Theme.spaceM
            threads: page.model
            onOpened: threadId => {
                page.model.open(threadId);
                if (page.alone)
                    page.nav.go("thread", threadId, 0);
                else
                    pane.focusComposer();
            }
        }
        Rectangle {
            visible: !page.alone
            Layout.fillHeight: true
            implicitWidth: Theme.lineWidth
            color: Theme.hairline
        }
        Item {
            visible: !page.alone
            Layout.fillWidth: true
            Layout.fillHeight: true
            ThreadPane {
                id: pane
                anchors.fill: parent
                visible: page.model.state === ThreadsViewModel.Reading
                app: page.app
                nav: page.nav
            }
            BtLabel {
                anchors.centerIn: parent
                visible: page.model.state === ThreadsViewModel.Choosing
                muted: true
                //: No conversation is open yet.
                text: qsTr("Choose a conversation")
            }
        }
    }
}
