// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/follower.h"

#include "kaspa/transaction_codec.h"
#include "service/feature.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

void noteStep(Visit& visit, std::string_view step, const std::string& txid, const ledger::AcceptedBlock& block)
{
    // Others that wanted to spend the same output, and steps that a reorganisation dropped, can never be any more.
    if (step != "ticket")
        std::erase_if(visit.steps,
                      [&](const VisitStep& s) { return !s.settled && !s.txid.empty() && s.txid != txid && s.step != "ticket"; });
    for (auto& known : visit.steps) {
        if (known.txid != txid) continue;
        known.at = block.time;
        known.settled = true; // accepted; the snapshot says when it is deep enough
        known.daaScore = block.daaScore;
        return;
    }
    visit.steps.push_back({std::string(step), txid, {}, block.time, true, block.daaScore});
}

constexpr std::uint64_t kUndoDepth = 432'000; // DAA: the network's own finality; nothing goes back behind it

} // namespace

Result<Follower> Follower::open(Context& context)
{
    BT_CHECK(context.db.migrate(
        "follower", {"CREATE TABLE arrivals (id INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, digest BLOB NOT NULL, key BLOB "
                     "NOT NULL, txid BLOB NOT NULL, tx BLOB NOT NULL, block BLOB NOT NULL, daa INTEGER NOT NULL, at INTEGER NOT NULL, "
                     "tries INTEGER NOT NULL DEFAULT 0, UNIQUE (txid, digest));",
                     "CREATE TABLE follower_undo (seq INTEGER PRIMARY KEY AUTOINCREMENT, block BLOB NOT NULL, daa INTEGER NOT NULL, what "
                     "TEXT NOT NULL, "
                     "about TEXT NOT NULL, txid TEXT NOT NULL, before BLOB NOT NULL);"
                     "CREATE INDEX follower_undo_block ON follower_undo(block)"}));
    return Follower(context);
}

void Follower::loadInboxes()
{
    m_inboxes.clear();
    m_inboxes.push_back({"archive", m_c->postbox.archive()});
    if (m_c->persona.role == Role::Therapist) m_inboxes.push_back({"", std::move(m_c->postbox.listingKeys().inbox)});
    for (const auto& [id, thread] : m_c->postbox.threads()) m_inboxes.push_back({id, m_c->postbox.inboxOf(id)});
    m_inboxesStale = false;
    m_inboxThreads = m_c->postbox.threads().size();
}

Result<bool> Follower::sync(const Deadline& deadline)
{
    if (m_inboxesStale || m_inboxThreads != m_c->postbox.threads().size()) loadInboxes();
    m_touched = false;
    m_undone.clear();
    ledger::ChainObserver observer;
    observer.added = [this](const ledger::AcceptedBlock& b) { return block(b); };
    observer.removed = [this](const ledger::BlockHash& hash) { return takenBack(hash); };
    auto report = m_c->wallet.sync(m_c->world.node, deadline, observer);
    if (!report) {
        BT_CHECK(m_c->visits.reload()); // the page was rolled back; memory may be ahead of the file
        BT_CHECK(m_c->carried.reload());
        BT_CHECK(m_c->withdrawn.reload());
        for (auto* feature : m_c->features) BT_CHECK(feature->reload());
        return tl::unexpected(std::move(report).error());
    }
    if (report->rescanned) {
        BT_CHECK(endLost());
        m_begunAnew = true;
    }
    if (!m_undone.empty()) BT_CHECK(tell());
    return m_touched || !report->changed.empty() || report->reorg || report->rescanned;
}

// After a reset of the practice network the money of live visits is nowhere: they end, and say so.
Result<void> Follower::endLost()
{
    std::vector<Visit> lost;
    for (const auto& [id, visit] : m_c->visits.all()) {
        if (!visit.onChain()) continue;
        BT_TRY(const auto output, cs::utxoOf(visit.session));
        BT_TRY(const auto utxo, m_c->world.node.utxoOf(visit.session.outpoint, output.spk, Deadline{}));
        if (!utxo) lost.push_back(visit);
    }
    return m_c->atomically([&]() -> Result<void> {
        for (auto& visit : lost) {
            if (m_c->world.practice == nullptr) {
                // It moved on in blocks that this node no longer keeps: nobody here can say how.
                visit.chainPruned = true;
                visit.pending.clear();
                BT_CHECK(m_c->visits.save(visit));
                continue;
            }
            visit.phase = VisitPhase::Ended;
            visit.ending = VisitEnding::NotStarted;
            visit.pending.clear();
            visit.ticket.reset();
            BT_CHECK(m_c->visits.save(visit));
        }
        return {};
    });
}

