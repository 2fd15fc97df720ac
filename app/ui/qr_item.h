// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A QR code of a text. GUI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bt::ui {

//! Draws `text` (UTF-8) as a QR code on its own light ground, in every theme, with the quiet zone of four modules that
//! readers ask for. Modules are whole pixels of the screen, so that their edges are sharp at any scale; what is left of the
//! item's size is paper. Error correction is M, or L where only that fits.
class QrItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool fits READ fits NOTIFY textChanged)      //!< false: empty, or more than a code holds (2,953 bytes)
    Q_PROPERTY(int modules READ modules NOTIFY textChanged) //!< on a side, without the quiet zone; 0: nothing to draw
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY coloursChanged)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY coloursChanged)
public:
    explicit QrItem(QQuickItem* parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] bool fits() const { return m_modules > 0; }
    [[nodiscard]] int modules() const { return m_modules; }
    void paint(QPainter* painter) override;

signals:
    void textChanged();
    void coloursChanged();

private:
    QString m_text;
    std::vector<bool> m_dark; //!< row by row
    QColor m_ink = Qt::black, m_paper = Qt::white;
    int m_modules = 0;
};

} // namespace bt::ui
