// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The list of crisis lines that the app carries: works offline and while locked, stores nothing. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QDate>
#include <QJsonArray>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace bt::ui {

//! Countries as a list model (roles code, name), the lines of the chosen one as `lines`. A line without a
//! source or a date of check is left out: nobody vouches for it.
class CrisisModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed) //!< "en", "de"; else English
    Q_PROPERTY(QString country READ country WRITE setCountry NOTIFY changed)    //!< ISO code, "DE"
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)       //!< narrows the countries by name
    Q_PROPERTY(int currentRow READ currentRow NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    //! {name, note, number, url, hours, source, checked}
    Q_PROPERTY(QVariantMap emergency READ emergency NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(QString checkedText READ checkedText NOTIFY changed) //!< when the list was checked as a whole, in `language`
public:
    enum Role { CodeRole = Qt::UserRole, NameRole };

    //! Reads the bundled list.
    explicit CrisisModel(QObject* parent = nullptr);
    //! Reads `json` instead. Damaged text leaves the model empty.
    explicit CrisisModel(const QByteArray& json, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] QString country() const { return m_country; }
    void setCountry(const QString& code);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariantMap emergency() const;
    [[nodiscard]] QVariantList lines() const;
    [[nodiscard]] QDate checked() const { return m_checked; }
    [[nodiscard]] QString checkedText() const;
    Q_INVOKABLE QString codeAt(int row) const;

signals:
    void changed();

private:
    struct Country {
        QString code;
        QString name;
        qsizetype at; //!< in m_countries
    };
    void read(const QByteArray& json);
    void arrange();
    [[nodiscard]] QString words(const QJsonValue& value) const;
    [[nodiscard]] QVariantMap lineOf(const QJsonObject& line) const;
    [[nodiscard]] QJsonObject chosen() const;
    QJsonArray m_countries;
    QList<Country> m_rows;
    QString m_language;
    QString m_country;
    QString m_home; //!< the system's country
    QString m_filter;
    QDate m_checked;
};

} // namespace bt::ui
