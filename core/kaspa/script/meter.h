// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a run has used of the script units that its input commits to. Pure; no Qt. Thread safety: one thread an object.
#pragma once

#include "kaspa/script/limits.h"

#include <algorithm>
#include <limits>

namespace bt::kaspa::script {

class Meter
{
public:
    explicit Meter(std::uint64_t limit = std::numeric_limits<std::uint64_t>::max()) : m_limit(limit) {}

    //! \returns false, and charges nothing, if `units` are more than what is left.
    [[nodiscard]] bool consume(std::uint64_t units)
    {
        if (units > m_limit - m_used) return false;
        m_used += units;
        return true;
    }
    //! One signature check. The count saturates at 65535, as kaspa-txscript's does.
    [[nodiscard]] bool consumeSignature()
    {
        if (!consume(kUnitsPerSigOp)) return false;
        countSignature();
        return true;
    }
    //! Without a charge.
    void countSignature() { m_signatures = std::min<std::uint32_t>(m_signatures + 1, 0xffff); }
    [[nodiscard]] std::uint64_t used() const { return m_used; }
    [[nodiscard]] std::uint64_t limit() const { return m_limit; }
    [[nodiscard]] std::uint32_t signatures() const { return m_signatures; }

private:
    std::uint64_t m_limit;
    std::uint64_t m_used = 0;
    std::uint32_t m_signatures = 0;
};

} // namespace bt::kaspa::script
