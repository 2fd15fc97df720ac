// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One thread on which an engine does everything that may block: calls in order, and a tick between them.
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace bt::service {

//! Runs calls one after the other. Thread safety: call() and wake() from any thread.
class Worker
{
public:
    //! \param tick    called on the worker at least every `period`, and after wake()
    Worker(std::function<void()> tick, std::chrono::milliseconds period);
    //! Finishes the running call, answers the waiting ones with "service.closed", and joins.
    ~Worker();

    //! Queues `work`. The future always finishes: with the result, or with "service.closed".
    template <typename T> [[nodiscard]] QFuture<Result<T>> call(std::function<Result<T>()> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        post([promise, work = std::move(work)](bool closed) {
            if (closed) promise->addResult(Result<T>(fail("service.closed")));
            else promise->addResult(work());
            promise->finish();
        });
        return future;
    }
    void wake(); //!< a tick soon

private:
    using Job = std::function<void(bool closed)>;
    void post(Job job);
    void run(std::stop_token stop);

    std::function<void()> m_tick;
    std::chrono::milliseconds m_period;
    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<Job> m_jobs;
    bool m_woken = false;
    bool m_closed = false;
    std::jthread m_thread; // last: starts when everything above is there
};

} // namespace bt::service