Result<void> Follower::block(const ledger::AcceptedBlock& block)
{
    for (const auto& tx : block.txs) {
        if (cameTrue && m_c->withdrawn.find(tx.id) != nullptr) BT_CHECK(cameTrue(tx.id));
        if (const auto* carried = m_c->carried.find(tx.id)) {
            CarriedTx next = *carried;
            next.daaScore = block.daaScore;
            next.block = block.hash;
            BT_CHECK(m_c->carried.save(next));
            m_touched = true;
        }
        BT_CHECK(visits(tx, block, {}));
        BT_CHECK(pointers(tx, block));
        BT_CHECK(playMoney(tx, block));
        for (auto* feature : m_c->features) BT_CHECK(feature->accepted(tx, block));
    }
    return {};
}

Result<void> Follower::birth(const Visit& visit, const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    auto born = cs::readBirth(visit.session.state, tx.tx, tx.id, visit.session.outpoint.index);
    if (!born) return {}; // not our booking after all: the booking's own fate is decided by the outbox
    BT_CHECK(remember(block.hash, block.daaScore, "visit", visit.id, hexOf(tx.id), encodeVisit(visit)));
    Visit next = visit;
    next.session = *born;
    next.session.daaScore = block.daaScore;
    next.phase = VisitPhase::Requested;
    if (next.pending == "book") next.pending.clear();
    noteStep(next, "book", hexOf(tx.id), block);
    m_touched = true;
    return m_c->visits.save(next);
}

Result<void> Follower::visits(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const std::string& onlyVisit)
{
    const auto txid = hexOf(tx.id);
    for (const auto& [id, visit] : m_c->visits.all()) {
        if (visit.phase == VisitPhase::Preparing && visit.bookingTxid == txid && (onlyVisit.empty() || onlyVisit == id)) {
            BT_CHECK(birth(visit, tx, block));
            break;
        }
    }
    for (const auto& input : tx.tx.inputs) {
        const auto* visit = m_c->visits.at(input.previous);
        if (visit == nullptr || (!onlyVisit.empty() && visit->id != onlyVisit)) continue;
        Visit next = *visit;
        m_touched = true;
        BT_CHECK(remember(block.hash, block.daaScore, "visit", visit->id, txid, encodeVisit(*visit)));
        if (visit->ticket && visit->ticket->outpoint == input.previous) {
            next.ticket.reset();
            noteStep(next, "ticket", txid, block);
            BT_CHECK(m_c->visits.save(next));
            continue;
        }
        const auto moved = cs::readSpend(visit->session, tx.tx, tx.id);
        if (!moved) return tl::unexpected(moved.error());
        const auto before = visit->phase;
        if (moved->next) {
            next.session = *moved->next;
            next.session.daaScore = block.daaScore;
            next.phase = phaseOf(next.session.state.phase);
            next.split.reset(); // it was about the output that is spent now
        } else {
            next.phase = VisitPhase::Ended;
            next.ending = endingOf(moved->step, before, moved->outcome);
            next.paid = moved->outcome;
            next.split.reset();
        }
        if (moved->ticket) {
            next.ticket = *moved->ticket;
            next.ticket->daaScore = block.daaScore;
        }
        if (moved->attendance && !next.attendance) next.attendance = moved->attendance;
        if (!next.pending.empty() && next.phase != before) next.pending.clear();
        noteStep(next, cs::stepName(moved->step), txid, block);
        BT_CHECK(m_c->visits.save(next));
    }
    return {};
}

