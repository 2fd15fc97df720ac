// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Permissions and profiles for the tests of pages, and doors that write down what they were asked.
#pragma once

#include "samples.h"
#include "service/consents/consents_door.h"
#include "service/consents/consents_view.h"
#include "service/profile/profile_door.h"

namespace bt::test {

template <typename T> service::Future<T> ready(T value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(std::move(value)));
    promise.finish();
    return promise.future();
}
inline service::Future<> ready()
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(Result<void>());
    promise.finish();
    return promise.future();
}

class FakeConsentsDoor final : public service::ConsentsDoor
{
public:
    QStringList calls;
    Millis until;
    service::Future<> grant(std::string thread, std::string kind, Millis end) override
    {
        calls << QString::fromStdString("grant " + thread + " " + kind);
        until = end;
        return ready();
    }
    service::Future<> takeBack(std::string thread, std::string kind) override
    {
        calls << QString::fromStdString("takeBack " + thread + " " + kind);
        return ready();
    }
    service::Future<service::DisclosureView> disclose(std::string) override { return ready(service::DisclosureView{}); }
    service::Future<> write(std::string kind, std::string text) override
    {
        calls << QString::fromStdString("write " + kind + " " + text);
        return ready();
    }
    service::Future<> saveProof(std::string id, bool whom, bool what, std::string) override
    {
        calls << QStringLiteral("saveProof %1 %2 %3").arg(QString::fromStdString(id)).arg(whom).arg(what);
        return ready();
    }
};

class FakeProfileDoor final : public service::ProfileDoor
{
public:
    QStringList calls;
    service::ProfileShown shown;
    service::RecoveryView asked;
    service::Future<> publish(std::vector<service::ProfileFieldView> fields) override
    {
        return done("publish " + std::to_string(fields.size()));
    }
    service::Future<service::ProfileShown> viewAs(std::string thread) override
    {
        calls << QString::fromStdString("viewAs " + thread);
        return ready(shown);
    }
    service::Future<> rotate() override { return done("rotate"); }
    service::Future<> callOff() override { return done("callOff"); }
    service::Future<> deactivate() override { return done("deactivate"); }
    service::Future<> askGuardian(std::string thread) override { return done("askGuardian " + thread); }
    service::Future<> answerGuardian(std::string id, bool yes) override { return done("answerGuardian " + id + (yes ? " yes" : " no")); }
    service::Future<> setGuardians(std::vector<std::string> threads, int needed, std::int64_t) override
    {
        return done("setGuardians " + std::to_string(threads.size()) + " " + std::to_string(needed));
    }
    service::Future<std::string> startRecovery(std::string id, std::string) override
    {
        calls << QString::fromStdString("startRecovery " + id);
        return ready(std::string("a text to pass on"));
    }
    service::Future<service::RecoveryView> readRecovery(std::string) override { return ready(asked); }
    service::Future<std::string> signRecovery(std::string) override
    {
        calls << QStringLiteral("signRecovery");
        asked.canSign = false;
        asked.complete = asked.mineIsIn = true;
        asked.have = asked.needed;
        return ready(std::string("a text with more"));
    }
    service::Future<> sendRecovery(std::string) override { return done("sendRecovery"); }
    service::Future<> adopt(std::string) override { return done("adopt"); }

private:
    service::Future<> done(const std::string& call)
    {
        calls << QString::fromStdString(call);
        return ready();
    }
};

//! A patient who lets two therapists read something, and has ended one permission.
inline std::shared_ptr<service::Snapshot> sharing()
{
    auto s = patient();
    auto view = std::make_shared<service::ConsentsView>();
    view->deposit = {50'000'000};
    view->people = {{"t1", "did:key:m1", "Dr. Mariam Okonjo", "b2a7f3c1d2e4b5968778", true},
                    {"t2", "did:key:t2", "Tomasz Wiśniewski", "c4a7f3c1d2e4b5968778", true}};
    view->own = {{"health", "Asthma. Penicillin makes me ill.", kNow.plus(-kHour)},
                 {"diary", "", {}},
                 {"contact", "Leyla, 0170 1234", kNow.plus(-kDay)}};
    const auto one = [](const char* id, const char* thread, const char* kind, service::ConsentStatus status) {
        service::ConsentView c;
        c.id = id;
        c.threadId = thread;
        c.peerName = thread == std::string("t1") ? "Dr. Mariam Okonjo" : "Tomasz Wiśniewski";
        c.dataClass = kind;
        c.mine = true;
        c.status = status;
        c.until = kNow.plus(90 * kDay);
        c.grantedAt = kNow.plus(-3 * kDay);
        c.covenantId = std::string(64, 'c');
        c.txid = std::string(64, 'd');
        c.outpoint = c.txid + ":0";
        c.deposit = {50'000'000};
        c.provable = true;
        return c;
    };
    view->consents = {one("c1", "t1", "health", service::ConsentStatus::Live), one("c2", "t1", "diary", service::ConsentStatus::Ending),
                      one("c3", "t2", "contact", service::ConsentStatus::Preparing),
                      one("c4", "t2", "health", service::ConsentStatus::TakenBack)};
    view->consents[3].endedAt = kNow.plus(-kDay);
    view->consents[3].endTxid = std::string(64, 'e');
    view->shared = {
        {"c9", "t1", "Dr. Mariam Okonjo", "contact", "Call the practice: 030 1234", kNow.plus(-kHour), kNow.plus(30 * kDay), true}};
    s->consents = std::move(view);
    return s;
}

//! Somebody with a live profile that guardians ask a new key for, and who guards another's.
inline std::shared_ptr<service::Snapshot> profiled()
{
    auto s = practice();
    s->consents = std::make_shared<service::ConsentsView>();
    auto view = std::make_shared<service::ProfileView>();
    view->stage = service::ProfileStage::Live;
    view->did = "did:kaspa:practice:" + std::string(64, 'a');
    view->fields = {{"Training", "Behavioural therapy, Berlin 2009.", false}, {"Phone", "0170 1234", true}};
    view->needed = 1;
    view->delayMs = 2 * kDay;
    view->guardians = {{"t1", "Noor", true, true, true}, {"t2", "Chiara B.", false, false, false}};
    view->recoveryKey = std::string(64, 'b');
    view->guarded = {{std::string(64, 'd'),
                      "did:kaspa:practice:" + std::string(64, 'd'),
                      "t1",
                      "Noor",
                      false,
                      true,
                      1,
                      1,
                      2 * kDay,
                      service::ProfileStage::Live,
                      {}},
                     {std::string(64, 'f'),
                      "did:kaspa:practice:" + std::string(64, 'f'),
                      "t2",
                      "Chiara B.",
                      true,
                      false,
                      0,
                      0,
                      0,
                      service::ProfileStage::Live,
                      {}}};
    view->known = {
        {"t1", "did:kaspa:practice:" + std::string(64, 'd'), {true, "Noor", {{"About", "Likes tea.", false}}, false, kNow}, false}};
    view->history = {{"publish", kNow.plus(-9 * kDay)}, {"rotate", kNow.plus(-kDay)}};
    view->deposit = {100'000'000};
    s->profile = std::move(view);
    return s;
}
inline std::shared_ptr<service::Snapshot> recovering()
{
    auto s = profiled();
    auto view = std::make_shared<service::ProfileView>(*s->profile);
    view->stage = service::ProfileStage::Recovering;
    view->takesOverAt = kNow.plus(kDay);
    view->pendingKey = std::string(64, '9');
    s->profile = std::move(view);
    return s;
}

} // namespace bt::test
