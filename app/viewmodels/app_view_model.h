// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The root of what the window shows: whether it is open, who is here, which places there are, how things stand with
//! the network, and every other view model. Made once by the composition root. GUI thread.
#pragma once

#include "booking_view_model.h"
#include "calendar_view_model.h"
#include "clients_view_model.h"
#include "clock_view_model.h"
#include "consents_view_model.h"
#include "decide_view_model.h"
#include "dispute_view_model.h"
#include "find_view_model.h"
#include "guardians_view_model.h"
#include "money_view_model.h"
#include "network_view_model.h"
#include "outbox_view_model.h"
#include "pay_view_model.h"
#include "persona_view_model.h"
#include "plans_view_model.h"
#include "practice_view_model.h"
#include "profile_view_model.h"
#include "public_rating_view_model.h"
#include "receipt_view_model.h"
#include "records_view_model.h"
#include "rewards_view_model.h"
#include "room_view_model.h"
#include "series_view_model.h"
#include "settings_view_model.h"
#include "therapist_view_model.h"
#include "threads_view_model.h"
#include "today_view_model.h"
#include "visit_view_model.h"
#include "watch_view_model.h"

namespace bt::app {

class AppViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
public:
    enum class Gate { Starting, Guest, Locked, Open };
    Q_ENUM(Gate)

    BT_SHOWN(Gate, gate)
    BT_SHOWN(bool, therapist)
    BT_SHOWN(QString, personaName)
    BT_SHOWN(QString, personaRole) //!< "Patient", "Practice"; a guest: "Nothing is saved"
    BT_SHOWN(QString, avatarSeed)
    BT_SHOWN(QVariantList, places)   //!< {id, text, icon, badge}: rail, Alt+1..7
    BT_SHOWN(QVariantList, menu)     //!< {id, text, icon, key}: behind the persona
    BT_SHOWN(QVariantList, commands) //!< {id, text, icon, key}: what the palette offers besides both
    BT_SHOWN(QString, syncText)      //!< "All saved", "3 things waiting for the network"
    BT_SHOWN(QString, syncIcon)      //!< saved, sync or offline
    BT_SHOWN(bool, trouble)          //!< the network does not answer
    BT_SHOWN(QString, troubleText)
    BT_SHOWN(bool, practice)        //!< on the practice network: its clock, its play money
    BT_SHOWN(bool, realMoney)       //!< mainnet
    BT_SHOWN(QString, networkBadge) //!< what network this is, where its money is not real or nothing may leave; "" else
    Q_PROPERTY(bt::app::Toasts* toasts READ toasts CONSTANT)
    Q_PROPERTY(bt::app::FindViewModel* find READ find CONSTANT)
    Q_PROPERTY(bt::app::TherapistViewModel* therapistPage READ therapistPage CONSTANT)
    Q_PROPERTY(bt::app::BookingViewModel* booking READ booking CONSTANT)
    Q_PROPERTY(bt::app::TodayViewModel* today READ today CONSTANT)
    Q_PROPERTY(bt::app::CalendarViewModel* calendar READ calendar CONSTANT)
    Q_PROPERTY(bt::app::ThreadsViewModel* threads READ threads CONSTANT)
    Q_PROPERTY(bt::app::RoomViewModel* room READ room CONSTANT)
    Q_PROPERTY(bt::app::VisitViewModel* visit READ visit CONSTANT)
    Q_PROPERTY(bt::app::SeriesViewModel* series READ series CONSTANT)
    Q_PROPERTY(bt::app::PlansViewModel* plans READ plans CONSTANT)
    Q_PROPERTY(bt::app::WatchViewModel* watch READ watch CONSTANT)
    Q_PROPERTY(bt::app::PublicRatingViewModel* publicRating READ publicRating CONSTANT)
    Q_PROPERTY(bt::app::ReceiptViewModel* receipt READ receipt CONSTANT)
    Q_PROPERTY(bt::app::MoneyViewModel* money READ money CONSTANT)
    Q_PROPERTY(bt::app::PracticeViewModel* practicePage READ practicePage CONSTANT)
    Q_PROPERTY(bt::app::ClientsViewModel* clients READ clients CONSTANT)
    Q_PROPERTY(bt::app::PersonaViewModel* persona READ persona CONSTANT)
    Q_PROPERTY(bt::app::SettingsViewModel* settings READ settings CONSTANT)
    Q_PROPERTY(bt::app::OutboxViewModel* outbox READ outbox CONSTANT)
    Q_PROPERTY(bt::app::ClockViewModel* clock READ clock CONSTANT)
    Q_PROPERTY(bt::app::NetworkViewModel* network READ network CONSTANT)
    Q_PROPERTY(bt::app::PayViewModel* pay READ pay CONSTANT)
    Q_PROPERTY(bt::app::DisputeViewModel* dispute READ dispute CONSTANT)
    Q_PROPERTY(bt::app::DecideViewModel* decide READ decide CONSTANT)
    Q_PROPERTY(bt::app::ConsentsViewModel* consents READ consents CONSTANT)
    Q_PROPERTY(bt::app::ProfileViewModel* profile READ profile CONSTANT)
    Q_PROPERTY(bt::app::GuardiansViewModel* guardians READ guardians CONSTANT)
    Q_PROPERTY(bt::app::RecordsViewModel* records READ records CONSTANT)
    Q_PROPERTY(bt::app::RewardsViewModel* rewards READ rewards CONSTANT)
public:
    //! Everything handed in outlives this object.
    struct Parts {
        ui::ThemeSettings& theme;
        QSettings& store;
        QStringList languages;       //!< {"en", "de"}
        QString exportFolder;        //!< where calendar files and receipts go
        NetworkDoor* door = nullptr; //!< null: another network cannot be chosen
    };
    AppViewModel(const Context& context, const Parts& parts, QObject* parent = nullptr);