Result<void> Follower::pointers(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    if (tx.tx.payload.size() != kPayloadBytes) return {};
    for (std::size_t slot = 0; slot < 2; ++slot) {
        const ByteView sealed = ByteView(tx.tx.payload).subspan(slot * messaging::kPointerBytes, messaging::kPointerBytes);
        for (const auto& inbox : m_inboxes) {
            if ((inbox.name == "archive") != (slot == 1)) continue;
            const auto pointer = messaging::tryOpenPointer(inbox.pair, sealed);
            if (!pointer) continue;
            BT_TRY(auto insert, m_c->db.prepare("INSERT OR IGNORE INTO arrivals (thread, digest, key, txid, tx, block, daa, at) "
                                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
            const auto encoded = kaspa::encodeTransaction(tx.tx);
            BT_CHECK(insert.bind(inbox.name)
                         .bind(pointer->digest.view())
                         .bind(pointer->contentKey.view())
                         .bind(tx.id.view())
                         .bind(ByteView(encoded))
                         .bind(block.hash.view())
                         .bind(static_cast<std::int64_t>(block.daaScore))
                         .bind(block.time.value)
                         .run());
            m_touched = true;
            break;
        }
    }
    return {};
}

Result<void> Follower::playMoney(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    for (const auto& output : tx.tx.outputs) {
        BT_TRY(const auto mine, m_c->wallet.find(output.spk));
        if (!mine || (mine->second != "play" && mine->second != kReceive)) continue;
        bool ours = false; // change of our own spending is no gift
        for (const auto& input : tx.tx.inputs) {
            BT_TRY(auto row, m_c->db.prepare("SELECT 1 FROM own_txs WHERE txid = ?"));
            BT_TRY(ours, row.bind(hexOf(input.previous.id)).step());
            if (ours) break;
        }
        if (!ours) {
            BT_CHECK(remember(block.hash, block.daaScore, "gift", {}, hexOf(tx.id), {}));
            BT_CHECK(m_c->book.notePlayMoney(hexOf(tx.id), output.value, block.time));
            if (mine->second == kReceive) BT_CHECK(m_c->book.put(kReceive, {})); // an address is shown to one payer only
        }
        m_touched = true;
    }
    return {};
}

Result<void> Follower::remember(const ledger::BlockHash& block, std::uint64_t daaScore, std::string_view what, const std::string& about,
                                const std::string& txid, ByteView before)
{
    BT_TRY(auto add, m_c->db.prepare("INSERT INTO follower_undo (block, daa, what, about, txid, before) VALUES (?, ?, ?, ?, ?, ?)"));
    BT_CHECK(add.bind(block.view()).bind(static_cast<std::int64_t>(daaScore)).bind(what).bind(about).bind(txid).bind(before).run());
    if (daaScore <= kUndoDepth) return {};
    BT_TRY(auto old, m_c->db.prepare("DELETE FROM follower_undo WHERE daa < ?"));
    return old.bind(static_cast<std::int64_t>(daaScore - kUndoDepth)).run();
}

Result<void> Follower::rememberBirth(const Visit& before, const kaspa::TxId& txid, const ledger::BlockHash& block, std::uint64_t daaScore)
{
    return remember(block, daaScore, "visit", before.id, hexOf(txid), encodeVisit(before));
}

Result<void> Follower::takenBack(const ledger::BlockHash& block)
{
    struct Row {
        std::string what, about, txid;
        Bytes before;
    };
    std::vector<Row> rows;
    BT_TRY(auto read, m_c->db.prepare("SELECT what, about, txid, before FROM follower_undo WHERE block = ? ORDER BY seq DESC"));
    read.bind(block.view());
    for (;;) {
        BT_TRY(const bool more, read.step());
        if (!more) break;
        rows.push_back({read.text(0), read.text(1), read.text(2), read.blob(3)});
    }
    for (const auto& row : rows) {
        m_touched = true;
        if (const auto feature = std::ranges::find(m_c->features, row.what, &Feature::name); feature != m_c->features.end()) {
            BT_CHECK((*feature)->takenBack(row.about, row.txid, row.before));
            continue;
        }
        if (row.what == "visit") BT_CHECK(undoVisit(row.about, row.txid, row.before));
        else BT_CHECK(m_c->book.forgetPlayMoney(row.txid));
        m_undone.insert(row.about);
    }
    BT_TRY(auto drop, m_c->db.prepare("DELETE FROM follower_undo WHERE block = ?"));
    BT_CHECK(drop.bind(block.view()).run());
    // Pointers come again with their transaction; what was read stays read.
    BT_TRY(auto pointers, m_c->db.prepare("DELETE FROM arrivals WHERE block = ? AND tries >= 0"));
    BT_CHECK(pointers.bind(block.view()).run());
    std::vector<CarriedTx> ours;
    for (const auto& [id, one] : m_c->carried.all())
        if (one.daaScore != 0 && one.block == block) ours.push_back(one);
    for (auto& one : ours) {
        one.daaScore = 0; // the dispatcher looks after it again, with the same bytes
        one.block = {};
        BT_CHECK(m_c->carried.save(one));
        m_touched = true;
    }
    return {};
}

// What the chain had said goes back to what it said before; what people wrote, signed and rated stays.
Result<void> Follower::undoVisit(const std::string& visitId, const std::string& txid, ByteView bytes)
{
    const auto* now = m_c->visits.find(visitId);
    if (now == nullptr) return {};
    BT_TRY(auto before, decodeVisit(bytes));
    Visit next = *now;
    next.session = before.session;
    next.ticket = before.ticket;
    next.phase = before.phase;
    next.ending = before.ending;
    next.paid = before.paid;
    if (!next.split) next.split = before.split;
    for (auto& step : next.steps) {
        if (step.txid != txid) continue;
        step.settled = false;
        step.daaScore = 0;
    }
    BT_TRY(const auto raw, codec::hexDecode(txid));
    BT_TRY(const auto id, kaspa::TxId::from(raw));
    if (const auto* ours = m_c->carried.find(id); ours != nullptr && ours->visitId == visitId && next.live()) next.pending = ours->step;
    return m_c->visits.save(next);
}

Result<void> Follower::tell()
{
    const auto undone = std::exchange(m_undone, {});
    std::set<std::string> open;
    for (const auto& about : undone) {
        const auto* visit = m_c->visits.find(about);
        if (visit != nullptr && (visit->inTheAir() || visit->phase == VisitPhase::Preparing)) open.insert(about);
    }
    if (open.empty()) return {}; // the other branch has it too: nothing changed for anyone
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& about : open) {
            BT_CHECK(m_c->book.notice("taken_back", about, m_c->now()));
            const auto* visit = m_c->visits.find(about);
            MessageView line;
            line.threadId = visit->threadId;
            line.kind = MessageKind::System;
            line.mine = true;
            line.text = "taken_back";
            line.visitId = about;
            line.at = m_c->now();
            line.state = MessageState::Sent;
            BT_TRY(const auto row, m_c->postbox.add(line));
            (void)row;
        }
        return {};
    });
}

