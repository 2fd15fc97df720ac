// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/postbox.h"

#include "crypto/hash.h"
#include "identity/did_key.h"
#include "ipld/sealed_object.h"
#include "messaging/message.h"

namespace bt::service {
namespace {

messaging::Kind messageKind(const Letter& letter)
{
    using messaging::Kind;
    static constexpr Kind kKinds[] = {Kind::BookingRequest, Kind::System,        Kind::System,      Kind::Join,     Kind::Leave,
                                      Kind::Record,         Kind::SplitProposal, Kind::SplitAnswer, Kind::Feedback, Kind::Text,
                                      Kind::System,         Kind::System,        Kind::System};
    static_assert(std::size(kKinds) == std::variant_size_v<Letter>, "a kind for every letter");
    return kKinds[letter.index()];
}

Bytes encodeThread(const Thread& t)
{
    return bytesOf(Json{
        {"id", t.id},
        {"did", t.did},
        {"name", t.name},
        {"zone", t.zone},
        {"avatar", t.avatarSeed},
        {"licensed", t.licensed},
        {"asTherapist", t.asTherapist},
        {"inbox", hexOf(t.inbox)},
        {"read",
         t.readUpTo}}.dump());
}

Result<Thread> decodeThread(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    Thread t{f.text("id"),     f.text("did"),      f.text("name"),        f.text("zone"),
             f.text("avatar"), f.flag("licensed"), f.flag("asTherapist"), f.fixed<crypto::X25519Public>("inbox"),
             f.integer("read")};
    if (!f.ok()) return fail("service.bad_row", "thread");
    return t;
}

const char* const kSchema =
    "CREATE TABLE threads (id TEXT PRIMARY KEY, body BLOB NOT NULL, ratchet BLOB) WITHOUT ROWID;"
    "CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, kind INTEGER NOT NULL, mine INTEGER "
    "NOT NULL, text TEXT NOT NULL, visit TEXT NOT NULL, at INTEGER NOT NULL, state INTEGER NOT NULL, failure TEXT NOT NULL, "
    "txid TEXT NOT NULL, cid TEXT NOT NULL);"
    "CREATE INDEX messages_by_thread ON messages (thread, id);"
    "CREATE TABLE seen (thread TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (thread, message)) WITHOUT ROWID;"
    "CREATE TABLE envelopes (tag BLOB PRIMARY KEY, thread TEXT NOT NULL, message INTEGER NOT NULL, cid TEXT NOT NULL, key BLOB "
    "NOT NULL, announced INTEGER NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;";

} // namespace

Result<Postbox> Postbox::open(store::Database& db, const vault::Keys& keys, const Clock& clock, Random& random)
{
    BT_CHECK(db.migrate("postbox", {kSchema}));
    Postbox box(db, keys, clock, random);
    BT_CHECK(box.reload());
    return box;
}

Result<void> Postbox::reload()
{
    m_threads.clear();
    m_sessions.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT body FROM threads"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(auto thread, decodeThread(rows.blob(0)));
        m_threads.insert_or_assign(thread.id, std::move(thread));
    }
}

messaging::LocalKeys Postbox::listingKeys() const { return messaging::LocalKeys::fromSeed(m_keys->derive("listing", {}, 0).view()); }

messaging::LocalKeys Postbox::keysOf(const Thread& thread) const
{
    if (thread.asTherapist) return listingKeys();
    return messaging::LocalKeys::fromSeed(m_keys->derive("relationship", viewOf(thread.id), 0).view());
}

crypto::X25519Pair Postbox::inboxOf(const std::string& threadId) const
{
    const auto* thread = find(threadId);
    if (thread != nullptr && !thread->asTherapist) return std::move(keysOf(*thread).inbox);
    return m_keys->deriveX25519("inbox", viewOf(threadId), 0);
}

crypto::X25519Pair Postbox::archive() const { return m_keys->deriveX25519("archive", {}, 0); }

const Thread* Postbox::find(const std::string& id) const
{
    const auto it = m_threads.find(id);
    return it == m_threads.end() ? nullptr : &it->second;
}

const Thread* Postbox::withPeer(const std::string& did) const
{
    for (const auto& [id, thread] : m_threads)
        if (thread.did == did) return &thread;
    return nullptr;
}

Result<void> Postbox::save(const Thread& thread)
{
    BT_TRY(auto insert, m_db->prepare("INSERT INTO threads (id, body) VALUES (?, ?) "
                                      "ON CONFLICT (id) DO UPDATE SET body = excluded.body"));
    BT_CHECK(insert.bind(thread.id).bind(ByteView(encodeThread(thread))).run());
    m_threads.insert_or_assign(thread.id, thread);
    return {};
}

