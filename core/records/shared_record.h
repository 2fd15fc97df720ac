// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One part of what a person keeps about herself ("Health notes"), as readers with her consent receive it: one version
//! of one text, sealed under a content key of its own. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace bt::records {

inline constexpr std::size_t kSharedTextBytes = 16 * 1024; //!< UTF-8

//! A kind of data that a consent can be about: the code that programs use, and the words that both sides have seen and
//! that the receipt's hash covers. Words never change; a new meaning takes a new code.
struct DataClass {
    std::string_view code;
    std::string_view scope; //!< English, for people and for whoever checks a proof
};
inline constexpr std::array<DataClass, 3> kDataClasses{{
    {"health", "Health notes: to read, for care"},
    {"diary", "Diary: to read, for care"},
    {"contact", "Someone to call: to read, in danger or for care"},
}};
//! Null for a code that this version does not know.
[[nodiscard]] const DataClass* dataClass(std::string_view code);

struct SharedRecord {
    std::string dataClass;    //!< a code of kDataClasses
    std::int64_t version = 0; //!< from 1, rising with every sealing
    Millis writtenAt;         //!< of the text
    std::string text;         //!< plain; may be empty: it was cleared
    bool operator==(const SharedRecord&) const = default;
};
//! Canonical JSON. "record.bad_shared" (detail: the field), "record.too_long", "record.bad_text".
[[nodiscard]] Result<Bytes> serialise(const SharedRecord& record);
//! "record.bad_shared" unless it is exactly what serialise() makes.
[[nodiscard]] Result<SharedRecord> parseSharedRecord(ByteView bytes);

} // namespace bt::records
