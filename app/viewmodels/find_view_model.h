// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The list of therapists, sorted by how well they fit three answers. Answers and filters stay in this object: they
//! are compared with listings that are already on this computer, and nothing about the search leaves it.
#pragma once

#include "context.h"
#include "row_model.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class FindViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Loading, Empty, NoneFits, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, foundText)      //!< "18 found"
    BT_SHOWN(QVariantList, topics)    //!< {code, name, on}: what is it about
    BT_SHOWN(QVariantList, languages) //!< {code, name, on}: which language
    BT_SHOWN(QVariantList, times)     //!< {code, name, on}: mornings, afternoons, evenings, weekends
    BT_SHOWN(QVariantList, countries) //!< {code, name, on}: filter; from the listings
    BT_SHOWN(QVariantList, prices)    //!< {code, name, on}: filter; "Up to 80 €"
    BT_SHOWN(int, answered)           //!< of the three questions
    Q_PROPERTY(bt::app::RowModel* rows READ rows CONSTANT)
public:
    explicit FindViewModel(const Context& context, QObject* parent = nullptr);
    //! Roles: therapistId, name, avatarSeed, licence, licenceOk, checked, topics, languages, price, duration, next,
    //! heading (of a group, on its first row), partner, ratings, spoken.
    [[nodiscard]] RowModel* rows() { return &m_rows; }

    Q_INVOKABLE void toggleTopic(const QString& code);
    Q_INVOKABLE void toggleLanguage(const QString& code);
    Q_INVOKABLE void toggleTime(const QString& code);
    Q_INVOKABLE void toggleCountry(const QString& code);
    Q_INVOKABLE void togglePrice(const QString& code);
    Q_INVOKABLE void clearAnswers();

signals:
    void changed();

private:
    struct Fit;
    void refresh();
    [[nodiscard]] Fit fitOf(const service::TherapistView& therapist) const;
    [[nodiscard]] bool passes(const service::TherapistView& therapist) const;
    [[nodiscard]] QVariantMap rowOf(const Fit& fit) const;
    [[nodiscard]] QString sectionOf(int fits) const;
    void refreshChoices();

    Context m_context;
    RowModel m_rows;
    QStringList m_chosenTopics, m_chosenLanguages, m_chosenTimes;
    QString m_country;
    int m_maxPrice = 0; //!< whole units of the currency; 0: any
};

} // namespace bt::app