Result<void> Postbox::start(const Thread& thread, const messaging::PrekeyBundle& theirs)
{
    BT_CHECK(save(thread));
    BT_TRY(auto session, messaging::Session::initiate(keysOf(thread), theirs, *m_random));
    m_sessions.erase(thread.id);
    m_sessions.emplace(thread.id, std::move(session));
    return keepSession(thread.id);
}

Result<messaging::PrekeyBundle> Postbox::peerOf(const std::string& threadId)
{
    BT_TRY(auto* open, session(threadId));
    return open->peer();
}

Result<messaging::Session*> Postbox::session(const std::string& threadId)
{
    if (const auto it = m_sessions.find(threadId); it != m_sessions.end()) return &it->second;
    BT_TRY(auto row, m_db->prepare("SELECT ratchet FROM threads WHERE id = ?"));
    BT_TRY(const bool found, row.bind(threadId).step());
    if (!found || row.isNull(0)) return fail("message.no_conversation");
    auto raw = row.blob(0);
    auto session = messaging::Session::importState(raw);
    wipe(raw.data(), raw.size());
    if (!session) return tl::unexpected(std::move(session).error());
    return &m_sessions.emplace(threadId, std::move(*session)).first->second;
}

Result<void> Postbox::keepSession(const std::string& threadId)
{
    const auto state = m_sessions.at(threadId).exportState();
    BT_TRY(auto update, m_db->prepare("UPDATE threads SET ratchet = ? WHERE id = ?"));
    return update.bind(state.view()).bind(threadId).run();
}

Result<Mail> Postbox::wrap(const std::string& threadId, messaging::Sealed sealed, std::int64_t messageRow, ByteView content)
{
    BT_CHECK(keepSession(threadId));
    BT_TRY(auto object, ipld::seal(sealed.envelope, *m_random));
    if (!content.empty()) {
        BT_TRY(auto insert, m_db->prepare("INSERT INTO envelopes (tag, thread, message, cid, key, announced, content) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?)"));
        BT_CHECK(insert.bind(sealed.tag.view())
                     .bind(threadId)
                     .bind(messageRow)
                     .bind(object.cid.text())
                     .bind(object.contentKey.view())
                     .bind(m_clock->now().value)
                     .bind(content)
                     .run());
    }
    return Mail{object.cid, std::move(object.block), std::move(object.contentKey), m_threads.at(threadId).inbox, sealed.tag};
}

Result<Mail> Postbox::seal(const std::string& threadId, const Letter& letter, std::int64_t messageRow)
{
    BT_TRY(auto* open, session(threadId));
    Json body = writeLetter(letter);
    body["what"] = std::string(kindOf(letter));
    const auto message = messaging::makeMessage(messageKind(letter), std::move(body), m_clock->now(), *m_random);
    BT_TRY(const auto content, messaging::encodeMessage(message));
    BT_TRY(auto sealed, open->seal(content, *m_random, true));
    return wrap(threadId, std::move(sealed), messageRow, content);
}

Result<std::vector<std::pair<Mail, std::int64_t>>> Postbox::sealAgain(const std::string& threadId)
{
    std::vector<std::pair<Bytes, std::int64_t>> left;
    {
        BT_TRY(auto rows, m_db->prepare("SELECT content, message FROM envelopes WHERE thread = ? ORDER BY announced, message"));
        rows.bind(threadId);
        for (;;) {
            BT_TRY(const bool more, rows.step());
            if (!more) break;
            left.emplace_back(rows.blob(0), rows.integer(1));
        }
    }
    BT_TRY(auto drop, m_db->prepare("DELETE FROM envelopes WHERE thread = ?"));
    BT_CHECK(drop.bind(threadId).run());
    std::vector<std::pair<Mail, std::int64_t>> out;
    BT_TRY(auto* open, session(threadId));
    for (const auto& [content, row] : left) {
        BT_TRY(auto sealed, open->seal(content, *m_random, true));
        BT_TRY(auto mail, wrap(threadId, std::move(sealed), row, content));
        out.emplace_back(std::move(mail), row);
    }
    return out;
}

Result<void> Postbox::restart(const std::string& threadId)
{
    BT_TRY(auto* open, session(threadId));
    BT_CHECK(open->restart(keysOf(m_threads.at(threadId)), *m_random));
    return keepSession(threadId);
}

