// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Copies a text that is public anyway: an id, a phone number. GUI thread.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bt::ui {

//! For "Copy" buttons. Never for secrets: other programs read the clipboard.
class Clipboard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
public:
    explicit Clipboard(QObject* parent = nullptr);
    Q_INVOKABLE void copy(const QString& text);
};

} // namespace bt::ui
