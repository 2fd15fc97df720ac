// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a Session remembers. Private to the module. Thread safety: one thread an object.
#pragma once

#include "messaging/ratchet.h"
#include "messaging/receipts.h"
#include "messaging/session.h"

#include <deque>

namespace bt::messaging {

//! One key agreement and all that was said under it.
struct Line {
    RatchetId id = 0;
    bool ours = false;    //!< we started it
    bool retired = false; //!< reads late messages; nothing new is sent on it
    Bytes prelude;        //!< ours only, until the first answer: goes in front of each envelope
    Ratchet ratchet;
    Receipts receipts;

    [[nodiscard]] Line clone() const { return {id, ours, retired, prelude, ratchet.clone(), receipts}; }
    [[nodiscard]] bool unanswered() const { return ours && !ratchet.hasReceived(); }
};

inline constexpr std::size_t kMaxLines = 6;
inline constexpr std::size_t kMaxRecent = 1024;
inline constexpr std::size_t kMaxKnownLines = 512;

struct Session::State {
    crypto::Ed25519Public own;
    PrekeyBundle peer;
    std::vector<Line> lines; //!< oldest first, never empty
    RatchetId active = 0;    //!< what we seal with
    bool owesAck = false;
    std::deque<EnvelopeTag> recent; //!< envelopes opened last: their repetition is a duplicate
    std::deque<RatchetId> known;    //!< every agreement the other side has started with us

    [[nodiscard]] Line* find(RatchetId id);
    void addLine(Line line);
    void remember(const EnvelopeTag& tag);
    void rememberLine(RatchetId id);

    [[nodiscard]] Secret write() const;
    [[nodiscard]] static std::unique_ptr<State> read(ByteView bytes);
};

} // namespace bt::messaging
