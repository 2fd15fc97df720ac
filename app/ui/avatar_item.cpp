// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/avatar_item.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QPainterPath>

namespace bt::ui {

AvatarItem::AvatarItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &AvatarItem::coloursChanged, this, [this] { update(); });
}

void AvatarItem::setSeed(const QString& seed)
{
    if (m_seed == seed) return;
    m_seed = seed;
    // A digest spreads similar ids over all shapes; it hides nothing and need not.
    const QByteArray spread = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    m_hue = static_cast<uchar>(spread[0]) % 6;
    m_form = static_cast<uchar>(spread[1]) % 6;
    m_turn = static_cast<uchar>(spread[2]) % 4;
    update();
    emit seedChanged();
}

void AvatarItem::paint(QPainter* painter)
{
    // Drawn on a grid of 40, clipped to a circle.
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(width() / 40, height() / 40);
    QPainterPath circle;
    circle.addEllipse(QRectF(0, 0, 40, 40));
    painter->setPen(Qt::NoPen);
    const auto cut = [&](const QPainterPath& path, const QColor& color) { painter->fillPath(circle.intersected(path), color); };
    painter->fillPath(circle, m_ground);
    painter->translate(20, 20);
    painter->rotate(90 * m_turn);
    painter->translate(-20, -20);
    QPainterPath first;
    QPainterPath other;
    switch (m_form) {
    case 0: { // a leaf
        first.moveTo(8, 32);
        first.cubicTo(8, 16, 18, 8, 32, 8);
        first.cubicTo(32, 22, 24, 32, 8, 32);
        cut(first, m_shape);
        painter->setPen(QPen(m_ground, 2.5, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(8, 32), QPointF(24, 16));
        return;
    }
    case 1: // a sun at the water's edge
        first.addRect(0, 20, 40, 20);
        other.addEllipse(QPointF(20, 20), 8.5, 8.5);
        break;
    case 2: // a hill before a hill
        first.moveTo(0, 30);
        first.arcTo(QRectF(0, 10, 40, 40), 180, -180);
        first.lineTo(40, 40);
        first.lineTo(0, 40);
        other.moveTo(8, 40);
        other.arcTo(QRectF(8, 28, 24, 24), 180, -180);
        other.closeSubpath();
        break;
    case 3: // two pebbles
        first.addEllipse(QPointF(14, 24), 12, 12);
        other.addEllipse(QPointF(28, 14), 9, 9);
        break;
    case 4: // a half and a half
        first.addRect(0, 0, 20, 40);
        other.moveTo(20, 10);
        other.arcTo(QRectF(10, 10, 20, 20), 90, -180);
        other.closeSubpath();
        break;
    default: // two fans
        other.moveTo(20, 20);
        other.arcTo(QRectF(4, 4, 32, 32), 90, -90);
        other.closeSubpath();
        first.moveTo(20, 20);
        first.arcTo(QRectF(4, 4, 32, 32), 270, -90);
        first.closeSubpath();
        break;
    }
    cut(first, m_second);
    cut(other, m_shape);
}

} // namespace bt::ui
