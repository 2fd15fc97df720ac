// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Problems and cases for the tests of view models and pages, and a door that writes down what it was asked.
#pragma once

#include "samples.h"
#include "service/disputes/disputes_door.h"

namespace bt::test {

inline service::DisputeView problem(bool raised)
{
    service::DisputeView d;
    d.canRaise = !raised;
    d.raised = d.raisedByMe = d.canAskPractice = raised;
    d.stake = {20'000'000'000};
    d.lapseToMe = {kPrice + 20'000'000'000};
    d.lapseAfterMs = 14 * kDay;
    if (raised) d.lapsesAt = kNow.plus(13 * kDay);
    d.hasAttendance = d.hasRecord = true;
    for (auto& one : d.deciders) one = {"BTDECIDER1:" + std::string(58, 'A'), false, false};
    d.deciders[2].practice = true;
    return d;
}

inline service::CaseView oneCase()
{
    service::CaseView c;
    c.id = "c0ffee";
    c.pot = {kPrice + 20'000'000'000};
    c.stake = {20'000'000'000};
    c.raisedByPatient = true;
    c.place = 0;
    c.patient = {true,
                 kNow,
                 {{"words", true, {}, "Nobody came.", "said"},
                  {"message", true, kNow, "Where are you? <b>bold</b>", "both"},
                  {"attendance", true, {}, {}, "signed"}}};
    c.therapist = {true, kNow, {{"record", false, kNow, "therapist", "signed"}}};
    c.openedAt = kNow;
    return c;
}

//! A visit with a problem (or without), and a case to decide.
inline std::shared_ptr<service::Snapshot> troubled(bool raised, bool decided = false)
{
    auto s = patient(raised ? service::VisitPhase::Disputed : service::VisitPhase::Committed);
    auto all = std::make_shared<service::DisputesView>();
    all->myCode = "BTDECIDER1:" + std::string(58, 'B');
    all->visits.emplace("v1", problem(raised));
    all->cases = {oneCase()};
    if (decided) all->cases[0].decision = service::DecisionView{{kPrice}, {20'000'000'000}, {900'000}, 1, false, false, false, "aa"};
    s->disputes = all;
    return s;
}

inline std::shared_ptr<service::Snapshot> problemAhead() { return troubled(false); }
inline std::shared_ptr<service::Snapshot> problemRaised() { return troubled(true); }
inline std::shared_ptr<service::Snapshot> problemDecided() { return troubled(true, true); }

class FakeDisputes final : public service::DisputesDoor
{
public:
    QStringList calls;
    std::optional<Error> answer; //!< the error of the next calls
    service::EvidenceChoice chosen;
    using F = service::Future<>;
    F nameDeciders(std::string own, std::string joint) override { return done("name " + own + "|" + joint); }
    F chooseEvidence(std::string id, service::EvidenceChoice choice) override
    {
        chosen = std::move(choice);
        return done("choose " + id);
    }
    F raiseProblem(std::string id) override { return done("raise " + id); }
    service::Future<service::HandOver> caseFile(std::string id) override
    {
        return value<service::HandOver>("file " + id, {"the file", {"BTCASE1:1/1:A:B"}});
    }
    F lapse(std::string id) override { return done("lapse " + id); }
    F askPractice(std::string id) override { return done("ask " + id); }
    service::Future<std::string> openFile(std::string text) override { return value<std::string>("open " + text, "c0ffee"); }
    F dropCase(std::string id) override { return done("drop " + id); }
    F decide(std::string id, Sompi toPatient) override { return done("decide " + id + " " + std::to_string(toPatient.value)); }
    F signDecision(std::string id) override { return done("sign " + id); }
    service::Future<service::HandOver> decisionFile(std::string id) override
    {
        return value<service::HandOver>("pass " + id, {"signed", {"BTSIGN1:1/1:A:B"}});
    }
    F sendDecision(std::string id) override { return done("send " + id); }

private:
    template <typename T> service::Future<T> value(const std::string& call, T what)
    {
        calls << QString::fromStdString(call);
        QPromise<Result<T>> promise;
        promise.start();
        if (answer) promise.addResult(Result<T>(tl::unexpected(*answer)));
        else promise.addResult(Result<T>(std::move(what)));
        promise.finish();
        return promise.future();
    }
    F done(const std::string& call)
    {
        calls << QString::fromStdString(call);
        QPromise<Result<void>> promise;
        promise.start();
        promise.addResult(answer ? Result<void>(tl::unexpected(*answer)) : Result<void>{});
        promise.finish();
        return promise.future();
    }
};

} // namespace bt::test
