// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qr_item.h"

#include <QPainter>
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>

namespace bt::ui {
namespace {

constexpr int kQuiet = 4; // modules of paper around the code

//! ZXing's levels: 2 is L, 4 is M. It throws for what does not fit; nothing of that leaves here.
std::optional<ZXing::BitMatrix> codeOf(const std::string& text, int level)
{
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(level).setMargin(0);
        return writer.encode(text, 0, 0);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

QrItem::QrItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
    setOpaquePainting(true);
    connect(this, &QrItem::coloursChanged, this, [this] { update(); });
}

void QrItem::setText(const QString& text)
{
    if (m_text == text) return;
    m_text = text;
    m_dark.clear();
    m_modules = 0;
    if (!text.isEmpty()) {
        const std::string bytes = text.toStdString();
        auto code = codeOf(bytes, 4);
        if (!code) code = codeOf(bytes, 2);
        if (code) {
            m_modules = code->width();
            m_dark.reserve(static_cast<std::size_t>(m_modules) * static_cast<std::size_t>(m_modules));
            for (int y = 0; y < m_modules; ++y)
                for (int x = 0; x < m_modules; ++x) m_dark.push_back(code->get(x, y));
        }
    }
    update();
    emit textChanged();
}

void QrItem::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(boundingRect(), m_paper);
    if (m_modules == 0) return;
    // In pixels of the screen: a module that ends between two of them would have a grey edge.
    const qreal ratio = painter->device()->devicePixelRatio() * painter->worldTransform().m11();
    const int side = static_cast<int>(std::floor(std::min(width(), height()) * ratio));
    const int module = side / (m_modules + 2 * kQuiet);
    if (module == 0) return; // too small to be read
    const int left = (static_cast<int>(std::floor(width() * ratio)) - module * m_modules) / 2;
    const int top = (static_cast<int>(std::floor(height() * ratio)) - module * m_modules) / 2;
    painter->save();
    painter->scale(1 / ratio, 1 / ratio);
    for (int y = 0; y < m_modules; ++y)
        for (int x = 0; x < m_modules; ++x)
            if (m_dark[static_cast<std::size_t>(y * m_modules + x)])
                painter->fillRect(left + x * module, top + y * module, module, module, m_ink);
    painter->restore();
}

} // namespace bt::ui
