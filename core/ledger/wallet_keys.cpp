// SPDX-License-Identifier: GPL-3.0-or-later
// Which key is given away next, and what earlier lives of the same words have used.
#include "kaspa/bip32.h"
#include "ledger/wallet_tables.h"

namespace bt::ledger {

using namespace kaspa;

namespace {

constexpr Branch kBranches[] = {Branch::Receive, Branch::Change};
constexpr std::size_t kAddressesAtOnce = 200; // of one utxos() call
//! A life that left no trace (money came to it and never moved, or nothing came) must not hide the next one.
constexpr std::uint32_t kSilentLives = 2;

std::uint32_t lifeOf(std::uint32_t index) { return index / kKeysPerLife; }

} // namespace

Result<std::uint32_t> Wallet::nextIndex(Branch branch) const
{
    BT_TRY(auto q, m_db->prepare("SELECT max(coalesce((SELECT max(idx) + 1 FROM wallet_key WHERE branch = ?1 AND relation IS NOT "
                                 "NULL), 0), coalesce((SELECT next FROM wallet_life WHERE branch = ?1), 0))"));
    BT_TRY([[maybe_unused]] const bool row, q.bind(std::int64_t(branch)).step());
    return static_cast<std::uint32_t>(q.integer(0));
}

Result<FreshKey> Wallet::fresh(std::string_view relation, Branch branch)
{
    FreshKey out;
    BT_CHECK(m_db->transaction([&]() -> Result<void> {
        BT_TRY(const std::uint32_t next, nextIndex(branch));
        if (next >= kHardened) return fail("ledger.keys_used_up");
        BT_TRY(out, derive({branch, next}));
        BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_key(branch, idx, script, relation, given) VALUES(?, ?, ?, ?, "
                                       "1) ON CONFLICT(branch, idx) DO UPDATE SET relation = excluded.relation, given = "
                                       "1"));
        return add.bind(std::int64_t(branch)).bind(std::int64_t(out.ref.index)).bind(ByteView(out.spk.script)).bind(relation).run();
    }));
    return out;
}

Result<FreshKey> Wallet::adoptKey(const KeyRef& ref, std::string_view relation)
{
    BT_TRY(auto key, derive(ref));
    BT_TRY(auto known, m_db->prepare("SELECT given FROM wallet_key WHERE branch = ? AND idx = ?"));
    BT_TRY(const bool there, known.bind(std::int64_t(ref.branch)).bind(std::int64_t(ref.index)).step());
    const bool ours = there && known.integer(0) != 0;
    BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_key(branch, idx, script, relation) VALUES(?, ?, ?, ?) "
                                   "ON CONFLICT(branch, idx) DO UPDATE SET relation = excluded.relation"));
    BT_CHECK(add.bind(std::int64_t(ref.branch)).bind(std::int64_t(ref.index)).bind(ByteView(key.spk.script)).bind(relation).run());
    // A key that another life has given away: that life may have given more, of which no trace is left.
    if (!ours && (ref.branch == Branch::Receive || ref.branch == Branch::Change)) BT_CHECK(beginLife(lifeOf(ref.index) + 1));
    return key;
}

Result<void> Wallet::beginLife(std::uint32_t life)
{
    if (life >= kHardened / kKeysPerLife) return fail("ledger.keys_used_up");
    return raiseKeys({life * kKeysPerLife, life * kKeysPerLife});
}

Result<KeyMark> Wallet::keyMark() const
{
    KeyMark out;
    BT_TRY(out.receive, nextIndex(Branch::Receive));
    BT_TRY(out.change, nextIndex(Branch::Change));
    return out;
}

Result<void> Wallet::raiseKeys(const KeyMark& mark)
{
    if (mark.receive >= kHardened || mark.change >= kHardened) return fail("ledger.bad_request", "a key mark beyond all indexes");
    return m_db->transaction([&]() -> Result<void> {
        for (const Branch branch : kBranches) {
            BT_TRY(auto q, m_db->prepare("INSERT INTO wallet_life(branch, next) VALUES(?, ?) ON CONFLICT(branch) DO "
                                         "UPDATE SET next = max(next, excluded.next)"));
            const std::uint32_t next = branch == Branch::Receive ? mark.receive : mark.change;
            BT_CHECK(q.bind(std::int64_t(branch)).bind(std::int64_t(next)).run());
        }
        return {};
    });
}

Result<void> Wallet::lookAhead(const KeyRef& from, std::uint32_t count)
{
    BT_TRY(auto known, m_db->prepare("SELECT 1 FROM wallet_key WHERE branch = ? AND idx = ?"));
    BT_TRY(auto add, m_db->prepare("INSERT INTO wallet_key(branch, idx, script) VALUES(?, ?, ?)"));
    for (std::uint32_t i = from.index; i < from.index + count; ++i) {
        known.reset();
        BT_TRY(const bool there, known.bind(std::int64_t(from.branch)).bind(std::int64_t(i)).step());
        if (there) continue;
        BT_TRY(const FreshKey key, derive({from.branch, i}));
        add.reset();
        BT_CHECK(add.bind(std::int64_t(from.branch)).bind(std::int64_t(i)).bind(ByteView(key.spk.script)).run());
    }
    return {};
}

namespace {

//! The keys that discovery has in view.
class Outlook
{
public:
    explicit Outlook(store::Database& db) : m_db(&db) {}

