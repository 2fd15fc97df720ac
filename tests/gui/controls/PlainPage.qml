// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Bt.Controls

BtPage {
    BtLabel {
        text: "A page above another"
    }
}
