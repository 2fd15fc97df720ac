// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace bt::ui {

Clipboard::Clipboard(QObject* parent) : QObject(parent) {}

void Clipboard::copy(const QString& text) { QGuiApplication::clipboard()->setText(text); }

} // namespace bt::ui
