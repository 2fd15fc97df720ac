// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Intents: what must reach the chain, the block store or a peer, written in the same transaction as its cause and
//! carried out later, as often as needed, with the effect of once. Pure C++; no Qt.
//! Thread safety: that of the database it works on (one thread at a time).
//!
//! How a worker makes one effect of many tries: take(); if `prepared` is empty, build and sign, then handOver(id,
//! bytes) (durable before anything leaves the machine); submit `prepared`, always these very bytes (a node that knows
//! the transaction says so, which counts as success); complete(). Killed anywhere, it starts over with the same bytes.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bt::outbox {

enum class State : int { Waiting = 0, Working = 1, Done = 2, Failed = 3, Cancelled = 4 };

struct NewIntent {
    std::string kind{};                //!< who carries it out, e.g. "visit.fund"
    Bytes payload{};                   //!< opaque to the outbox
    std::vector<std::string> keys{};   //!< intents that share a key are carried out in the order of their ids; one that
                                       //!< failed for good or was cancelled holds back nobody
    std::vector<std::int64_t> after{}; //!< these must be Done before; if one fails or is cancelled, so does this one
    std::string once{};                //!< if not empty: a second intent with the same kind and `once` is not made
    Millis notBefore{};                //!< zero: at once
};

struct Intent {
    std::int64_t id = 0;
    std::string kind;
    Bytes payload;
    Bytes prepared;          //!< what is handed over, e.g. a signed transaction; empty before handOver
    bool handedOver = false; //!< may have left the machine: can no longer be cancelled
    State state = State::Waiting;
    int attempts = 0; //!< how often it was taken
    Millis created;
    Millis nextTry;
    std::string lastError;             //!< error code of the last try; empty if none
    std::vector<std::string> lastArgs; //!< its args
};

//! First wait, doubled at each failure up to the longest, plus or minus a fifth by chance.
struct Backoff {
    std::int64_t firstMs = 2 * kSecond;
    std::int64_t longestMs = 10 * kMinute;
};

//! Codes: "outbox.unknown", "outbox.handed_over", "outbox.cancelled", "outbox.finished", "outbox.predecessor" (one that
//! it comes after has failed or was cancelled), "store.*".
class Outbox
{
public:
    //! Brings the tables up and puts intents that were being worked on when the process ended back to Waiting, due at
    //! once. The arguments outlive the outbox.
    [[nodiscard]] static Result<Outbox> open(store::Database& db, const Clock& clock, Random& random, Backoff backoff = {});

    //! Writes an intent; inside the caller's transaction if there is one. \returns its id (or that of the intent with
    //! the same `once`, in whatever state it is).
    [[nodiscard]] Result<std::int64_t> enqueue(const NewIntent& intent);
    //! Up to `limit` intents that are due and not held back by an earlier one; they become Working, attempts + 1.
    [[nodiscard]] Result<std::vector<Intent>> take(int limit);
    //! When the next waiting intent falls due (may lie in the past if it is held back); nothing if none waits.
    [[nodiscard]] Result<std::optional<Millis>> nextDue();

    //! The point of no return: keeps `prepared` durably before it leaves the machine. "outbox.cancelled" if the person
    //! was faster: then nothing may leave. Repeating it replaces the bytes (a rebuilt transaction).
    [[nodiscard]] Result<void> handOver(std::int64_t id, ByteView prepared);
    //! Forgets prepared bytes that can never take effect (its inputs were spent by another): the next try builds anew.
    [[nodiscard]] Result<void> takeBack(std::int64_t id);
    //! The effect has happened. Repeating it changes nothing.
    [[nodiscard]] Result<void> complete(std::int64_t id);
    //! This try failed, another may succeed: back to Waiting after the backoff (or at `at`).
    [[nodiscard]] Result<void> retryLater(std::int64_t id, const Error& why, std::optional<Millis> at = {});
    //! No try can succeed. Takes those that come after it (`after`) along, with "outbox.predecessor".
    [[nodiscard]] Result<void> fail(std::int64_t id, const Error& why);
    //! The person takes it back. "outbox.handed_over" once it may have left, "outbox.finished" when over.
    [[nodiscard]] Result<void> cancel(std::int64_t id);
    //! A failed or waiting intent is due now.
    [[nodiscard]] Result<void> retryNow(std::int64_t id);

    [[nodiscard]] Result<Intent> get(std::int64_t id);               //!< "outbox.unknown"
    [[nodiscard]] Result<std::vector<Intent>> unfinished();          //!< Waiting, Working and Failed, oldest first
    [[nodiscard]] Result<void> forgetFinished(Millis createdBefore); //!< Done and Cancelled ones

private:
    Outbox(store::Database& db, const Clock& clock, Random& random, Backoff backoff)
        : m_db(&db), m_clock(&clock), m_random(&random), m_backoff(backoff)
    {}
    [[nodiscard]] Result<void> finish(std::int64_t id, State state, const Error& why);
    store::Database* m_db;
    const Clock* m_clock;
    Random* m_random;
    Backoff m_backoff;
};

} // namespace bt::outbox
