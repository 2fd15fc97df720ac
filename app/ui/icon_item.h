// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Icons and small line drawings from the project's own SVG set, tinted by role. GUI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QSvgRenderer;

namespace bt::ui {

//! Paints one SVG of resources/icons (or resources/art, where `art` is set) in `color`. The files say
//! `currentColor` where the tint goes and `softColor` where a drawing's ground goes.
class IconItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(bool art READ art WRITE setArt NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
    Q_PROPERTY(QColor softColor READ softColor WRITE setSoftColor NOTIFY colorChanged)
    //! Drawn as in a mirror: arrows in a right-to-left window.
    Q_PROPERTY(bool flipped READ flipped WRITE setFlipped NOTIFY flippedChanged)
    //! False when there is no such file: a test asks this of every icon a page names.
    Q_PROPERTY(bool found READ found NOTIFY nameChanged)
public:
    explicit IconItem(QQuickItem* parent = nullptr);
    ~IconItem() override;
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString& name);
    [[nodiscard]] bool art() const { return m_art; }
    void setArt(bool art);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] QColor softColor() const { return m_soft; }
    void setSoftColor(const QColor& color);
    [[nodiscard]] bool flipped() const { return m_flipped; }
    void setFlipped(bool flipped);
    [[nodiscard]] bool found() const;
    void paint(QPainter* painter) override;

signals:
    void nameChanged();
    void colorChanged();
    void flippedChanged();

private:
    void renew();
    QString m_name;
    QColor m_color;
    QColor m_soft;
    bool m_art = false;
    bool m_flipped = false;
    std::unique_ptr<QSvgRenderer> m_drawing;
};

} // namespace bt::ui
