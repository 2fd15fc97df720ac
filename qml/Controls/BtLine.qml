// SPDX-License-Identifier: GPL-3.0-or-later
// A hairline between two things in a column.
import QtQuick
import QtQuick.Layouts
import Bt.Theme

Rectangle {
    Layout.fillWidth: true
    implicitHeight: Theme.lineWidth
    implicitWidth: 1
    color: Theme.hairline
    Accessible.ignored: true
}
