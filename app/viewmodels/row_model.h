// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A list for QML whose rows are replaced as a whole after each snapshot, and which tells the view only what really
//! changed, so that focus, scrolling and a half-read row stay where they are. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    //! \param roles  names that delegates may ask for; the first one identifies a row.
    explicit RowModel(const QStringList& roles, QObject* parent = nullptr);

    //! Replaces the rows. Rows with equal identity that stay in place are updated, others are inserted or removed.
    void setRows(const QList<QVariantMap>& rows);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    //! The row at `index` as a map; empty when there is none.
    Q_INVOKABLE QVariantMap row(int index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return m_roles; }

signals:
    void countChanged();

private:
    QHash<int, QByteArray> m_roles;
    QStringList m_names;
    QList<QVariantMap> m_rows;
};

} // namespace bt::app
