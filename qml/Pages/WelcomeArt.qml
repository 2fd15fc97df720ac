// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of the first page: two chairs, a window, a plant; tinted by roles.
import QtQuick
import QtQuick.Shapes
import Bt.Theme

Shape {
    id: art
    implicitWidth: 520
    implicitHeight: 500
    antialiasing: true
    layer.enabled: true
    layer.samples: 4
    Accessible.ignored: true
    component Line: ShapePath {
        id: line
        property string d: ""
        strokeWidth: Theme.ringWidth
        strokeColor: Theme.primary
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        PathSvg {
            path: line.d
        }
    }
    Line {
        d: "M150 330V190a110 110 0 0 1 220 0v140z"
        fillColor: Theme.primarySoft
        strokeColor: "transparent"
    }
    Line {
        d: "M292 168a26 26 0 1 0 52 0a26 26 0 1 0 -52 0z"
        fillColor: Theme.attentionSoft
        strokeColor: "transparent"
    }
    Line {
        d: "M150 286c34-34 66-40 98-16 34 26 74 22 122-22v82H150z"
        fillColor: Qt.alpha(Theme.raised, .75)
        strokeColor: "transparent"
    }
    Line {
        d: "M150 286c34-34 66-40 98-16 34 26 74 22 122-22"
    }
    Line {
        d: "M150 330V190a110 110 0 0 1 220 0v140"
    }
    Line {
        d: "M260 80v250"
    }
    Line {
        d: "M134 330h252"
    }
    Line {
        d: "M40 470h440"
    }
    Line {
        d: "M92 470v-18M196 470v-18M324 470v-18M428 470v-18"
    }
    Line {
        d: "M78 452v-62a16 16 0 0 1 32 0v26h68v-10a16 16 0 0 1 32 0v46z"
        fillColor: Theme.surface
    }
    Line {
        d: "M94 374v-52a28 28 0 0 1 28-28h24a20 20 0 0 1 20 20v102"
        fillColor: Theme.surface
    }
    Line {
        d: "M78 452v-62a16 16 0 0 1 32 0v26h68v-10a16 16 0 0 1 32 0v46z"
        fillColor: Theme.raised
    }
    Line {
        d: "M426 374v-52a28 28 0 0 0-28-28h-24a20 20 0 0 0-20 20v102"
        fillColor: Theme.surface
    }
    Line {
        d: "M442 452v-62a16 16 0 0 0-32 0v26h-68v-10a16 16 0 0 0-32 0v46z"
        fillColor: Theme.raised
    }
    Line {
        d: "M236 424h48M260 424v46M246 470h28"
    }
    Line {
        d: "M246 424v-10a3 3 0 0 1 3-3h14a3 3 0 0 1 3 3v4a6 6 0 0 1-6 6"
    }
    Line {
        d: "M266 414h4a4 4 0 0 1 0 8h-4"
    }
    Line {
        d: "M468 470l-6-36h40l-6 36z"
        fillColor: Theme.attentionSoft
    }
    Line {
        d: "M482 434c0-34-4-52-18-66M482 434c0-40 4-66 14-84M482 400c-14-8-22-8-32-2M484 392c12-12 20-14 28-10"
    }
}
