// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Invented people and visits for the tests of view models and pages. Monday 7 December 2026, 13:21 in Berlin.
#pragma once

#include "fake_engine.h"

namespace bt::test {

inline constexpr Millis kNow{1'796'646'060'000};         // 2026-12-07T12:21:00Z
inline constexpr std::uint64_t kPrice = 103'448'275'863; // 60 EUR at 0.058

inline Millis at(int day, int hour, int minute = 0) //!< day 7 is Monday 7 December, hours in Berlin
{
    return {kNow.value - 12 * kHour - 21 * kMinute + (day - 7) * kDay + (hour - 1) * kHour + minute * kMinute};
}

inline service::TherapistView therapist(const std::string& id, const std::string& name, const std::string& land, std::uint64_t sompi,
                                        std::vector<std::string> topics, std::vector<Millis> open)
{
    service::TherapistView t;
    t.id = id;
    t.name = name;
    t.about = "I work slowly and in plain words. Many people come to me when worry has taken over the evenings, or "
              "when life has just changed and nothing fits yet.";
    t.topics = std::move(topics);
    t.languages = {"de", "en"};
    t.zone = "Europe/Lisbon";
    t.price = {sompi};
    t.policy.bond = {20'000'000'000};
    t.licence = {service::LicenceState::Valid, "The demo authority", land, {kNow.value + 570 * kDay}, {kNow.value - 3 * kMinute}, false};
    t.avatarSeed = id.substr(id.size() - 2) + "a7f3c1d2e4b5968778";
    t.openTimes = std::move(open);
    t.listedAt = {kNow.value - kDay};
    return t;
}

inline service::VisitView visit(const std::string& id, service::Role role, service::VisitPhase phase, Millis start)
{
    service::VisitView v;
    v.id = id;
    v.covenantId = "c0ffee" + std::string(58, '1');
    v.myRole = role;
    v.peerId = role == service::Role::Patient ? "did:key:m1" : "did:key:p1";
    v.peerName = role == service::Role::Patient ? "Dr. Mariam Okonjo" : "Noor";
    v.peerZone = role == service::Role::Patient ? "Europe/Lisbon" : "";
    v.peerAvatarSeed = "b2a7f3c1d2e4b5968778";
    v.threadId = "t1";
    v.phase = phase;
    v.startsAt = start;
    v.endsAt = start.plus(50 * kMinute);
    v.acceptBy = kNow.plus(20 * kHour);
    v.freeUntil = start.plus(-kDay);
    v.claimFrom = start.plus(2 * kDay);
    v.price = {kPrice};
    v.bond = {20'000'000'000};
    v.lateShareBps = 5000;
    v.cancelToMe = {kPrice / 2};
    v.cancelToThem = {kPrice - kPrice / 2 + v.bond.value}; // her own stake goes back to her
    v.steps = {{"book", std::string(64, 'a'), {1'204'000}, kNow.plus(-kDay), true},
               {"accept", std::string(64, 'b'), {980'000}, kNow.plus(-kHour), false}};
    return v;
}

inline std::vector<service::TherapistView> therapists()
{
    auto okonjo = therapist("did:key:m1", "Dr. Mariam Okonjo", "DE-BE", kPrice, {"worry", "low_mood", "life_changes"},
                            {at(7, 18), at(8, 10), at(8, 11), at(8, 14), at(8, 17), at(9, 9), at(9, 12, 30), at(9, 17, 30), at(10, 11),
                             at(11, 9), at(11, 15), at(15, 10)});
    auto tomasz =
        therapist("did:key:t2", "Tomasz Wiśniewski", "DE-BB", kPrice * 55 / 60, {"worry", "sleep", "work"}, {at(8, 18, 30), at(9, 8)});
    tomasz.languages = {"de", "pl"};
    auto park = therapist("did:key:h3", "Dr. Park Hye-jin", "DE-HH", kPrice * 72 / 60, {"low_mood"}, {at(10, 19)});
    park.languages = {"en", "ko"};
    park.licence.practicePartner = true;
    auto lapsed = therapist("did:key:x4", "Licensed therapist, Berlin", "DE-BE", kPrice, {"grief"}, {});
    lapsed.licence.state = service::LicenceState::Expired;
    return {okonjo, tomasz, park, lapsed};
}

inline std::shared_ptr<service::Snapshot> guest()
{
    auto s = std::make_shared<service::Snapshot>();
    s->gate = service::Gate::Guest;
    s->network.now = kNow;
    s->therapists = therapists();
    return s;
}

inline service::MessageView message(std::int64_t id, bool mine, const std::string& words, Millis when,
                                    service::MessageState state = service::MessageState::Received)
{
    service::MessageView m;
    m.id = id;
    m.threadId = "t1";
    m.mine = mine;
    m.text = words;
    m.at = when;
    m.state = mine && state == service::MessageState::Received ? service::MessageState::Delivered : state;
    return m;
}

inline std::vector<service::MessageView> conversation()
{
    auto joined = message(5, false, "joined", kNow.plus(-3 * kMinute));
    joined.kind = service::MessageKind::System;
    auto failed = message(7, true, "And then I made tea", kNow.plus(-kMinute), service::MessageState::Failed);
    failed.failure = "node.offline";
    return {message(1, false, "How did the notebook go since Friday?", kNow.plus(-30 * kHour)),
            message(2, true, "Two evenings out of three. The third one I forgot, but I slept.", kNow.plus(-4 * kHour)),
            message(3, false, "Two out of three is a real change. Forgetting it and sleeping may be the best result of all.",
                    kNow.plus(-4 * kHour + kMinute)),
            message(4, true, "Thank you.", kNow.plus(-3 * kHour), service::MessageState::Sent),
            joined,
            message(6, true, "Does the letter say what we talk about?", kNow.plus(-2 * kMinute), service::MessageState::Waiting),
            failed};
}

inline service::ThreadView thread(const std::string& id, const std::string& peer, const std::string& name, int unread)
{
    service::ThreadView t;
    t.id = id;
    t.peerId = peer;
    t.peerName = name;
    t.peerAvatarSeed = "b2a7f3c1d2e4b5968778";
    t.peerLicensed = true;
    t.lastText = "Two out of three is a real change.";
    t.lastAt = kNow.plus(-4 * kHour);
    t.unread = unread;
    t.lastId = 7;
    t.revision = 3;
    return t;
}

//! An open patient with one visit of that phase (and what such a phase allows).
inline std::shared_ptr<service::Snapshot> patient(service::VisitPhase phase = service::VisitPhase::Accepted)
{
    using service::VisitPhase;
    auto s = guest();
    s->gate = service::Gate::Open;
    s->persona = {"Noor", service::Role::Patient, "did:key:p1", "c4a7f3c1d2e4b5968778", false, false};
    const bool running = phase == VisitPhase::InSession;
    auto v = visit("v1", service::Role::Patient, phase, running ? kNow.plus(-16 * kMinute) : at(8, 17));
    v.canCancel = phase == VisitPhase::Requested || phase == VisitPhase::Accepted || phase == VisitPhase::Committed;
    v.canJoin = running;
    v.joinedByThem = running;
    if (phase == VisitPhase::Requested) v.cancelToMe = {kPrice}, v.cancelToThem = {0};
    if (phase == VisitPhase::Ended) v.ending = service::VisitEnding::Completed, v.canRate = true;
    s->visits = {v};
    s->threads = {thread("t1", "did:key:m1", "Dr. Mariam Okonjo", 2), thread("t2", "did:key:t2", "Tomasz Wiśniewski", 0)};
    s->money.available = {142'241'379'310};
    s->money.held = {kPrice};
    s->money.address = "kaspasim:qq0123456789";
    s->money.rows = {
        {"r1",
         "held",
         "Dr. Mariam Okonjo",
         "v1",
         kNow.plus(-4 * kDay),
         -static_cast<std::int64_t>(kPrice),
         {1'204'000},
         service::MoneyState::Settled,
         std::string(64, 'a')},
        {"r2", "play_money", "", "", kNow.plus(-5 * kDay), 500'000'000'000, {0}, service::MoneyState::Settled, std::string(64, 'c')},
        {"r3",
         "returned",
         "Tomasz Wiśniewski",
         "",
         kNow.plus(-20 * kDay),
         static_cast<std::int64_t>(kPrice),
         {0},
         service::MoneyState::Sent,
         std::string(64, 'd')}};
    return s;
}

//! An open practice with a request, a visit today and one that is done.
inline std::shared_ptr<service::Snapshot> practice(service::VisitPhase phase = service::VisitPhase::Requested)
{
    using service::Role;
    using service::VisitPhase;
    auto s = guest();
    s->gate = service::Gate::Open;
    s->persona = {"Mariam Okonjo", Role::Therapist, "did:key:m1", "b2a7f3c1d2e4b5968778", true, false};
    auto soon = visit("v0", Role::Therapist, VisitPhase::Committed, at(7, 14));
    soon.peerId = "did:key:p2";
    soon.peerName = "Chiara B.";
    auto one = visit("v1", Role::Therapist, phase, at(9, 11, 30));
    one.intake = "Worry in the evenings, since the move.";
    one.canAccept = one.canDecline = phase == VisitPhase::Requested;
    one.canCancel = phase == VisitPhase::Accepted;
    one.canClaim = phase == VisitPhase::InSession;
    auto done = visit("v2", Role::Therapist, VisitPhase::Ended, at(7, 9));
    done.peerId = "did:key:p2";
    done.peerName = "Chiara B.";
    done.ending = service::VisitEnding::Completed;
    done.rating = 5;
    done.ratingComment = "Thank you, that helped.";
    s->visits = {done, soon, one};
    s->threads = {thread("t1", "did:key:p1", "Noor", 1)};
    s->practice.about = "I work slowly and in plain words.";
    s->practice.topics = {"worry", "low_mood"};
    s->practice.languages = {"de", "en"};
    s->practice.zone = "Europe/Berlin";
    s->practice.hours = {{1, 9 * 60, 12 * 60}, {1, 13 * 60, 17 * 60}, {2, 10 * 60, 18 * 60}};
    s->practice.timeOff = {at(10, 0)};
    s->practice.price = {kPrice};
    s->practice.policy.bond = {20'000'000'000};
    s->practice.licence = s->therapists.front().licence;
    s->practice.listed = true;
    s->money.available = {1'000'000'000'000};
    s->money.rows = {{"r1",
                      "received",
                      "Chiara B.",
                      "v2",
                      kNow.plus(-kHour),
                      static_cast<std::int64_t>(kPrice),
                      {0},
                      service::MoneyState::Settled,
                      std::string(64, 'a')}};
    s->outbox = {{3, "listing", "", kNow.plus(-2 * kMinute), 2, "node.offline", true}};
    return s;
}

inline service::QuoteView quote()
{
    service::QuoteView q;
    q.therapistId = "did:key:m1";
    q.startsAt = at(8, 17);
    q.endsAt = at(8, 17, 50);
    q.price = {kPrice};
    q.deposit = {100'000};
    q.fee = {1'204'000};
    q.total = {kPrice + 100'000 + 1'204'000};
    q.acceptBy = kNow.plus(kDay);
    q.freeUntil = at(7, 17);
    q.latestPayout = at(10, 18);
    q.lateShareBps = 5000;
    q.lateBack = {kPrice / 2};
    q.bond = {20'689'655'172};
    q.available = {245'689'655'172};
    q.left = {q.available.value - q.total.value};
    q.publicFacts = {{"Amount (sompi)", std::to_string(kPrice)}, {"Covenant program", "health_session"}, {"Free until (DAA)", "123456"}};
    return q;
}

} // namespace bt::test
