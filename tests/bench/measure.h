// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! CPU clocks, samples, and an application that knows how long it let the GUI thread go without a look at the next event.
#pragma once

#include <QGuiApplication>
#include <QQuickWindow>

#include <functional>
#include <vector>

namespace bt::bench {

[[nodiscard]] double processMs(); //!< CPU time of all threads of this process, in milliseconds
[[nodiscard]] double threadMs();  //!< CPU time of the calling thread, in milliseconds

//! Milliseconds, in the order in which they were taken.
class Samples
{
public:
    void add(double ms) { m_taken.push_back(ms); }
    //! \param share 0..1. \returns the smallest sample that at least this share does not exceed; 0 without samples.
    [[nodiscard]] double quantile(double share) const;
    [[nodiscard]] double max() const { return quantile(1); }
    [[nodiscard]] std::size_t above(double ms) const;
    [[nodiscard]] std::size_t size() const { return m_taken.size(); }

private:
    std::vector<double> m_taken;
};

//! Measures each event that the loop hands over, nested ones as part of the outermost. GUI thread.
class Application final : public QGuiApplication
{
public:
    using QGuiApplication::QGuiApplication;
    bool notify(QObject* receiver, QEvent* event) override;
    //! The dearest single event since the last call, in milliseconds of this thread's CPU time.
    double takeLongest();

private:
    int m_depth = 0;
    double m_longest = 0;
};

//! Runs `act` as one event of the loop and waits for the first frame shown after it.
//! \returns process CPU milliseconds from the start of `act` to that frame, or -1 if none came within ten seconds.
double toNextFrame(QQuickWindow* window, const std::function<void()>& act);
//! Lets the loop run until no frame comes for `ms`.
void settle(QQuickWindow* window, int ms = 150);

} // namespace bt::bench