    //! How many indexes of a life have been used: one more than the highest, 0 for none.
    Result<std::uint32_t> used(Branch branch, std::uint32_t life) const
    {
        BT_TRY(auto q, m_db->prepare("SELECT coalesce(max(idx) + 1 - ?2, 0) FROM wallet_key WHERE branch = ?1 AND idx >= "
                                     "?2 AND idx < ?3 AND (used = 1 OR relation IS NOT NULL)"));
        q.bind(std::int64_t(branch)).bind(std::int64_t(life) * kKeysPerLife);
        BT_TRY([[maybe_unused]] const bool row, q.bind((std::int64_t(life) + 1) * kKeysPerLife).step());
        return static_cast<std::uint32_t>(q.integer(0));
    }
    //! One more than the highest life with a trace.
    Result<std::uint32_t> lives() const
    {
        BT_TRY(auto q, m_db->prepare("SELECT coalesce(max(idx), -1) FROM wallet_key WHERE branch < 2 AND (used = 1 OR "
                                     "relation IS NOT NULL)"));
        BT_TRY([[maybe_unused]] const bool row, q.step());
        return q.integer(0) < 0 ? 0 : lifeOf(static_cast<std::uint32_t>(q.integer(0))) + 1;
    }
    //! A number that grows whenever a new key turns out to be used.
    Result<std::int64_t> count(const char* sql) const
    {
        BT_TRY(auto q, m_db->prepare(sql));
        BT_TRY([[maybe_unused]] const bool row, q.step());
        return q.integer(0);
    }
    Result<std::int64_t> traces() const { return count("SELECT count(*) FROM wallet_key WHERE used = 1 OR relation IS NOT NULL"); }
    //! Scripts from a row on, in batches, whatever they are used for.
    Result<std::vector<ScriptPublicKey>> scripts() const
    {
        BT_TRY(auto q, m_db->prepare("SELECT script FROM wallet_key WHERE branch < 2 ORDER BY branch, idx"));
        std::vector<ScriptPublicKey> out;
        for (;;) {
            BT_TRY(const bool row, q.step());
            if (!row) return out;
            out.push_back({0, q.blob(0)});
        }
    }

private:
    store::Database* m_db;
};

//! Takes every unspent output of the keys in view into the wallet.
Result<void> takeUnspent(store::Database& db, Node& node, std::size_t& asked, const Deadline& deadline)
{
    BT_TRY(const auto scripts, Outlook(db).scripts());
    if (scripts.size() == asked) return {};
    asked = scripts.size();
    for (std::size_t from = 0; from < scripts.size(); from += kAddressesAtOnce) {
        if (deadline.over()) return fail("node.timeout");
        const auto end = std::min(from + kAddressesAtOnce, scripts.size());
        const std::vector<ScriptPublicKey> batch(scripts.begin() + static_cast<std::ptrdiff_t>(from),
                                                 scripts.begin() + static_cast<std::ptrdiff_t>(end));
        BT_TRY(const auto found, node.utxos(batch, deadline));
        BT_CHECK(db.transaction([&]() -> Result<void> {
            WalletTables tables(db);
            for (const UtxoEntry& one : found) {
                BT_TRY(const auto owner, tables.owner(one.utxo.spk));
                if (owner && owner->mine) BT_CHECK(tables.adopt(one, *owner));
            }
            return {};
        }));
    }
    return {};
}

} // namespace

Result<Discovery> Wallet::discover(Node& node, const Deadline& deadline, std::uint32_t gap)
{
    const Outlook outlook(*m_db);
    BT_TRY(const std::int64_t given, outlook.count("SELECT count(*) FROM wallet_key WHERE given = 1"));
    Discovery out;
    std::size_t asked = 0;
    std::optional<std::int64_t> readWith; // traces that were known when the blocks were read last
    for (;;) {
        BT_TRY(const std::int64_t before, outlook.traces());
        BT_TRY(const std::uint32_t lives, outlook.lives());
        BT_CHECK(m_db->transaction([&]() -> Result<void> {
            for (std::uint32_t life = 0; life < lives + kSilentLives; ++life)
                for (const Branch branch : kBranches) {
                    BT_TRY(const std::uint32_t used, outlook.used(branch, life));
                    BT_CHECK(lookAhead({branch, life * kKeysPerLife}, std::min(used + gap, kKeysPerLife)));
                }
            return {};
        }));
        BT_CHECK(takeUnspent(*m_db, node, asked, deadline));
        BT_TRY(const std::int64_t now, outlook.traces());
        if (now != before) continue;
        if (readWith == now) break;
        BT_CHECK(readAnew());
        BT_TRY(const SyncReport report, sync(node, deadline));
        if (deadline.over()) return fail("node.timeout");
        out.keptSince = report.keptSince;
        readWith = now;
    }
    BT_TRY(const std::int64_t keys, outlook.count("SELECT count(*) FROM wallet_key WHERE used = 1"));
    BT_TRY(const auto unspent, coins());
    BT_TRY(out.lives, outlook.lives());
    out.keys = static_cast<std::uint32_t>(keys);
    out.coins = unspent.size();
    if (given == 0 && out.lives > 0) BT_CHECK(beginLife(out.lives));
    return out;
}

} // namespace bt::ledger
