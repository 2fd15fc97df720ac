// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows, as plain values: one immutable Snapshot is rebuilt from chain, blocks and database after
//! every change. View models compare two of them. No Qt types; times are UTC milliseconds, money is sompi.
//! Thread safety: values; a published snapshot is never changed.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/sompi.h"
#include "service/network_view.h"
#include "service/quote_view.h"
#include "service/series/series_mark.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bt::service {

enum class Role { Patient, Therapist };

//! Where the persona of this process stands.
enum class Gate {
    Starting, //!< the engine has not looked yet
    Guest,    //!< no persona: looking around works
    Locked,   //!< a persona exists and is closed
    Open,
};

enum class LicenceState { Missing, Valid, Expired, NotTrusted };

//! A licence as the viewer's own computer judged it.
struct LicenceView {
    LicenceState state = LicenceState::Missing;
    std::string authority;    //!< who signed it, for people
    std::string jurisdiction; //!< ISO 3166-1 alpha-2, or -2 for regions: "DE-BE"
    Millis validUntil;
    Millis checkedAt;
    bool practicePartner = false; //!< one of the three partners of the practice network
};

//! What a therapist promises about changes of plan.
struct PolicyView {
    std::int64_t answerWithinMs = kDay; //!< she answers a request within this, and not later than the visit
    std::int64_t freeBeforeMs = kDay;   //!< free cancelling ends this long before the start
    int lateShareBps = 5000;            //!< of the price to the therapist when the patient cancels later
    Sompi bond;                         //!< the therapist's own stake, paid to the patient if she fails
};

struct TherapistView {
    std::string id; //!< did:key of the listing
    std::string name;
    std::string about;                  //!< plain text
    std::vector<std::string> topics;    //!< codes: worry, low_mood, sleep, relationship, grief, work, life_changes
    std::vector<std::string> languages; //!< BCP 47
    std::string zone;                   //!< IANA
    Sompi price;                        //!< of a visit in BTAI: what it is worth, here and in every view of a visit
    bool inTokens = false;              //!< paid in BTAI
    int durationMinutes = 50;
    PolicyView policy;
    LicenceView licence;
    std::string avatarSeed;        //!< hex, drawn as an abstract shape
    std::vector<Millis> openTimes; //!< starts that may be asked for now, rising; empty: none
    Millis listedAt;
};

enum class VisitPhase { Preparing, Requested, Accepted, Committed, InSession, Disputed, Ended };
enum class VisitEnding {
    None,
    Completed,
    Claimed,
    Declined,
    RequestExpired,
    CancelledFree,        //!< by the patient, everything back
    CancelledLate,        //!< by the patient, late share to the therapist
    CancelledByTherapist, //!< price (and, once committed, bond) to the patient
    Agreed,
    Resolved,
    Lapsed,
    NotStarted, //!< the booking never reached the chain (taken back, or its coins went elsewhere)
};

//! How far a payment has come. The words for people: waiting, sent, seen by the network, settled.
enum class PaymentState {
    Waiting, //!< on this computer only
    Sent,    //!< handed to the network; in no block yet, or not any more
    Seen,    //!< in a block that a reorganisation could still take back
    Settled, //!< NetworkParams::settleDaa deep
};

//! One payment of a visit's life. `txid` and `fee` are what the demo prints and "What exactly happens?" shows.
struct VisitStep {
    std::string step; //!< code: book, accept, decline, expire, cancel, commit, begin, complete, claim, agree, ...
    std::string txid; //!< hex; empty while it waits
    Sompi fee;
    Millis at;
    bool settled = false;                       //!< on the chain; in a snapshot: deep enough in it
    std::uint64_t daaScore = 0;                 //!< of the block that accepted it; 0: none (any more)
    PaymentState state = PaymentState::Waiting; //!< snapshots only
};

struct SplitView {
    Sompi toPatient;
    Sompi toTherapist;
    bool mine = false; //!< proposed from here; else the other side waits for our answer
};

