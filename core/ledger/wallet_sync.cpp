// SPDX-License-Identifier: GPL-3.0-or-later
// How a wallet follows the chain: pages, rescans, and what is told about them.
#include "ledger/wallet_tables.h"

#include <set>

namespace bt::ledger {

using namespace kaspa;

namespace {

constexpr std::size_t kScriptsAtOnce = 200; // of one utxos() call: a frame of some ten kilobytes

//! The unspent ones among outputs whose scripts are known.
Result<std::vector<UtxoEntry>> unspentOf(Node& node, const std::vector<UtxoEntry>& asked, const Deadline& deadline)
{
    std::set<ScriptPublicKey> scripts;
    std::set<Outpoint> wanted;
    for (const UtxoEntry& one : asked) {
        scripts.insert(one.utxo.spk);
        wanted.insert(one.outpoint);
    }
    std::vector<UtxoEntry> out;
    std::vector<ScriptPublicKey> batch;
    for (auto it = scripts.begin(); it != scripts.end();) {
        batch.push_back(*it++);
        if (batch.size() < kScriptsAtOnce && it != scripts.end()) continue;
        BT_TRY(auto some, node.utxos(batch, deadline));
        for (UtxoEntry& one : some)
            if (wanted.contains(one.outpoint)) out.push_back(std::move(one));
        batch.clear();
    }
    return out;
}

} // namespace

//! What the node says about things from before the oldest block that was read.
struct RescanEnd {
    std::vector<UtxoEntry> alive;
    std::optional<std::uint64_t> prunedBelow;
};

Result<BlockHash> Wallet::place() const
{
    BT_TRY(const auto at, WalletTables(*m_db).place());
    return at.cursor;
}

Result<void> Wallet::beginAfter(const BlockHash& block)
{
    WalletTables tables(*m_db);
    BT_TRY(auto at, tables.place());
    if (!at.cursor.isZero() || block.isZero()) return {};
    at.cursor = block;
    return tables.setPlace(at);
}

Result<void> Wallet::restart(bool lost)
{
    WalletTables tables(*m_db);
    BT_CHECK(tables.doubt());
    return tables.setPlace({BlockHash{}, lost ? WalletTables::Place::Rescanning : WalletTables::Place::Rereading, std::nullopt});
}

Result<void> Wallet::readAnew()
{
    return m_db->transaction([&] { return restart(false); });
}

Result<void> Wallet::applyPage(const ChainPage& page, const ChainObserver& observer, SyncReport& report, const RescanEnd& end)
{
    WalletTables tables(*m_db);
    BT_TRY(auto place, tables.place());
    for (const BlockHash& hash : page.removed) {
        BT_CHECK(tables.remove(hash));
        if (observer.removed) BT_CHECK(observer.removed(hash));
        report.reorg = true;
    }
    if (!place.kept && !page.added.empty()) place.kept = page.added.front().daaScore;
    for (const AcceptedBlock& block : page.added) {
        for (const AcceptedTx& tx : block.txs) {
            BT_TRY(auto changed, tables.apply(tx, block));
            if (changed) report.changed.push_back(std::move(*changed));
        }
        if (observer.added) BT_CHECK(observer.added(block));
        ++report.blocks;
    }
    place.cursor = page.cursor;
    if (page.more) {
        if (place.behind == WalletTables::Place::No) place.behind = WalletTables::Place::Reading;
        return tables.setPlace(place);
    }
    if (place.doubts()) {
        BT_CHECK(tables.finishRescan(place.kept.value_or(0), end.alive));
        report.keptSince = end.prunedBelow;
    }
    place.behind = WalletTables::Place::No;
    BT_CHECK(tables.tell(report));
    const bool news = !report.fallen.empty() || !report.returned.empty() || !report.conflicts.empty();
    if (observer.caughtUp && (news || report.rescanned)) BT_CHECK(observer.caughtUp(report));
    return tables.setPlace(place);
}

Result<SyncReport> Wallet::sync(Node& node, const Deadline& deadline, const ChainObserver& observer)
{
    SyncReport report;
    bool again = false;
    for (;;) {
        WalletTables tables(*m_db);
        BT_TRY(const auto place, tables.place());
        report.rescanned = report.rescanned || place.behind == WalletTables::Place::Rescanning;
        auto page = node.chain(place.cursor, deadline);
        if (!page) {
            const bool lost = page.error().code == std::string_view("node.unknown_block");
            if (!lost || again || place.cursor.isZero()) return tl::unexpected(std::move(page).error());
            again = true;
            BT_CHECK(m_db->transaction([&]() -> Result<void> {
                BT_CHECK(restart(true));
                return observer.restarted ? observer.restarted() : Result<void>();
            }));
            continue;
        }
        // Nothing new writes nothing: a quiet chain costs no disk and wakes no other connection.
        if (page->added.empty() && page->removed.empty() && page->cursor == place.cursor && place.behind == WalletTables::Place::No) {
            BT_TRY(const bool news, tables.somethingToTell());
            if (!news) return report;
        }
        RescanEnd end;
        const std::uint64_t kept = place.kept.value_or(page->added.empty() ? 0 : page->added.front().daaScore);
        if (place.doubts() && !page->more) {
            BT_TRY(const NodeInfo info, node.info(deadline));
            end.prunedBelow = info.prunedBelow;
            BT_TRY(const auto asked, tables.doubtful());
            if (kept > 0) {
                BT_TRY(end.alive, unspentOf(node, asked, deadline));
            }
        }
        auto done = m_db->transaction([&] { return applyPage(*page, observer, report, end); });
        if (!done) return tl::unexpected(std::move(done).error());
        if (!page->more) return report;
        if (deadline.over()) return report;
    }
}

} // namespace bt::ledger
