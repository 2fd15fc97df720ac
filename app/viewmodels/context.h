// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What every view model is made with. The composition root owns all of it and outlives the view models.
#pragma once

#include "format.h"
#include "now.h"
#include "service/engine.h"
#include "toasts.h"

namespace bt::app {

struct Context {
    service::Engine& engine;
    Now& now;
    Format& format;
    Toasts& toasts;

    //! The newest snapshot; never null.
    [[nodiscard]] service::SnapshotPtr snapshot() const { return engine.snapshot(); }
};

//! The visit of that id in a snapshot, or null. The pointer lives as long as the snapshot.
[[nodiscard]] inline const service::VisitView* findVisit(const service::Snapshot& snapshot, const std::string& id)
{
    for (const auto& visit : snapshot.visits)
        if (visit.id == id) return &visit;
    return nullptr;
}
[[nodiscard]] inline const service::TherapistView* findTherapist(const service::Snapshot& snapshot, const std::string& id)
{
    for (const auto& therapist : snapshot.therapists)
        if (therapist.id == id) return &therapist;
    return nullptr;
}
[[nodiscard]] inline const service::ThreadView* findThread(const service::Snapshot& snapshot, const std::string& id)
{
    for (const auto& thread : snapshot.threads)
        if (thread.id == id) return &thread;
    return nullptr;
}
[[nodiscard]] inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

} // namespace bt::app
