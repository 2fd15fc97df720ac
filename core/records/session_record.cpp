// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/session_record.h"

#include "codec/text.h"
#include "crypto/hash.h"
#include "records/form.h"

namespace bt::records {

namespace {

using codec::Json;
constexpr std::size_t kRecordForm = 4096;
constexpr std::string_view kHashKey = "bt/session-record/v1", kSignTag = "bt/session-record-signature/v1";

Result<Json> toJson(const SessionRecord& r)
{
    if (!isVisitId(r.visitId)) return fail("record.bad_visit");
    if (!isPerson(r.patient) || !isPerson(r.therapist) || r.patient == r.therapist) return fail("record.bad_person");
    constexpr std::int64_t kLatest = 253'402'300'799'999; // the year 9999
    if (r.start.value < 0 || r.start >= r.end || r.end.value > kLatest || r.end.minus(r.start) > kDay) return fail("record.bad_times");
    if (r.salt.isZero()) return fail("record.no_salt");
    return Json{{"end", r.end.value},
                {"patient", r.patient},
                {"patientPresent", r.patientPresent},
                {"salt", codec::base64urlEncode(r.salt.view())},
                {"start", r.start.value},
                {"therapist", r.therapist},
                {"therapistPresent", r.therapistPresent},
                {"v", 1},
                {"visit", r.visitId}};
}

Result<SessionRecord> fromJson(const Json& json)
{
    SessionRecord r;
    BT_TRY(r.visitId, codec::textField(json, "visit"));
    BT_TRY(r.patient, codec::textField(json, "patient"));
    BT_TRY(r.therapist, codec::textField(json, "therapist"));
    BT_TRY(r.start.value, codec::intField(json, "start"));
    BT_TRY(r.end.value, codec::intField(json, "end"));
    BT_TRY(r.patientPresent, codec::boolField(json, "patientPresent"));
    BT_TRY(r.therapistPresent, codec::boolField(json, "therapistPresent"));
    BT_TRY(r.salt, fixedField<RecordSalt>(json, "salt"));
    return r;
}

Result<Bytes> signedBytes(const SessionRecord& record)
{
    BT_TRY(const auto hash, hashOf(record));
    Bytes bytes = bytesOf(kSignTag);
    bytes.push_back(0);
    append(bytes, hash.view());
    return bytes;
}

Result<std::optional<crypto::Ed25519Signature>> signatureField(const Json& json, std::string_view name)
{
    if (!json.is_object() || !json.contains(name)) return std::optional<crypto::Ed25519Signature>{};
    BT_TRY(const auto signature, fixedField<crypto::Ed25519Signature>(json, name));
    return std::optional(signature);
}

} // namespace

Result<Bytes> serialise(const SessionRecord& record)
{
    BT_TRY(const auto json, toJson(record));
    return canonicalBytes(json);
}

Result<SessionRecord> parseSessionRecord(ByteView bytes)
{
    return exactly<SessionRecord>(bytes, kRecordForm, "record.bad_record", fromJson);
}

Result<RecordHash> hashOf(const SessionRecord& record)
{
    BT_TRY(const auto bytes, serialise(record));
    return RecordHash{crypto::blake2b(bytes, viewOf(kHashKey)).bytes};
}

Result<crypto::Ed25519Signature> sign(const SessionRecord& record, const Secret& secret64)
{
    BT_TRY(const auto bytes, signedBytes(record));
    return crypto::ed25519Sign(secret64, bytes);
}

bool verify(const SessionRecord& record, const crypto::Ed25519Public& key, const crypto::Ed25519Signature& signature)
{
    const auto bytes = signedBytes(record);
    return bytes && crypto::ed25519Verify(key, *bytes, signature);
}

Result<Bytes> serialise(const SignedRecord& signedRecord)
{
    BT_TRY(auto record, toJson(signedRecord.record));
    Json json{{"record", std::move(record)}};
    if (signedRecord.byPatient) json["patient"] = codec::base64urlEncode(signedRecord.byPatient->view());
    if (signedRecord.byTherapist) json["therapist"] = codec::base64urlEncode(signedRecord.byTherapist->view());
    return canonicalBytes(json);
}

Result<SignedRecord> parseSignedRecord(ByteView bytes)
{
    return exactly<SignedRecord>(bytes, kRecordForm, "record.bad_record", [](const Json& json) -> Result<SignedRecord> {
        SignedRecord out;
        BT_TRY(const auto* record, codec::objectField(json, "record"));
        BT_TRY(out.record, fromJson(*record));
        BT_TRY(out.byPatient, signatureField(json, "patient"));
        BT_TRY(out.byTherapist, signatureField(json, "therapist"));
        return out;
    });
}

} // namespace bt::records
