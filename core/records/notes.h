// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Short things people write around a visit: the intake note before it and the private feedback after it. Both travel
//! sealed to one reader. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string>

namespace bt::records {

inline constexpr std::size_t kIntakeBytes = 4000;  //!< UTF-8
inline constexpr std::size_t kCommentBytes = 2000; //!< UTF-8

//! "What should she know before?": plain text, may be empty.
struct IntakeNote {
    std::string text;
};
//! Canonical JSON. "record.too_long", "record.bad_text".
[[nodiscard]] Result<Bytes> serialise(const IntakeNote& note);
//! \param bytes from the other side. "record.bad_intake" unless it is exactly what serialise() makes.
[[nodiscard]] Result<IntakeNote> parseIntake(ByteView bytes);

//! Stars and words for the therapist alone.
struct Feedback {
    std::string visitId; //!< hex as the program keeps it, at most 128 characters
    int stars = 0;       //!< 1 .. 5
    std::string comment; //!< may be empty
};
//! Canonical JSON. "record.bad_stars", "record.bad_visit", "record.too_long", "record.bad_text".
[[nodiscard]] Result<Bytes> serialise(const Feedback& feedback);
//! "record.bad_feedback" unless it is exactly what serialise() makes.
[[nodiscard]] Result<Feedback> parseFeedback(ByteView bytes);

} // namespace bt::records
