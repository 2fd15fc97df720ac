// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What nobody had is looked for again, but after a pause that doubles, and a few at a time: a hundred of them must not make
//! each round of work a hundred questions to others. Kept in memory only: a restart looks at once. One thread at a time.
#pragma once

#include "base/clock.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace bt::service {

class Patience
{
public:
    //! \param first, longest pauses in ms. \param atOnce how many are looked for in a round.
    Patience(std::int64_t first, std::int64_t longest, std::size_t atOnce) : m_first(first), m_longest(longest), m_atOnce(atOnce) {}

    //! Of what is wanted now, what to look for in this round: what waits longest for its turn first. Whatever is not wanted
    //! any more is forgotten. A clock that was set back makes nothing wait for long.
    [[nodiscard]] std::vector<std::string> turn(std::vector<std::string> wanted, Millis now)
    {
        std::erase_if(m_missed, [&](const auto& one) { return std::ranges::find(wanted, one.first) == wanted.end(); });
        const auto dueAt = [&](const std::string& name) {
            const auto found = m_missed.find(name);
            return found == m_missed.end() ? Millis{} : found->second.at.plus(found->second.pause);
        };
        std::erase_if(wanted, [&](const std::string& name) {
            const auto found = m_missed.find(name);
            return found != m_missed.end() && now >= found->second.at && now < dueAt(name);
        });
        std::ranges::stable_sort(wanted, {}, dueAt);
        if (wanted.size() > m_atOnce) wanted.resize(m_atOnce);
        return wanted;
    }
    //! It was not there.
    void missed(const std::string& name, Millis now)
    {
        const auto [one, fresh] = m_missed.try_emplace(name, Missed{now, m_first});
        if (!fresh) one->second = {now, std::min(one->second.pause * 2, m_longest)};
    }

private:
    struct Missed {
        Millis at;
        std::int64_t pause = 0; //!< ms
    };
    std::int64_t m_first, m_longest;
    std::size_t m_atOnce;
    std::map<std::string, Missed> m_missed;
};

} // namespace bt::service
