// SPDX-License-Identifier: GPL-3.0-or-later
#include "now.h"

#include <algorithm>
#include <chrono>

namespace bt::app {

namespace {
std::int64_t steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
} // namespace

Now::Now(service::Engine& engine, Steady steady, QObject* parent)
    : QObject(parent), m_engine(engine), m_steady(steady ? std::move(steady) : Steady(steadyMs))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        arm();
        emit ticked();
    });
    connect(&m_engine, &service::Engine::changed, this, &Now::anchor);
    anchor();
}

Millis Now::value() const { return m_base.plus(std::max<std::int64_t>(0, m_steady() - m_since)); }

void Now::setFine(bool fine)
{
    if (m_fine == fine) return;
    m_fine = fine;
    arm();
}

void Now::anchor()
{
    const Millis before = value();
    const auto snapshot = m_engine.snapshot();
    if (!snapshot) return;
    if (snapshot->network.now == m_base) return;
    m_base = snapshot->network.now;
    m_since = m_steady();
    arm();
    // Small corrections are not news; a jump (the practice clock was moved) is.
    if (std::abs(value().minus(before)) >= kMinute || before.value / kMinute != value().value / kMinute) emit ticked();
}

void Now::arm()
{
    const std::int64_t step = m_fine ? kSecond : kMinute;
    const std::int64_t past = value().value % step;
    // A few milliseconds late, so that the coarse timer never fires inside the old minute.
    m_timer.start(static_cast<int>(step - past + 20));
}

} // namespace bt::app
