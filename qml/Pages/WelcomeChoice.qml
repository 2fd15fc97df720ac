// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet switch at the top of the first page.
import Bt.Controls
import Bt.Theme

BtButton {
    kind: BtButton.Quiet
    ink: Theme.text
    font.weight: 500
}
