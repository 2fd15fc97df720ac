// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a Quick Test cannot reach from QML: accessible names, secrets, the files of the icon set.
#pragma once

#include "ui/secret_input.h"
#include "ui/secret_words.h"

#include <QAccessible>
#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>

namespace bt::test {

class Hand : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! {name, description, role, focusable, password, checked} as an assistive tool hears it.
    Q_INVOKABLE QVariantMap heard(QQuickItem* item) const
    {
        auto* face = QAccessible::queryAccessibleInterface(item);
        if (face == nullptr) return {};
        return {{"name", face->text(QAccessible::Name)},
                {"description", face->text(QAccessible::Description)},
                {"role", static_cast<int>(face->role())},
                {"focusable", static_cast<bool>(face->state().focusable)},
                {"password", static_cast<bool>(face->state().passwordEdit)},
                {"checked", static_cast<bool>(face->state().checked)}};
    }
    //! Everything under `root` that the Tab key reaches, in no order.
    Q_INVOKABLE QVariantList stops(QQuickItem* root) const
    {
        QVariantList found;
        collect(root, found);
        return found;
    }
    Q_INVOKABLE QString describe(QObject* object) const
    {
        return QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName();
    }
    Q_INVOKABLE QString taken(bt::ui::SecretInput* input) const
    {
        const bt::Secret secret = input->take();
        return QString::fromUtf8(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
    }
    Q_INVOKABLE void showWords(bt::ui::SecretWordsItem* item, const QString& words) const
    {
        const QByteArray bytes = words.toUtf8();
        item->show(bt::Secret::copyOf({reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())}));
    }
    Q_INVOKABLE QStringList icons() const
    {
        QStringList names;
        for (const QString& file : QDir(QStringLiteral(":/bt/icons")).entryList()) names.append(file.chopped(4));
        return names;
    }
    Q_INVOKABLE void rightToLeft(bool on) const { qGuiApp->setLayoutDirection(on ? Qt::RightToLeft : Qt::LeftToRight); }
    //! Share of the item's pixels that differ from the one at its corner: 0 means that nothing was painted.
    Q_INVOKABLE qreal painted(QQuickItem* item) const
    {
        const QImage image = item->window()->grabWindow();
        const QRect area = QRectF(item->mapToScene({0, 0}), item->size()).toAlignedRect() & image.rect();
        if (area.isEmpty()) return 0;
        const QRgb ground = image.pixel(area.topLeft());
        int other = 0;
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x) other += image.pixel(x, y) != ground ? 1 : 0;
        return static_cast<qreal>(other) / (area.width() * area.height());
    }

private:
    static void collect(QQuickItem* item, QVariantList& found)
    {
        if (!item->isVisible() || !item->isEnabled()) return;
        if (item->activeFocusOnTab()) found.append(QVariant::fromValue(item));
        for (QQuickItem* child : item->childItems()) collect(child, found);
    }
};

} // namespace bt::test
