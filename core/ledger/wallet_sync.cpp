// SPDX-License-Identifier: GPL-3.0-or-later
// How a wallet follows the chain: sync, rescan and discovery.
#include "ledger/wallet.h"
#include "ledger/wallet_tables.h"

namespace bt::ledger
{

using namespace kaspa;

Result<BlockHash> Wallet::cursor() const
{
    BT_TRY(auto q, m_db->prepare("SELECT cursor FROM wallet_place WHERE one = 1"));
    BT_TRY(const bool row, q.step());
    if (!row) return BlockHash{};
    return BlockHash::from(q.blob(0));
}

namespace
{

Result<void> setCursor(store::Database& db, const BlockHash& cursor)
{
    BT_TRY(auto q, db.prepare("INSERT INTO wallet_place(one, cursor) VALUES(1, ?) ON CONFLICT(one) DO UPDATE SET "
                              "cursor = excluded.cursor"));
    return q.bind(cursor.view()).run();
}

} // namespace

Result<void> Wallet::beginAfter(const BlockHash& block)
{
    BT_TRY(const BlockHash from, cursor());
    if (!from.isZero() || block.isZero()) return {};
    return setCursor(*m_db, block);
}

Result<void> Wallet::restart()
{
    BT_CHECK(WalletTables(*m_db).doubt());
    return setCursor(*m_db, BlockHash{});
}

Result<void> Wallet::readAnew() { return m_db->transaction([&] { return restart(); }); }

Result<void> Wallet::applyPage(const ChainPage& page, const ChainObserver& observer, SyncReport& report)
{
    WalletTables tables(*m_db);
    for (const BlockHash& hash : page.removed) {
        BT_CHECK(tables.remove(hash));
        if (observer.removed) BT_CHECK(observer.removed(hash));
        report.reorg = true;
    }
    for (const AcceptedBlock& block : page.added) {
        for (const AcceptedTx& tx : block.txs) {
            BT_TRY(auto changed, tables.apply(tx, block));
            if (changed) report.changed.push_back(std::move(*changed));
        }
        if (observer.added) BT_CHECK(observer.added(block));
        ++report.blocks;
    }
    if (!page.more) BT_CHECK(tables.dropStale());
    return setCursor(*m_db, page.cursor);
}

Result<SyncReport> Wallet::sync(Node& node, const Deadline& deadline, const ChainObserver& observer)
{
    SyncReport report;
    for (;;) {
        BT_TRY(const BlockHash from, cursor());
        auto page = node.chain(from, deadline);
        if (!page) {
            const bool lost = page.error().code == std::string_view("node.unknown_block");
            if (!lost || report.rescanned || from.isZero()) return tl::unexpected(std::move(page).error());
            report.rescanned = true;
            BT_CHECK(m_db->transaction([&]() -> Result<void> {
                BT_CHECK(restart());
                return observer.restarted ? observer.restarted() : Result<void>();
            }));
            continue;
        }
        // Nothing new writes nothing: a quiet chain costs no disk and wakes no other connection.
        if (page->added.empty() && page->removed.empty() && page->cursor == from && !report.rescanned) return report;
        auto done = m_db->transaction([&] { return applyPage(*page, observer, report); });
        if (!done) return tl::unexpected(std::move(done).error());
        if (!page->more) return report;
        if (deadline.over()) return report;
    }
}

Result<std::int64_t> Wallet::highestUsed(Branch branch) const
{
    BT_TRY(
        auto q,
        m_db->prepare(
            "SELECT coalesce(max(idx), -1) FROM wallet_key WHERE branch = ? AND (used = 1 OR relation IS NOT NULL)"));
    BT_TRY([[maybe_unused]] const bool row, q.bind(std::int64_t(branch)).step());
    return q.integer(0);
}

Result<void> Wallet::lookAhead(Branch branch, std::uint32_t until)
{
    for (std::uint32_t i = 0; i < until; ++i) {
        BT_TRY(auto known, m_db->prepare("SELECT 1 FROM wallet_key WHERE branch = ? AND idx = ?"));
        BT_TRY(const bool there, known.bind(std::int64_t(branch)).bind(std::int64_t(i)).step());
        if (there) continue;
        BT_TRY(const FreshKey key, derive({branch, i}));
        BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_key(branch, idx, script) VALUES(?, ?, ?)"));
        BT_CHECK(add.bind(std::int64_t(branch)).bind(std::int64_t(i)).bind(ByteView(key.spk.script)).run());
    }
    return {};
}

Result<std::uint32_t> Wallet::discover(Node& node, const Deadline& deadline, std::uint32_t gap)
{
    for (;;) {
        std::int64_t before[2];
        for (const Branch branch : {Branch::Receive, Branch::Change}) {
            BT_TRY(before[static_cast<std::size_t>(branch)], highestUsed(branch));
            const auto until = static_cast<std::uint32_t>(before[static_cast<std::size_t>(branch)] + 1) + gap;
            BT_CHECK(m_db->transaction([&] { return lookAhead(branch, until); }));
        }
        BT_CHECK(m_db->transaction([&] { return restart(); }));
        BT_CHECK(sync(node, deadline));
        if (deadline.over()) return fail("node.timeout");
        bool more = false;
        for (const Branch branch : {Branch::Receive, Branch::Change}) {
            BT_TRY(const std::int64_t now, highestUsed(branch));
            more = more || now > before[static_cast<std::size_t>(branch)];
        }
        if (more) continue;
        BT_TRY(auto q, m_db->prepare("SELECT count(*) FROM wallet_key WHERE used = 1"));
        BT_TRY([[maybe_unused]] const bool row, q.step());
        return static_cast<std::uint32_t>(q.integer(0));
    }
}

} // namespace bt::ledger
