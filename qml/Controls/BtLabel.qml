// SPDX-License-Identifier: GPL-3.0-or-later
// Text in one of the seven sizes; never rich text, so that nothing a stranger wrote is ever markup.
import QtQuick
import Bt.Theme

Text {
    id: label
    enum Kind {
        Body,
        Small,
        Caption,
        Title,
        Heading,
        Display,
        Total,
        Large
    }
    property int kind: BtLabel.Body
    property bool muted: false
    // Digits of one width, for columns of money and time.
    property bool figures: false
    property bool strong: kind >= BtLabel.Title && kind !== BtLabel.Large
    property bool medium: false

    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    color: muted ? Theme.muted : Theme.text
    font.family: figures ? Theme.familyFigures : kind === BtLabel.Heading || kind === BtLabel.Display || kind === BtLabel.Total ? Theme.familyDisplay : Theme.family
    font.weight: strong ? Font.DemiBold : medium ? Font.Medium : Font.Normal
    font.pixelSize: [Theme.sizeBody, Theme.sizeSmall, Theme.sizeCaption, Theme.sizeTitle, Theme.sizeHeading, Theme.sizeDisplay, Theme.sizeDisplay, Theme.sizeTitle][kind]
    lineHeightMode: Text.FixedHeight
    lineHeight: [Theme.lineBody, Theme.lineSmall, Theme.lineCaption, Theme.lineTitle, Theme.lineHeading, Theme.lineDisplay, Theme.lineDisplay, Theme.lineLarge][kind]
    horizontalAlignment: Text.AlignLeft
    Accessible.role: kind === BtLabel.Title || kind === BtLabel.Heading || kind === BtLabel.Display ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
