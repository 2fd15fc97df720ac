// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Talking to one person: X3DH-shaped key agreement, then the Double Ratchet with header encryption, delivery
//! acknowledgements inside. No I/O, no clock, no Qt. Thread safety: one thread at a time per Session.
//! Protocol and argument: DESIGN.md.
//!
//! Rules for the caller:
//! - Store exportState() in the same database transaction as what a call gave you, before anything leaves the computer.
//! - An envelope is sent again as the same bytes until its tag comes back in Opened::delivered.
//! - After restart() seal again every message that was not delivered; message ids tell the reader what is a repetition.
//! - Seal again everything that waits if Opened says startedAnew; if an envelope was announced several times in vain,
//!   restart() first: the other side may have lost everything.
//! - If open() says "messaging.duplicate", our acknowledgement was lost: answer with sealAck().
//! - If open() says "messaging.not_authentic" for an envelope that came through this relationship's inbox, or Opened
//! says
//!   outOfStep, one side has lost state (an old backup, for example): call restart(), at most now and then.
#pragma once

#include "base/fixed.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "messaging/bundle.h"

#include <memory>
#include <vector>

namespace bt::messaging {

inline constexpr std::size_t kMaxContent = 256 * 1024;   //!< bytes of one message's content
inline constexpr std::uint32_t kMaxJump = 25'000;        //!< how far ahead a message of a chain may be
inline constexpr std::size_t kMaxSkippedKeys = 2'000;    //!< keys kept for late messages; the oldest give way
inline constexpr std::size_t kMaxUnacknowledged = 4'096; //!< outstanding messages of one ratchet

//! Names an envelope: the first 16 bytes of BLAKE2b-256 of its bytes.
using EnvelopeTag = Fixed<16, struct EnvelopeTagTag>;
[[nodiscard]] EnvelopeTag tagOf(ByteView envelope);

struct Sealed {
    Bytes envelope; //!< to be stored as a sealed object and pointed to
    EnvelopeTag tag;
};

struct Opened {
    Bytes content;                      //!< what the other side sealed; empty for a bare acknowledgement
    bool wantsAck = false;              //!< false for a bare acknowledgement
    std::vector<EnvelopeTag> delivered; //!< ours that the other side says, for the first time, it has read
    bool outOfStep = false;             //!< the other side has read things under our numbers that we do not know
    bool startedAnew = false;           //!< the other side has agreed on new keys; it may have lost what we sent before
};

//! The conversation with one person, across all key agreements either side has started. Move-only.
class Session
{
public:
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    //! Starts towards `theirs`. Nothing is sent yet: every seal() carries the key agreement until an answer came.
    //! \returns "messaging.not_authentic" if the bundle's signature is wrong, "crypto.low_order_point" for bad keys.
    [[nodiscard]] static Result<Session> initiate(const LocalKeys& own, const PrekeyBundle& theirs, Random& random);

    struct Accepted; // Session and Opened
    //! Answers a first envelope from a person we have no session with (see senderOf).
    //! \returns "messaging.not_for_us" if the envelope is no first one or names no prekey of ours,
    //!          "messaging.not_authentic", "messaging.bad_envelope".
    [[nodiscard]] static Result<Accepted> accept(const LocalKeys& own, ByteView envelope, Random& random);

    //! Who sent a first envelope: choose the session by its identity, or accept(). \returns "messaging.not_for_us" for
    //! any other envelope or if it is not to `own`; "messaging.not_authentic", "messaging.bad_envelope".
    [[nodiscard]] static Result<PrekeyBundle> senderOf(const LocalKeys& own, ByteView envelope);

    //! Seals up to kMaxContent bytes; carries acknowledgements of what was read. \param wantsAck false: never repeated
    //! and never waited for. \returns "messaging.too_large"; "messaging.peer_silent" with kMaxUnacknowledged
    //! outstanding.
    [[nodiscard]] Result<Sealed> seal(ByteView content, Random& random, bool wantsAck = true);
    //! A message without content that only acknowledges; send it if owesAck() and nothing else is to be said.
    [[nodiscard]] Result<Sealed> sealAck(Random& random);
    [[nodiscard]] bool owesAck() const;

    //! Opens an envelope of this person, a first one too. On any error the state is as before.
    //! \returns "messaging.duplicate" if it was opened before (or is so late that its key was given up),
    //!          "messaging.too_far_ahead" beyond kMaxJump,
    //!          "messaging.not_for_us" for a first envelope to other keys or from another person,
    //!          "messaging.not_authentic" if no key of ours opens it, "messaging.bad_envelope" for a wrong shape or
    //!          size.
    [[nodiscard]] Result<Opened> open(const LocalKeys& own, ByteView envelope, Random& random);

    //! Agrees on new keys with the next seal(); older ratchets only read from now on.
    [[nodiscard]] Result<void> restart(const LocalKeys& own, Random& random);
    //! Tags of all envelopes that want an acknowledgement and have none, oldest first.
    [[nodiscard]] std::vector<EnvelopeTag> unacknowledged() const;
    //! True until something was read from the other side under the present keys.
    [[nodiscard]] bool awaitingAnswer() const;

    //! The other side's latest card (its inbox key says where to send pointers).
    [[nodiscard]] const PrekeyBundle& peer() const;
    //! Takes a newer card of the same person; used by the next restart(). \returns "messaging.not_authentic" for
    //! another identity or a wrong signature.
    [[nodiscard]] Result<void> updatePeer(const PrekeyBundle& card);

    //! Everything, for the encrypted database. \returns the bytes, in locked memory.
    [[nodiscard]] Secret exportState() const;
    //! \returns "messaging.bad_state" if the bytes are not from exportState().
    [[nodiscard]] static Result<Session> importState(ByteView state);

private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

struct Session::Accepted {
    Session session;
    Opened opened;
    PrekeyBundle sender;
};

} // namespace bt::messaging
