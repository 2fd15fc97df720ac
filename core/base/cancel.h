// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a long call is told to stop and how long it may take. Thread safety: all of it.
#pragma once

#include <chrono>
#include <stop_token>

namespace bt {

//! Passed to every port call that may block: when to give up, and whether anyone still wants the answer.
struct Deadline {
    std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::stop_token stop;
    [[nodiscard]] bool over() const { return stop.stop_requested() || std::chrono::steady_clock::now() >= at; }
};

} // namespace bt
