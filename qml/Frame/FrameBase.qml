// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the frame know of it: data, the page shown, what was asked for. AppFrame fills it.
import QtQuick
import Bt.Controls
import Bt.Theme

FocusScope {
    id: base
    property var places: []       // [{id, icon, text, badge}]
    property string currentPlace: ""
    property string personaName: ""
    property string personaRole: ""
    property string personaSeed: ""
    property var personaMenu: []  // [{id, icon, text}]
    property var actions: []      // [{id, icon, text, key}]
    property string syncText: ""
    property string syncIcon: "saved"
    property bool canLock: true   // a guest has nothing that could be closed
    property bool practice: false
    property string networkBadge: "" // what network this is, where that is to be seen at once
    property Item currentPage: null
    property int depth: 0
    readonly property bool narrow: width / Theme.textScale < Theme.breakBar
    readonly property bool icons: !narrow && width / Theme.textScale < Theme.breakRail
    readonly property BtPage page: currentPage as BtPage
    readonly property bool bare: page !== null && page.bare
    signal placeChosen(string id)
    signal actionChosen(string id)
    signal lockRequested
    signal helpRequested
    signal paletteRequested
    signal backAsked

    function choosePlace(index: int) {
        if (index >= 0 && index < places.length)
            placeChosen(places[index].id);
    }
}
