// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/outbox.h"

#include <algorithm>
#include <array>

namespace bt::outbox {
namespace {

constexpr const char* kColumns = "id, kind, payload, prepared, handed, state, attempts, created, next_try, error, args";

// An Error's code must be a literal; what the table keeps is text, so args go as one field with a separator that no
// argument contains (unit separator; arguments are figures and words).
constexpr char kUnitSeparator = '\x1f';

std::string joined(const std::vector<std::string>& args)
{
    std::string out;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (i > 0) out += kUnitSeparator;
        std::ranges::copy_if(args[i], std::back_inserter(out), [](char c) { return c != kUnitSeparator; });
    }
    return out;
}
std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> out;
    if (text.empty()) return out;
    std::size_t from = 0;
    for (;;) {
        const auto to = text.find(kUnitSeparator, from);
        out.push_back(text.substr(from, to == std::string::npos ? to : to - from));
        if (to == std::string::npos) return out;
        from = to + 1;
    }
}

Intent rowOf(const store::Statement& row)
{
    Intent out;
    out.id = row.integer(0);
    out.kind = row.text(1);
    out.payload = row.blob(2);
    out.prepared = row.blob(3);
    out.handedOver = row.integer(4) != 0;
    out.state = static_cast<State>(row.integer(5));
    out.attempts = static_cast<int>(row.integer(6));
    out.created = {row.integer(7)};
    out.nextTry = {row.integer(8)};
    out.lastError = row.text(9);
    out.lastArgs = split(row.text(10));
    return out;
}

std::int64_t number(State state) { return static_cast<std::int64_t>(state); }

} // namespace

Result<Outbox> Outbox::open(store::Database& db, const Clock& clock, Random& random, Backoff backoff)
{
    BT_CHECK(db.migrate("outbox",
                        {"CREATE TABLE intent(id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, once TEXT, payload BLOB NOT NULL, "
                         "prepared BLOB NOT NULL DEFAULT x'', handed INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, "
                         "attempts INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, next_try INTEGER NOT NULL, "
                         "error TEXT NOT NULL DEFAULT '', args TEXT NOT NULL DEFAULT '', UNIQUE(kind, once));"
                         "CREATE INDEX intent_due ON intent(state, next_try);"
                         "CREATE TABLE intent_key(intent INTEGER NOT NULL REFERENCES intent(id) ON DELETE CASCADE, key TEXT NOT NULL, "
                         "PRIMARY KEY(key, intent)) WITHOUT ROWID;"
                         "CREATE INDEX intent_key_of ON intent_key(intent);"
                         "CREATE TABLE intent_after(intent INTEGER NOT NULL REFERENCES intent(id) ON DELETE CASCADE, "
                         "needs INTEGER NOT NULL, PRIMARY KEY(intent, needs)) WITHOUT ROWID;"
                         "CREATE INDEX intent_after_needs ON intent_after(needs)"}));
    // Whoever worked on these is gone: the next try starts at once, with the bytes that were kept.
    BT_TRY(auto wake, db.prepare("UPDATE intent SET state = 0, next_try = min(next_try, ?) WHERE state = 1"));
    BT_CHECK(wake.bind(clock.now().value).run());
    return Outbox(db, clock, random, backoff);
}

