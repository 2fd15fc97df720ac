// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/worker.h"

namespace bt::service {

Worker::Worker(std::function<void()> tick, std::chrono::milliseconds period)
    : m_tick(std::move(tick)), m_period(period), m_thread([this](std::stop_token stop) { run(stop); })
{}

Worker::~Worker()
{
    m_thread.request_stop();
    m_ready.notify_all();
    m_thread.join();
    std::deque<Job> left;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        left.swap(m_jobs);
    }
    for (auto& job : left) job(true);
}

void Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_ready.notify_all();
}

void Worker::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            m_jobs.push_back(std::move(job));
            m_ready.notify_all();
            return;
        }
    }
    job(true);
}

void Worker::run(std::stop_token stop)
{
    auto nextTick = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_ready.wait_until(lock, stop, nextTick, [this] { return !m_jobs.empty() || m_woken; });
            if (stop.stop_requested()) return;
            if (!m_jobs.empty()) {
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            if (m_woken) {
                m_woken = false;
                nextTick = std::chrono::steady_clock::now();
            }
        }
        if (job) job(false);
        if (std::chrono::steady_clock::now() >= nextTick) {
            m_tick();
            nextTick = std::chrono::steady_clock::now() + m_period;
        }
    }
}

} // namespace bt::service