enum class RecordState { None, SignedByMe, SignedByThem, SignedByBoth };

struct VisitView {
    std::string id;         //!< hex, stable for the life of the visit
    std::string covenantId; //!< hex; empty while Preparing
    Role myRole = Role::Patient;
    std::string peerId;
    std::string peerName;
    std::string peerZone; //!< IANA; empty if unknown
    std::string peerAvatarSeed;
    std::string threadId;
    VisitPhase phase = VisitPhase::Preparing;
    VisitEnding ending = VisitEnding::None;
    bool moving = false;             //!< a step waits in the outbox or for the chain
    std::string_view trouble;        //!< error code: "payment.conflict", "visit.chain_pruned"; empty: none
    std::int64_t conflictOutbox = 0; //!< what waits and may be taken back; with "payment.conflict" it may be planned anew instead
    Millis startsAt, endsAt;
    Millis acceptBy;  //!< unanswered then: the money may go back
    Millis freeUntil; //!< free cancelling ends
    Millis claimFrom; //!< when the therapist may take the price alone; zero if unknown yet
    Sompi price, bond, deposit;
    bool inTokens = false;                       //!< price, bond and shares are BTAI, shown as what they are worth
    std::uint64_t priceUnits = 0, bondUnits = 0; //!< then: in base units of BTAI
    int lateShareBps = 0;
    Sompi cancelToMe, cancelToThem;                //!< "if you cancel now", price and bond together, deposit left out
    std::string intake;                            //!< plain text the patient wrote; "" if none
    bool joinedByMe = false, joinedByThem = false; //!< signed join messages of the room
    RecordState record = RecordState::None;
    std::optional<SplitView> split;
    std::optional<SeriesMark> series; //!< "3 of 8"; ids mean something within a thread only
    int rating = 0;                   //!< 1-5; 0: none
    std::string ratingComment;        //!< patient: own words; therapist: what was sealed to her
    // What this side may do now.
    bool canAccept = false, canDecline = false, canCancel = false, canJoin = false, canSignRecord = false;
    bool canComplete = false, canClaim = false, canProposeSplit = false, canAnswerSplit = false, canRate = false;
    std::vector<VisitStep> steps; //!< oldest first
};

enum class MessageState { Waiting, Sent, Delivered, Failed, Received };
enum class MessageKind { Text, Visit, System, PayRequest };

struct MessageView {
    std::int64_t id = 0; //!< rising within a thread
    std::string threadId;
    MessageKind kind = MessageKind::Text;
    bool mine = false;
    std::string text;    //!< plain text, never markup; for System a code: joined, left, record_signed, ...
    std::string visitId; //!< for Visit and System; for PayRequest the request's id (TokensView::requests)
    Millis at;
    MessageState state = MessageState::Received;
    std::string_view failure; //!< error code when Failed
    std::string txid, cid;    //!< for the curious
};

struct ThreadView {
    std::string id;
    std::string peerId, peerName, peerAvatarSeed;
    bool peerLicensed = false;
    std::string lastText;
    Millis lastAt;
    int unread = 0;
    std::int64_t lastId = 0;    //!< grows with every new message
    std::uint64_t revision = 0; //!< grows with every change, state changes too
};

using MoneyState = PaymentState;
struct MoneyRow {
    std::string id;
    std::string kind; //!< code: play_money, held, returned, paid, received, bond_held, bond_returned, fee, sent, deposit_returned
    std::string peerName;
    std::string visitId;
    Millis at;
    std::int64_t amount = 0; //!< sompi, signed, without the fee
    Sompi fee;
    MoneyState state = MoneyState::Waiting;
    std::string txid;
    bool inTokens = false;   //!< of a visit in BTAI: `amount` is what `units` are worth and `beside` together
    std::int64_t units = 0;  //!< base units of BTAI, signed
    std::int64_t beside = 0; //!< sompi, signed: deposits that did not come back, a stake
};
struct MoneyView {
    Sompi available; //!< spendable now
    Sompi held;      //!< in visits: own price, bond and deposits
    Sompi waiting;   //!< on its way to us
    std::string currency = "EUR";
    std::int64_t microsPerKas = 58'000; //!< price of 1 KAS in millionths of the currency, from the network's parameters
    std::vector<MoneyRow> rows;         //!< newest first
    std::string address;                //!< fresh, for receiving
};

