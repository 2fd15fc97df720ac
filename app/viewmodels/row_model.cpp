// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_model.h"

#include <algorithm>

namespace bt::app {

RowModel::RowModel(const QStringList& roles, QObject* parent) : QAbstractListModel(parent), m_names(roles)
{
    for (int i = 0; i < roles.size(); ++i) m_roles.insert(Qt::UserRole + i, roles.at(i).toLatin1());
}

int RowModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count()) return {};
    const int column = role - Qt::UserRole;
    if (column < 0 || column >= m_names.size()) return {};
    return m_rows.at(index.row()).value(m_names.at(column));
}

QVariantMap RowModel::row(int index) const { return index >= 0 && index < count() ? m_rows.at(index) : QVariantMap{}; }

void RowModel::setRows(const QList<QVariantMap>& rows)
{
    const QString& id = m_names.first();
    const int before = count();
    const auto same = [&](const QVariantMap& a, const QVariantMap& b) { return a.value(id) == b.value(id); };
    // What both lists share at their beginnings and ends stays; the middle is exchanged. Lists here change by a row
    // or two, for which this is exact.
    int head = 0;
    while (head < m_rows.size() && head < rows.size() && same(m_rows.at(head), rows.at(head))) ++head;
    int tail = 0;
    while (tail < m_rows.size() - head && tail < rows.size() - head &&
           same(m_rows.at(m_rows.size() - 1 - tail), rows.at(rows.size() - 1 - tail)))
        ++tail;
    const int gone = static_cast<int>(m_rows.size()) - head - tail;
    const int fresh = static_cast<int>(rows.size()) - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, head, head + fresh - 1);
        for (int i = 0; i < fresh; ++i) m_rows.insert(head + i, rows.at(head + i));
        endInsertRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (m_rows.at(i) == rows.at(i)) continue;
        m_rows[i] = rows.at(i);
        emit dataChanged(index(i), index(i));
    }
    if (before != count()) emit countChanged();
}

} // namespace bt::app
