// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secret_words.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace bt::ui {

SecretWordsItem::SecretWordsItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    connect(this, &SecretWordsItem::styleChanged, this, [this] {
        resizeToFit();
        update();
    });
}

SecretWordsItem::~SecretWordsItem() = default;

void SecretWordsItem::show(bt::Secret words)
{
    m_words = std::move(words);
    m_starts.clear();
    for (std::size_t i = 0; i < m_words.size(); ++i)
        if (m_words.data()[i] != ' ' && (i == 0 || m_words.data()[i - 1] == ' ')) m_starts.push_back(i);
    resizeToFit();
    update();
    emit wordsChanged();
}

void SecretWordsItem::hide()
{
    m_words.clear();
    m_starts.clear();
    forget();
    resizeToFit();
    update();
    emit wordsChanged();
}

void SecretWordsItem::speak(int index)
{
    if (index < 0 || index >= count()) return;
    const auto* from = reinterpret_cast<const char*>(m_words.data()) + m_starts[static_cast<std::size_t>(index)];
    const auto size = wordEnd(index) - m_starts[static_cast<std::size_t>(index)];
    m_spoken = QString::fromUtf8(from, static_cast<qsizetype>(size));
    emit spokenChanged();
}

void SecretWordsItem::forget()
{
    if (m_spoken.isEmpty()) return;
    m_spoken.fill(QChar(u'\0'));
    m_spoken.clear();
    emit spokenChanged();
}

void SecretWordsItem::setFont(const QFont& font)
{
    if (m_font == font) return;
    m_font = font;
    emit styleChanged();
}

std::size_t SecretWordsItem::wordEnd(int index) const
{
    std::size_t end = m_starts[static_cast<std::size_t>(index)];
    while (end < m_words.size() && m_words.data()[end] != ' ') ++end;
    return end;
}

int SecretWordsItem::columns() const { return std::clamp(static_cast<int>(width() / std::max(1.0, m_cellWidth)), 1, 4); }

void SecretWordsItem::resizeToFit()
{
    const int rows = (count() + columns() - 1) / columns();
    setImplicitHeight(rows * m_cellHeight);
}

void SecretWordsItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    resizeToFit();
}

void SecretWordsItem::paint(QPainter* painter)
{
    const QFontMetricsF metrics(m_font);
    const QRawFont raw = QRawFont::fromFont(m_font);
    const int across = columns();
    const int rows = (count() + across - 1) / across;
    const qreal cell = width() / across;
    const qreal numberWidth = metrics.horizontalAdvance(QStringLiteral("24  "));
    QGlyphRun run;
    run.setRawFont(raw);
    painter->setFont(m_font);
    for (int i = 0; i < count(); ++i) {
        // Down the first column, then the next: the order in which one writes them on paper.
        const QPointF at((i / rows) * cell, (i % rows) * m_cellHeight + (m_cellHeight - metrics.height()) / 2 + metrics.ascent());
        painter->setPen(m_numberColor);
        painter->drawText(at, QString::number(i + 1));
        painter->setPen(m_color);
        QPointF pen = at + QPointF(numberWidth, 0);
        for (std::size_t b = m_starts[static_cast<std::size_t>(i)]; b < wordEnd(i); ++b) {
            const QChar letter(QLatin1Char(static_cast<char>(m_words.data()[b]))); // the English list is ASCII
            quint32 glyph = 0;
            int got = 1;
            QPointF step;
            if (!raw.glyphIndexesForChars(&letter, 1, &glyph, &got)) continue;
            if (!raw.advancesForGlyphIndexes(&glyph, &step, 1)) continue;
            run.setRawData(&glyph, &pen, 1);
            painter->drawGlyphRun(QPointF(), run);
            pen.rx() += step.x();
        }
    }
}

} // namespace bt::ui
