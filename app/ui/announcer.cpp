// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/announcer.h"

#include <QAccessible>

namespace bt::ui {

Announcer::Announcer(QQuickItem* parent) : QQuickItem(parent) {}

void Announcer::say(const QString& text)
{
    if (m_text != text) {
        m_text = text;
        emit textChanged();
    }
    if (m_text.isEmpty() || !QAccessible::isActive()) return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace bt::ui