Result<Mail> Postbox::sealAck(const std::string& threadId)
{
    BT_TRY(auto* open, session(threadId));
    BT_TRY(auto sealed, open->sealAck(*m_random));
    return wrap(threadId, std::move(sealed), 0, {});
}

Result<Arrived> Postbox::open(const std::string& threadId, ByteView block, ByteView contentKey)
{
    auto envelope = ipld::open(block, contentKey);
    if (!envelope) return fail("service.not_a_block", std::string(envelope.error().code));
    Arrived arrived;
    arrived.threadId = threadId;
    std::optional<messaging::Opened> opened;
    if (threadId.empty()) { // through the listing's inbox: perhaps somebody new
        const auto own = listingKeys();
        const auto sender = messaging::Session::senderOf(own, *envelope);
        if (!sender && sender.error().code != "messaging.not_for_us") return tl::unexpected(sender.error());
        const auto did = sender ? identity::didKey(sender->identity) : std::string();
        if (!sender) {
            // No first envelope: of someone who has heard from us already but does not know the relationship's inbox yet.
            BT_TRY(opened, openByAny(*envelope, arrived.threadId));
        } else if (const auto* known = withPeer(did)) {
            arrived.threadId = known->id;
        } else {
            BT_TRY(auto accepted, messaging::Session::accept(own, *envelope, *m_random));
            Thread fresh;
            fresh.id = hexOf(ByteView(m_random->bytes(16)));
            fresh.did = did;
            fresh.avatarSeed = hexOf(crypto::blake2b(viewOf(did))).substr(0, 16);
            fresh.asTherapist = true;
            fresh.inbox = accepted.sender.inbox;
            BT_CHECK(save(fresh));
            m_sessions.emplace(fresh.id, std::move(accepted.session));
            BT_CHECK(keepSession(fresh.id));
            arrived.threadId = fresh.id;
            arrived.newThread = true;
            opened = std::move(accepted.opened);
        }
    }
    if (!opened) {
        BT_TRY(auto* conversation, session(arrived.threadId));
        BT_TRY(opened, conversation->open(keysOf(m_threads.at(arrived.threadId)), *envelope, *m_random));
        BT_CHECK(keepSession(arrived.threadId));
    }
    BT_CHECK(delivered(opened->delivered));
    arrived.startedAnew = opened->startedAnew && !arrived.newThread;
    arrived.outOfStep = opened->outOfStep;
    if (opened->content.empty()) return arrived;
    auto message = messaging::decodeMessage(opened->content);
    if (!message) {
        arrived.unknownKind = true;
        return arrived;
    }
    arrived.messageId = hexOf(message->id);
    arrived.sentAt = message->sentAt;
    const auto what = codec::textField(message->body, "what");
    auto letter = readLetter(what ? *what : message->kindName, message->body);
    if (letter) arrived.letter = std::move(*letter);
    else if (letter.error().code == "message.unknown_kind")
        arrived.letter = FeatureLetter{what ? *what : std::string(message->kindName), message->body};
    else arrived.unknownKind = true;
    return arrived;
}

Result<messaging::Opened> Postbox::openByAny(ByteView envelope, std::string& threadId)
{
    for (const auto& [id, thread] : m_threads) {
        if (!thread.asTherapist) continue;
        BT_TRY(auto* conversation, session(id));
        auto opened = conversation->open(keysOf(thread), envelope, *m_random); // changes nothing unless it is theirs
        if (!opened && (opened.error().code == "messaging.not_authentic" || opened.error().code == "messaging.not_for_us")) continue;
        if (!opened) return tl::unexpected(std::move(opened).error());
        threadId = id;
        BT_CHECK(keepSession(id));
        return opened;
    }
    return fail("messaging.not_for_us");
}

Result<std::vector<std::string>> Postbox::owingAcks()
{
    std::vector<std::string> owing;
    for (const auto& [id, thread] : m_threads) {
        const auto open = session(id);
        if (open && (*open)->owesAck()) owing.push_back(id);
    }
    return owing;
}

Result<void> Postbox::delivered(const std::vector<messaging::EnvelopeTag>& tags)
{
    for (const auto& tag : tags) {
        BT_TRY(auto find, m_db->prepare("SELECT message FROM envelopes WHERE tag = ?"));
        BT_TRY(const bool found, find.bind(tag.view()).step());
        if (!found) continue;
        const auto row = find.integer(0);
        if (row != 0) BT_CHECK(setState(row, MessageState::Delivered));
        BT_TRY(auto drop, m_db->prepare("DELETE FROM envelopes WHERE tag = ?"));
        BT_CHECK(drop.bind(tag.view()).run());
    }
    return {};
}

} // namespace bt::service
