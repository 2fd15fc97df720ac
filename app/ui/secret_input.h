// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Where a passphrase or the recovery words are typed: keys go straight into locked memory. GUI thread.
#pragma once

#include "base/secret.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bt::ui {

//! An editor for one secret. Its text never becomes a QString, a QVariant or a property: it is kept as
//! code points in a bt::Secret, painted as dots (or, on request, as glyphs picked one by one), and leaves
//! through take() only. What Qt itself keeps of a key press for a moment is out of our reach.
class SecretInput : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool empty READ isEmpty NOTIFY edited)
    Q_PROPERTY(int length READ length NOTIFY edited) //!< in code points
    Q_PROPERTY(bool revealed READ isRevealed WRITE setRevealed NOTIFY revealedChanged)
    //! For recovery words: shown while typed, wrapped over several lines. Set before typing.
    Q_PROPERTY(bool multiLine READ isMultiLine WRITE setMultiLine NOTIFY revealedChanged)
    Q_PROPERTY(qreal contentHeight READ contentHeight NOTIFY contentHeightChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY styleChanged)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY styleChanged)
    Q_PROPERTY(QColor caretColor MEMBER m_caret NOTIFY styleChanged)
public:
    static constexpr int maxLength = 512; //!< code points; more is not taken in

    explicit SecretInput(QQuickItem* parent = nullptr);
    ~SecretInput() override;
    //! The secret in UTF-8 as typed (no trimming, no normalising); the field is empty and hidden after it.
    [[nodiscard]] bt::Secret take();
    //! Puts `text` (UTF-8) in at the caret, as if typed: for the demo and the tests of a journey.
    void insert(bt::ByteView text);
    Q_INVOKABLE void clear();
    [[nodiscard]] bool isEmpty() const { return m_length == 0; }
    [[nodiscard]] int length() const { return m_length; }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void setRevealed(bool revealed);
    [[nodiscard]] bool isMultiLine() const { return m_multiLine; }
    void setMultiLine(bool on);
    [[nodiscard]] qreal contentHeight() const { return m_contentHeight; }
    [[nodiscard]] QFont font() const { return m_font; }
    void setFont(const QFont& font);
    void paint(QPainter* painter) override;

signals:
    void edited();
    void accepted(); //!< Enter
    void revealedChanged();
    void contentHeightChanged();
    void styleChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    struct Place {
        QPointF at; //!< left end of the base line
        quint32 glyph;
    };
    [[nodiscard]] char32_t* points();
    void put(char32_t point);
    void put(const QString& text);
    void remove(int from, int count);
    void changed();
    //! Where each code point stands; the last entry is the caret's place after the text.
    [[nodiscard]] std::vector<Place> layout();
    bt::Secret m_text; //!< maxLength code points
    QFont m_font;
    QColor m_color;
    QColor m_caret;
    int m_length = 0;
    int m_cursor = 0;
    qreal m_contentHeight = 0;
    bool m_revealed = false;
    bool m_multiLine = false;
    bool m_all = false; //!< everything selected
};

} // namespace bt::ui
