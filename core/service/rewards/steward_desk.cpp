// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/steward_desk.h"

#include "kaspa/address.h"
#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"
#include "messaging/pointer.h"

#include <algorithm>

namespace bt::service::rewards {
namespace {

using reward::PoolStep;

constexpr Sompi kSpare{kSompiPerKas / 5}; // a fee and a change above the storage floor
constexpr std::string_view kKind = "reward.";

tl::unexpected<Error> differs(const char* what) { return fail("reward.plan_differs", {what}, {}); }

std::vector<std::size_t> firstPlaces(PoolStep step, const reward::Stewards& stewards)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < neededFor(step, stewards); ++i) out.push_back(i);
    return out;
}

//! Scripts are signatures and the places of the signers; everything else is what the stewards sign.
kaspa::Transaction bare(kaspa::Transaction tx)
{
    for (auto& input : tx.inputs) input.signatureScript.clear();
    return tx;
}

std::vector<std::size_t> placesWhoSigned(const ledger::PartialSigning& signing, const reward::Stewards& stewards)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < stewards.keys.size(); ++i)
        if (ledger::signedBy(signing, stewards.keys[i])) out.push_back(i);
    return out;
}

} // namespace

std::size_t neededFor(PoolStep step, const reward::Stewards& stewards) { return step == PoolStep::Veto ? 1 : stewards.needed; }

Result<std::unique_ptr<StewardDesk>> StewardDesk::open(DeskParts parts, const reward::PoolBirth& birth, const Deadline& deadline)
{
    auto out = std::unique_ptr<StewardDesk>(new StewardDesk(parts));
    BT_TRY(auto db, store::Database::open({}, Secret()));
    out->m_db = std::make_unique<store::Database>(std::move(db));
    BT_TRY(auto book, PoolBook::open(*out->m_db));
    out->m_book = std::make_unique<PoolBook>(std::move(book));
    ledger::BlockHash cursor;
    BT_TRY(const bool whole, out->m_book->read(parts.node, bornAs(birth), cursor, {}, deadline));
    if (!whole) return fail("node.timeout");
    if (!out->m_book->pool()) return fail("reward.no_pool");
    if (out->m_book->lost()) return fail("reward.pool_lost");
    return out;
}

Result<EpochList> StewardDesk::listFor(std::string_view csv, token::Units budget, Millis end) const
{
    auto table = readTable(csv, budget);
    if (!table.problems.empty())
        return fail("reward.bad_table", {std::to_string(table.problems.front().line), std::string(table.problems.front().code)}, {});
    return EpochList{m.network.id, pool().id, pool().state.epoch + 1, budget, end, std::move(table.awards)};
}

// What the program would let through and nobody should sign: awards that its caps refuse later, a key twice.
Result<void> StewardDesk::judge(const Wish& wish) const
{
    if ((wish.step == PoolStep::Open) != wish.list.has_value()) return differs("list");
    if ((wish.step == PoolStep::Rotate) != wish.heirs.has_value()) return differs("heirs");
    if (!wish.list) return {};
    const auto& list = *wish.list;
    if (list.network != m.network.id || list.pool != pool().id || list.epoch != pool().state.epoch + 1) return differs("list");
    std::string csv(kTableHeader);
    for (const auto& award : list.awards) csv += '\n' + tableLine(award);
    const auto table = readTable(csv, list.budget);
    if (!table.problems.empty())
        return fail("reward.bad_table", {std::to_string(table.problems.front().line), std::string(table.problems.front().code)}, {});
    if (table.awards != list.awards) return differs("list");
    return {};
}

Result<reward::PoolPlan> StewardDesk::planOf(const Wish& wish, const std::vector<token::Holding>& tokens, const reward::Stewards& stewards,
                                             const std::vector<std::size_t>& places) const
{
    BT_CHECK(judge(wish));
    switch (wish.step) {
    case PoolStep::Open: {
        BT_TRY(const auto tree, reward::AwardTree::from(wish.list->epoch, wish.list->awards));
        return reward::open(pool(), tokens, stewards, places, wish.list->budget, wish.list->end, tree.root());
    }
    case PoolStep::Gather: return reward::gather(pool(), tokens, stewards, places);
    case PoolStep::Rotate: return reward::rotate(pool(), stewards, places, *wish.heirs);
    case PoolStep::Veto: return reward::veto(pool(), stewards, places.front());
    case PoolStep::Claim: break;
    }
    return differs("step");
}

