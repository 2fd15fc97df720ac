// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secret_input.h"

#include <QClipboard>
#include <QCursor>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QRawFont>

#include <algorithm>

namespace bt::ui {
namespace {

constexpr qreal dotRadius = 2.75;

bool isSpace(char32_t point) { return point == U' ' || point == U'\u3000'; }

//! Bytes that `point` takes in UTF-8.
std::size_t utf8Size(char32_t point) { return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4; }

void writeUtf8(char32_t point, std::uint8_t*& out)
{
    const auto byte = [&out](char32_t value) { *out++ = static_cast<std::uint8_t>(value); };
    switch (utf8Size(point)) {
    case 1: byte(point); break;
    case 2:
        byte(0xC0 | (point >> 6));
        byte(0x80 | (point & 0x3F));
        break;
    case 3:
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
        break;
    default:
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

} // namespace

SecretInput::SecretInput(QQuickItem* parent)
    : QQuickPaintedItem(parent), m_text(maxLength * sizeof(char32_t)), m_color(Qt::black), m_caret(Qt::black)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemAcceptsInputMethod);
    setCursor(QCursor(Qt::IBeamCursor));
    connect(this, &SecretInput::styleChanged, this, [this] { update(); });
}

SecretInput::~SecretInput() = default;

char32_t* SecretInput::points() { return reinterpret_cast<char32_t*>(m_text.data()); }

bt::Secret SecretInput::take()
{
    std::size_t size = 0;
    for (int i = 0; i < m_length; ++i) size += utf8Size(points()[i]);
    bt::Secret out(size);
    std::uint8_t* end = out.data();
    for (int i = 0; i < m_length; ++i) writeUtf8(points()[i], end);
    clear();
    return out;
}

void SecretInput::insert(bt::ByteView text)
{
    const std::uint8_t* at = text.data();
    const std::uint8_t* const end = at + text.size();
    while (at < end) {
        const std::uint8_t lead = *at++;
        int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        char32_t point = more == 0 ? lead : lead & (0x3FU >> more);
        while (more-- > 0 && at < end) point = (point << 6) | (*at++ & 0x3FU);
        put(point);
    }
    changed();
}

void SecretInput::clear()
{
    bt::wipe(m_text.data(), m_text.size());
    m_length = m_cursor = 0;
    m_all = false;
    setRevealed(false);
    changed();
}

void SecretInput::setRevealed(bool revealed)
{
    if (m_revealed == revealed) return;
    m_revealed = revealed;
    update();
    emit revealedChanged();
}

void SecretInput::setMultiLine(bool on)
{
    if (m_multiLine == on) return;
    m_multiLine = on;
    update();
    emit revealedChanged();
}

void SecretInput::setFont(const QFont& font)
{
    if (m_font == font) return;
    m_font = font;
    emit styleChanged();
}

void SecretInput::put(char32_t point)
{
    if (m_all) remove(0, m_length);
    if (point == U'\n' || point == U'\t' || point == U'\r') point = U' ';
    if (point < 0x20 || point == 0x7F || m_length >= maxLength) return;
    std::copy_backward(points() + m_cursor, points() + m_length, points() + m_length + 1);
    points()[m_cursor++] = point;
    ++m_length;
}

void SecretInput::put(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        put(pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : static_cast<char32_t>(text[i].unicode()));
        i += pair ? 1 : 0;
    }
    changed();
}

void SecretInput::remove(int from, int count)
{
    m_all = false;
    if (from < 0 || count <= 0 || from + count > m_length) return;
    std::copy(points() + from + count, points() + m_length, points() + from);
    bt::wipe(points() + m_length - count, static_cast<std::size_t>(count) * sizeof(char32_t));
    m_length -= count;
    m_cursor = std::min(from, m_length);
}

void SecretInput::changed()
{
    auto places = layout();
    const qreal height = places.back().at.y() + QFontMetricsF(m_font).descent();
    bt::wipe(places.data(), places.size() * sizeof(Place));
    if (!qFuzzyCompare(height, m_contentHeight)) {
        m_contentHeight = height;
        emit contentHeightChanged();
    }
    update();
    emit edited();
}

