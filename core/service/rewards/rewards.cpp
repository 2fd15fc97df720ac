// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/rewards.h"

#include "contract/reward/birth_record.h"
#include "records/text.h"
#include "service/json_fields.h"
#include "service/rewards/claim_carrier.h"
#include "service/tokens/token_wallet.h"

#include <algorithm>

namespace bt::service {
namespace {

namespace reward = contract::reward;
namespace token = contract::token;

constexpr auto kReading = std::chrono::seconds(2); // so long may an old chain keep other work waiting
constexpr auto kFetch = std::chrono::seconds(1);   // and a block with a list
constexpr auto kFetchAgain = std::chrono::seconds(20);
constexpr std::string_view kCaughtUp = "rewards.read";

} // namespace

Result<std::unique_ptr<Rewards>> Rewards::open(const FeatureParts& parts, TokenWallet& tokens)
{
    auto out = std::unique_ptr<Rewards>(new Rewards(parts, tokens));
    auto& db = parts.context.db;
    BT_TRY(auto book, rewards::PoolBook::open(db));
    out->m_book.emplace(std::move(book));
    BT_CHECK(db.migrate("rewards", {"CREATE TABLE reward_asks (id INTEGER PRIMARY KEY, request BLOB NOT NULL, at INTEGER NOT NULL);"
                                    "CREATE TABLE reward_claims (epoch INTEGER NOT NULL, place INTEGER NOT NULL, error TEXT NOT NULL,"
                                    " PRIMARY KEY (epoch, place)) WITHOUT ROWID;"}));
    if (const auto& birth = parts.context.wallet.network().poolBirth; !birth.empty()) {
        BT_TRY(const auto record, reward::decodeBirth(birth));
        out->m_birth = rewards::bornAs(record);
    }
    BT_TRY(const auto read, parts.context.book.get(kCaughtUp));
    out->m_caughtUp = read.has_value() && !read->empty();
    BT_TRY(const auto place, parts.context.wallet.place());
    if (!out->m_caughtUp && parts.context.world.practice != nullptr && place.isZero()) {
        // Who begins with the practice chain's first block sees the pool's birth go by; others read up to where they are.
        BT_CHECK(parts.context.book.put(kCaughtUp, viewOf("1")));
        out->m_caughtUp = true;
    }
    parts.dispatcher.carry("reward", std::make_unique<rewards::ClaimCarrier>(parts.context, *out));
    return out;
}

Result<void> Rewards::reload()
{
    m_mine.clear();
    BT_TRY(const auto read, m_c->book.get(kCaughtUp));
    m_caughtUp = read.has_value() && !read->empty();
    return m_book->reload();
}

Result<void> Rewards::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    if (!m_birth || !m_caughtUp) return {};
    BT_TRY(const bool any, m_book->accepted(tx, block, m_birth, [&](ByteView change) {
        return m_follower->remember(block.hash, block.daaScore, name(), "pool", hexOf(tx.id), change);
    }));
    if (any) m_follower->touched();
    return {};
}

Result<void> Rewards::takenBack(const std::string&, const std::string& txid, ByteView before)
{
    if (!m_caughtUp) {
        m_cursor = {}; // what was read so far is read again
        return {};
    }
    m_follower->touched();
    return m_book->takenBack(txid, before);
}

Result<void> Rewards::begunAnew()
{
    m_mine.clear();
    m_cursor = {};
    m_caughtUp = false;
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_book->forget());
        BT_CHECK(m_c->db.execute("DELETE FROM reward_claims;"));
        return m_c->book.put(kCaughtUp, {});
    });
}

Result<bool> Rewards::catchUp()
{
    if (!m_birth || m_caughtUp) return false;
    BT_TRY(const auto place, m_c->wallet.place());
    if (place.isZero()) return false;
    const auto again = m_cursor;
    BT_TRY(const bool whole,
           m_book->read(m_c->world.node, m_birth, m_cursor, place, Deadline{std::chrono::steady_clock::now() + kReading, {}},
                        [&](const ledger::AcceptedBlock& block, const std::string& txid, ByteView change) {
                            return m_follower->remember(block.hash, block.daaScore, name(), "pool", txid, change);
                        }));
    if (whole) {
        BT_CHECK(m_c->atomically([&] { return m_c->book.put(kCaughtUp, viewOf("1")); }));
        m_caughtUp = true;
        m_cursor = {};
    }
    return whole || m_cursor != again;
}

// The block is named beside the opening; what is in it is believed only if it makes the root that the stewards signed.
Result<bool> Rewards::fetchList()
{
    if (!m_book->pool() || m_book->pool()->state.phase == reward::Phase::Closed) return false;
    BT_TRY(const auto row, m_book->epoch(m_book->pool()->state.epoch));
    if (!row || row->digest.isZero()) return false;
    BT_TRY(const auto there, m_book->listOf(row->opened.root));
    if (there) return false;
    const auto now = std::chrono::steady_clock::now();
    if (m_fetched.time_since_epoch().count() != 0 && now - m_fetched < kFetchAgain) return false;
    m_fetched = now;
    const auto block = m_c->blocks.get(ipld::Cid{ipld::Codec::Raw, row->digest}, Deadline{now + kFetch, {}});
    if (!block) return false; // nobody here has it: a file does as well
    const auto list = rewards::decodeList(textOf(*block));
    if (!list || !rewards::treeOf(*list, m_c->wallet.network().id, row->opened)) return false;
    BT_CHECK(m_c->atomically([&] { return m_book->keepList(*list, row->opened.root); }));
    return true;
}

