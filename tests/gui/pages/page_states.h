// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Snapshots that pages are shown in, beside those of samples.h.
#pragma once

#include "samples.h"

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
