// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! "This visit took place", signed by both. The chain later shows the salted hash only; either side can prove the
//! contents by showing the record. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "crypto/curve25519.h"

#include <optional>
#include <string>

namespace bt::records {

using RecordHash = Fixed<32, struct RecordHashTag>;
using RecordSalt = Fixed<32, struct RecordSaltTag>;

//! Who was there, when. No word of what was said.
struct SessionRecord {
    std::string visitId;            //!< hex as the program keeps it, at most 128 characters
    std::string patient, therapist; //!< their did:key of this relation
    Millis start, end;              //!< of the session as held; end after start, at most 24 hours later
    bool patientPresent = false, therapistPresent = false;
    RecordSalt salt; //!< random: without it the hash could be guessed from hour and length
};

//! Canonical JSON (RFC 8785). "record.bad_visit", "record.bad_person", "record.bad_times", "record.no_salt".
[[nodiscard]] Result<Bytes> serialise(const SessionRecord& record);
//! "record.bad_record" unless it is exactly what serialise() makes.
[[nodiscard]] Result<SessionRecord> parseSessionRecord(ByteView bytes);
//! BLAKE2b-256 keyed "bt/session-record/v1" over the canonical bytes: what the contract's record hash commits to.
[[nodiscard]] Result<RecordHash> hashOf(const SessionRecord& record);

//! Signature over the tagged hash. \param secret64 of the signer's identity key.
[[nodiscard]] Result<crypto::Ed25519Signature> sign(const SessionRecord& record, const Secret& secret64);
[[nodiscard]] bool verify(const SessionRecord& record, const crypto::Ed25519Public& key, const crypto::Ed25519Signature& signature);

//! A record with the signatures gathered so far.
struct SignedRecord {
    SessionRecord record;
    std::optional<crypto::Ed25519Signature> byPatient, byTherapist;
    [[nodiscard]] bool complete() const { return byPatient && byTherapist; }
};
//! Canonical JSON {"patient":..., "record":{...}, "therapist":...}; a missing signature is an absent member.
[[nodiscard]] Result<Bytes> serialise(const SignedRecord& record);
//! Checks form only: verify() the signatures against the keys that the relation knows. "record.bad_record".
[[nodiscard]] Result<SignedRecord> parseSignedRecord(ByteView bytes);

} // namespace bt::records
