// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Snapshots that pages are shown in, beside those of samples.h.
#pragma once

#include "samples.h"
#include "service/receipts/receipts_view.h"

namespace bt::test {

template <service::VisitPhase P> std::shared_ptr<service::Snapshot> patientIn() { return patient(P); }
template <service::VisitPhase P> std::shared_ptr<service::Snapshot> practiceIn() { return practice(P); }

inline std::shared_ptr<service::Snapshot> locked()
{
    auto s = guest();
    s->gate = service::Gate::Locked;
    return s;
}
inline std::shared_ptr<service::Snapshot> emptyPatient()
{
    auto s = guest();
    s->gate = service::Gate::Open;
    s->persona = {"Noor", service::Role::Patient, "did:key:p1", "c4a7f3c1d2e4b5968778", false, false};
    return s;
}
inline std::shared_ptr<service::Snapshot> emptyPractice()
{
    auto s = emptyPatient();
    s->persona.role = service::Role::Therapist;
    return s;
}
inline std::shared_ptr<service::Snapshot> over()
{
    auto s = patient(service::VisitPhase::InSession);
    auto& v = s->visits.front();
    v.startsAt = kNow.plus(-55 * kMinute);
    v.endsAt = kNow.plus(-5 * kMinute);
    v.joinedByMe = v.joinedByThem = true;
    v.record = service::RecordState::SignedByBoth;
    v.canComplete = true;
    v.canProposeSplit = true;
    return s;
}
//! A patient, and a therapist whose every day is free from morning to night.
inline std::shared_ptr<service::Snapshot> longDays()
{
    auto s = patient();
    auto& open = s->therapists.front().openTimes;
    open.clear();
    for (int day = 8; day < 13; ++day)
        for (int hour = 8; hour < 22; ++hour) open.push_back(at(day, hour));
    return s;
}
//! Visits that left a record and a receipt, one each of what can be, and one that never began.
inline std::shared_ptr<service::Snapshot> withRecords()
{
    using service::ReceiptView;
    auto s = patient(service::VisitPhase::Ended);
    auto receipts = std::make_shared<service::ReceiptsView>();
    s->visits.clear();
    const auto add = [&](const char* id, int daysAgo, service::RecordState record, std::optional<ReceiptView> receipt) {
        auto v = visit(id, service::Role::Patient, service::VisitPhase::Ended, kNow.plus(-daysAgo * kDay));
        v.ending = service::VisitEnding::Completed;
        v.record = record;
        s->visits.insert(s->visits.begin(), v);
        if (receipt) receipts->visits.emplace(id, *receipt);
    };
    add("r1", 1, service::RecordState::SignedByBoth, ReceiptView{ReceiptView::State::Ready, "ab12cd34ef"});
    add("r2", 8, service::RecordState::SignedByBoth, ReceiptView{ReceiptView::State::Asked, {}});
    add("r3", 15, service::RecordState::SignedByMe, ReceiptView{});
    add("r4", 22, service::RecordState::None, std::nullopt);
    s->visits.front().ending = service::VisitEnding::CancelledFree;
    add("r5", 29, service::RecordState::None, std::nullopt);
    s->visits.front().ending = service::VisitEnding::NotStarted;
    s->receipts = receipts;
    return s;
}
inline std::shared_ptr<service::Snapshot> inside()
{
    auto s = patient(service::VisitPhase::InSession);
    s->visits.front().joinedByMe = true;
    return s;
}
inline std::shared_ptr<service::Snapshot> splitAsked()
{
    auto s = over();
    s->visits.front().split = service::SplitView{{kPrice / 4}, {kPrice - kPrice / 4}, false};
    s->visits.front().canAnswerSplit = true;
    return s;
}

} // namespace bt::test
