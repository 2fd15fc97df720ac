// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/token_wallet.h"

#include "contract/token/reader.h"
#include "kaspa/script/engine.h"

namespace bt::service {
namespace {

namespace ct = contract::token;

constexpr std::uint32_t kAhead = 256; // keys watched beyond the last one seen: a restore finds what lies within

} // namespace

Result<TokenWallet> TokenWallet::open(Context& context)
{
    BT_CHECK(context.db.migrate(
        "tokens", {"CREATE TABLE token_keys (idx INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, relation TEXT NOT NULL);"
                   "CREATE TABLE token_outputs (txid BLOB NOT NULL, idx INTEGER NOT NULL, row TEXT NOT NULL, "
                   "PRIMARY KEY (txid, idx)) WITHOUT ROWID;"
                   "CREATE TABLE token_peers (thread TEXT PRIMARY KEY, owner BLOB NOT NULL, borrow BLOB NOT NULL) WITHOUT ROWID;"}));
    TokenWallet out(context);
    if (const auto& birth = context.wallet.network().tokenBirth; !birth.empty()) {
        BT_TRY(auto record, ct::decodeBirth(birth));
        BT_TRY(out.m_token, ct::tokenOf(record));
        out.m_birth = std::move(record);
    }
    BT_CHECK(out.reload());
    if (out.m_token) BT_CHECK(out.lookAhead());
    return out;
}

Result<void> TokenWallet::reload()
{
    m_all.clear();
    m_keys.clear();
    m_peers.clear();
    m_spare.clear();
    BT_TRY(auto outputs, m_c->db.prepare("SELECT row FROM token_outputs"));
    for (;;) {
        BT_TRY(const bool more, outputs.step());
        if (!more) break;
        BT_TRY(const Json json, codec::parseJson(outputs.text(0)));
        BT_TRY(auto token, decodeToken(json));
        m_all.insert_or_assign(token.holding.outpoint, std::move(token));
    }
    BT_TRY(auto keys, m_c->db.prepare("SELECT idx, key, relation FROM token_keys"));
    for (;;) {
        BT_TRY(const bool more, keys.step());
        if (!more) break;
        BT_TRY(const auto key, Hash256::from(keys.blob(1)));
        m_keys.insert_or_assign(key, Key{static_cast<std::uint32_t>(keys.integer(0)), keys.text(2)});
    }
    BT_TRY(auto peers, m_c->db.prepare("SELECT thread, owner, borrow FROM token_peers"));
    for (;;) {
        BT_TRY(const bool more, peers.step());
        if (!more) break;
        TokenPeer peer;
        BT_TRY(peer.owner, crypto::XOnlyKey::from(peers.blob(1)));
        BT_TRY(peer.borrowKey, crypto::secpXOnly(peers.blob(2)));
        m_peers.insert_or_assign(peers.text(0), peer);
    }
    return {};
}

Secret TokenWallet::ownerSecret(std::uint32_t index) const { return m_c->vault.keys().deriveScalar("token/owner", {}, index); }
Secret TokenWallet::borrowSecret(std::uint32_t index) const { return m_c->vault.keys().deriveScalar("token/borrow", {}, index); }

Result<void> TokenWallet::watch(std::uint32_t index)
{
    BT_TRY(const auto key, crypto::secpXOnly(ownerSecret(index).view()));
    BT_TRY(const auto value, Hash256::from(key.view()));
    if (m_keys.contains(value)) return {};
    BT_TRY(auto add, m_c->db.prepare("INSERT OR IGNORE INTO token_keys (idx, key, relation) VALUES (?, ?, '')"));
    BT_CHECK(add.bind(std::int64_t(index)).bind(key.view()).run());
    m_keys.emplace(value, Key{index, {}});
    return {};
}

// Every restore of the words begins a new stretch of keys (ledger::kKeysPerLife); all stretches so far are watched.
Result<void> TokenWallet::lookAhead()
{
    BT_TRY(const auto mark, m_c->wallet.keyMark());
    m_lives = std::max(mark.receive, mark.change) / ledger::kKeysPerLife;
    std::map<std::uint32_t, std::uint32_t> next; // life -> one above the last key in use
    std::map<std::uint32_t, std::uint32_t> there;
    for (const auto& [value, key] : m_keys) {
        const auto life = key.index / ledger::kKeysPerLife;
        auto& high = key.relation.empty() ? there[life] : next[life];
        high = std::max(high, key.index + 1);
    }
    return m_c->db.transaction([&]() -> Result<void> {
        for (std::uint32_t life = 0; life <= m_lives; ++life) {
            const auto first = life * ledger::kKeysPerLife;
            const auto end = std::max(next[life], first) + kAhead;
            for (auto index = std::max({next[life], there[life], first}); index < end; ++index) BT_CHECK(watch(index));
        }
        return {};
    });
}

Result<TokenWallet::Fresh> TokenWallet::fresh(std::string_view relation)
{
    if (!m_token) return fail("token.absent");
    Fresh out;
    BT_CHECK(m_c->db.transaction([&]() -> Result<void> {
        BT_CHECK(lookAhead());
        const auto first = m_lives * ledger::kKeysPerLife;
        out.index = first;
        for (const auto& [value, key] : m_keys)
            if (key.index >= first && !key.relation.empty()) out.index = std::max(out.index, key.index + 1);
        BT_CHECK(watch(out.index));
        BT_TRY(out.key, crypto::secpXOnly(ownerSecret(out.index).view()));
        BT_TRY(auto give, m_c->db.prepare("UPDATE token_keys SET relation = ? WHERE idx = ?"));
        BT_CHECK(give.bind(relation).bind(std::int64_t(out.index)).run());
        BT_TRY(const auto value, Hash256::from(out.key.view()));
        m_keys.at(value).relation = relation;
        return lookAhead();
    }));
    return out;
}

Result<TokenWallet::Fresh> TokenWallet::keyFor(std::string_view relation)
{
    for (const auto& [value, key] : m_keys)
        if (key.relation == relation) {
            BT_TRY(const auto known, crypto::XOnlyKey::from(value.view()));
            return Fresh{key.index, known};
        }
    return fresh(relation);
}

std::optional<std::uint32_t> TokenWallet::indexOf(const Hash256& owner) const
{
    const auto it = m_keys.find(owner);
    return it == m_keys.end() ? std::nullopt : std::optional(it->second.index);
}

Result<Secret> TokenWallet::secretOf(ByteView key) const
{
    BT_TRY(const auto value, Hash256::from(key));
    if (const auto it = m_keys.find(value); it != m_keys.end()) return ownerSecret(it->second.index);
    for (const auto& [thread, peer] : m_peers) {
        if (!std::ranges::equal(peer.borrowKey.view(), key)) continue;
        BT_TRY(auto row, m_c->db.prepare("SELECT borrow FROM token_peers WHERE thread = ?"));
        BT_TRY(const bool found, row.bind(thread).step());
        if (found) return Secret::copyOf(row.blob(0));
    }
    BT_TRY(const auto known, m_c->wallet.find(kaspa::payToPublicKey(key)));
    if (known) return m_c->wallet.secret(known->first);
    return fail("vault.unknown_key");
}

Result<void> TokenWallet::keepPeer(const std::string& thread, const crypto::XOnlyKey& owner, const Secret& borrow)
{
    BT_TRY(const auto key, crypto::secpXOnly(borrow.view()));
    BT_TRY(auto add, m_c->db.prepare("INSERT INTO token_peers (thread, owner, borrow) VALUES (?, ?, ?) ON CONFLICT (thread) DO UPDATE SET "
                                     "owner = excluded.owner, borrow = excluded.borrow"));
    BT_CHECK(add.bind(thread).bind(owner.view()).bind(borrow.view()).run());
    m_peers.insert_or_assign(thread, TokenPeer{owner, key});
    return {};
}

const TokenPeer* TokenWallet::peer(const std::string& thread) const
{
    const auto it = m_peers.find(thread);
    return it == m_peers.end() ? nullptr : &it->second;
}

TokenWallet::Balance TokenWallet::balance() const
{
    Balance out;
    for (const auto& [outpoint, one] : m_all) {
        if (one.lent) continue;
        const auto units = one.holding.state.amount.value;
        (one.spentBy.empty() ? out.available : out.waiting).value += units;
        if (one.spentBy.empty()) out.under.value += one.holding.carrier.value;
        else out.leaving[one.spentBy] += units;
    }
    return out;
}

std::vector<OwnToken> TokenWallet::holdings(bool lent) const
{
    std::vector<OwnToken> out;
    for (const auto& [outpoint, one] : m_all)
        if (one.lent == lent) out.push_back(one);
    return out;
}

const OwnToken* TokenWallet::lentBy(const std::string& thread) const
{
    const OwnToken* best = nullptr;
    for (const auto& [outpoint, one] : m_all)
        if (one.lent && one.relation == thread && one.spentBy.empty() &&
            (best == nullptr || best->holding.state.amount < one.holding.state.amount))
            best = &one;
    return best;
}

Result<void> TokenWallet::put(const OwnToken& token)
{
    const auto& at = token.holding.outpoint;
    BT_TRY(auto add,
           m_c->db.prepare(
               "INSERT INTO token_outputs (txid, idx, row) VALUES (?, ?, ?) ON CONFLICT (txid, idx) DO UPDATE SET row = excluded.row"));
    BT_CHECK(add.bind(at.id.view()).bind(std::int64_t(at.index)).bind(std::string_view(encodeToken(token).dump())).run());
    m_all.insert_or_assign(at, token);
    return {};
}

Result<void> TokenWallet::drop(const kaspa::Outpoint& at)
{
    BT_TRY(auto gone, m_c->db.prepare("DELETE FROM token_outputs WHERE txid = ? AND idx = ?"));
    BT_CHECK(gone.bind(at.id.view()).bind(std::int64_t(at.index)).run());
    m_all.erase(at);
    return {};
}

Result<void> TokenWallet::spent(const kaspa::Transaction& tx, const std::string& txid)
{
    m_spare.clear(); // its change may be one of them
    for (const auto& input : tx.inputs) {
        const auto it = m_all.find(input.previous);
        if (it == m_all.end()) continue;
        OwnToken next = it->second;
        next.spentBy = txid;
        BT_CHECK(put(next));
    }
    return {};
}

Result<void> TokenWallet::unspent(const std::string& txid)
{
    std::vector<OwnToken> back;
    for (const auto& [outpoint, one] : m_all)
        if (one.spentBy == txid) back.push_back(one);
    for (auto& one : back) {
        one.spentBy.clear();
        BT_CHECK(put(one));
    }
    return {};
}

std::vector<ct::Holding> TokenWallet::made(const ledger::AcceptedTx& tx) const
{
    std::vector<ct::Holding> out;
    if (!m_token) return out;
    if (m_birth && std::ranges::any_of(tx.tx.inputs, [&](const auto& in) { return in.previous == m_birth->authorising; })) {
        if (auto born = ct::readGenesis(*m_birth, tx.tx, tx.id)) return *std::move(born);
        return out;
    }
    for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
        const auto& covenant = tx.tx.outputs[i].covenant;
        if (!covenant || covenant->id != m_token->id) continue;
        if (auto holding = ct::readReceived(m_token->id, tx.tx, tx.id, i)) out.push_back(*std::move(holding));
    }
    return out;
}

