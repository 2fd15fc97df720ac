// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/shared_record.h"

#include "codec/text.h"
#include "records/form.h"
#include "records/text.h"

#include <algorithm>

namespace bt::records {

namespace {
constexpr std::size_t kForm = 6 * kSharedTextBytes + 256; // a character can take six bytes in JSON
constexpr std::int64_t kLatest = 4'102'444'800'000;       // the year 2100
} // namespace

const DataClass* dataClass(std::string_view code)
{
    const auto found = std::ranges::find(kDataClasses, code, &DataClass::code);
    return found == kDataClasses.end() ? nullptr : &*found;
}

Result<Bytes> serialise(const SharedRecord& record)
{
    if (dataClass(record.dataClass) == nullptr) return fail("record.bad_shared", "class");
    if (record.version < 1) return fail("record.bad_shared", "version");
    if (record.writtenAt.value < 0 || record.writtenAt.value > kLatest) return fail("record.bad_shared", "written");
    BT_TRY(const auto text, plainText(record.text, kSharedTextBytes));
    return canonicalBytes(
        {{"class", record.dataClass}, {"text", text}, {"v", 1}, {"version", record.version}, {"written", record.writtenAt.value}});
}

Result<SharedRecord> parseSharedRecord(ByteView bytes)
{
    return exactly<SharedRecord>(bytes, kForm, "record.bad_shared", [](const codec::Json& json) -> Result<SharedRecord> {
        SharedRecord record;
        BT_TRY(record.dataClass, codec::textField(json, "class"));
        BT_TRY(record.version, codec::intField(json, "version"));
        BT_TRY(record.writtenAt.value, codec::intField(json, "written"));
        BT_TRY(record.text, codec::textField(json, "text"));
        return record;
    });
}

} // namespace bt::records
