// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! News of a node on their way to a worker: at most one of each kind waits, so the queue is bounded and a flood of
//! notifications costs one look. No Qt. Thread safety: all of it.
#pragma once

#include "ledger/node.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace bt::ledger {

class NewsQueue
{
public:
    //! For Node::onNews: `node.onNews([&queue](News n) { queue.push(n); });` The queue must outlive that.
    void push(News news)
    {
        {
            const std::lock_guard guard(m_lock);
            m_waiting[static_cast<std::size_t>(news)] = true;
        }
        m_any.notify_all();
    }
    //! Everything that waits, each kind once; waits for the first until the deadline (empty: nothing came).
    [[nodiscard]] std::vector<News> take(const Deadline& deadline)
    {
        std::unique_lock guard(m_lock);
        m_any.wait_until(guard, deadline.stop, deadline.at, [this] { return any(); });
        std::vector<News> out;
        for (std::size_t i = 0; i < kNewsKinds; ++i)
            if (std::exchange(m_waiting[i], false)) out.push_back(static_cast<News>(i));
        return out;
    }

private:
    [[nodiscard]] bool any() const
    {
        return std::ranges::any_of(m_waiting, [](bool waits) { return waits; });
    }
    std::mutex m_lock;
    std::condition_variable_any m_any;
    std::array<bool, kNewsKinds> m_waiting{};
};

} // namespace bt::ledger
