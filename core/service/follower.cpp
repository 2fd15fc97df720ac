// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/follower.h"

#include "kaspa/transaction_codec.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

void noteStep(Visit& visit, std::string_view step, const std::string& txid, Millis at)
{
    for (auto& known : visit.steps) {
        if (known.txid != txid) continue;
        known.at = at;
        known.settled = true; // accepted; the snapshot says when it is deep enough
        return;
    }
    visit.steps.push_back({std::string(step), txid, {}, at, true});
}

} // namespace

Result<Follower> Follower::open(Context& context)
{
    BT_CHECK(context.db.migrate(
        "follower", {"CREATE TABLE arrivals (id INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, digest BLOB NOT NULL, key BLOB "
                     "NOT NULL, txid BLOB NOT NULL, tx BLOB NOT NULL, block BLOB NOT NULL, daa INTEGER NOT NULL, at INTEGER NOT NULL, "
                     "tries INTEGER NOT NULL DEFAULT 0, UNIQUE (txid, digest));"}));
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
    ledger::ChainObserver observer;
    observer.added = [this](const ledger::AcceptedBlock& b) { return block(b); };
    auto report = m_c->wallet.sync(m_c->world.node, deadline, observer);
    if (!report) {
        BT_CHECK(m_c->visits.reload()); // the page was rolled back; memory may be ahead of the file
        return tl::unexpected(std::move(report).error());
    }
    if (report->rescanned) {
        BT_CHECK(endLost());
        m_begunAnew = true;
    }
    return m_touched || !report->changed.empty() || report->reorg || report->rescanned;
}

// After a reset of the practice network the money of live visits is nowhere: they end, and say so.
Result<void> Follower::endLost()
{
    std::vector<Visit> lost;
    for (const auto& [id, visit] : m_c->visits.all()) {
        if (!visit.onChain()) continue;
        BT_TRY(const auto utxo, m_c->world.node.utxo(visit.session.outpoint, Deadline{}));
        if (!utxo) lost.push_back(visit);
    }
    return m_c->atomically([&]() -> Result<void> {
        for (auto& visit : lost) {
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
        BT_CHECK(visits(tx, block, {}));
        BT_CHECK(pointers(tx, block));
        BT_CHECK(playMoney(tx, block));
    }
    return {};
}

Result<void> Follower::birth(const Visit& visit, const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    auto born = cs::readBirth(visit.session.state, tx.tx, tx.id, visit.session.outpoint.index);
    if (!born) return {}; // not our booking after all: the booking's own fate is decided by the outbox
    Visit next = visit;
    next.session = *born;
    next.session.daaScore = block.daaScore;
    next.phase = VisitPhase::Requested;
    if (next.pending == "book") next.pending.clear();
    noteStep(next, "book", hexOf(tx.id), block.time);
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
        if (visit->ticket && visit->ticket->outpoint == input.previous) {
            next.ticket.reset();
            noteStep(next, "ticket", txid, block.time);
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
        noteStep(next, cs::stepName(moved->step), txid, block.time);
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
            BT_CHECK(insert.bind(inbox.name).bind(pointer->digest.view()).bind(pointer->contentKey.view()).bind(tx.id.view())
                         .bind(ByteView(encoded)).bind(block.hash.view()).bind(static_cast<std::int64_t>(block.daaScore))
                         .bind(block.time.value).run());
            m_touched = true;
            break;
        }
    }
    return {};
}

Result<void> Follower::playMoney(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    if (m_c->world.practice == nullptr) return {};
    for (const auto& output : tx.tx.outputs) {
        BT_TRY(const auto mine, m_c->wallet.find(output.spk));
        if (!mine || mine->second != "play") continue;
        bool ours = false; // change of our own spending is no gift
        for (const auto& input : tx.tx.inputs) {
            BT_TRY(auto row, m_c->db.prepare("SELECT 1 FROM own_txs WHERE txid = ?"));
            BT_TRY(ours, row.bind(hexOf(input.previous.id)).step());
            if (ours) break;
        }
        if (!ours) BT_CHECK(m_c->book.notePlayMoney(hexOf(tx.id), output.value, block.time));
        m_touched = true;
    }
    return {};
}

Result<std::vector<Arrival>> Follower::arrivals()
{
    BT_TRY(auto rows, m_c->db.prepare("SELECT id, thread, digest, key, txid, tx, block, daa, at, tries FROM arrivals ORDER BY tries, id LIMIT 200"));
    std::vector<Arrival> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(const auto digest, Hash256::from(rows.blob(2)));
        BT_TRY(const auto txid, kaspa::TxId::from(rows.blob(4)));
        BT_TRY(const auto hash, ledger::BlockHash::from(rows.blob(6)));
        out.push_back({rows.integer(0), rows.text(1), {ipld::Codec::Raw, digest}, Secret::copyOf(rows.blob(3)), txid, rows.blob(5), hash,
                       static_cast<std::uint64_t>(rows.integer(7)), {rows.integer(8)}, static_cast<int>(rows.integer(9))});
    }
}

Result<void> Follower::forget(std::int64_t arrivalId)
{
    BT_TRY(auto drop, m_c->db.prepare("DELETE FROM arrivals WHERE id = ?"));
    return drop.bind(arrivalId).run();
}

Result<void> Follower::tryLater(std::int64_t arrivalId)
{
    BT_TRY(auto update, m_c->db.prepare("UPDATE arrivals SET tries = tries + 1 WHERE id = ?"));
    return update.bind(arrivalId).run();
}

Result<void> Follower::catchUp(const std::string& visitId, const ledger::BlockHash& from)
{
    ledger::BlockHash cursor = from;
    for (;;) {
        BT_TRY(const auto page, m_c->world.node.chain(cursor, Deadline{}));
        for (const auto& accepted : page.added)
            for (const auto& tx : accepted.txs) BT_CHECK(visits(tx, accepted, visitId));
        cursor = page.cursor;
        if (!page.more) return {};
    }
}

} // namespace bt::service
