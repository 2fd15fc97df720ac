// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Shows recovery words painted from locked memory. GUI thread.
#pragma once

#include "base/secret.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bt::ui {

//! Numbered words in columns. The words come as one Secret (UTF-8, single spaces) from a view model through
//! show(), are painted glyph by glyph, and are wiped by hide() or when the item dies. A screen reader gets
//! nothing by itself: speak() puts one word into `spoken`, forget() takes it out again.
class SecretWordsItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY wordsChanged)
    Q_PROPERTY(QString spoken READ spoken NOTIFY spokenChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY styleChanged)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY styleChanged)
    Q_PROPERTY(QColor numberColor MEMBER m_numberColor NOTIFY styleChanged)
    Q_PROPERTY(qreal cellWidth MEMBER m_cellWidth NOTIFY styleChanged)
    Q_PROPERTY(qreal cellHeight MEMBER m_cellHeight NOTIFY styleChanged)
public:
    explicit SecretWordsItem(QQuickItem* parent = nullptr);
    ~SecretWordsItem() override;
    void show(bt::Secret words);
    Q_INVOKABLE void hide();
    //! Word `index` (from 0) for the screen reader, because the person asked for it.
    Q_INVOKABLE void speak(int index);
    Q_INVOKABLE void forget();
    [[nodiscard]] int count() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] QString spoken() const { return m_spoken; }
    [[nodiscard]] QFont font() const { return m_font; }
    void setFont(const QFont& font);
    void paint(QPainter* painter) override;

signals:
    void wordsChanged();
    void spokenChanged();
    void styleChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    void resizeToFit();
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::size_t wordEnd(int index) const;
    bt::Secret m_words;
    std::vector<std::size_t> m_starts;
    QString m_spoken;
    QFont m_font;
    QColor m_color, m_numberColor;
    qreal m_cellWidth = 160;
    qreal m_cellHeight = 32;
};

} // namespace bt::ui
