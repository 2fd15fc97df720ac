// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/messages.h"

#include "crypto/hash.h"
#include "kaspa/abi/codec.h"

#include <string_view>

namespace bt::contract::session {
namespace {

// The first two stand in the program; they differ in length too, so that no tag is the start of another message.
constexpr std::string_view kAttend = "bt/attend/v1";
constexpr std::string_view kRecord = "bt/record/v1";
constexpr std::string_view kVisitRecord = "bt/visit-record/v1";

} // namespace

Hash256 attendanceMessage(const kaspa::CovenantId& id)
{
    Bytes said = bytesOf(kAttend);
    append(said, id.view());
    return crypto::blake3(said);
}

Hash256 recordMessage(const kaspa::CovenantId& id, const Hash256& record)
{
    Bytes said = bytesOf(kRecord);
    append(said, id.view());
    append(said, record.view());
    return crypto::blake3(said);
}

Hash256 recordHash(const Record& record)
{
    using namespace kaspa::abi;
    const Records records{{"Record",
                           {{"startedAt", {Kind::Int, "", {}}},
                            {"endedAt", {Kind::Int, "", {}}},
                            {"patientPresent", {Kind::Bool, "", {}}},
                            {"therapistPresent", {Kind::Bool, "", {}}},
                            {"salt", {Kind::Byte, "", {Salt::size}}}}}};
    const RecordValue value{{"startedAt", record.startedAt.value},
                            {"endedAt", record.endedAt.value},
                            {"patientPresent", record.patientPresent},
                            {"therapistPresent", record.therapistPresent},
                            {"salt", record.salt.view()}};
    Bytes said = bytesOf(kVisitRecord);
    // Cannot fail: the fields above fit their types, except for a time of -2^63, which no clock shows.
    if (const auto packed = encodePayload({Kind::Record, "Record", {}}, Value(value), records)) append(said, *packed);
    return crypto::blake3(said);
}

} // namespace bt::contract::session
