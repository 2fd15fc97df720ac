// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crisis_model.h"

#include <QCollator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace bt::ui {

CrisisModel::CrisisModel(QObject* parent) : QAbstractListModel(parent)
{
    QFile file(QStringLiteral(":/bt/crisis/lines.json"));
    read(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

CrisisModel::CrisisModel(const QByteArray& json, QObject* parent) : QAbstractListModel(parent) { read(json); }

void CrisisModel::read(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    m_countries = root.value(QLatin1String("countries")).toArray();
    m_checked = QDate::fromString(root.value(QLatin1String("checked")).toString(), Qt::ISODate);
    const QLocale here = QLocale::system();
    m_language = here.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    // Where the computer is set to be, by its language and else by its time zone; never by its address.
    m_home = here.name().section(u'_', 1, 1).left(2);
    if (m_home.isEmpty()) {
        const auto land = QTimeZone::systemTimeZone().territory();
        if (land != QLocale::AnyTerritory)
            m_home = QLocale(QLocale::AnyLanguage, QLocale::AnyScript, land).name().section(u'_', 1, 1).left(2);
    }
    m_country = m_home;
    arrange();
    const bool known = std::any_of(m_rows.cbegin(), m_rows.cend(), [this](const Country& row) { return row.code == m_country; });
    // The first of the alphabet would be a number that does not answer where she is: then she is asked.
    if (!known) m_country.clear();
}

void CrisisModel::arrange()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_countries.size(); ++i) {
        const QJsonObject country = m_countries[i].toObject();
        const QString name = words(country.value(QLatin1String("name")));
        if (!m_filter.isEmpty() && !name.contains(m_filter, Qt::CaseInsensitive)) continue;
        m_rows.append({country.value(QLatin1String("code")).toString(), name, i});
    }
    QCollator order{QLocale(m_language)};
    // One's own country stands first.
    std::sort(m_rows.begin(), m_rows.end(), [&order, this](const Country& a, const Country& b) {
        const bool homeA = a.code == m_home;
        const bool homeB = b.code == m_home;
        return homeA != homeB ? homeA : order.compare(a.name, b.name) < 0;
    });
    endResetModel();
}

QString CrisisModel::words(const QJsonValue& value) const
{
    if (value.isString()) return value.toString();
    const QJsonObject byLanguage = value.toObject();
    const QString own = byLanguage.value(m_language).toString();
    return own.isEmpty() ? byLanguage.value(QLatin1String("en")).toString() : own;
}

QVariantMap CrisisModel::lineOf(const QJsonObject& line) const
{
    QVariantMap map;
    for (const char* key : {"name", "note", "hours", "number", "url", "source", "checked"})
        map.insert(QString::fromLatin1(key), words(line.value(QLatin1String(key))));
    const QDate day = QDate::fromString(map[QStringLiteral("checked")].toString(), Qt::ISODate);
    map.insert(QStringLiteral("checkedText"), QLocale(m_language).toString(day, QStringLiteral("d MMM yyyy")));
    return map;
}

int CrisisModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant CrisisModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const Country& row = m_rows[index.row()];
    if (role == CodeRole) return row.code;
    return role == NameRole || role == Qt::DisplayRole ? QVariant(row.name) : QVariant();
}

QHash<int, QByteArray> CrisisModel::roleNames() const { return {{CodeRole, "code"}, {NameRole, "name"}}; }

void CrisisModel::setLanguage(const QString& language)
{
    if (m_language == language) return;
    m_language = language;
    arrange();
    emit changed();
}

void CrisisModel::setCountry(const QString& code)
{
    if (m_country == code) return;
    m_country = code;
    emit changed();
}

void CrisisModel::setFilter(const QString& filter)
{
    if (m_filter == filter) return;
    m_filter = filter;
    arrange();
    emit changed();
}

QString CrisisModel::checkedText() const
{
    const QLocale own(m_language);
    // A day, a month in words, a year: no weekday, nobody needs it.
    return own.toString(m_checked, m_language == QLatin1String("de") ? QStringLiteral("d. MMMM yyyy") : QStringLiteral("d MMMM yyyy"));
}

int CrisisModel::currentRow() const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].code == m_country) return i;
    return -1;
}

QString CrisisModel::codeAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row].code : QString(); }

QJsonObject CrisisModel::chosen() const
{
    for (const QJsonValue& country : m_countries)
        if (country.toObject().value(QLatin1String("code")).toString() == m_country) return country.toObject();
    return {};
}

QVariantMap CrisisModel::emergency() const { return lineOf(chosen().value(QLatin1String("emergency")).toObject()); }

QVariantList CrisisModel::lines() const
{
    QVariantList lines;
    const QJsonArray all = chosen().value(QLatin1String("lines")).toArray();
    for (const QJsonValue& line : all) {
        const QVariantMap map = lineOf(line.toObject());
        const bool reachable = !map[QStringLiteral("number")].toString().isEmpty() || !map[QStringLiteral("url")].toString().isEmpty();
        if (reachable && !map[QStringLiteral("source")].toString().isEmpty() && !map[QStringLiteral("checked")].toString().isEmpty())
            lines.append(map);
    }
    return lines;
}

} // namespace bt::ui
