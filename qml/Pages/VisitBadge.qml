// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a visit; the view model says which tone.
import Bt.Controls

BtBadge {
    property string tone: "plain"
    kind: tone === "good" ? BtBadge.Positive : tone === "attention" ? BtBadge.Attention : tone === "bad" ? BtBadge.Danger : BtBadge.Plain
}
