// SPDX-License-Identifier: GPL-3.0-or-later
// A dashed round edge: what is only practice, or not sent yet.
import QtQuick
import QtQuick.Shapes
import Bt.Theme

Shape {
    id: edge
    property real radius: Theme.radiusBubble
    property color color: Theme.outline
    readonly property real r: Math.min(radius, width / 2, height / 2) - 0.5
    ShapePath {
        strokeColor: edge.color
        strokeWidth: 1
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 3]
        fillColor: "transparent"
        startX: edge.r + 0.5
        startY: 0.5
        PathLine {
            x: edge.width - edge.r - 0.5
            y: 0.5
        }
        PathArc {
            x: edge.width - 0.5
            y: edge.r + 0.5
            radiusX: edge.r
            radiusY: edge.r
        }
        PathLine {
            x: edge.width - 0.5
            y: edge.height - edge.r - 0.5
        }
        PathArc {
            x: edge.width - edge.r - 0.5
            y: edge.height - 0.5
            radiusX: edge.r
            radiusY: edge.r
        }
        PathLine {
            x: edge.r + 0.5
            y: edge.height - 0.5
        }
        PathArc {
            x: 0.5
            y: edge.height - edge.r - 0.5
            radiusX: edge.r
            radiusY: edge.r
        }
        PathLine {
            x: 0.5
            y: edge.r + 0.5
        }
        PathArc {
            x: edge.r + 0.5
            y: 0.5
            radiusX: edge.r
            radiusY: edge.r
        }
    }
}