Result<bool> Rewards::push()
{
    BT_TRY(const bool read, catchUp());
    BT_TRY(const bool fetched, fetchList());
    BT_TRY(const bool again, claimAgain());
    return read || fetched || again;
}

// Many winners at once: whoever was faster moved the pool on more often than one errand plans anew.
Result<bool> Rewards::claimAgain()
{
    BT_TRY(auto rows, m_c->db.prepare("SELECT epoch, place FROM reward_claims WHERE error = ?"));
    rows.bind(kAgain);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> again;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) break;
        again.emplace_back(static_cast<std::uint64_t>(rows.integer(0)), static_cast<std::uint32_t>(rows.integer(1)));
    }
    for (const auto& [epoch, index] : again) {
        const auto asked = claim(epoch, index);
        if (!asked && asked.error().code.starts_with("store.")) return tl::unexpected(asked.error());
        if (!asked) BT_CHECK(m_c->atomically([&] { return keepClaim(epoch, index, asked.error().code); }));
    }
    return !again.empty();
}

bool Rewards::isMine(const crypto::XOnlyKey& winner) const
{
    const auto owner = Hash256::from(winner.view());
    return owner && m_tokens->indexOf(*owner).has_value();
}

Result<const std::vector<Rewards::Mine>*> Rewards::mine(const rewards::EpochRow& epoch)
{
    const auto known = m_mine.find(epoch.opened.root);
    if (known != m_mine.end()) return &known->second;
    BT_TRY(const auto list, m_book->listOf(epoch.opened.root));
    static const std::vector<Mine> none;
    if (!list) return &none;
    std::vector<Mine> out;
    for (std::size_t i = 0; i < list->awards.size(); ++i)
        if (isMine(list->awards[i].winner)) out.push_back({static_cast<std::uint32_t>(i), list->awards[i]});
    return &m_mine.emplace(epoch.opened.root, std::move(out)).first->second;
}

// --- requests ------------------------------------------------------------------------------------------------------

Result<std::string> Rewards::ask(const std::string& reason, const std::string& text)
{
    if (!m_book->pool()) return fail("reward.no_pool");
    rewards::AwardRequest request;
    BT_TRY(request.reason, reward::reasonFrom(reason));
    BT_TRY(request.text, records::plainText(text, rewards::kMaxEvidence));
    if (request.text.empty()) return fail("reward.no_evidence");
    if (records::turns(request.text)) return fail("record.bad_text"); // no steward would take it
    request.network = m_c->wallet.network().id;
    request.pool = m_book->pool()->id;
    request.salt = m_c->world.random.fixed<decltype(request.salt)>();
    std::string code;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        // A relation of its own: what is paid to this key is never joined with anything else of hers.
        BT_TRY(const auto key, m_tokens->fresh("reward/" + hexOf(m_c->world.random.bytes(8))));
        request.winner = key.key;
        BT_TRY(const auto secret, m_tokens->secretOf(key.key.view()));
        BT_TRY(request.signature, crypto::schnorrSign(secret.view(), rewards::requestHash(request), m_c->world.random.fixed<Hash256>()));
        BT_TRY(code, rewards::encodeRequest(request));
        BT_TRY(auto add, m_c->db.prepare("INSERT INTO reward_asks (request, at) VALUES (?, ?)"));
        return add.bind(viewOf(code)).bind(m_c->now().value).run();
    }));
    m_mine.clear();
    return code;
}

Result<void> Rewards::forgetAsk(std::int64_t id)
{
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(auto drop, m_c->db.prepare("DELETE FROM reward_asks WHERE id = ?"));
        return drop.bind(id).run();
    });
}

Result<std::vector<Rewards::Asked>> Rewards::asked()
{
    BT_TRY(auto rows, m_c->db.prepare("SELECT id, request, at FROM reward_asks ORDER BY id DESC LIMIT 100"));
    std::vector<Asked> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(auto request, rewards::decodeRequest(textOf(rows.blob(1))));
        out.push_back({rows.integer(0), std::move(request), {rows.integer(2)}});
    }
}

Result<std::size_t> Rewards::importList(std::string_view text)
{
    BT_TRY(const auto list, rewards::decodeList(text));
    BT_TRY(const auto row, m_book->epoch(list.epoch));
    if (!row) return fail("reward.no_epoch", {std::to_string(list.epoch)}, {});
    BT_TRY(const auto tree, rewards::treeOf(list, m_c->wallet.network().id, row->opened));
    (void)tree;
    BT_CHECK(m_c->atomically([&] { return m_book->keepList(list, row->opened.root); }));
    m_mine.erase(row->opened.root);
    BT_TRY(const auto* own, mine(*row));
    return own->size();
}

