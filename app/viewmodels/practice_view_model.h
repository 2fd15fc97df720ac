// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The editor of a therapist's listing: hours, price, rules, topics, languages, time off. Edits a copy; what is saved
//! comes from the snapshot. GUI thread.
#pragma once

#include "context.h"

#include <QtQml/qqmlregistration.h>

namespace bt::app {

class PracticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class State { Clean, Edited, Saving };
    Q_ENUM(State)

    BT_SHOWN(State, state)
    BT_SHOWN(QVariantList,
             days) //!< {weekday 1-7, name, on, from, to, pause, pauseFrom, pauseTo, error}: indexes into times, pauseFrom into breaks
    BT_SHOWN(QStringList, times)      //!< "00:00" .. "24:00" by half hours
    BT_SHOWN(QStringList, breaks)     //!< "no break", then the times
    BT_SHOWN(QString, currency)       //!< in which price and stake are typed: "€"
    BT_SHOWN(QVariantList, topics)    //!< {code, name, on}
    BT_SHOWN(QVariantList, languages) //!< {code, name, on}
    BT_SHOWN(QStringList, zones)      //!< IANA names
    BT_SHOWN(int, zone)               //!< index into zones
    BT_SHOWN(QStringList, durations)
    BT_SHOWN(int, duration)
    BT_SHOWN(QStringList, buffers)
    BT_SHOWN(int, buffer)
    BT_SHOWN(QStringList, answers) //!< "24 hours", ...
    BT_SHOWN(int, answer)
    BT_SHOWN(QStringList, frees) //!< "24 hours before", ...
    BT_SHOWN(int, free)
    BT_SHOWN(QStringList, shares) //!< "half", ... of the price to the therapist
    BT_SHOWN(int, share)
    BT_SHOWN(QStringList, assets) //!< what visits are paid in: "KAS", "BTAI"; empty where there is no choice
    BT_SHOWN(int, asset)
    BT_SHOWN(QVariantList, timeOff)  //!< {at, text}
    BT_SHOWN(QStringList, daysAhead) //!< the next 60 days, to take one off
    BT_SHOWN(QString, policy)        //!< the rules as patients read them
    BT_SHOWN(QString, licence)       //!< "Licensed in Berlin"
    BT_SHOWN(QString, licenceSentence)
    BT_SHOWN(bool, licenceOk)
    BT_SHOWN(bool, listed) //!< the saved settings are announced
    BT_SHOWN(QString, listedText)
    BT_SHOWN(QString, ratings)    //!< what patients said in public about her, or what is missing for that
    BT_SHOWN(QString, priceCoins) //!< the typed price in coins
    BT_SHOWN(QString, priceError)
    BT_SHOWN(QString, bondError)
    BT_SHOWN(QString, errorText)
    Q_PROPERTY(QString about READ about WRITE setAbout NOTIFY changed)
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY changed) //!< as typed, in the person's currency
    Q_PROPERTY(QString bond READ bond WRITE setBond NOTIFY changed)
public:
    explicit PracticeViewModel(const Context& context, QObject* parent = nullptr);
    [[nodiscard]] QString about() const { return text(m_edit.about); }
    [[nodiscard]] QString price() const { return m_priceText; }
    [[nodiscard]] QString bond() const { return m_bondText; }
    void setAbout(const QString& about);
    void setPrice(const QString& price);
    void setBond(const QString& bond);

    Q_INVOKABLE void setDayOn(int weekday, bool on);
    Q_INVOKABLE void setDayFrom(int weekday, int index);
    Q_INVOKABLE void setDayTo(int weekday, int index);
    Q_INVOKABLE void setPauseFrom(int weekday, int index); //!< into breaks
    Q_INVOKABLE void setPauseTo(int weekday, int index);   //!< into times; no effect without a break
    Q_INVOKABLE void toggleTopic(const QString& code);
    Q_INVOKABLE void toggleLanguage(const QString& code);
    Q_INVOKABLE void setZone(int index);
    Q_INVOKABLE void setDuration(int index);
    Q_INVOKABLE void setBuffer(int index);
    Q_INVOKABLE void setAsset(int index);
    Q_INVOKABLE void setAnswer(int index);
    Q_INVOKABLE void setFree(int index);
    Q_INVOKABLE void setShare(int index);
    Q_INVOKABLE void addTimeOff(int dayIndex); //!< index into daysAhead
    Q_INVOKABLE void removeTimeOff(double at);
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard();

signals:
    void changed();
    void saved();

private:
    struct Day {
        bool on = false;
        int from = 9 * 60, to = 17 * 60;
        bool pause = false;
        int pauseFrom = 12 * 60, pauseTo = 13 * 60;
    };
    [[nodiscard]] static bool badBreak(const Day& day);
    [[nodiscard]] static QString dayError(const Day& day);
    void refresh();
    void take(const service::PracticeView& practice);
    void edited();
    void show();
    void showChoices();
    void readHours();
    [[nodiscard]] std::vector<service::WeeklySpan> hours() const;
    [[nodiscard]] std::string_view problem() const; //!< code of the first thing that cannot be saved; empty: fine
    [[nodiscard]] QTimeZone practiceZone() const;

    Context m_context;
    service::PracticeView m_edit;
    Day m_day[7];
    QString m_priceText, m_bondText;
    bool m_touched = false, m_saving = false, m_taken = false;
};

} // namespace bt::app
