// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/postbox.h"

#include "service/codes.h"

namespace bt::service {
namespace {

const char* const kColumns = "SELECT id, thread, kind, mine, text, visit, at, state, failure, txid, cid FROM messages ";

MessageView readRow(const store::Statement& row)
{
    MessageView m;
    m.id = row.integer(0);
    m.threadId = row.text(1);
    m.kind = static_cast<MessageKind>(row.integer(2));
    m.mine = row.integer(3) != 0;
    m.text = row.text(4);
    m.visitId = row.text(5);
    m.at = {row.integer(6)};
    m.state = static_cast<MessageState>(row.integer(7));
    m.failure = lastingCode(row.text(8));
    m.txid = row.text(9);
    m.cid = row.text(10);
    return m;
}

} // namespace

Result<std::int64_t> Postbox::add(const MessageView& m)
{
    BT_TRY(auto insert, m_db->prepare("INSERT INTO messages (thread, kind, mine, text, visit, at, state, failure, txid, cid) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '')"));
    BT_CHECK(insert.bind(m.threadId)
                 .bind(static_cast<std::int64_t>(m.kind))
                 .bind(std::int64_t{m.mine})
                 .bind(m.text)
                 .bind(m.visitId)
                 .bind(m.at.value)
                 .bind(static_cast<std::int64_t>(m.state))
                 .run());
    return m_db->lastRowId();
}

Result<void> Postbox::setState(std::int64_t id, MessageState state, std::string_view failure)
{
    // Delivered is final: a late "sent" from a repeated hand-over must not take it back.
    BT_TRY(auto update, m_db->prepare("UPDATE messages SET state = ?, failure = ? WHERE id = ? AND (state <> ? OR ? = ?)"));
    const auto done = static_cast<std::int64_t>(MessageState::Delivered);
    const auto next = static_cast<std::int64_t>(state);
    return update.bind(next).bind(failure).bind(id).bind(done).bind(next).bind(done).run();
}

Result<void> Postbox::setCarriage(std::int64_t id, const std::string& txid, const std::string& cid)
{
    BT_TRY(auto update, m_db->prepare("UPDATE messages SET txid = ?, cid = ? WHERE id = ?"));
    return update.bind(txid).bind(cid).bind(id).run();
}

Result<void> Postbox::remove(std::int64_t id)
{
    // Its envelope goes too: what was taken back must not be announced again a day later.
    BT_TRY(auto envelope, m_db->prepare("DELETE FROM envelopes WHERE message = ?"));
    BT_CHECK(envelope.bind(id).run());
    BT_TRY(auto drop, m_db->prepare("DELETE FROM messages WHERE id = ?"));
    return drop.bind(id).run();
}

Result<void> Postbox::dropEnvelope(const std::string& tag)
{
    if (tag.empty()) return {};
    BT_TRY(const auto raw, codec::hexDecode(tag));
    BT_TRY(auto drop, m_db->prepare("DELETE FROM envelopes WHERE tag = ?"));
    return drop.bind(ByteView(raw)).run();
}

Result<std::optional<MessageView>> Postbox::message(std::int64_t id)
{
    BT_TRY(auto row, m_db->prepare(std::string(kColumns) + "WHERE id = ?"));
    BT_TRY(const bool found, row.bind(id).step());
    if (!found) return std::optional<MessageView>{};
    return std::optional<MessageView>(readRow(row));
}

Result<std::vector<MessageView>> Postbox::page(const std::string& threadId, std::int64_t beforeId, int limit)
{
    BT_TRY(auto rows, m_db->prepare(std::string(kColumns) + "WHERE thread = ? AND id < ? ORDER BY id DESC LIMIT ?"));
    rows.bind(threadId).bind(beforeId > 0 ? beforeId : INT64_MAX).bind(std::int64_t{std::clamp(limit, 1, 500)});
    std::vector<MessageView> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) break;
        out.push_back(readRow(rows));
    }
    std::ranges::reverse(out);
    return out;
}

Result<std::vector<ThreadView>> Postbox::summaries()
{
    std::vector<ThreadView> out;
    for (const auto& [id, thread] : m_threads) {
        ThreadView view{id, thread.did, thread.name, thread.avatarSeed, thread.licensed, {}, {}, 0, 0, 0};
        BT_TRY(auto newest, page(id, 0, 1));
        if (!newest.empty()) {
            view.lastText = newest.front().kind == MessageKind::Text ? newest.front().text : std::string();
            view.lastAt = newest.front().at;
            view.lastId = newest.front().id;
        }
        // Words and requests to pay wait to be seen; what the app itself wrote does not.
        BT_TRY(auto count, m_db->prepare("SELECT COUNT(*) FROM messages WHERE thread = ? AND mine = 0 AND kind IN (0, 3) AND id > ?"));
        BT_TRY(const bool any, count.bind(id).bind(thread.readUpTo).step());
        if (any) view.unread = static_cast<int>(count.integer(0));
        // States and rows both count into the revision, so that a list notices a delivery as well as a new line.
        BT_TRY(auto sum, m_db->prepare("SELECT COALESCE(SUM(state + 1), 0), COUNT(*) FROM messages WHERE thread = ?"));
        BT_TRY(const bool summed, sum.bind(id).step());
        if (summed) view.revision = static_cast<std::uint64_t>(sum.integer(0) * 1'000'003 + sum.integer(1) + view.lastId * 31);
        out.push_back(std::move(view));
    }
    std::ranges::sort(out, [](const ThreadView& a, const ThreadView& b) { return a.lastAt > b.lastAt; });
    return out;
}

Result<void> Postbox::markRead(const std::string& threadId)
{
    const auto* thread = find(threadId);
    if (thread == nullptr) return fail("message.no_conversation");
    BT_TRY(auto newest, page(threadId, 0, 1));
    if (newest.empty() || newest.front().id <= thread->readUpTo) return {};
    auto read = *thread;
    read.readUpTo = newest.front().id;
    return save(read);
}

Result<bool> Postbox::firstTime(const std::string& threadId, const std::string& messageId)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR IGNORE INTO seen (thread, message) VALUES (?, ?)"));
    BT_CHECK(insert.bind(threadId).bind(messageId).run());
    return m_db->changedRows() > 0;
}

Result<std::vector<Postbox::Unacknowledged>> Postbox::unacknowledgedBefore(Millis before)
{
    BT_TRY(auto rows, m_db->prepare("SELECT thread, cid, key, tag FROM envelopes WHERE announced < ?"));
    rows.bind(before.value);
    std::vector<Unacknowledged> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(const auto tag, messaging::EnvelopeTag::from(rows.blob(3)));
        out.push_back({rows.text(0), rows.text(1), Secret::copyOf(rows.blob(2)), tag});
    }
}

Result<void> Postbox::noteAnnounced(const messaging::EnvelopeTag& tag, Millis at)
{
    BT_TRY(auto update, m_db->prepare("UPDATE envelopes SET announced = ? WHERE tag = ?"));
    return update.bind(at.value).bind(tag.view()).run();
}

} // namespace bt::service
