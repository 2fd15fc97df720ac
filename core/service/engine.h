// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The door between the window and everything below: what a person can do, each as one asynchronous call, and the
//! snapshot of how things stand. Implemented by LocalEngine. Calls return at once from the GUI thread; their futures
//! finish on any thread (use onGui in app/). One persona an engine.
#pragma once

#include "base/secret.h"
#include "service/doors.h"
#include "service/snapshot.h"

#include <QObject>

namespace bt::service {

class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! The newest snapshot, never null. Any thread.
    [[nodiscard]] virtual SnapshotPtr snapshot() const = 0;
    //! What else can be done, feature by feature. Lives as long as the engine.
    [[nodiscard]] virtual const Doors& doors() const = 0;

    // --- the persona -------------------------------------------------------------------------------------------
    //! Makes a persona in an empty profile and opens it. Therapists also get a demo licence of `jurisdiction`
    //! from the practice authority. "vault.weak_passphrase", "vault.exists", "store.*".
    virtual Future<> createPersona(Role role, std::string name, Secret passphrase, bool stayOpen, std::string jurisdiction) = 0;
    //! From 12 or 24 recovery words: keys, money and live visits come back. "kaspa.bip39.*" names the word in args.
    virtual Future<> restorePersona(Secret words, std::string name, Secret passphrase, bool stayOpen) = 0;
    virtual Future<> unlock(Secret passphrase) = 0; //!< "vault.wrong_passphrase"; args[0]: seconds to wait
    virtual Future<> unlockWithKeychain() = 0;      //!< "vault.keychain_closed", "vault.keychain_refused"
    virtual Future<> lock() = 0;                    //!< wipes keys, closes the keychain slot until the passphrase
    virtual Future<> changePassphrase(Secret current, Secret next) = 0;
    virtual Future<> setStayOpen(bool stay, Secret passphrase) = 0;
    virtual Future<std::shared_ptr<Secret>> recoveryWords(Secret passphrase) = 0; //!< words joined by spaces, UTF-8
    virtual Future<> confirmWordsSeen() = 0;

    // --- money -------------------------------------------------------------------------------------------------
    //! Mainnet only: until it is on, whatever costs money answers "money.spending_off" and nothing is signed.
    virtual Future<> setSpending(bool on) = 0;
    virtual Future<> addPlayMoney() = 0; //!< practice network only

    // --- therapists --------------------------------------------------------------------------------------------
    //! Saves hours, price and policy and announces the listing anew. "scheduling.*", "practice.*".
    virtual Future<> savePractice(PracticeView practice) = 0;
    virtual Future<> acceptVisit(std::string visitId) = 0;
    virtual Future<> declineVisit(std::string visitId) = 0;
    virtual Future<> claimVisit(std::string visitId) = 0;

    // --- patients ----------------------------------------------------------------------------------------------
    virtual Future<QuoteView> quote(std::string therapistId, Millis startsAt) = 0;
    //! Written to the outbox when the future finishes; the visit then shows as Preparing. \returns the visit's id.
    virtual Future<std::string> book(std::string therapistId, Millis startsAt, std::string intake) = 0;
    virtual Future<> completeVisit(std::string visitId) = 0; //!< "visit.record_missing" before both signed
    virtual Future<> rateVisit(std::string visitId, int stars, std::string comment) = 0;

    // --- both --------------------------------------------------------------------------------------------------
    virtual Future<> cancelVisit(std::string visitId) = 0;
    virtual Future<> joinVisit(std::string visitId) = 0; //!< sends the signed join (patient: attendance) message
    virtual Future<> leaveVisit(std::string visitId) = 0;
    virtual Future<> signRecord(std::string visitId) = 0;                    //!< signs "this visit took place" with start, end, presence
    virtual Future<> proposeSplit(std::string visitId, Sompi toPatient) = 0; //!< of price + bond
    virtual Future<> answerSplit(std::string visitId, bool agree) = 0;
    virtual Future<> sendMessage(std::string threadId, std::string text) = 0; //!< "message.too_long", "message.empty"
    virtual Future<> retryMessage(std::int64_t messageId) = 0;
    virtual Future<> takeBackMessage(std::int64_t messageId) = 0; //!< only while Waiting: "message.already_sent"
    //! Messages of a thread before `beforeId` (0: the newest), newest last.
    virtual Future<std::vector<MessageView>> messages(std::string threadId, std::int64_t beforeId, int limit) = 0;
    virtual Future<> markRead(std::string threadId) = 0;
    virtual Future<> cancelOutbox(std::int64_t outboxId) = 0;
    //! A payment whose coins were spent elsewhere (OutboxView::replannable) is planned anew with others; never paid twice.
    virtual Future<> retryOutbox(std::int64_t outboxId) = 0;
    //! What the chain will see of a step of a visit ("accept", "cancel", "complete", ...) that is about to be asked for.
    virtual Future<DisclosureView> disclose(std::string visitId, std::string step) = 0;
    virtual Future<> exportCalendar(std::string path, std::string visitId) = 0; //!< .ics; "" exports all coming visits

    // --- practice network --------------------------------------------------------------------------------------
    virtual Future<> advanceClock(std::int64_t ms) = 0;
    //! Forgets the whole practice network of this machine (not the persona). Starts anew.
    virtual Future<> resetPractice() = 0;

signals:
    void changed(); //!< a newer snapshot is there; queued to the engine's thread of residence (GUI)
};

} // namespace bt::service