Result<std::int64_t> Outbox::enqueue(const NewIntent& intent)
{
    std::int64_t id = 0;
    BT_CHECK(m_db->transaction([&]() -> Result<void> {
        if (!intent.once.empty()) {
            BT_TRY(auto find, m_db->prepare("SELECT id FROM intent WHERE kind = ? AND once = ?"));
            BT_TRY(const bool there, find.bind(intent.kind).bind(intent.once).step());
            if (there) {
                id = find.integer(0);
                return {};
            }
        }
        const std::int64_t now = m_clock->now().value;
        BT_TRY(auto put, m_db->prepare("INSERT INTO intent(kind, once, payload, created, next_try) VALUES(?, ?, ?, ?, ?)"));
        put.bind(intent.kind);
        if (intent.once.empty()) put.bindNull();
        else put.bind(intent.once);
        BT_CHECK(put.bind(ByteView(intent.payload)).bind(now).bind(std::max(now, intent.notBefore.value)).run());
        id = m_db->lastRowId();
        BT_TRY(auto key, m_db->prepare("INSERT OR IGNORE INTO intent_key(intent, key) VALUES(?, ?)"));
        for (const auto& name : intent.keys) {
            key.reset();
            BT_CHECK(key.bind(id).bind(name).run());
        }
        BT_TRY(auto needs, m_db->prepare("INSERT OR IGNORE INTO intent_after(intent, needs) VALUES(?, ?)"));
        for (const std::int64_t before : intent.after) {
            BT_TRY(const Intent known, get(before)); // "outbox.unknown" is the caller's mistake
            if (known.state == State::Failed || known.state == State::Cancelled) return bt::fail("outbox.predecessor");
            needs.reset();
            BT_CHECK(needs.bind(id).bind(before).run());
        }
        return {};
    }));
    return id;
}

Result<std::vector<Intent>> Outbox::take(int limit)
{
    std::vector<Intent> out;
    BT_CHECK(m_db->transaction([&]() -> Result<void> {
        BT_TRY(auto query,
               m_db->prepare(std::string("SELECT ") + kColumns +
                             " FROM intent AS i WHERE state = 0 AND next_try <= ?1"
                             " AND NOT EXISTS(SELECT 1 FROM intent_key AS mine JOIN intent_key AS theirs ON theirs.key = mine.key"
                             " AND theirs.intent < mine.intent JOIN intent AS e ON e.id = theirs.intent AND e.state IN (0, 1)"
                             " WHERE mine.intent = i.id)"
                             " AND NOT EXISTS(SELECT 1 FROM intent_after AS a LEFT JOIN intent AS n ON n.id = a.needs"
                             " WHERE a.intent = i.id AND n.state IS NOT NULL AND n.state <> 2)"
                             " ORDER BY next_try, id LIMIT ?2"));
        query.bind(m_clock->now().value).bind(std::int64_t{std::max(limit, 0)});
        for (;;) {
            BT_TRY(const bool row, query.step());
            if (!row) break;
            out.push_back(rowOf(query));
        }
        BT_TRY(auto mark, m_db->prepare("UPDATE intent SET state = 1, attempts = attempts + 1 WHERE id = ?"));
        for (auto& intent : out) {
            mark.reset();
            BT_CHECK(mark.bind(intent.id).run());
            intent.state = State::Working;
            ++intent.attempts;
        }
        return {};
    }));
    return out;
}

Result<std::optional<Millis>> Outbox::nextDue()
{
    BT_TRY(auto query, m_db->prepare("SELECT min(next_try) FROM intent WHERE state = 0"));
    BT_TRY(const bool row, query.step());
    if (!row || query.isNull(0)) return std::optional<Millis>();
    return std::optional<Millis>(Millis{query.integer(0)});
}

Result<void> Outbox::handOver(std::int64_t id, ByteView prepared)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Cancelled) return bt::fail("outbox.cancelled");
        if (intent.state != State::Working && intent.state != State::Waiting) return bt::fail("outbox.finished");
        BT_TRY(auto put, m_db->prepare("UPDATE intent SET prepared = ?, handed = 1 WHERE id = ?"));
        return put.bind(prepared).bind(id).run();
    });
}

Result<void> Outbox::takeBack(std::int64_t id)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Done || intent.state == State::Cancelled) return bt::fail("outbox.finished");
        BT_TRY(auto put, m_db->prepare("UPDATE intent SET prepared = x'', handed = 0 WHERE id = ?"));
        return put.bind(id).run();
    });
}