Result<ledger::Draft> StewardDesk::draftOf(const reward::PoolPlan& plan, const Wish& wish, const std::vector<ledger::Coin>& coins,
                                           const kaspa::ScriptPublicKey& change) const
{
    ledger::BuildRequest request;
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        const auto& in = plan.tx.inputs[i];
        request.inputs.push_back({in.previous, plan.calls[i].spent, in.sequence, in.computeBudget, in.signatureScript.size()});
    }
    request.outputs = plan.tx.outputs;
    request.lockTime = plan.tx.lockTime;
    request.change = change;
    request.basis = ledger::FeeBasis::Relay;
    if (wish.list) {
        BT_TRY(const auto text, encodeList(*wish.list));
        request.payload = messaging::announcementPayload({messaging::Announcement::Kind::RewardEpoch, ipld::cidOfRaw(viewOf(text)).digest});
    }
    BT_TRY(const auto info, m.node.info(Deadline{}));
    return ledger::build(request, coins, m.network, info.daaScore);
}

Result<ledger::Coin> StewardDesk::feeCoin(const reward::PoolPlan& plan, const crypto::XOnlyKey& key)
{
    const auto spk = kaspa::payToPublicKey(key.view());
    BT_TRY(const auto there, m.node.utxos({spk}, Deadline{}));
    const ledger::UtxoEntry* best = nullptr;
    for (const auto& one : there) {
        if (one.utxo.isCoinbase || one.utxo.covenant || one.utxo.amount.value < plan.toAdd.value + kSpare.value) continue;
        if (best == nullptr || one.utxo.amount < best->utxo.amount) best = &one;
    }
    if (best == nullptr) {
        BT_TRY(const auto address, kaspa::addressOf(spk, m.network.addressPrefix));
        return fail("reward.no_fee", {kaspa::encodeAddress(address)}, {});
    }
    return ledger::Coin{best->outpoint, best->utxo, {}, {}, ledger::CoinState::Confirmed, {}};
}

Result<ledger::PartialSigning> StewardDesk::plan(const Wish& wish, const reward::Stewards& stewards, const Secret& feeKey)
{
    std::vector<token::Holding> tokens(m_book->tokens().begin(),
                                       m_book->tokens().begin() +
                                           static_cast<std::ptrdiff_t>(std::min(m_book->tokens().size(), token::kMaxInputs)));
    BT_TRY(const auto made, planOf(wish, tokens, stewards, firstPlaces(wish.step, stewards)));
    BT_TRY(const auto payer, crypto::secpXOnly(feeKey.view()));
    BT_TRY(const auto coin, feeCoin(made, payer));
    BT_TRY(auto draft, draftOf(made, wish, {coin}, coin.utxo.spk));
    BT_CHECK(ledger::signCoins(
        draft, [&](const ledger::KeyRef&) -> Result<Secret> { return feeKey.clone(); }, m.random));
    ledger::SigningSubject subject{std::string(kKind) + std::string(reward::poolStepName(wish.step)), {}};
    auto signers = stewards.keys;
    std::ranges::sort(signers);
    return ledger::startSigning(draft, made.calls, m.network, std::move(subject), std::move(signers));
}

Result<PoolStep> StewardDesk::stepOf(const ledger::PartialSigning& signing)
{
    for (const auto step : {PoolStep::Open, PoolStep::Veto, PoolStep::Rotate, PoolStep::Gather})
        if (signing.subject.kind == std::string(kKind) + std::string(reward::poolStepName(step))) return step;
    return differs("step");
}

