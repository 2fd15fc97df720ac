// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/uses.h"

#include <algorithm>

namespace bt::service::access {
namespace {

using Needs = std::array<Proof, kActors>;
constexpr Proof kNo = Proof::Never, kFree = Proof::Nothing;

//                          guest  patient therapist arbiter steward moderator
constexpr Needs kAnyone{kFree, kFree, kFree, kNo, kNo, kNo};
constexpr Needs kPersonas{kNo, kFree, kFree, kNo, kNo, kNo};
constexpr Needs patients(Proof proof) { return {kNo, proof, kNo, kNo, kNo, kNo}; }
constexpr Needs therapists(Proof proof) { return {kNo, kNo, proof, kNo, kNo, kNo}; }
constexpr Needs kDeciders{kNo, kNo, kNo, Proof::ContractKey, kNo, kNo};
constexpr Needs kBothSides{kNo, Proof::Visit, Proof::Visit, kNo, kNo, kNo};

constexpr std::string_view kPersona = "Profile", kMoney = "Money", kPractice = "Practice", kBooking = "Booking", kVisit = "Visit",
                           kMessages = "Messages", kNetwork = "Practice network", kLetters = "Letters", kLater = "Reserved",
                           kTokens = "BTAI", kProblems = "Problems", kConsents = "Who may read", kProfiles = "Public profiles",
                           kRewards = "Rewards";

constexpr UseRow kUses[] = {
    {Use::CreatePersona, kPersona, "make a profile", "Engine::createPersona", kAnyone},
    {Use::RestorePersona, kPersona, "bring a profile back from its words", "Engine::restorePersona", kAnyone},
    {Use::Unlock, kPersona, "open it with the passphrase", "Engine::unlock", kAnyone},
    {Use::UnlockWithKeychain, kPersona, "open it with the keychain", "Engine::unlockWithKeychain", kAnyone},
    {Use::Lock, kPersona, "lock it", "Engine::lock", kAnyone},
    {Use::ChangePassphrase, kPersona, "change the passphrase, with the present one", "Engine::changePassphrase", kAnyone},
    {Use::SetStayOpen, kPersona, "let it stay open, with the passphrase", "Engine::setStayOpen", kAnyone},
    {Use::RecoveryWords, kPersona, "see the recovery words, with the passphrase", "Engine::recoveryWords", kAnyone},
    {Use::ConfirmWordsSeen, kPersona, "say that the words were written down", "Engine::confirmWordsSeen", kPersonas},

    {Use::SetSpending, kMoney, "allow spending real money", "Engine::setSpending", kPersonas},
    {Use::AddPlayMoney, kMoney, "add play money", "Engine::addPlayMoney", kPersonas},

    {Use::SavePractice, kPractice, "set hours, price and policy", "Engine::savePractice", therapists(Proof::Nothing)},
    {Use::AnnounceListing, kPractice, "announce a listing", "core", therapists(Proof::Licence)},
    {Use::AcceptVisit, kPractice, "accept a request", "Engine::acceptVisit", therapists(Proof::Licence)},
    {Use::DeclineVisit, kPractice, "decline a request", "Engine::declineVisit", therapists(Proof::Visit)},
    {Use::ClaimVisit, kPractice, "take the price of a held visit", "Engine::claimVisit", therapists(Proof::Visit)},

    {Use::Offer, kBooking, "be offered to patients: quoted and booked", "core", therapists(Proof::Licence)},
    {Use::Quote, kBooking, "ask what a visit would cost", "Engine::quote", patients(Proof::Nothing)},
    {Use::Book, kBooking, "book a visit", "Engine::book", patients(Proof::Nothing)},
    {Use::PlanSeries, kBooking, "ask what several visits would cost", "SeriesDoor::plan", patients(Proof::Nothing)},
    {Use::BookSeries, kBooking, "book several visits in one go", "SeriesDoor::book", patients(Proof::Nothing)},
    {Use::AcceptSeries, kBooking, "accept several requests at once", "SeriesDoor::accept", therapists(Proof::Licence)},
    {Use::DeclineSeries, kBooking, "decline several requests at once", "SeriesDoor::decline", therapists(Proof::Visit)},
    {Use::CompleteVisit, kBooking, "pay a visit out", "Engine::completeVisit", patients(Proof::Visit)},
    {Use::RateVisit, kBooking, "rate a visit", "Engine::rateVisit", patients(Proof::Visit)},

    {Use::CancelVisit, kVisit, "cancel", "Engine::cancelVisit", kBothSides},
    {Use::CancelNow, kVisit, "ask what cancelling gives now", "SeriesDoor::cancelNow", kBothSides},
    {Use::CancelSeries, kVisit, "cancel one or all later visits for what was said", "SeriesDoor::cancel", kBothSides},
    {Use::HoursFor, kVisit, "see which hours a visit could be moved to", "SeriesDoor::hoursFor", patients(Proof::Visit)},
    {Use::PlanMove, kVisit, "ask what moving a visit costs", "SeriesDoor::planMove", patients(Proof::Visit)},
    {Use::MoveVisit, kVisit, "move a visit: cancel it and ask anew", "SeriesDoor::move", patients(Proof::Visit)},
    {Use::SaveWatchList, kVisit, "save a list for somebody who watches over the visits", "WatchDoor::saveWatchList", kPersonas},
    {Use::JoinVisit, kVisit, "join the room", "Engine::joinVisit", kBothSides},
    {Use::LeaveVisit, kVisit, "leave the room", "Engine::leaveVisit", kBothSides},
    {Use::SignRecord, kVisit, "sign that it took place", "Engine::signRecord", kBothSides},
    {Use::ProposeSplit, kVisit, "propose how to share the money", "Engine::proposeSplit", kBothSides},
    {Use::AnswerSplit, kVisit, "answer such a proposal", "Engine::answerSplit", kBothSides},
    {Use::Disclose, kVisit, "see what a step will show to others", "Engine::disclose", kBothSides},
    {Use::ExportCalendar, kVisit, "save visits as a calendar", "Engine::exportCalendar", kPersonas},
    {Use::RatePublicly, kVisit, "let a public rating out later", "RatingsDoor::schedule", patients(Proof::Visit)},
    {Use::TakeBackRating, kVisit, "take it back before", "RatingsDoor::takeBack", patients(Proof::Visit)},
    {Use::DropTicket, kVisit, "give the rating up for its deposit", "RatingsDoor::drop", patients(Proof::Visit)},
    {Use::AskReceipt, kVisit, "have a receipt signed", "ReceiptsDoor::ask", kBothSides},
    {Use::ReadReceipt, kVisit, "see a receipt", "ReceiptsDoor::document", kBothSides},
    {Use::SaveReceipt, kVisit, "save a receipt as a file", "ReceiptsDoor::save", kBothSides},

    {Use::NameDeciders, kProblems, "name who decides in one's own visits", "DisputesDoor::nameDeciders", kPersonas},
    {Use::ChooseEvidence, kProblems, "choose what to show to those who decide", "DisputesDoor::chooseEvidence", kBothSides},
    {Use::RaiseProblem, kProblems, "raise a problem, with a stake", "DisputesDoor::raiseProblem", kBothSides},
    {Use::MakeCaseFile, kProblems, "sign the file for those who decide", "DisputesDoor::caseFile", kBothSides},
    {Use::LapseProblem, kProblems, "let the rules end a problem whose time is over", "DisputesDoor::lapse", kBothSides},
    {Use::AskPracticeDeciders, kProblems, "let the practice network decide", "DisputesDoor::askPractice", kBothSides},
    {Use::OpenCase, kProblems, "look at a case that one was given", "DisputesDoor::openFile", kPersonas},
    {Use::DropCase, kProblems, "forget a case", "DisputesDoor::dropCase", kPersonas},
    {Use::DecideCase, kProblems, "propose and sign a division", "DisputesDoor::decide", kDeciders},
    {Use::SignDecision, kProblems, "sign a division of another", "DisputesDoor::signDecision", kDeciders},
    {Use::MakeDecisionFile, kProblems, "pass signatures on", "DisputesDoor::decisionFile", kPersonas},
    {Use::SendDecision, kProblems, "send what two of three have signed", "DisputesDoor::sendDecision", kPersonas},

    {Use::SendMessage, kMessages, "write in a conversation", "Engine::sendMessage", kPersonas},
    {Use::RetryMessage, kMessages, "send a message again", "Engine::retryMessage", kPersonas},
    {Use::TakeBackMessage, kMessages, "take a message back that has not left", "Engine::takeBackMessage", kPersonas},
    {Use::ReadMessages, kMessages, "read a conversation", "Engine::messages", kPersonas},
    {Use::MarkRead, kMessages, "mark a conversation as read", "Engine::markRead", kPersonas},
    {Use::CancelOutbox, kMessages, "take back what waits for the network", "Engine::cancelOutbox", kPersonas},
    {Use::RetryOutbox, kMessages, "plan a payment anew whose coins are gone", "Engine::retryOutbox", kPersonas},

    {Use::AdvanceClock, kNetwork, "move the practice clock", "Engine::advanceClock", kAnyone},
    {Use::ResetPractice, kNetwork, "begin the practice network anew", "Engine::resetPractice", kAnyone},

    {Use::GrantConsent, kConsents, "let someone read a part of one's own record", "ConsentsDoor::grant", kPersonas},
    {Use::TakeBackConsent, kConsents, "take that back", "ConsentsDoor::takeBack", kPersonas},
    {Use::DiscloseConsent, kConsents, "see what giving it will show to others", "ConsentsDoor::disclose", kPersonas},
    {Use::WriteRecord, kConsents, "write a part of one's own record", "ConsentsDoor::write", kPersonas},
    {Use::SaveConsentProof, kConsents, "save a proof of a consent of one's own, given or received", "ConsentsDoor::saveProof", kPersonas},

    {Use::PublishProfile, kProfiles, "publish a profile or its new edition", "ProfileDoor::publish", kPersonas},
    {Use::ViewProfileAs, kProfiles, "see the own profile as a viewer does", "ProfileDoor::viewAs", kPersonas},
    {Use::RotateProfile, kProfiles, "change its keys, by the key that was committed to", "ProfileDoor::rotate", kPersonas},
    {Use::CallOffRecovery, kProfiles, "call a recovery off, by the everyday key", "ProfileDoor::callOff", kPersonas},
    {Use::EndProfile, kProfiles, "end it, by the key that was committed to", "ProfileDoor::deactivate", kPersonas},
    {Use::AskGuardian, kProfiles, "ask somebody to be a guardian", "ProfileDoor::askGuardian", kPersonas},
    {Use::AnswerGuardian, kProfiles, "answer that", "ProfileDoor::answerGuardian", kPersonas},
    {Use::SetGuardians, kProfiles, "put guardians in force, by the key that was committed to", "ProfileDoor::setGuardians", kPersonas},
    {Use::StartRecovery, kProfiles, "begin a recovery, by a guardian's key", "ProfileDoor::startRecovery", kPersonas},
    {Use::ReadRecovery, kProfiles, "read what guardians are asked", "ProfileDoor::readRecovery", kPersonas},
    {Use::SignRecovery, kProfiles, "sign it, by a guardian's key", "ProfileDoor::signRecovery", kPersonas},
    {Use::SendRecovery, kProfiles, "send it, signed by enough guardians", "ProfileDoor::sendRecovery", kPersonas},
    {Use::AdoptProfile, kProfiles, "take a profile in that was recovered for one's own key", "ProfileDoor::adopt", kPersonas},

    {Use::LetterBooking, kLetters, "ask for a visit; its money must stand on the chain", "letter booking_request",
     patients(Proof::Nothing)},
    {Use::LetterAccepted, kLetters, "say that a visit is accepted", "letter accepted", therapists(Proof::Visit)},
    {Use::LetterDeclined, kLetters, "say that a visit is declined", "letter declined", therapists(Proof::Visit)},
    {Use::LetterJoin, kLetters, "say that one is in the room", "letter join", kBothSides},
    {Use::LetterLeave, kLetters, "say that one left the room", "letter leave", kBothSides},
    {Use::LetterRecord, kLetters, "send the signed record", "letter record", kBothSides},
    {Use::LetterSplit, kLetters, "propose how to share the money", "letter split_proposal", kBothSides},
    {Use::LetterSplitRefused, kLetters, "refuse such a proposal", "letter split_refused", kBothSides},
    {Use::LetterFeedback, kLetters, "give stars and words for a visit", "letter feedback", patients(Proof::Visit)},
    {Use::LetterText, kLetters, "write", "letter text", kPersonas},
    {Use::LetterAck, kLetters, "say that everything arrived", "letter ack", kPersonas},
    {Use::LetterHello, kLetters, "go on under new keys", "letter hello", kPersonas},
    {Use::LetterPermitWanted, kLetters, "ask for the permit of a rating", "letter rating_permit_wanted", patients(Proof::Visit)},
    {Use::LetterPermit, kLetters, "permit a rating of a visit", "letter rating_permit", therapists(Proof::Visit)},
    {Use::LetterReceiptWanted, kLetters, "ask for a receipt", "letter receipt_wanted", patients(Proof::Visit)},
    {Use::LetterReceipt, kLetters, "send a receipt", "letter receipt", therapists(Proof::Visit)},

    {Use::QuoteTokens, kTokens, "ask what a payment in BTAI would cost", "TokensDoor::quote", kPersonas},
    {Use::SendTokens, kTokens, "pay in BTAI", "TokensDoor::send", kPersonas},
    {Use::RequestTokens, kTokens, "ask a contact to pay", "TokensDoor::request", kPersonas},
    {Use::QuoteTokenRequest, kTokens, "ask what paying a request would cost", "TokensDoor::quoteRequest", kPersonas},
    {Use::PayTokenRequest, kTokens, "pay what a contact asks for", "TokensDoor::payRequest", kPersonas},
    {Use::DeclineTokenRequest, kTokens, "decline what a contact asks for", "TokensDoor::declineRequest", kPersonas},
    {Use::LetterTokenAsk, kTokens, "ask where one takes BTAI", "letter btai_ask", kPersonas},
    {Use::LetterTokenAddress, kTokens, "say where one takes BTAI", "letter btai_address", kPersonas},
    {Use::LetterTokenRequest, kTokens, "ask to be paid; nothing is paid by it", "letter btai_request", kPersonas},
    {Use::LetterTokenDecline, kTokens, "say that one does not pay", "letter btai_decline", kPersonas},
    {Use::LetterConsentGranted, kLetters, "let us read; the receipt must stand on the chain", "letter consent_granted", kPersonas},
    {Use::LetterRecordShared, kLetters, "send a version of what we may read", "letter record_shared", kPersonas},
    {Use::LetterProfileCard, kLetters, "show a public profile, bound by its everyday key", "letter profile_card", kPersonas},
    {Use::LetterGuardianAsk, kLetters, "ask us to be a guardian", "letter guardian_ask", kPersonas},
    {Use::LetterGuardianYes, kLetters, "agree to be our guardian", "letter guardian_yes", kPersonas},
    {Use::LetterGuardianPlan, kLetters, "tell us the guardians that we are one of", "letter guardian_plan", kPersonas},

    {Use::AskReward, kRewards, "make a request for a reward", "RewardsDoor::ask", kPersonas},
    {Use::ForgetRewardRequest, kRewards, "forget such a request", "RewardsDoor::forgetAsk", kPersonas},
    {Use::ImportAwards, kRewards, "take in a published list of awards", "RewardsDoor::importList", kPersonas},
    {Use::QuoteAward, kRewards, "ask what having an award paid would cost", "RewardsDoor::quoteClaim", kPersonas},
    {Use::ClaimAward, kRewards, "have an award paid, to whoever it names", "RewardsDoor::claim", kPersonas},
    {Use::PracticeAwards, kRewards, "let the practice stewards decide", "RewardsDoor::practiceDecides", kPersonas},

    {Use::ProfessionalRoom, kLater, "enter a room for professionals", "", therapists(Proof::Badge)},
    {Use::Arbitrate, kLater, "offer oneself as an arbiter", "", {kNo, kNo, kNo, Proof::Badge, kNo, kNo}},
    {Use::Moderate, kLater, "moderate", "", {kNo, kNo, kNo, kNo, kNo, Proof::Badge}},
    {Use::CreatePublicGroup, kLater, "create a public group", "", {kNo, Proof::Holding, Proof::Holding, kNo, kNo, kNo}},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < std::size(kUses); ++i)
        if (kUses[i].use != static_cast<Use>(i)) return false;
    return true;
}
static_assert(inOrder(), "the rows stand in the order of the enum, each use once");
static_assert(std::size(kUses) == static_cast<std::size_t>(Use::CreatePublicGroup) + 1, "a use without a row");

constexpr std::string_view kLetter = "letter ";

} // namespace

std::span<const UseRow> allUses() { return kUses; }

const UseRow& rowOf(Use use) { return kUses[static_cast<std::size_t>(use)]; }

const UseRow* rowOfLetter(std::string_view kind)
{
    const auto found = std::ranges::find_if(
        kUses, [&](const UseRow& row) { return row.asks.starts_with(kLetter) && row.asks.substr(kLetter.size()) == kind; });
    return found == std::end(kUses) ? nullptr : found;
}

} // namespace bt::service::access
