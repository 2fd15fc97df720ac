// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One therapist and her free times, a week at a time, in the viewer's own time zone. GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class TherapistViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Missing, Ready };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QString, therapistId)
    BT_SHOWN(QString, name)
    BT_SHOWN(QString, avatarSeed)
    BT_SHOWN(QString, licence) //!< "Licensed in Berlin"
    BT_SHOWN(bool, licenceOk)
    BT_SHOWN(QString, checked)         //!< "checked 3 min ago"
    BT_SHOWN(QString, licenceSentence) //!< who signed, what was checked, until when
    BT_SHOWN(bool, partner)            //!< one of the practice partners
    BT_SHOWN(QString, about)
    BT_SHOWN(QStringList, topics)
    BT_SHOWN(QString, languages)
    BT_SHOWN(QString, answers)         //!< "within a day"
    BT_SHOWN(QString, place)           //!< "Lisbon, 1 hour behind you"
    BT_SHOWN(QString, ratings)         //!< "12 ratings from settled visits; 4.6 of 5"; "": she has none
    BT_SHOWN(QStringList, ratingFacts) //!< "What exactly happens?"
    BT_SHOWN(QString, reputationId)
    BT_SHOWN(QString, visit)     //!< "A visit, 50 minutes, 60 €"
    BT_SHOWN(QString, weekTitle) //!< "7 to 11 December"
    BT_SHOWN(QString, zoneNote)  //!< "Times are yours, in Berlin"
    BT_SHOWN(QVariantList, days) //!< {weekday, number, spoken, slots: [{at, text, chosen, spoken}]}
    BT_SHOWN(bool, canGoBack)
    BT_SHOWN(bool, canGoOn)
    BT_SHOWN(double, chosen) //!< start of the chosen slot, ms UTC; 0: none
    BT_SHOWN(QString, policy)
    BT_SHOWN(QString, bookWords)   //!< "Book Tue 8 Dec, 17:00"
    BT_SHOWN(QString, underButton) //!< "16:00 in Lisbon · 60 €, held safely until after the visit"
    BT_SHOWN(bool, canBook)
public:
    explicit TherapistViewModel(const Context& context, QObject* parent = nullptr);
    //! Shows one therapist from her first free week; the earliest slot is chosen.
    Q_INVOKABLE void open(const QString& therapistId);
    Q_INVOKABLE void weekBack();
    Q_INVOKABLE void weekOn();
    Q_INVOKABLE void choose(double startsAt);

signals:
    void changed();

private:
    void refresh();
    void describe(const service::TherapistView& therapist);
    void layWeek(const service::TherapistView& therapist);
    void describeChoice(const service::TherapistView& therapist);
    [[nodiscard]] QDate weekOf(Millis at) const;

    Context m_context;
    QDate m_monday;
};

} // namespace bt::app