std::vector<token::Holding> StewardDesk::sweptBy(const kaspa::Transaction& tx) const
{
    std::vector<token::Holding> out;
    for (std::size_t i = 1; i < tx.inputs.size(); ++i)
        if (const auto held = std::ranges::find(m_book->tokens(), tx.inputs[i].previous, &token::Holding::outpoint);
            held != m_book->tokens().end())
            out.push_back(*held);
    return out;
}

Result<void> StewardDesk::check(const ledger::PartialSigning& signing, const Wish& wish, const reward::Stewards& stewards)
{
    BT_CHECK(ledger::checkSigning(signing));
    BT_TRY(const auto step, stepOf(signing));
    if (step != wish.step) return differs("step");
    const auto& theirs = signing.tx;
    if (theirs.tx.inputs.empty() || theirs.tx.outputs.empty() || theirs.utxos.size() != theirs.tx.inputs.size())
        return differs("transaction");
    if (theirs.tx.inputs.front().previous != pool().outpoint) return fail("reward.pool_moved");
    // The only choices that are theirs: which of the pool's tokens are swept, which coin pays the fee (none, where carriers
    // that are not needed any more do), and where its change goes.
    const auto tokens = sweptBy(theirs.tx);
    BT_TRY(const auto made, planOf(wish, tokens, stewards, firstPlaces(wish.step, stewards)));
    BT_CHECK(ledger::checkInputs(signing, m.node, Deadline{})); // the coin is there and as the file says
    std::vector<ledger::Coin> coins;
    if (theirs.tx.inputs.size() > made.tx.inputs.size())
        coins.push_back({theirs.tx.inputs.back().previous, theirs.utxos.back(), {}, {}, ledger::CoinState::Confirmed, {}});
    const bool changes = theirs.tx.outputs.size() > made.tx.outputs.size();
    if (!changes && coins.empty()) return differs("transaction");
    BT_TRY(const auto draft, draftOf(made, wish, coins, changes ? theirs.tx.outputs.back().spk : coins.front().utxo.spk));
    if (bare(draft.tx.tx) != bare(theirs.tx) || draft.tx.utxos != theirs.utxos) return differs("transaction");
    return {};
}

Result<void> StewardDesk::sign(ledger::PartialSigning& signing, const Wish& wish, const reward::Stewards& stewards, const Secret& key)
{
    BT_CHECK(check(signing, wish, stewards));
    return ledger::addSignature(signing, key, m.random);
}

Result<kaspa::TxId> StewardDesk::send(const std::vector<ledger::PartialSigning>& all, const Wish& wish, const reward::Stewards& stewards)
{
    if (all.empty()) return fail("partial.incomplete", {"0", std::to_string(neededFor(wish.step, stewards))}, {});
    auto whole = all.front();
    for (std::size_t i = 1; i < all.size(); ++i) {
        BT_TRY(whole, ledger::combine(whole, all[i]));
    }
    BT_CHECK(check(whole, wish, stewards));
    auto places = placesWhoSigned(whole, stewards);
    const auto needed = neededFor(wish.step, stewards);
    if (places.size() < needed) return fail("partial.incomplete", {std::to_string(places.size()), std::to_string(needed)}, {});
    places.resize(needed);
    BT_TRY(const auto made, planOf(wish, sweptBy(whole.tx.tx), stewards, places));
    BT_CHECK(ledger::chooseSigners(whole, made.calls));
    BT_TRY(const auto info, m.node.info(Deadline{}));
    if (made.notBefore.value > 0 && info.pastMedianTime <= made.notBefore)
        return fail("reward.too_early", {std::to_string(made.notBefore.value)}, {});
    BT_TRY(const auto tx, ledger::finishSigning(whole, m.network));
    if (wish.list) { // whoever sees the epoch open finds its list
        BT_TRY(const auto text, encodeList(*wish.list));
        BT_CHECK(m.blocks.put(ipld::cidOfRaw(viewOf(text)), viewOf(text), Deadline{}));
    }
    return m.node.submit(tx, Deadline{});
}

} // namespace bt::service::rewards