Result<std::vector<Arrival>> Follower::arrivals()
{
    BT_TRY(
        auto rows,
        m_c->db.prepare(
            "SELECT id, thread, digest, key, txid, tx, block, daa, at, tries FROM arrivals WHERE tries >= 0 ORDER BY tries, id LIMIT 200"));
    std::vector<Arrival> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(const auto digest, Hash256::from(rows.blob(2)));
        BT_TRY(const auto txid, kaspa::TxId::from(rows.blob(4)));
        BT_TRY(const auto hash, ledger::BlockHash::from(rows.blob(6)));
        out.push_back({rows.integer(0),
                       rows.text(1),
                       {ipld::Codec::Raw, digest},
                       Secret::copyOf(rows.blob(3)),
                       txid,
                       rows.blob(5),
                       hash,
                       static_cast<std::uint64_t>(rows.integer(7)),
                       {rows.integer(8)},
                       static_cast<int>(rows.integer(9))});
    }
}

Result<void> Follower::forget(std::int64_t arrivalId)
{
    // The row stays, so that a transaction that comes again after a reorganisation brings no letter twice; what it held goes.
    BT_TRY(auto done, m_c->db.prepare("UPDATE arrivals SET tries = -1, key = x'', tx = x'' WHERE id = ?"));
    BT_CHECK(done.bind(arrivalId).run());
    BT_TRY(auto old, m_c->db.prepare("DELETE FROM arrivals WHERE tries < 0 AND daa < (SELECT max(daa) FROM arrivals) - ?"));
    return old.bind(static_cast<std::int64_t>(kUndoDepth)).run();
}

Result<void> Follower::tryLater(std::int64_t arrivalId)
{
    BT_TRY(auto update, m_c->db.prepare("UPDATE arrivals SET tries = tries + 1 WHERE id = ?"));
    return update.bind(arrivalId).run();
}

Result<void> Follower::catchUp(const std::string& visitId, const ledger::BlockHash& from)
{
    // Only as far as the wallet has read: what comes after that reaches this visit, and can be undone, like any other.
    BT_TRY(const auto end, m_c->wallet.place());
    ledger::BlockHash cursor = from;
    while (cursor != end) {
        BT_TRY(const auto page, m_c->world.node.chain(cursor, Deadline{}));
        if (!page.removed.empty()) return fail("node.reorg");
        for (const auto& accepted : page.added) {
            for (const auto& tx : accepted.txs) {
                BT_CHECK(visits(tx, accepted, visitId));
                for (auto* feature : m_c->features) BT_CHECK(feature->readAgain(tx, accepted));
            }
            if (accepted.hash == end) return {};
        }
        cursor = page.cursor;
        if (!page.more) return {};
    }
    return {};
}

} // namespace bt::service