    [[nodiscard]] Toasts* toasts() const { return &m_context.toasts; }
    [[nodiscard]] FindViewModel* find() { return &m_find; }
    [[nodiscard]] TherapistViewModel* therapistPage() { return &m_therapistPage; }
    [[nodiscard]] BookingViewModel* booking() { return &m_booking; }
    [[nodiscard]] TodayViewModel* today() { return &m_today; }
    [[nodiscard]] CalendarViewModel* calendar() { return &m_calendar; }
    [[nodiscard]] ThreadsViewModel* threads() { return &m_threads; }
    [[nodiscard]] RoomViewModel* room() { return &m_room; }
    [[nodiscard]] VisitViewModel* visit() { return &m_visit; }
    [[nodiscard]] SeriesViewModel* series() { return &m_series; }
    [[nodiscard]] PlansViewModel* plans() { return &m_plans; }
    [[nodiscard]] WatchViewModel* watch() { return &m_watch; }
    [[nodiscard]] PublicRatingViewModel* publicRating() { return &m_publicRating; }
    [[nodiscard]] ReceiptViewModel* receipt() { return &m_receipt; }
    [[nodiscard]] MoneyViewModel* money() { return &m_money; }
    [[nodiscard]] PracticeViewModel* practicePage() { return &m_practicePage; }
    [[nodiscard]] ClientsViewModel* clients() { return &m_clients; }
    [[nodiscard]] PersonaViewModel* persona() { return &m_persona; }
    [[nodiscard]] SettingsViewModel* settings() { return &m_settings; }
    [[nodiscard]] OutboxViewModel* outbox() { return &m_outbox; }
    [[nodiscard]] ClockViewModel* clock() { return &m_clock; }
    [[nodiscard]] NetworkViewModel* network() { return &m_network; }
    [[nodiscard]] PayViewModel* pay() { return &m_pay; }
    [[nodiscard]] DisputeViewModel* dispute() { return &m_dispute; }
    [[nodiscard]] DecideViewModel* decide() { return &m_decide; }
    [[nodiscard]] ConsentsViewModel* consents() { return &m_consents; }
    [[nodiscard]] ProfileViewModel* profile() { return &m_profile; }
    [[nodiscard]] GuardiansViewModel* guardians() { return &m_guardians; }
    [[nodiscard]] RecordsViewModel* records() { return &m_records; }
    [[nodiscard]] RewardsViewModel* rewards() { return &m_rewards; }

    Q_INVOKABLE void copy(const QString& text); //!< to the clipboard, with a toast
    //! All words anew, after the language changed.
    void retranslate();

signals:
    void changed();

private:
    void refresh();
    void showPersona(const service::Snapshot& snapshot);
    void showPlaces(const service::Snapshot& snapshot);
    void showSync(const service::Snapshot& snapshot);
    void notice(const service::Snapshot& before, const service::Snapshot& after);

    Context m_context;
    service::SnapshotPtr m_last;
    FindViewModel m_find;
    TherapistViewModel m_therapistPage;
    BookingViewModel m_booking;
    TodayViewModel m_today;
    CalendarViewModel m_calendar;
    ThreadsViewModel m_threads;
    RoomViewModel m_room;
    VisitViewModel m_visit;
    SeriesViewModel m_series;
    PlansViewModel m_plans;
    WatchViewModel m_watch;
    PublicRatingViewModel m_publicRating;
    ReceiptViewModel m_receipt;
    MoneyViewModel m_money;
    PracticeViewModel m_practicePage;
    ClientsViewModel m_clients;
    PersonaViewModel m_persona;
    SettingsViewModel m_settings;
    OutboxViewModel m_outbox;
    ClockViewModel m_clock;
    NetworkViewModel m_network;
    PayViewModel m_pay;
    DisputeViewModel m_dispute;
    DecideViewModel m_decide;
    ConsentsViewModel m_consents;
    ProfileViewModel m_profile;
    GuardiansViewModel m_guardians;
    RecordsViewModel m_records;
    RewardsViewModel m_rewards;
};

} // namespace bt::app
