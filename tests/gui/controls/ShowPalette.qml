// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

ShowFrame {
    Component.onCompleted: frame.openPalette()
}
