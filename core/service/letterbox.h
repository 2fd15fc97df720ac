// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of writing and reading: sends letters, fetches what arrived, and turns each letter into its effect exactly
//! once. Nothing that a counterpart writes is believed before it was checked here. Worker thread.
#pragma once

#include "service/follower.h"
#include "service/visit_steps.h"

#include <chrono>
#include <set>

namespace bt::service {

class Letterbox
{
public:
    Letterbox(Context& context, Dispatcher& dispatcher, Follower& follower, VisitSteps& steps); //!< registers "mail"

    //! "message.empty", "record.too_long", "record.bad_text", "message.no_conversation".
    [[nodiscard]] Result<void> sendText(const std::string& threadId, const std::string& text);
    [[nodiscard]] Result<void> retry(std::int64_t messageId);    //!< "message.not_failed"
    [[nodiscard]] Result<void> takeBack(std::int64_t messageId); //!< "message.already_sent"
    //! Any letter of a thread; inside the caller's database transaction.
    [[nodiscard]] Result<void> post(const std::string& threadId, const Letter& letter, std::int64_t messageRow);
    //! A line in the chat that says what happened; inside the caller's database transaction.
    [[nodiscard]] Result<void> note(const std::string& threadId, const std::string& code, const std::string& visitId, bool mine);

    //! Fetches and opens what is there. \returns true if anything came of it.
    [[nodiscard]] Result<bool> receive();
    //! Sends owed acknowledgements after a pause in which an answer may carry them.
    [[nodiscard]] Result<bool> acknowledge();
    //! Announces letters anew that nobody acknowledged for a day (nodes forget payloads).
    [[nodiscard]] Result<bool> announceAgain();

private:
    [[nodiscard]] Result<void> read(const Arrival& arrival, ByteView block);
    [[nodiscard]] Result<void> readCapsuleOf(const Arrival& arrival, ByteView block);
    [[nodiscard]] Result<void> effect(const Arrived& arrived, const Arrival& arrival);
    [[nodiscard]] Result<void> on(const BookingLetter& letter, const Arrived& arrived, const Arrival& arrival);
    [[nodiscard]] Result<void> on(const AcceptedLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> on(const JoinLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> on(const RecordLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> on(const SplitLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> on(const FeedbackLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> on(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival);
    //! Sends everything unacknowledged of a thread under new envelopes; inside the caller's database transaction.
    [[nodiscard]] Result<void> sendAgain(const std::string& threadId);
    //! After a letter that no key of ours opens: agrees on new keys, at most once an hour a thread.
    [[nodiscard]] Result<void> heal(const std::string& threadId);
    [[nodiscard]] const Visit* visitOf(const std::string& visitId, const Arrived& arrived) const;
    Context* m_c;
    Dispatcher* m_dispatcher;
    Follower* m_follower;
    VisitSteps* m_steps;
    std::map<std::string, std::chrono::steady_clock::time_point> m_owed;
    std::map<std::string, Millis> m_healed;
    std::set<std::string> m_repeat; //!< threads whose last letter came twice
};

} // namespace bt::service
