// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace bt::bench {
namespace {

double clockMs(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace

double processMs() { return clockMs(CLOCK_PROCESS_CPUTIME_ID); }
double threadMs() { return clockMs(CLOCK_THREAD_CPUTIME_ID); }

double Samples::quantile(double share) const
{
    if (m_taken.empty()) return 0;
    auto sorted = m_taken;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

std::size_t Samples::above(double ms) const
{
    return static_cast<std::size_t>(std::count_if(m_taken.begin(), m_taken.end(), [ms](double taken) { return taken > ms; }));
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    // Our own loops run inside an event: what they hand over counts by itself.
    if (m_depth > 0) return QGuiApplication::notify(receiver, event);
    const double begun = threadMs();
    ++m_depth;
    const bool done = QGuiApplication::notify(receiver, event);
    --m_depth;
    m_longest = std::max(m_longest, threadMs() - begun);
    return done;
}

double Application::takeLongest() { return std::exchange(m_longest, 0); }

double toNextFrame(QQuickWindow* window, const std::function<void()>& act)
{
    QEventLoop loop;
    double begun = 0, shown = -1;
    bool acted = false;
    const auto frame = QObject::connect(window, &QQuickWindow::frameSwapped, &loop, [&] {
        if (!acted || shown >= 0) return;
        shown = processMs() - begun;
        loop.quit();
    });
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(10'000);
    QMetaObject::invokeMethod(
        &loop,
        [&] {
            begun = processMs();
            act();
            acted = true;
            window->update(); // a frame comes even if nothing moved
        },
        Qt::QueuedConnection);
    loop.exec();
    QObject::disconnect(frame);
    return shown;
}

void settle(QQuickWindow* window, int ms)
{
    QEventLoop loop;
    QTimer quiet;
    quiet.setSingleShot(true);
    QObject::connect(&quiet, &QTimer::timeout, &loop, &QEventLoop::quit);
    // A blinking cursor goes on for ever: at most twenty times the quiet that was asked for.
    QTimer::singleShot(20 * ms, &loop, &QEventLoop::quit);
    QObject::connect(window, &QQuickWindow::frameSwapped, &quiet, [&] { quiet.start(ms); });
    quiet.start(ms);
    loop.exec();
}

} // namespace bt::bench