struct OutboxView {
    std::int64_t id = 0;
    std::string what; //!< code: book, accept, message, listing, ...
    std::string about;
    Millis since;
    int attempts = 0;
    std::string_view lastError;
    bool cancellable = false;
    bool replannable = false; //!< its coins went elsewhere: retryOutbox() plans it anew with others
};

//! Something that the chain did to us and that is to be said once. Ids rise.
struct NoticeView {
    std::int64_t id = 0;
    std::string
        code; //!< "taken_back" (a payment is no longer in a block), "came_true" (one that had failed is in a block), "restore_pruned", ...
    std::string visitId; //!< "" if it is about no visit
    Millis at;
};

//! A span of the week in the therapist's zone: minutes after midnight.
struct WeeklySpan {
    int weekday = 1; //!< ISO: 1 Monday .. 7 Sunday
    int fromMinute = 9 * 60;
    int toMinute = 17 * 60;
    auto operator<=>(const WeeklySpan&) const = default;
};

//! What a therapist sets for her listing.
struct PracticeView {
    std::string about;
    std::vector<std::string> topics;
    std::vector<std::string> languages;
    std::string zone;
    std::vector<WeeklySpan> hours;
    std::vector<Millis> timeOff; //!< starts of local days without visits
    int durationMinutes = 50;
    int bufferMinutes = 10;
    Sompi price;           //!< with `inTokens`: what it is worth; the listing says the same in BTAI
    bool inTokens = false; //!< visits are paid in BTAI
    PolicyView policy;
    LicenceView licence;
    bool listed = false; //!< the current settings are announced on the network
};

struct PersonaView {
    std::string name;
    Role role = Role::Patient;
    std::string id; //!< did:key
    std::string avatarSeed;
    bool wordsSeen = false; //!< the 24 words were shown and confirmed
    bool staysOpen = false; //!< the OS keychain holds a slot
};

struct TokensView;   // tokens/tokens_view.h
struct DisputesView; // disputes/disputes_view.h
struct RatingsView;  // ratings/ratings_view.h
struct ReceiptsView; // receipts/receipts_view.h
struct ConsentsView; // consents/consents_view.h
struct ProfileView;  // profile/profile_view.h
struct RewardsView;  // rewards/rewards_view.h

struct Snapshot {
    std::uint64_t revision = 0;
    Gate gate = Gate::Starting;
    PersonaView persona;
    NetworkView network;
    std::vector<TherapistView> therapists; //!< verified listings, newest of each persona
    std::vector<VisitView> visits;         //!< by startsAt, rising
    std::vector<ThreadView> threads;       //!< latest first
    MoneyView money;
    std::vector<OutboxView> outbox;               //!< things waiting for the network
    std::vector<NoticeView> notices;              //!< rising ids
    PracticeView practice;                        //!< therapists
    std::shared_ptr<const TokensView> tokens;     //!< BTAI; null: there is none on this network
    std::shared_ptr<const DisputesView> disputes; //!< null before a persona is open
    std::shared_ptr<const RatingsView> ratings;   //!< null until the network was looked at
    std::shared_ptr<const ReceiptsView> receipts;
    std::shared_ptr<const ConsentsView> consents; //!< null without a persona
    std::shared_ptr<const ProfileView> profile;   //!< null without a persona
    std::shared_ptr<const RewardsView> rewards;   //!< the reward pool; null before a profile is open
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace bt::service