// --- payments ------------------------------------------------------------------------------------------------------

Result<void> Rewards::keepClaim(std::uint64_t epoch, std::uint32_t index, std::string_view error)
{
    BT_TRY(auto row, m_c->db.prepare("INSERT OR REPLACE INTO reward_claims (epoch, place, error) VALUES (?, ?, ?)"));
    return row.bind(static_cast<std::int64_t>(epoch)).bind(std::int64_t{index}).bind(error).run();
}

Result<void> Rewards::dropClaim(std::uint64_t epoch, std::uint32_t index)
{
    BT_TRY(auto row, m_c->db.prepare("DELETE FROM reward_claims WHERE epoch = ? AND place = ?"));
    return row.bind(static_cast<std::int64_t>(epoch)).bind(std::int64_t{index}).run();
}

//! Says at once what is not possible, in the words of the door.
Result<CallsPlan> Rewards::possibleClaim(std::uint64_t epoch, std::uint32_t index)
{
    auto plan = claimPlan(epoch, index);
    if (plan) return plan;
    if (plan.error().code == "service.not_needed") return fail("reward.paid", {std::to_string(index)}, {});
    if (plan.error().code == "service.not_yet") return fail("reward.too_early", plan.error().args, {});
    return tl::unexpected(std::move(plan).error());
}

Result<ClaimQuote> Rewards::quoteClaim(std::uint64_t epoch, std::uint32_t index)
{
    BT_TRY(const auto plan, possibleClaim(epoch, index));
    const auto shown = m_c->payments.disclose(plan, rewards::kClaimRelation);
    if (!shown && shown.error().code == "ledger.not_enough")
        return fail("token.no_kas", shown.error().args, "a fee and what lies under an award are KAS");
    if (!shown) return tl::unexpected(shown.error());
    return ClaimQuote{shown->fee, token::kCarrier};
}

Result<void> Rewards::claim(std::uint64_t epoch, std::uint32_t index)
{
    BT_CHECK(possibleClaim(epoch, index));
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(auto row, m_c->db.prepare("SELECT error FROM reward_claims WHERE epoch = ? AND place = ?"));
        BT_TRY(const bool there, row.bind(static_cast<std::int64_t>(epoch)).bind(std::int64_t{index}).step());
        if (there && row.text(0).empty()) return {}; // on its way already
        BT_CHECK(keepClaim(epoch, index, {}));
        Errand errand;
        errand.step = "reward";
        errand.extra = Json{{"epoch", std::to_string(epoch)}, {"place", index}};
        BT_TRY(const auto id, m_dispatcher->post("reward", errand));
        (void)id;
        return {};
    });
}

Result<CallsPlan> Rewards::claimPlan(std::uint64_t epoch, std::uint32_t index)
{
    if (!m_book->pool()) return fail("reward.no_pool");
    if (m_book->lost()) return fail("reward.pool_lost");
    BT_TRY(const auto paid, m_book->paid(epoch));
    if (paid.contains(index)) return fail("service.not_needed");
    const auto& pool = *m_book->pool();
    BT_TRY(const auto row, m_book->epoch(epoch));
    if (!row) return fail("reward.no_epoch", {std::to_string(epoch)}, {});
    if (row->stopped) return fail("reward.stopped", {std::to_string(epoch)}, {});
    if (epoch != pool.state.epoch) return fail("reward.epoch_over", {std::to_string(epoch)}, {});
    BT_TRY(const auto list, m_book->listOf(row->opened.root));
    if (!list) return fail("reward.no_list");
    if (index >= list->awards.size()) return fail("reward.unknown_award", {std::to_string(index)}, {});
    BT_TRY(const auto tree, m_book->treeNow(*list));
    const auto& award = list->awards[index];
    // The poorest token that is enough: what is left over stays in few pieces. One that others may add to only if there is
    // no other: whoever gave it could move it away under every payment.
    const token::Holding* from = nullptr;
    const auto open = [](const token::Holding& one) { return one.state.borrow.scheme != token::BorrowScheme::Disabled; };
    for (const auto& one : m_book->tokens())
        if (one.state.amount > award.amount && (from == nullptr || open(*from) || !open(one))) from = &one;
    if (from == nullptr) return fail("reward.pool_short", {std::to_string(index)}, {});
    BT_TRY(const auto plan, reward::claim(pool, *from, tree, index, award));
    if (plan.minAge > 0) {
        const auto due = pool.daaScore + plan.minAge;
        if (const auto now = m_c->payments.about().daaScore; now < due) {
            const auto wait = static_cast<std::int64_t>((due - now) / m_c->wallet.network().daaPerSecond + 1) * kSecond;
            return fail("service.not_yet", {std::to_string(m_c->now().value + wait)}, {});
        }
    }
    return CallsPlan{plan.tx, plan.calls, {}};
}

bool Rewards::isClaim(const kaspa::Transaction& tx, std::uint64_t epoch) const
{
    if (!m_book->pool() || m_book->pool()->state.epoch != epoch) return false;
    const auto read = reward::readSpend(*m_book->pool(), tx, {});
    return read && read->step == reward::PoolStep::Claim;
}

} // namespace bt::service
