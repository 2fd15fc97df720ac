// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Engine, clock, format and toasts for one test, in Berlin and English.
#pragma once

#include "context.h"
#include "samples.h"

namespace bt::test {

struct Setup {
    FakeEngine engine;
    std::int64_t steady = 0; //!< milliseconds since the start, moved by hand
    app::Now now{engine, [this] { return steady; }};
    app::Format format{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin")};
    app::Toasts toasts;
    app::Context context{engine, now, format, toasts};

    explicit Setup(std::shared_ptr<service::Snapshot> start)
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        engine.state = std::move(start);
        format.setRate(engine.state->money);
        emit engine.changed();
    }
};

} // namespace bt::test
