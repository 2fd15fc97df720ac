// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! An engine that publishes what a test hands it and writes down what it was asked. Calls finish at once with
//! `answer`, or stay open while `hold` is set (finish() ends them).
#pragma once

#include "service/engine.h"

#include <QPromise>
#include <QStringList>

#include <optional>

namespace bt::test {

class FakeEngine final : public service::Engine
{
public:
    std::shared_ptr<service::Snapshot> state = std::make_shared<service::Snapshot>();
    QStringList calls;           //!< "acceptVisit v1"
    std::optional<Error> answer; //!< the error of the next calls; none: they succeed
    bool hold = false;
    service::QuoteView quoted;
    service::DisclosureView disclosure;
    std::vector<service::MessageView> stored; //!< oldest first
    service::PracticeView savedPractice;
    Sompi proposed;
    std::string intake;
    service::Doors own;

    service::SnapshotPtr snapshot() const override { return state; }
    const service::Doors& doors() const override { return own; }
    //! A changed copy becomes the newest snapshot.
    void publish(const std::function<void(service::Snapshot&)>& change)
    {
        auto next = std::make_shared<service::Snapshot>(*state);
        change(*next);
        ++next->revision;
        state = std::move(next);
        emit changed();
    }
    void finish()
    {
        hold = false;
        for (auto& open : m_open) open();
        m_open.clear();
    }

    using F = service::Future<>;
    F createPersona(service::Role role, std::string name, Secret, bool, std::string) override
    {
        return done("createPersona " + std::string(role == service::Role::Patient ? "patient " : "therapist ") + name);
    }
    F restorePersona(Secret, std::string name, Secret, bool) override { return done("restorePersona " + name); }
    F unlock(Secret) override { return done("unlock"); }
    F unlockWithKeychain() override { return done("unlockWithKeychain"); }
    F lock() override { return done("lock"); }
    F changePassphrase(Secret, Secret) override { return done("changePassphrase"); }
    F setStayOpen(bool stay, Secret) override { return done(stay ? "setStayOpen on" : "setStayOpen off"); }
    service::Future<std::shared_ptr<Secret>> recoveryWords(Secret) override
    {
        return value<std::shared_ptr<Secret>>("recoveryWords", std::make_shared<Secret>(Secret(3)));
    }
    F confirmWordsSeen() override { return done("confirmWordsSeen"); }
    F addPlayMoney() override { return done("addPlayMoney"); }
    F savePractice(service::PracticeView practice) override
    {
        savedPractice = std::move(practice);
        return done("savePractice");
    }
    F acceptVisit(std::string id) override { return done("acceptVisit " + id); }
    F declineVisit(std::string id) override { return done("declineVisit " + id); }
    F claimVisit(std::string id) override { return done("claimVisit " + id); }
    service::Future<service::QuoteView> quote(std::string id, Millis) override { return value("quote " + id, quoted); }
    service::Future<std::string> book(std::string id, Millis, std::string note) override
    {
        intake = std::move(note);
        return value<std::string>("book " + id, "v-new");
    }
    F completeVisit(std::string id) override { return done("completeVisit " + id); }
    F rateVisit(std::string id, int stars, std::string) override { return done("rateVisit " + id + " " + std::to_string(stars)); }
    F cancelVisit(std::string id) override { return done("cancelVisit " + id); }
    F joinVisit(std::string id) override { return done("joinVisit " + id); }
    F leaveVisit(std::string id) override { return done("leaveVisit " + id); }
    F signRecord(std::string id) override { return done("signRecord " + id); }
    F proposeSplit(std::string id, Sompi toPatient) override
    {
        proposed = toPatient;
        return done("proposeSplit " + id);
    }
    F answerSplit(std::string id, bool agree) override { return done("answerSplit " + id + (agree ? " yes" : " no")); }
    F sendMessage(std::string id, std::string text) override { return done("sendMessage " + id + " " + text); }
    F retryMessage(std::int64_t id) override { return done("retryMessage " + std::to_string(id)); }
    F takeBackMessage(std::int64_t id) override { return done("takeBackMessage " + std::to_string(id)); }
    service::Future<std::vector<service::MessageView>> messages(std::string id, std::int64_t before, int limit) override
    {
        std::vector<service::MessageView> page;
        for (auto i = stored.rbegin(); i != stored.rend() && static_cast<int>(page.size()) < limit; ++i)
            if (before == 0 || i->id < before) page.insert(page.begin(), *i);
        return value("messages " + id, std::move(page));
    }
    F markRead(std::string id) override { return done("markRead " + id); }
    F cancelOutbox(std::int64_t id) override { return done("cancelOutbox " + std::to_string(id)); }
    F retryOutbox(std::int64_t id) override { return done("retryOutbox " + std::to_string(id)); }
    F setSpending(bool on) override { return done(on ? "setSpending on" : "setSpending off"); }
    service::Future<service::DisclosureView> disclose(std::string id, std::string step) override
    {
        return value<service::DisclosureView>("disclose " + id + " " + step, disclosure);
    }
    F exportCalendar(std::string path, std::string id) override { return done("exportCalendar " + path + " " + id); }
    F advanceClock(std::int64_t ms) override { return done("advanceClock " + std::to_string(ms)); }
    F resetPractice() override { return done("resetPractice"); }

private:
    F done(const std::string& call)
    {
        calls << QString::fromStdString(call);
        auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        const auto end = [promise, error = answer] {
            promise->addResult(error ? Result<void>(tl::unexpected(*error)) : Result<void>());
            promise->finish();
        };
        if (hold) m_open.push_back(end);
        else end();
        return promise->future();
    }
    template <typename T> service::Future<T> value(const std::string& call, T result)
    {
        calls << QString::fromStdString(call);
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto end = [promise, error = answer, kept = std::move(result)] {
            promise->addResult(error ? Result<T>(tl::unexpected(*error)) : Result<T>(kept));
            promise->finish();
        };
        if (hold) m_open.push_back(end);
        else end();
        return promise->future();
    }
    std::vector<std::function<void()>> m_open;
};

} // namespace bt::test