Result<void> Outbox::finish(std::int64_t id, State state, const Error& why)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(auto put, m_db->prepare("UPDATE intent SET state = ?, error = ?, args = ? WHERE id = ?"));
        BT_CHECK(put.bind(number(state)).bind(why.code).bind(joined(why.args)).bind(id).run());
        if (state == State::Done) return {};
        BT_TRY(auto query, m_db->prepare("SELECT a.intent FROM intent_after AS a JOIN intent AS i ON i.id = a.intent "
                                         "WHERE a.needs = ? AND i.state IN (0, 1)"));
        query.bind(id);
        std::vector<std::int64_t> followers;
        for (;;) {
            BT_TRY(const bool row, query.step());
            if (!row) break;
            followers.push_back(query.integer(0));
        }
        for (const std::int64_t follower : followers) BT_CHECK(finish(follower, State::Failed, Error{"outbox.predecessor", {}, {}}));
        return {};
    });
}

Result<void> Outbox::complete(std::int64_t id)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Done) return {};
        // What has happened has happened: also for one that was given up or taken back in the meantime.
        return finish(id, State::Done, Error{"", {}, {}});
    });
}

Result<void> Outbox::retryLater(std::int64_t id, const Error& why, std::optional<Millis> at)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Cancelled) return bt::fail("outbox.cancelled");
        if (intent.state != State::Working && intent.state != State::Waiting) return bt::fail("outbox.finished");
        std::int64_t wait = m_backoff.firstMs;
        for (int i = 1; i < intent.attempts && wait < m_backoff.longestMs; ++i) wait *= 2;
        wait = std::min(wait, m_backoff.longestMs);
        // A fifth up or down, so that many waiting intents do not come back in step.
        const auto spread = static_cast<std::uint64_t>(std::max<std::int64_t>(wait * 2 / 5, 1));
        wait = wait - wait / 5 + static_cast<std::int64_t>(m_random->below(spread));
        const Millis next = at.value_or(m_clock->now().plus(wait));
        BT_TRY(auto put, m_db->prepare("UPDATE intent SET state = 0, next_try = ?, error = ?, args = ? WHERE id = ?"));
        return put.bind(next.value).bind(why.code).bind(joined(why.args)).bind(id).run();
    });
}

Result<void> Outbox::fail(std::int64_t id, const Error& why)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Done || intent.state == State::Cancelled) return bt::fail("outbox.finished");
        return finish(id, State::Failed, why);
    });
}

Result<void> Outbox::cancel(std::int64_t id)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Cancelled) return {};
        if (intent.state == State::Done) return bt::fail("outbox.finished");
        if (intent.handedOver) return bt::fail("outbox.handed_over");
        return finish(id, State::Cancelled, Error{"", {}, {}});
    });
}

Result<void> Outbox::retryNow(std::int64_t id)
{
    return m_db->transaction([&]() -> Result<void> {
        BT_TRY(const Intent intent, get(id));
        if (intent.state == State::Working) return {};
        if (intent.state != State::Waiting && intent.state != State::Failed) return bt::fail("outbox.finished");
        BT_TRY(auto put, m_db->prepare("UPDATE intent SET state = 0, next_try = ? WHERE id = ?"));
        return put.bind(m_clock->now().value).bind(id).run();
    });
}

Result<Intent> Outbox::get(std::int64_t id)
{
    BT_TRY(auto query, m_db->prepare(std::string("SELECT ") + kColumns + " FROM intent WHERE id = ?"));
    BT_TRY(const bool there, query.bind(id).step());
    if (!there) return bt::fail("outbox.unknown", "no intent " + std::to_string(id));
    return rowOf(query);
}

Result<std::vector<Intent>> Outbox::unfinished()
{
    BT_TRY(auto query, m_db->prepare(std::string("SELECT ") + kColumns + " FROM intent WHERE state IN (0, 1, 3) ORDER BY id"));
    std::vector<Intent> out;
    for (;;) {
        BT_TRY(const bool row, query.step());
        if (!row) return out;
        out.push_back(rowOf(query));
    }
}

Result<void> Outbox::forgetFinished(Millis createdBefore)
{
    BT_TRY(auto drop, m_db->prepare("DELETE FROM intent WHERE state IN (2, 4) AND created < ?1 AND NOT EXISTS("
                                    "SELECT 1 FROM intent_after AS a JOIN intent AS i ON i.id = a.intent "
                                    "WHERE a.needs = intent.id AND i.state IN (0, 1))"));
    return drop.bind(createdBefore.value).run();
}

} // namespace bt::outbox