std::vector<SecretInput::Place> SecretInput::layout()
{
    const bool shown = m_revealed || m_multiLine;
    const QFontMetricsF metrics(m_font);
    const QRawFont raw = QRawFont::fromFont(m_font);
    const qreal line = metrics.height() * 1.15;
    const qreal first = m_multiLine ? metrics.ascent() + 12 : (height() - metrics.height()) / 2 + metrics.ascent();
    std::vector<Place> places(static_cast<std::size_t>(m_length) + 1);
    QPointF at(0, first);
    std::size_t wordStart = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_length); ++i) {
        const char32_t point = points()[i];
        quint32 glyph = 0;
        qreal advance = 9;
        if (shown) {
            QChar units[2] = {QChar(static_cast<char16_t>(point)), QChar()};
            int count = 1;
            if (QChar::requiresSurrogates(point)) {
                units[0] = QChar(QChar::highSurrogate(point));
                units[1] = QChar(QChar::lowSurrogate(point));
                count = 2;
            }
            int got = 1;
            if (!raw.glyphIndexesForChars(units, count, &glyph, &got)) glyph = 0;
            QPointF step;
            if (raw.advancesForGlyphIndexes(&glyph, &step, 1)) advance = step.x();
            bt::wipe(units, sizeof units);
        }
        places[i] = {at, glyph};
        at.rx() += advance;
        if (m_multiLine && isSpace(point)) wordStart = i + 1;
        if (m_multiLine && at.x() > width() && wordStart > 0 && wordStart <= i && places[wordStart].at.x() > 0) {
            const qreal back = places[wordStart].at.x();
            for (std::size_t j = wordStart; j <= i; ++j) places[j].at += QPointF(-back, line);
            at += QPointF(-back, line);
        }
    }
    places.back() = {at, 0};
    return places;
}

void SecretInput::paint(QPainter* painter)
{
    const bool shown = m_revealed || m_multiLine;
    const QFontMetricsF metrics(m_font);
    auto places = layout();
    // A single line slides so that the caret stays in sight.
    const auto& caret = places[static_cast<std::size_t>(m_cursor)];
    const qreal slide = m_multiLine ? 0 : std::max(0.0, caret.at.x() - width() + 4);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(QRectF(0, 0, width(), height()));
    painter->translate(-slide, 0);
    if (m_all && m_length > 0) {
        QColor veil = m_caret;
        veil.setAlphaF(0.25F);
        painter->fillRect(QRectF(0, 4, places.back().at.x(), height() - 8), veil);
    }
    painter->setPen(m_color);
    painter->setBrush(m_color);
    QGlyphRun run;
    run.setRawFont(QRawFont::fromFont(m_font));
    for (int i = 0; i < m_length; ++i) {
        const Place& place = places[static_cast<std::size_t>(i)];
        if (shown && place.glyph != 0) {
            run.setRawData(&place.glyph, &place.at, 1);
            painter->drawGlyphRun(QPointF(), run);
        } else if (!shown || !isSpace(points()[i])) {
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(QPointF(place.at.x() + 4, place.at.y() - metrics.xHeight() / 2), dotRadius, dotRadius);
            painter->setPen(m_color);
        }
    }
    if (hasActiveFocus()) painter->fillRect(QRectF(caret.at.x(), caret.at.y() - metrics.ascent(), 2, metrics.height()), m_caret);
    bt::wipe(places.data(), places.size() * sizeof(Place));
}

void SecretInput::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->matches(QKeySequence::Paste)) {
        put(QGuiApplication::clipboard()->text());
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_all = m_length > 0;
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit accepted();
    } else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        if (m_all) remove(0, m_length);
        else if (event->key() == Qt::Key_Backspace) remove(m_cursor - 1, 1);
        else remove(m_cursor, 1);
        changed();
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Home ||
               event->key() == Qt::Key_End) {
        m_all = false;
        m_cursor = event->key() == Qt::Key_Home    ? 0
                   : event->key() == Qt::Key_End   ? m_length
                   : event->key() == Qt::Key_Right ? std::min(m_length, m_cursor + 1)
                                                   : std::max(0, m_cursor - 1);
        update();
    } else if (!event->text().isEmpty() && event->text().at(0).isPrint() &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier))) {
        put(event->text());
    } else {
        event->ignore();
    }
}

void SecretInput::inputMethodEvent(QInputMethodEvent* event)
{
    if (!event->commitString().isEmpty()) put(event->commitString());
    event->accept();
}

QVariant SecretInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled: return true;
    case Qt::ImHints: return static_cast<int>(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    case Qt::ImCursorRectangle: return QRectF(0, 0, 2, height());
    default: return {}; // never the text around the caret
    }
}

void SecretInput::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    m_all = false;
    update();
    event->accept();
}

void SecretInput::focusInEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusInEvent(event);
    update();
}

void SecretInput::focusOutEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

void SecretInput::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.width() != before.width() && m_multiLine) changed();
}

} // namespace bt::ui
