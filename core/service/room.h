// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of the visit itself: come, go, sign that it took place, and rate it. Worker thread.
#pragma once

#include "service/letterbox.h"

namespace bt::service {

class Room
{
public:
    Room(Context& context, Letterbox& letters, VisitSteps& steps) : m_c(&context), m_letters(&letters), m_steps(&steps) {}

    //! Sends the signed join; the patient's carries the attendance signature. Joining twice sends nothing. "visit.not_now".
    [[nodiscard]] Result<void> join(const std::string& visitId);
    [[nodiscard]] Result<void> leave(const std::string& visitId);
    //! Signs the record of the visit: the other side's if it is there and true, else a new one. "visit.not_now",
    //! "visit.record_differs" when theirs does not say what this side saw.
    [[nodiscard]] Result<void> signRecord(const std::string& visitId);
    //! \param stars 1..5. "visit.not_now", "record.bad_stars", "record.too_long".
    [[nodiscard]] Result<void> rate(const std::string& visitId, int stars, const std::string& comment);

private:
    Context* m_c;
    Letterbox* m_letters;
    VisitSteps* m_steps;
};

} // namespace bt::service
