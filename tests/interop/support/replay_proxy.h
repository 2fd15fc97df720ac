// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Stands between a client and kaspad's wRPC and mistreats notifications: doubles some, drops some, holds some back and
//! lets the rest out in another order. Answers to calls pass as they are. Runs in a thread of its own. Thread safety:
//! the counters may be read from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace bt::interop {

class ReplayProxy
{
public:
    //! \param target "ws://127.0.0.1:PORT" of kaspad. Listens at once.
    ReplayProxy(std::string target, std::uint64_t seed);
    ~ReplayProxy();
    ReplayProxy(const ReplayProxy&) = delete;
    ReplayProxy& operator=(const ReplayProxy&) = delete;

    [[nodiscard]] std::string url() const;
    //! Breaks every connection, as a router would.
    void hangUp();
    //! Lets everything out that is held back, and holds back nothing any more.
    void letGo();

    struct Counters {
        std::atomic<std::uint64_t> received{0}, doubled{0}, dropped{0}, late{0}, delivered{0};
    };
    [[nodiscard]] const Counters& counters() const { return m_counters; }

private:
    struct Impl;
    Counters m_counters;
    std::unique_ptr<Impl> m;
};

} // namespace bt::interop
