// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What one side hands to those who decide: the visit's money as the chain holds it, its terms, and the evidence that this
//! side chose, signed with its key of the visit. A stranger wrote it: what can be checked is checked here, and what cannot
//! (a chat message is signed by nobody, by design) is said to be one side's word. Pure. Thread safety: all functions are.
#pragma once

#include "service/visit.h"

namespace bt::service {

inline constexpr std::size_t kCaseBytes = 200 * 1024;
inline constexpr std::size_t kCaseWordsBytes = 4000;
inline constexpr std::size_t kCaseMessages = 200;

//! The visit in dispute: enough to find its money on the chain and to plan how it is divided.
struct CaseHead {
    std::string network;
    contract::session::Session session; //!< in a disputed phase; ages and the birth are left out
    contract::session::Terms terms;
    bool operator==(const CaseHead&) const = default;
};

struct CaseMessage {
    bool byPatient = false;
    Millis at;
    std::string text;
    auto operator<=>(const CaseMessage&) const = default;
};

struct CaseFile {
    CaseHead head;
    Role side = Role::Patient;
    Millis writtenAt;
    std::string words; //!< own words; "" none
    std::vector<CaseMessage> messages;
    std::optional<crypto::Signature64> attendance; //!< the patient's, over this very visit
    std::optional<VisitRecord> record;
};

//! Canonical JSON for the facts of a decision, and back. "case.unreadable" (args: field), "case.other_network",
//! "case.not_disputed", "case.bad_terms" (they are not those of the visit).
[[nodiscard]] Result<std::string> headText(const CaseHead& head);
[[nodiscard]] Result<CaseHead> readHead(std::string_view text, std::string_view network);

//! The file's text, signed. "case.too_large", "record.*".
[[nodiscard]] Result<std::string> signCase(const CaseFile& file, const crypto::SchnorrSigner& visitKey, Random& random);
//! From a file's text or the texts of its QR codes. Errors of readHead, "case.bad_signature" (not signed by the side whose
//! file it says it is), "case.forged_evidence" (args: "attendance" or "record"), "parts.*".
[[nodiscard]] Result<CaseFile> readCase(std::string_view text, std::string_view network);
[[nodiscard]] bool looksLikeCase(std::string_view text);
//! The texts of its QR codes.
[[nodiscard]] Result<std::vector<std::string>> caseParts(std::string_view fileText);

//! The same text with characters that turn the direction of writing made visible: nobody's words may dress up as others'.
[[nodiscard]] std::string withoutTurns(std::string_view text);

} // namespace bt::service
