// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Everything that somebody can ask of the core, or write to it, as one table: who may, and what they must show. A new
//! call of Engine or of a door, and a new kind of letter, is one value of Use and one row of kUses (docs/access.md says
//! how); without them it does not compile, is refused, or check_access fails. Pure. Thread safety: constants.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace bt::service::access {

//! In what capacity somebody acts. A persona is a patient or a therapist; arbiters and stewards are personas who act by a
//! key that a contract names.
enum class Actor : std::uint8_t { Guest, Patient, Therapist, Arbiter, Steward, Moderator };
inline constexpr std::size_t kActors = 6;

enum class Proof : std::uint8_t {
    Never,       //!< not in this capacity, whatever is shown
    Nothing,     //!< anyone in this capacity
    Visit,       //!< being this side of the very visit: its conversation and its keys
    Licence,     //!< a licence that holds now, signed by a trusted authority for this person
    Badge,       //!< a live badge of the registry, bound by a signature
    Holding,     //!< BTAI of one's own, proved by a signature
    ContractKey, //!< a signature by a key that the contract itself names
};

enum class Use : std::uint8_t {
    // the persona
    CreatePersona,
    RestorePersona,
    Unlock,
    UnlockWithKeychain,
    Lock,
    ChangePassphrase,
    SetStayOpen,
    RecoveryWords,
    ConfirmWordsSeen,
    // money
    SetSpending,
    AddPlayMoney,
    // the practice
    SavePractice,
    AnnounceListing,
    AcceptVisit,
    DeclineVisit,
    ClaimVisit,
    // booking
    Offer,
    Quote,
    Book,
    PlanSeries,
    BookSeries,
    AcceptSeries,
    DeclineSeries,
    CompleteVisit,
    RateVisit,
    // both sides of a visit
    CancelVisit,
    CancelNow,
    CancelSeries,
    HoursFor,
    PlanMove,
    MoveVisit,
    SaveWatchList,
    JoinVisit,
    LeaveVisit,
    SignRecord,
    ProposeSplit,
    AnswerSplit,
    Disclose,
    ExportCalendar,
    RatePublicly,
    TakeBackRating,
    DropTicket,
    AskReceipt,
    ReadReceipt,
    SaveReceipt,
    // problems, from the sides of a visit and from those who decide
    NameDeciders,
    ChooseEvidence,
    RaiseProblem,
    MakeCaseFile,
    LapseProblem,
    AskPracticeDeciders,
    OpenCase,
    DropCase,
    DecideCase,
    SignDecision,
    MakeDecisionFile,
    SendDecision,
    // messages and what waits
    SendMessage,
    RetryMessage,
    TakeBackMessage,
    ReadMessages,
    MarkRead,
    CancelOutbox,
    RetryOutbox,
    // the practice network
    AdvanceClock,
    ResetPractice,
    // who may read what
    GrantConsent,
    TakeBackConsent,
    DiscloseConsent,
    WriteRecord,
    SaveConsentProof,
    // public profiles and their guardians
    PublishProfile,
    ViewProfileAs,
    RotateProfile,
    CallOffRecovery,
    EndProfile,
    AskGuardian,
    AnswerGuardian,
    SetGuardians,
    StartRecovery,
    ReadRecovery,
    SignRecovery,
    SendRecovery,
    AdoptProfile,
    // letters of the other side
    LetterBooking,
    LetterAccepted,
    LetterDeclined,
    LetterJoin,
    LetterLeave,
    LetterRecord,
    LetterSplit,
    LetterSplitRefused,
    LetterFeedback,
    LetterText,
    LetterAck,
    LetterHello,
    LetterPermitWanted,
    LetterPermit,
    LetterReceiptWanted,
    LetterReceipt,
    // BTAI
    QuoteTokens,
    SendTokens,
    RequestTokens,
    QuoteTokenRequest,
    PayTokenRequest,
    DeclineTokenRequest,
    LetterTokenAsk,
    LetterTokenAddress,
    LetterTokenRequest,
    LetterTokenDecline,
    LetterConsentGranted,
    LetterRecordShared,
    LetterProfileCard,
    LetterGuardianAsk,
    LetterGuardianYes,
    LetterGuardianPlan,
    // rewards
    AskReward,
    ForgetRewardRequest,
    ImportAwards,
    QuoteAward,
    ClaimAward,
    PracticeAwards,
    // reserved: nothing asks for these yet
    ProfessionalRoom,
    Arbitrate,
    Moderate,
    CreatePublicGroup,
};

struct UseRow {
    Use use;
    std::string_view group; //!< heading in the matrix
    std::string_view what;  //!< for people who read the matrix
    //! What asks: "Engine::book", "TokensDoor::send", "letter text", "core" (asked by the core itself), "" (reserved).
    std::string_view asks;
    std::array<Proof, kActors> needs; //!< by Actor
};

//! Every use once, in the order of the enum.
[[nodiscard]] std::span<const UseRow> allUses();
[[nodiscard]] const UseRow& rowOf(Use use);
//! The row of a kind of letter; null: nobody may write such a letter to us.
[[nodiscard]] const UseRow* rowOfLetter(std::string_view kind);

} // namespace bt::service::access
