// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Says something to the screen reader that no control says by itself. GUI thread.
#pragma once

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace bt::ui {

//! Invisible; its QML user binds Accessible.name to `text` and the role to AlertMessage. Setting a text
//! (or the same one again, by say()) sends an alert event, as Qt 6.4 has no announcement of its own.
class Announcer : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE say NOTIFY textChanged)
public:
    explicit Announcer(QQuickItem* parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    Q_INVOKABLE void say(const QString& text);

signals:
    void textChanged();

private:
    QString m_text;
};

} // namespace bt::ui
