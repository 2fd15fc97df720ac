// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The abstract shape that stands for a person or a thing, drawn from its key. GUI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace bt::ui {

//! One round avatar. `seed` (any text: an id, a key) chooses hue, shape and turn, always the same ones;
//! the colours come from the theme through the three colour properties.
class AvatarItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString seed READ seed WRITE setSeed NOTIFY seedChanged)
    Q_PROPERTY(int hue READ hue NOTIFY seedChanged) //!< 0 to 5, index into the theme's avatar colours
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY coloursChanged)
    Q_PROPERTY(QColor shape MEMBER m_shape NOTIFY coloursChanged)
    Q_PROPERTY(QColor second MEMBER m_second NOTIFY coloursChanged)
public:
    explicit AvatarItem(QQuickItem* parent = nullptr);
    [[nodiscard]] QString seed() const { return m_seed; }
    void setSeed(const QString& seed);
    [[nodiscard]] int hue() const { return m_hue; }
    void paint(QPainter* painter) override;

signals:
    void seedChanged();
    void coloursChanged();

private:
    QString m_seed;
    QColor m_ground, m_shape, m_second;
    int m_hue = 0;
    int m_form = 0;
    int m_turn = 0;
};

} // namespace bt::ui
