// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour, size, space and duration of the window, in one place. Pages use these roles only.
// The writable properties at the top are set once by the window from ThemeSettings.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    enum Scheme {
        Light,
        Dark,
        HighContrast
    }

    // What the person (or her system) chose.
    property int scheme: Theme.Light
    property real textScale: 1.0
    property bool reducedMotion: false

    readonly property bool dark: scheme !== Theme.Light
    readonly property bool highContrast: scheme === Theme.HighContrast

    // Grounds and text
    readonly property color surface: role("#FBFAF7", "#12181A", "#000000")
    readonly property color raised: role("#FFFFFF", "#1A2326", "#000000")
    readonly property color sunken: role("#F1EEE7", "#0D1214", "#141414")
    readonly property color text: role("#1E292D", "#E8EDEB", "#FFFFFF")
    readonly property color muted: role("#526066", "#A9B6B5", "#D9D9D9")
    readonly property color outline: role("#7E8884", "#6B7A7C", "#FFFFFF")
    readonly property color hairline: role("#E4DFD4", "#29353A", "#8C8C8C")
    // The one colour of action
    readonly property color primary: role("#0E5F5A", "#7FD1C7", "#7FF0E2")
    readonly property color primaryHover: role("#0B504C", "#98DDD4", "#A8F6EC")
    readonly property color primaryPressed: role("#083F3C", "#B2E7E0", "#CFFBF5")
    readonly property color primaryInk: role("#FFFFFF", "#06302C", "#000000")
    readonly property color primarySoft: role("#DCEDEA", "#1C3B39", "#003B36")
    readonly property color softInk: role("#0B4743", "#C6EEE8", "#FFFFFF")
    // States; a word or a shape always goes with them
    readonly property color attention: role("#9A4A12", "#F0A878", "#FFC58A")
    readonly property color attentionSoft: role("#FBE9DC", "#3A2718", "#2E1700")
    readonly property color positive: role("#1E6B3B", "#86D3A0", "#9CF0B8")
    readonly property color positiveSoft: role("#DFF1E4", "#173322", "#002B12")
    readonly property color danger: role("#A0262B", "#F29A9C", "#FFB4B5")
    readonly property color dangerSoft: role("#FBE3E3", "#3D1D1F", "#3A0708")
    // Conversation, focus, layers, charts
    readonly property color bubbleOwn: role("#DCEDEA", "#1C3B39", "#003B36")
    readonly property color bubbleOther: role("#F1EEE7", "#1A2326", "#1F1F1F")
    readonly property color focus: role("#0B57D0", "#8AB4F8", "#FFE600")
    readonly property color hover: role("#0D1E292D", "#0FE8EDEB", "#33FFFFFF")
    readonly property color scrim: role("#701E292D", "#9E040809", "#CC000000")
    readonly property color chart: role("#0E5F5A", "#7FD1C7", "#7FF0E2")
    readonly property color chartBand: role("#F5F2EC", "#1E282B", "#1F1F1F")
    readonly property color shadow: role("#241E292D", "#80000000", "#00000000")

    // QR codes: readers want dark on light, whatever the theme
    readonly property color qrInk: "#000000"
    readonly property color qrPaper: "#FFFFFF"

    // Avatars: six hues of ground, shape and second shape
    readonly property var avatarGround: list(
        ["#CFE4E0", "#F2DCCB", "#EFE3C2", "#E5DAE6", "#D7E0E9", "#DEE5CE"],
        ["#23403D", "#44301F", "#3E351B", "#3A2C3B", "#27333F", "#2E3721"])
    readonly property var avatarShape: list(
        ["#2F7F78", "#B0683E", "#9C7A2A", "#775075", "#4B6883", "#617A3C"],
        ["#8CCFC6", "#E0A27A", "#D9BD6C", "#C79FC4", "#9DB8D1", "#AEC585"])
    readonly property var avatarSecond: list(
        ["#8CBFB8", "#DDA582", "#CFB468", "#AD8DAB", "#93AABF", "#9FB17D"],
        ["#4C8A83", "#9A6743", "#8F7836", "#7F5C7D", "#56718B", "#6A7F47"])

    // Type: sizes follow the text scale; line heights in pixels, for Text.FixedHeight
    readonly property string family: interRegular.name
    readonly property string familyDisplay: interDisplay.name
    readonly property string familyFigures: figuresRegular.name //!< tabular digits: columns of money and time
    readonly property int sizeKey: scaled(11)
    readonly property int sizeCaption: scaled(12)
    readonly property int sizeSmall: scaled(14)
    readonly property int sizeBody: scaled(16)
    readonly property int sizeTitle: scaled(20)
    readonly property int sizeHeading: scaled(28)
    readonly property int sizeDisplay: scaled(36)
    readonly property int lineCaption: scaled(17)
    readonly property int lineSmall: scaled(20)
    readonly property int lineBody: scaled(22)
    readonly property int lineTitle: scaled(26)
    readonly property int lineLarge: scaled(28) //!< 20 px as running text (the room)
    readonly property int lineHeading: scaled(34)
    readonly property int lineDisplay: scaled(43)

    // Space, radii, lines, targets
    readonly property int space2xs: 2
    readonly property int spaceXs: 4
    readonly property int spaceS: 8
    readonly property int spaceM: 12
    readonly property int spaceL: 16
    readonly property int spaceSide: 20
    readonly property int spaceXl: 24
    readonly property int space2xl: 32
    readonly property int space3xl: 48
    readonly property int radiusSmall: 6
    readonly property int radiusField: 8
    readonly property int radiusCard: 12
    readonly property int radiusDialog: 16
    readonly property int radiusBubble: 20
    readonly property int lineWidth: 1
    readonly property int ringWidth: 2
    readonly property int ringGap: 2
    readonly property int target: scaledHalf(40)
    readonly property int targetHelp: scaledHalf(44)
    readonly property int targetLarge: scaledHalf(48)
    readonly property int fieldHeight: scaledHalf(44)
    readonly property int rowHeight: scaledHalf(56)
    readonly property int iconSmall: scaledHalf(16)
    readonly property int iconLine: scaledHalf(18)
    readonly property int icon: scaledHalf(20)
    readonly property int iconLarge: scaledHalf(24)
    readonly property int qr: 240
    readonly property int avatarSmall: 32
    readonly property int avatar: 40
    readonly property int avatarRow: 36
    readonly property int avatarLarge: 72

    // Columns and reflow; compare widths divided by textScale with the breakpoints
    readonly property int rail: Math.round(216 * (1 + (textScale - 1) * 0.6))
    readonly property int railIcons: textScale > 1.5 ? 88 : 72
    readonly property int bar: scaledHalf(64)
    readonly property int columnWidth: scaled(720)
    readonly property int boardWidth: scaled(1120)
    readonly property int sideWidth: 320
    readonly property int sideDecisionWidth: 336
    readonly property int dialogWidth: scaledHalf(480)
    readonly property int popoverWidth: scaledHalf(336)
    readonly property int bubbleWidth: scaledHalf(440)
    readonly property int bubbleRoomWidth: scaledHalf(584)
    readonly property int breakRail: 1000
    readonly property int breakBar: 640

    // Motion: position and opacity only, none where the system asks for less
    readonly property int fast: reducedMotion ? 0 : 120
    readonly property int medium: reducedMotion ? 0 : 160
    readonly property int slow: reducedMotion ? 0 : 200

    // A size that follows the text scale in full.
    function scaled(px: real): int {
        return Math.round(px * textScale);
    }

    // A size that follows the text scale by half: targets, icons, columns.
    function scaledHalf(px: real): int {
        return Math.round(px * (1 + (textScale - 1) / 2));
    }

    function role(light: string, darkOne: string, high: string): string {
        return scheme === Theme.Light ? light : scheme === Theme.Dark ? darkOne : high;
    }

    function list(light: var, darkOne: var): var {
        return scheme === Theme.Light ? light : darkOne;
    }

    readonly property FontLoader interRegular: FontLoader {
        source: "qrc:/bt/fonts/Inter-Regular.otf"
    }
    readonly property FontLoader interMedium: FontLoader {
        source: "qrc:/bt/fonts/Inter-Medium.otf"
    }
    readonly property FontLoader interSemiBold: FontLoader {
        source: "qrc:/bt/fonts/Inter-SemiBold.otf"
    }
    readonly property FontLoader interDisplay: FontLoader {
        source: "qrc:/bt/fonts/InterDisplay-SemiBold.otf"
    }
    readonly property FontLoader figuresRegular: FontLoader {
        source: "qrc:/bt/fonts/BtFigures-Regular.otf"
    }
    readonly property FontLoader figuresSemiBold: FontLoader {
        source: "qrc:/bt/fonts/BtFigures-SemiBold.otf"
    }
}
