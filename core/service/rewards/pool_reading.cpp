// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the pool's rows, and reading a whole chain for them.
#include "service/rewards/pool_book.h"

#include "service/json_fields.h"

namespace bt::service::rewards {
namespace {

Result<std::uint64_t> number(const std::string& text)
{
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return fail("reward.bad_row", {"number"}, {});
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

Result<EpochRow> epochFrom(const store::Statement& row)
{
    EpochRow out;
    out.opened.epoch = static_cast<std::uint64_t>(row.integer(0));
    BT_TRY(out.opened.pool, kaspa::CovenantId::from(row.blob(1)));
    BT_TRY(out.opened.budget.value, number(row.text(2)));
    out.opened.end = {row.integer(3)};
    BT_TRY(out.opened.root, Hash256::from(row.blob(4)));
    out.txid = row.text(5);
    BT_TRY(out.digest, Hash256::from(row.blob(6)));
    out.at = {row.integer(7)};
    out.stopped = !row.text(8).empty();
    return out;
}

Result<PoolEvent> eventFrom(const store::Statement& row)
{
    PoolEvent out;
    out.kind = row.text(0);
    out.txid = row.text(1);
    out.at = {row.integer(2)};
    BT_TRY(out.epoch, number(row.text(3)));
    out.index = static_cast<std::uint32_t>(row.integer(4));
    BT_TRY(out.amount.value, number(row.text(5)));
    if (out.kind == "claim") {
        reward::Award award;
        award.amount = out.amount;
        award.reason = static_cast<reward::Reason>(row.integer(6));
        BT_TRY(award.winner, crypto::XOnlyKey::from(row.blob(7)));
        BT_TRY(award.evidence, Hash256::from(row.blob(8)));
        out.award = award;
    }
    return out;
}

constexpr std::string_view kEpochs = "SELECT epoch, pool, budget, end, root, txid, digest, at, stopped FROM reward_epochs ";
constexpr std::string_view kEvents = "SELECT kind, txid, at, epoch, place, amount, reason, winner, evidence FROM reward_events ";

} // namespace

Result<std::vector<EpochRow>> PoolBook::epochs()
{
    BT_TRY(auto rows, m_db->prepare(std::string(kEpochs) + "ORDER BY epoch DESC"));
    std::vector<EpochRow> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(auto one, epochFrom(rows));
        out.push_back(std::move(one));
    }
}

Result<std::optional<EpochRow>> PoolBook::epoch(std::uint64_t wanted)
{
    BT_TRY(auto row, m_db->prepare(std::string(kEpochs) + "WHERE epoch = ?"));
    BT_TRY(const bool there, row.bind(static_cast<std::int64_t>(wanted)).step());
    if (!there) return std::optional<EpochRow>();
    BT_TRY(auto one, epochFrom(row));
    return std::optional(std::move(one));
}

Result<std::vector<PoolEvent>> PoolBook::events(std::size_t limit)
{
    BT_TRY(auto rows, m_db->prepare(std::string(kEvents) + "ORDER BY seq DESC LIMIT ?"));
    rows.bind(static_cast<std::int64_t>(limit));
    std::vector<PoolEvent> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(auto one, eventFrom(rows));
        out.push_back(std::move(one));
    }
}

Result<std::map<std::uint32_t, PoolEvent>> PoolBook::paid(std::uint64_t epoch)
{
    BT_TRY(auto rows, m_db->prepare(std::string(kEvents) + "WHERE kind = 'claim' AND epoch = ?"));
    rows.bind(std::string_view(std::to_string(epoch)));
    std::map<std::uint32_t, PoolEvent> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(auto one, eventFrom(rows));
        const auto place = one.index;
        out.emplace(place, std::move(one));
    }
}

Result<void> PoolBook::keepList(const EpochList& list, const Hash256& root)
{
    BT_TRY(const auto text, encodeList(list));
    BT_TRY(auto add, m_db->prepare("INSERT OR REPLACE INTO reward_lists (root, list) VALUES (?, ?)"));
    return add.bind(root.view()).bind(viewOf(text)).run();
}

Result<std::optional<EpochList>> PoolBook::listOf(const Hash256& root)
{
    BT_TRY(auto row, m_db->prepare("SELECT list FROM reward_lists WHERE root = ?"));
    BT_TRY(const bool there, row.bind(root.view()).step());
    if (!there) return std::optional<EpochList>();
    BT_TRY(auto list, decodeList(textOf(row.blob(0))));
    return std::optional(std::move(list));
}

Result<reward::AwardTree> PoolBook::treeNow(const EpochList& list)
{
    if (!m_pool || m_pool->state.phase == reward::Phase::Closed || list.epoch != m_pool->state.epoch)
        return fail("reward.wrong_phase", {"claim"}, {});
    BT_TRY(auto tree, reward::AwardTree::from(list.epoch, list.awards));
    BT_TRY(const auto done, paid(list.epoch));
    for (const auto& [place, event] : done) BT_CHECK(tree.pay(place));
    if (tree.root() != m_pool->state.root) return fail("reward.list_differs", {"root"}, {});
    return tree;
}

Result<bool> PoolBook::read(ledger::Node& node, const BirthIn& birth, ledger::BlockHash& cursor, const ledger::BlockHash& end,
                            const Deadline& deadline, const Remember& remember)
{
    if (cursor.isZero()) BT_CHECK(m_db->transaction([&] { return forget(); }));
    while (!deadline.over()) {
        const auto page = node.chain(cursor, deadline);
        if (!page && page.error().code == "node.timeout") return false;
        if (!page) return tl::unexpected(page.error());
        if (!page->removed.empty()) {
            cursor = {};
            BT_CHECK(m_db->transaction([&] { return forget(); }));
            continue;
        }
        bool done = !page->more;
        auto taken = m_db->transaction([&]() -> Result<void> {
            for (const auto& block : page->added) {
                for (const auto& tx : block.txs) {
                    BT_TRY(const bool any, accepted(tx, block, birth, [&](ByteView change) {
                               return remember ? remember(block, hexOf(tx.id), change) : Result<void>{};
                           }));
                    (void)any;
                }
                if (block.hash == end) {
                    done = true;
                    break;
                }
            }
            return {};
        });
        if (!taken) {
            BT_CHECK(reload());
            return tl::unexpected(std::move(taken).error());
        }
        cursor = page->cursor;
        if (done) return true;
    }
    return false;
}

} // namespace bt::service::rewards