Result<std::optional<OwnToken>> TokenWallet::recognise(const ct::Holding& holding)
{
    if (holding.state.owner.scheme != ct::OwnerScheme::Key) return std::optional<OwnToken>{};
    OwnToken out;
    out.holding = holding;
    if (const auto mine = m_keys.find(holding.state.owner.value); mine != m_keys.end()) {
        out.key = mine->second.index;
        out.relation = mine->second.relation;
        return std::optional(std::move(out));
    }
    for (const auto& [thread, peer] : m_peers) {
        if (holding.state.owner != ct::Owner::key(peer.owner) || holding.state.borrow != ct::Borrow::byKey(peer.borrowKey)) continue;
        out.relation = thread;
        out.lent = true;
        return std::optional(std::move(out));
    }
    // A visit pays its two sides' keys, which are the wallet's.
    BT_TRY(const auto known, m_c->wallet.find(kaspa::payToPublicKey(holding.state.owner.value.view())));
    if (!known) return std::optional<OwnToken>{};
    out.relation = known->second;
    out.ofWallet = true;
    return std::optional(std::move(out));
}

Result<std::optional<TokenChange>> TokenWallet::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    if (!m_token) return std::optional<TokenChange>{};
    TokenChange change;
    for (const auto& input : tx.tx.inputs)
        if (const auto it = m_all.find(input.previous); it != m_all.end()) change.gone.push_back(it->second);
    auto holdings = made(tx);
    if (!holdings.empty()) BT_CHECK(lookAhead()); // a restore may have found another life of the words meanwhile
    for (auto& holding : holdings) {
        holding.daaScore = block.daaScore;
        BT_TRY(auto known, recognise(holding));
        if (known) change.come.push_back(*std::move(known));
    }
    if (change.gone.empty() && change.come.empty()) return std::optional<TokenChange>{};
    for (const auto& one : change.gone) BT_CHECK(drop(one.holding.outpoint));
    for (auto& one : change.come) {
        if (!one.lent && !one.ofWallet && one.relation.empty()) {
            // A key that an earlier life of the words has given away: what it is for is not known any more.
            one.relation = "restored/" + std::to_string(one.key);
            BT_TRY(auto give, m_c->db.prepare("UPDATE token_keys SET relation = ? WHERE idx = ?"));
            BT_CHECK(give.bind(one.relation).bind(std::int64_t(one.key)).run());
            m_keys.at(one.holding.state.owner.value).relation = one.relation;
            BT_CHECK(lookAhead());
        }
        BT_CHECK(put(one));
    }
    return std::optional(std::move(change));
}

Result<std::optional<TokenChange>> TokenWallet::foundLater(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    if (!m_token) return std::optional<TokenChange>{};
    TokenChange change;
    for (const auto& input : tx.tx.inputs)
        if (const auto it = m_all.find(input.previous); it != m_all.end()) change.gone.push_back(it->second);
    for (auto& holding : made(tx)) {
        if (m_all.contains(holding.outpoint)) continue;
        holding.daaScore = block.daaScore;
        BT_TRY(auto known, recognise(holding));
        if (known && known->ofWallet) change.come.push_back(*std::move(known));
    }
    if (change.gone.empty() && change.come.empty()) return std::optional<TokenChange>{};
    for (const auto& one : change.gone) BT_CHECK(drop(one.holding.outpoint));
    for (const auto& one : change.come) BT_CHECK(put(one));
    return std::optional(std::move(change));
}

Result<void> TokenWallet::undo(const TokenChange& change)
{
    for (const auto& one : change.come) BT_CHECK(drop(one.holding.outpoint));
    for (const auto& one : change.gone) BT_CHECK(put(one));
    return {};
}

} // namespace bt::service
