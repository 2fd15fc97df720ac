// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The persona's conversations: who the other sides are, the ratchet state of each, and the messages, all in the sealed
//! database. Seals letters into blocks and opens blocks into letters; sending and fetching are the dispatcher's and the
//! follower's. Every call that changes anything belongs inside the caller's database transaction. Worker thread only.
#pragma once

#include "ipld/cid.h"
#include "messaging/pointer.h"
#include "messaging/session.h"
#include "service/letters.h"
#include "service/snapshot.h"
#include "store/database.h"
#include "vault/keys.h"

namespace bt::service {

//! One relationship.
struct Thread {
    std::string id; //!< hex of 16 random bytes
    std::string did, name, zone, avatarSeed;
    bool licensed = false;
    bool asTherapist = false;   //!< this side is the therapist of it: the listing's keys speak
    crypto::X25519Public inbox; //!< the other side's: where pointers to them are sealed
    std::int64_t readUpTo = 0;
};

//! A sealed letter, ready for the block store and a payload slot.
struct Mail {
    ipld::Cid cid;
    Bytes block;
    Secret contentKey;
    crypto::X25519Public inbox;
    messaging::EnvelopeTag tag;
};

//! What came out of an envelope.
struct Arrived {
    std::string threadId;
    std::optional<Letter> letter; //!< empty for bare acknowledgements and what cannot be read
    bool unknownKind = false;
    std::string messageId; //!< hex; a repetition has the same
    Millis sentAt;
    bool newThread = false;
    bool startedAnew = false; //!< the other side lost its keys: what it has not read must be sealed again
    bool outOfStep = false;   //!< one side lost state: agree on new keys
};

class Postbox
{
public:
    [[nodiscard]] static Result<Postbox> open(store::Database& db, const vault::Keys& keys, const Clock& clock, Random& random);

    //! The keys that speak in a relationship, and the therapist's listing keys.
    [[nodiscard]] messaging::LocalKeys keysOf(const Thread& thread) const;
    [[nodiscard]] messaging::LocalKeys listingKeys() const;
    //! Where this side's pointers of a relationship arrive.
    [[nodiscard]] crypto::X25519Pair inboxOf(const std::string& threadId) const;
    //! Where this side's own capsules arrive.
    [[nodiscard]] crypto::X25519Pair archive() const;

    [[nodiscard]] const std::map<std::string, Thread>& threads() const { return m_threads; }
    [[nodiscard]] const Thread* find(const std::string& id) const;
    [[nodiscard]] const Thread* withPeer(const std::string& did) const;
    [[nodiscard]] Result<void> save(const Thread& thread);
    //! Begins a conversation towards a bundle, under a thread id of the caller's.
    [[nodiscard]] Result<void> start(const Thread& thread, const messaging::PrekeyBundle& theirs);
    //! The other side's latest card, for capsules.
    [[nodiscard]] Result<messaging::PrekeyBundle> peerOf(const std::string& threadId);

    //! Seals a letter and keeps the ratchet's new state. \param messageRow the chat row whose state follows it; 0: none.
    [[nodiscard]] Result<Mail> seal(const std::string& threadId, const Letter& letter, std::int64_t messageRow);
    [[nodiscard]] Result<Mail> sealAck(const std::string& threadId);
    //! Seals everything of a thread that was never acknowledged again, under the present keys and with the same message
    //! ids. \returns the mails with their chat rows.
    [[nodiscard]] Result<std::vector<std::pair<Mail, std::int64_t>>> sealAgain(const std::string& threadId);
    //! New keys with the next letter (messaging::Session::restart).
    [[nodiscard]] Result<void> restart(const std::string& threadId);
    //! Opens a block that a pointer to us named. \param threadId the thread whose inbox it came through; empty: the
    //! listing's inbox. \returns "messaging.*"; "service.not_a_block" for a block that is no sealed object.
    [[nodiscard]] Result<Arrived> open(const std::string& threadId, ByteView block, ByteView contentKey);
    [[nodiscard]] Result<std::vector<std::string>> owingAcks(); //!< threads

    // --- messages ----------------------------------------------------------------------------------------------
    [[nodiscard]] Result<std::int64_t> add(const MessageView& message);
    [[nodiscard]] Result<void> setState(std::int64_t id, MessageState state, std::string_view failure = {});
    [[nodiscard]] Result<void> setCarriage(std::int64_t id, const std::string& txid, const std::string& cid);
    [[nodiscard]] Result<void> remove(std::int64_t id);
    //! A letter that will not be sent: its envelope is forgotten. \param tag hex; "" or an unknown one changes nothing.
    [[nodiscard]] Result<void> dropEnvelope(const std::string& tag);
    [[nodiscard]] Result<std::optional<MessageView>> message(std::int64_t id);
    [[nodiscard]] Result<std::vector<MessageView>> page(const std::string& threadId, std::int64_t beforeId, int limit);
    [[nodiscard]] Result<std::vector<ThreadView>> summaries();
    [[nodiscard]] Result<void> markRead(const std::string& threadId);
    //! True, once, for a message id that this thread has not had.
    [[nodiscard]] Result<bool> firstTime(const std::string& threadId, const std::string& messageId);
    //! Chat rows of the envelopes that still want an acknowledgement and were sent before `before`, with their mail.
    struct Unacknowledged {
        std::string threadId, cid;
        Secret contentKey;
        messaging::EnvelopeTag tag;
    };
    [[nodiscard]] Result<std::vector<Unacknowledged>> unacknowledgedBefore(Millis before);
    [[nodiscard]] Result<void> noteAnnounced(const messaging::EnvelopeTag& tag, Millis at);
    [[nodiscard]] Result<void> reload();

private:
    Postbox(store::Database& db, const vault::Keys& keys, const Clock& clock, Random& random)
        : m_db(&db), m_keys(&keys), m_clock(&clock), m_random(&random)
    {}
    [[nodiscard]] Result<messaging::Session*> session(const std::string& threadId);
    [[nodiscard]] Result<void> keepSession(const std::string& threadId);
    //! Opens an envelope that came through the listing's inbox by whichever conversation it belongs to, and names it.
    [[nodiscard]] Result<messaging::Opened> openByAny(ByteView envelope, std::string& threadId);
    [[nodiscard]] Result<Mail> wrap(const std::string& threadId, messaging::Sealed sealed, std::int64_t messageRow, ByteView content);
    [[nodiscard]] Result<void> delivered(const std::vector<messaging::EnvelopeTag>& tags);
    store::Database* m_db;
    const vault::Keys* m_keys;
    const Clock* m_clock;
    Random* m_random;
    std::map<std::string, Thread> m_threads;
    std::map<std::string, messaging::Session> m_sessions; // opened lazily, kept in step with the database
};

} // namespace bt::service
