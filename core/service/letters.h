// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What travels inside the ratchet between the two sides of a visit, beside plain chat: one struct a kind, written as
//! JSON, read strictly (sizes, ranges, keys). Pure. Thread safety: all functions are.
#pragma once

#include "contract/health_session/state.h"
#include "contract/health_session/visit_key.h"
#include "contract/onboarding/badge.h"
#include "crypto/curve25519.h"
#include "records/session_record.h"
#include "service/json_fields.h"
#include "service/series/series_mark.h"

#include <variant>

namespace bt::service {

inline constexpr std::size_t kTextBytes = 8000; //!< of one chat message, UTF-8

//! "I would like this hour": everything that opens the escrow which the same transaction funds.
struct BookingLetter {
    std::string visitId, name, zone;
    crypto::XOnlyKey patientKey;
    contract::session::VisitKeyHint hint;
    contract::session::Terms terms;
    Sompi price, bond;
    std::string intake;
    std::optional<SeriesMark> series{};
    std::optional<contract::onboarding::BadgeProof> badge{}; //!< of a patient who has a profession, bound to patientKey
    std::optional<contract::session::Asset> asset{};         //!< a visit in BTAI: price and bond are its base units
};
struct AcceptedLetter {
    std::string visitId;
    crypto::X25519Public inbox;                              //!< the therapist's fresh inbox of this relationship
    std::optional<crypto::Signature64> permit{};             //!< that this visit may be rated (docs/decisions/0010)
    std::optional<contract::onboarding::BadgeProof> badge{}; //!< bound to the therapist's key of this visit
};
struct DeclinedLetter {
    std::string visitId;
};
struct JoinLetter {
    std::string visitId;
    Millis at;
    std::optional<crypto::Signature64> attendance; //!< the patient's
};
struct LeaveLetter {
    std::string visitId;
};
struct RecordLetter {
    std::string visitId;
    records::SignedRecord record;
    crypto::Signature64 keySigned; //!< by the sender's key of the visit, over recordMessage
};
struct SplitLetter {
    std::string visitId;
    Sompi toPatient, toTherapist;
    Bytes tx, signature;
};
struct SplitRefusedLetter {
    std::string visitId;
};
struct FeedbackLetter {
    std::string visitId;
    int stars = 0;
    std::string comment;
};
struct TextLetter {
    std::string text;
};
//! Says only that everything so far has arrived (the ratchet carries which).
struct AckLetter {};
//! After a loss of this side's database: says that the conversation goes on under new keys.
struct HelloLetter {
    std::string name;
};
//! A kind that a feature knows (Feature::letterKinds); who reads it checks every field.
struct FeatureLetter {
    std::string kind;
    Json body;
};

using Letter = std::variant<BookingLetter, AcceptedLetter, DeclinedLetter, JoinLetter, LeaveLetter, RecordLetter, SplitLetter,
                            SplitRefusedLetter, FeedbackLetter, TextLetter, AckLetter, HelloLetter, FeatureLetter>;

//! The kind's name in messages: "booking_request", "text", ...
[[nodiscard]] std::string_view kindOf(const Letter& letter); // lives as long as the letter
[[nodiscard]] Json writeLetter(const Letter& letter);
//! \returns the letter, never a FeatureLetter; "message.unknown_kind" for kinds of features and of newer versions;
//!          "message.bad_letter".
[[nodiscard]] Result<Letter> readLetter(std::string_view kind, const Json& body);

} // namespace bt::service
