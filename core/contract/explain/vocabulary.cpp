// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/explain/vocabulary.h"

#include "contract/health_session/state.h"
#include "contract/profile/anchor.h"
#include "contract/profile/consent.h"
#include "contract/reputation/reputation.h"
#include "contract/reward/pool.h"
#include "contract/token/state.h"

namespace bt::contract {
namespace {

const Word kSkip{};

Word key(std::string_view label) { return {label, Unit::Key, {}}; }
Word hash(std::string_view label) { return {label, Unit::Hash, {}}; }
Word kas(std::string_view label) { return {label, Unit::Kas, {}}; }
Word tokens(std::string_view label) { return {label, Unit::Tokens, {}}; }
Word count(std::string_view label) { return {label, Unit::Count, {}}; }
Word when(std::string_view label) { return {label, Unit::Time, {}}; }
Word choice(std::string_view label, std::vector<std::string_view> choices) { return {label, Unit::Choice, std::move(choices)}; }

//! The visit's words; `money` says what its price is in.
ProgramWords visitWords(std::string_view title, Word (*money)(std::string_view))
{
    return {title,
            {{"phase", choice("phase", {"requested", "accepted", "committed: free cancelling has ended", "in session",
                                        "disputed by the patient", "disputed by the therapist"})},
             {"patient", key("patient's key")},
             {"therapist", key("therapist's key")},
             {"price", money("price")},
             {"bond", money("therapist's bond")},
             {"terms", hash("hash of the terms")}},
            {{"accept", "the therapist accepts the request and adds the bond.", {}},
             {"move",
              "the visit goes on; the money stays.",
              {choice("next phase", {"requested", "accepted", "committed: free cancelling has ended", "in session",
                                     "disputed by the patient, with a stake", "disputed by the therapist, with a stake"})}},
             {"settle",
              "the money is paid out.",
              {choice("because", {"the request was not accepted in time: all goes back to the patient",
                                  "nobody decided the dispute in time", "the visit is over, and the therapist is paid by anyone",
                                  "the visit is over, and the therapist takes the pay", "the therapist declines or cancels",
                                  "two of three arbiters decided", "the patient cancels", "both signed that the visit took place"})}},
             {"agree", "both sides signed how to share the money.", {}}}};
}

const ProgramWords& sessionWords()
{
    static const ProgramWords words = visitWords("Health Session, paid in KAS", kas);
    return words;
}

const ProgramWords& tokenSessionWords()
{
    static const ProgramWords words = [] {
        ProgramWords out = visitWords("Health Session, paid in BTAI", tokens);
        out.state.emplace_back("token", hash("token"));
        out.state.emplace_back("pool", hash("pool that the levy goes to"));
        out.state.emplace_back("levy", tokens("levy"));
        return out;
    }();
    return words;
}

ProgramWords usableWords(std::string_view title)
{
    return {title,
            {{"holder", key("holder's key")}, {"terms", hash("hash of the visit's terms")}, {"record", hash("hash of the visit's record")}},
            {{"use", "its holder uses it up.", {}}}};
}

const ProgramWords& ticketWords()
{
    static const ProgramWords words = usableWords("Rating ticket of a visit");
    return words;
}

const ProgramWords& tokenTicketWords()
{
    static const ProgramWords words = [] {
        ProgramWords out = usableWords("Rating ticket of a visit paid in BTAI");
        out.state.emplace_back("weight", tokens("weighs the levy of"));
        return out;
    }();
    return words;
}

const ProgramWords& reputationWords()
{
    static const ProgramWords words{"Reputation of a therapist",
                                    {{"key", key("therapist's key")},
                                     {"token", hash("levies count in the token")},
                                     {"pool", hash("levies count to the pool")},
                                     {"count", count("ratings")},
                                     {"sum", count("stars together")},
                                     {"stars", {"ratings of 1, 2, 3, 4 and 5 stars", Unit::Tallies, {}}},
                                     {"weight", tokens("levies of the rated visits")},
                                     {"weighted", tokens("stars times levies")},
                                     {"log", hash("chain of all ratings")}},
                                    {{"rate",
                                      "a patient rates a visit with its ticket.",
                                      {count("stars"), hash("hash of what only the therapist reads"), kSkip, kSkip, kSkip, kSkip,
                                       key("holder's key"), hash("hash of the visit's record"), tokens("levy of the visit")}}}};
    return words;
}

const ProgramWords& tokenWords()
{
    static const ProgramWords words{
        "BTAI token",
        {{"amount", tokens("amount")},
         {"owner_scheme", choice("owned by", {"a key", "a hash of a key", "a hash of an ECDSA key", "a script", "a program's lineage"})},
         {"owner", hash("owner")},
         {"borrow_scheme",
          choice("others may add to it", {"no", "yes, more than a threshold", "yes, who has a key", "yes, who has the next link"})},
         {"borrow_guard", hash("if so, guarded by")},
         {"extension_commitment", hash("extension")}},
        {{"transfer", "tokens move to new owners; their sum stays.", {{"new tokens", Unit::Count, {}}}},
         {"transfer_delegator", "this token takes part in the transfer of the first one.", {}}}};
    return words;
}

const ProgramWords& anchorWords()
{
    static const ProgramWords words{
        "Profile anchor of a public persona",
        {{"controller", key("controller's key")},
         {"next", hash("commitment to the next key")},
         {"document", hash("hash of the document")},
         {"consents", hash("root of the consents")},
         {"guardians", hash("commitment to the guardians")},
         {"pending", key("key that guardians ask for")},
         {"sequence", count("steps so far")}},
        {{"update",
          "the controller writes a document; a waiting recovery is called off.",
          {kSkip, hash("new document"), hash("new root of consents")}},
         {"rotate",
          "the committed key takes over and names its successor and guardians.",
          {kSkip, key("new controller"), hash("commitment to the next key"), hash("new document"), hash("new guardians")}},
         {"recover", "guardians ask that a new key take over, after their delay.", {kSkip, kSkip, kSkip, key("new key")}},
         {"finish", "the guardians' delay is over; the new key takes over.", {}},
         {"deactivate", "the identity ends for ever.", {}}}};
    return words;
}

const ProgramWords& consentWords()
{
    static const ProgramWords words{
        "Consent receipt",
        {{"terms", hash("hash of who, to whom and what for")}, {"expiry", when("good until")}, {"refund", key("key of the granter")}},
        {{"revoke", "the granter takes the consent back.", {}},
         {"expire", "the consent has expired; the deposit goes back to the granter.", {}}}};
    return words;
}

const ProgramWords& poolWords()
{
    static const ProgramWords words{
        "Reward pool",
        {{"stewards", hash("commitment to the stewards")},
         {"token", hash("token")},
         {"phase", choice("phase", {"closed", "announced: nothing paid yet, any steward may veto", "paying"})},
         {"epoch", count("epoch")},
         {"end", when("next epoch from")},
         {"budget", tokens("still to be paid")},
         {"cap", tokens("most for one award")},
         {"reasons", tokens("left for moderation, peer education, translation, open work, supervision")},
         {"root", hash("root of the awards")}},
        {{"steward",
          "stewards act.",
          {choice("to",
                  {"open an epoch with new awards", "veto the awards", "hand over to other stewards", "gather what was given into one"}),
           kSkip, kSkip, kSkip, tokens("held"), tokens("budget"), when("epoch ends"), hash("root of the awards, or new stewards")}},
         {"claim",
          "an award is paid to its winner.",
          {count("place"), key("winner's key"), tokens("amount"),
           choice("for", {"moderation", "peer education", "translation", "open work", "supervision"}), hash("hash of the evidence")}}}};
    return words;
}

} // namespace

const std::vector<KnownProgram>& knownPrograms()
{
    static const std::vector<KnownProgram> all = [] {
        std::vector<KnownProgram> out;
        for (const bool inTokens : {false, true}) {
            for (const session::Version& version : session::allVersions(inTokens)) {
                out.push_back({&version.session, inTokens ? &tokenSessionWords() : &sessionWords()});
                out.push_back({&version.ticket, inTokens ? &tokenTicketWords() : &ticketWords()});
            }
        }
        const auto every = [&](const std::vector<kaspa::abi::Program>& programs, const ProgramWords& words) {
            for (const kaspa::abi::Program& program : programs) out.push_back({&program, &words});
        };
        every(token::allPrograms(), tokenWords());
        every(profile::allAnchorPrograms(), anchorWords());
        every(consent::allPrograms(), consentWords());
        every(reward::allPoolPrograms(), poolWords());
        every(reputation::allPrograms(), reputationWords());
        return out;
    }();
    return all;
}

} // namespace bt::contract
