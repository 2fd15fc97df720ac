// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock_view_model.h"

#include "ui/on_gui.h"
#include "visit_words.h"

namespace bt::app {

ClockViewModel::ClockViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &ClockViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &ClockViewModel::refresh);
    refresh();
}

void ClockViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Millis now = m_context.now.value();
    m_shown = snapshot->network.name == "practice";
    //: The practice clock at the top of the window. %1 weekday, %2 time.
    m_time = tr("%1 %2").arg(m_context.format.weekdayShort(now), m_context.format.time(now));
    m_timeFull = m_context.format.dayTimeLong(now);
    m_toVisit = 0;
    m_nextVisit.clear();
    for (const auto& v : snapshot->visits) {
        const std::int64_t ms = v.startsAt.minus(now) - 2 * kMinute;
        if (!isLive(v) || ms <= 0) continue;
        m_toVisit = ms;
        //: Button on the practice clock. %1 is the time of the next visit.
        m_nextVisit = tr("To the visit, %1").arg(m_context.format.dayTime(v.startsAt));
        break;
    }
    emit changed();
}

void ClockViewModel::addMinutes(int minutes) { advance(minutes * kMinute); }
void ClockViewModel::addHour() { advance(kHour); }
void ClockViewModel::addDay() { advance(kDay); }
void ClockViewModel::toNextVisit() { advance(m_toVisit); }

void ClockViewModel::advance(std::int64_t ms)
{
    if (m_busy || ms <= 0) return;
    m_busy = true;
    emit changed();
    ui::onGui(m_context.engine.advanceClock(ms), this, [this](const Result<void>& done) {
        m_busy = false;
        if (!done) m_context.toasts.failed(done.error());
        refresh();
    });
}

} // namespace bt::app
