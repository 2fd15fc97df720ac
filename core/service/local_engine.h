// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The engine of one profile folder on this computer: a worker thread that owns vault, persona and ports, and publishes
//! snapshots. Thread safety: as Engine says.
#pragma once

#include "crypto/kdf.h"
#include "ledger/network.h"
#include "service/access/gate.h"
#include "service/engine.h"
#include "service/world.h"
#include "vault/keychain.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace bt::service {

class Worker;

struct EngineParts {
    std::string profileFolder;
    std::shared_ptr<NetworkWorld> world;       //!< shared by the engines of a process
    std::shared_ptr<vault::Keychain> keychain; //!< may be null
    crypto::Argon2Params argon2;
    bool practicePartner = false; //!< licences of this persona are marked so
};

class LocalEngine final : public Engine
{
    Q_OBJECT
public:
    //! Starts the worker. A folder that another process has open shows as Gate::Locked with network trouble
    //! "vault.in_use".
    explicit LocalEngine(EngineParts parts, QObject* parent = nullptr);
    ~LocalEngine() override;

    [[nodiscard]] SnapshotPtr snapshot() const override;
    [[nodiscard]] const Doors& doors() const override;

    Future<> createPersona(Role role, std::string name, Secret passphrase, bool stayOpen, std::string jurisdiction) override;
    Future<> restorePersona(Secret words, std::string name, Secret passphrase, bool stayOpen) override;
    Future<> unlock(Secret passphrase) override;
    Future<> unlockWithKeychain() override;
    Future<> lock() override;
    Future<> changePassphrase(Secret current, Secret next) override;
    Future<> setStayOpen(bool stay, Secret passphrase) override;
    Future<std::shared_ptr<Secret>> recoveryWords(Secret passphrase) override;
    Future<> confirmWordsSeen() override;
    Future<> addPlayMoney() override;
    Future<> savePractice(PracticeView practice) override;
    Future<> acceptVisit(std::string visitId) override;
    Future<> declineVisit(std::string visitId) override;
    Future<> claimVisit(std::string visitId) override;
    Future<QuoteView> quote(std::string therapistId, Millis startsAt) override;
    Future<std::string> book(std::string therapistId, Millis startsAt, std::string intake) override;
    Future<> completeVisit(std::string visitId) override;
    Future<> rateVisit(std::string visitId, int stars, std::string comment) override;
    Future<> cancelVisit(std::string visitId) override;
    Future<> joinVisit(std::string visitId) override;
    Future<> leaveVisit(std::string visitId) override;
    Future<> signRecord(std::string visitId) override;
    Future<> proposeSplit(std::string visitId, Sompi toPatient) override;
    Future<> answerSplit(std::string visitId, bool agree) override;
    Future<> sendMessage(std::string threadId, std::string text) override;
    Future<> retryMessage(std::int64_t messageId) override;
    Future<> takeBackMessage(std::int64_t messageId) override;
    Future<std::vector<MessageView>> messages(std::string threadId, std::int64_t beforeId, int limit) override;
    Future<> markRead(std::string threadId) override;
    Future<> cancelOutbox(std::int64_t outboxId) override;
    Future<> retryOutbox(std::int64_t outboxId) override;
    Future<> setSpending(bool on) override;
    Future<DisclosureView> disclose(std::string visitId, std::string step) override;
    Future<> exportCalendar(std::string path, std::string visitId) override;
    Future<> advanceClock(std::int64_t ms) override;
    Future<> resetPractice() override;

private:
    struct Life;
    //! Queues work that needs an open persona; a round of work and a new snapshot follow it. The policy is asked first.
    template <typename T> Future<T> withPersona(access::Asked asked, std::function<Result<T>(class Persona&)> work);
    //! The same for what costs money: "money.spending_off" before anything is written.
    template <typename T> Future<T> spending(access::Asked asked, std::function<Result<T>(class Persona&)> work);
    template <typename T> Future<T> onWorker(access::Asked asked, std::function<Result<T>(Life&)> work);
    void publish();
    void tick();
    void afterwards(); //!< what follows a call of the window
    struct OwnDoors;

    std::unique_ptr<Life> m_life; // touched by the worker only
    mutable std::mutex m_mutex;
    SnapshotPtr m_snapshot;
    std::unique_ptr<Worker> m_worker; // its thread uses everything above
    std::unique_ptr<OwnDoors> m_doors;
};

} // namespace bt::service
