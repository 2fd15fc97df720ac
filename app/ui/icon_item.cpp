// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icon_item.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

namespace bt::ui {
namespace {

//! The text of a drawing, read once.
QByteArray source(const QString& name, bool art)
{
    static QHash<QString, QByteArray> read;
    const QString path = QStringLiteral(":/bt/%1/%2.svg").arg(art ? QStringLiteral("art") : QStringLiteral("icons"), name);
    auto known = read.constFind(path);
    if (known == read.constEnd()) {
        QFile file(path);
        known = read.insert(path, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *known;
}

} // namespace

IconItem::IconItem(QQuickItem* parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

IconItem::~IconItem() = default;

void IconItem::setName(const QString& name)
{
    if (m_name == name) return;
    m_name = name;
    renew();
    emit nameChanged();
}

void IconItem::setArt(bool art)
{
    if (m_art == art) return;
    m_art = art;
    renew();
    emit nameChanged();
}

void IconItem::setColor(const QColor& color)
{
    if (m_color == color) return;
    m_color = color;
    renew();
    emit colorChanged();
}

void IconItem::setSoftColor(const QColor& color)
{
    if (m_soft == color) return;
    m_soft = color;
    renew();
    emit colorChanged();
}

void IconItem::setFlipped(bool flipped)
{
    if (m_flipped == flipped) return;
    m_flipped = flipped;
    update();
    emit flippedChanged();
}

bool IconItem::found() const { return m_name.isEmpty() || !source(m_name, m_art).isEmpty(); }

void IconItem::renew()
{
    m_drawing.reset();
    update();
}

void IconItem::paint(QPainter* painter)
{
    if (!m_drawing) {
        QByteArray text = source(m_name, m_art);
        if (text.isEmpty()) return;
        text.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
        text.replace("softColor", m_soft.name(QColor::HexRgb).toLatin1());
        m_drawing = std::make_unique<QSvgRenderer>(text);
    }
    painter->setOpacity(m_color.alphaF());
    if (m_flipped) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    m_drawing->render(painter, QRectF(0, 0, width(), height()));
}

} // namespace bt::ui
