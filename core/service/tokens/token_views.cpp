// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codes.h"
#include "service/projector.h"
#include "service/tokens/tokens.h"

#include <algorithm>

namespace bt::service {
namespace {

namespace ct = contract::token;

//! KAS that a payment may need: a deposit under the new UTXO and under our change, and a fee.
constexpr Sompi kKasWanted{2 * ct::kCarrier.value + kSompiPerKas / 50};

} // namespace

PaymentState Tokens::stateOf(const TokenMove& move, std::uint64_t daaScore) const
{
    if (move.txid.empty()) return PaymentState::Waiting;
    if (move.daaScore == 0) return PaymentState::Sent;
    if (m_c->world.practice != nullptr) return PaymentState::Settled;
    return daaScore >= move.daaScore + m_c->wallet.network().settleDaa ? PaymentState::Settled : PaymentState::Seen;
}

//! An address for receiving stands ready.
Result<bool> Tokens::push()
{
    if (m_wallet.token() == nullptr) return false;
    BT_TRY(const auto kept, m_c->book.get(kTokenReceive));
    if (kept && !kept->empty()) return false;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_TRY(const auto key, m_wallet.fresh(kTokenReceive));
        return m_c->book.put(kTokenReceive, key.key.view());
    }));
    return true;
}

Result<void> Tokens::fill(Snapshot& snapshot)
{
    if (m_wallet.token() == nullptr) return {};
    auto view = std::make_shared<TokensView>();
    const auto& network = m_c->wallet.network();
    const auto daaScore = snapshot.network.daaScore;
    auto balance = m_wallet.balance();
    view->tokenId = hexOf(m_wallet.token()->id);
    view->available = balance.available.value;
    view->under = balance.under;
    for (const auto& [id, visit] : m_c->visits.all()) view->held += heldTokensBy(visit);
    view->microsPerToken = network.microsPerToken;
    view->kasWanted = kKasWanted;
    view->kasShort = snapshot.money.available < kKasWanted;
    if (const auto kept = m_c->book.get(kTokenReceive); kept && *kept && (*kept)->size() == crypto::XOnlyKey::size) {
        BT_TRY(const auto key, crypto::XOnlyKey::from(**kept));
        view->address = tokenAddress(network, key);
        view->ownerKey = hexOf(key);
    }
    BT_TRY(const auto requests, m_book.requests());
    BT_TRY(const auto moves, m_book.moves());
    std::uint64_t leaving = 0;
    const auto nameOf = [&](const std::string& thread) {
        const auto* found = m_c->postbox.find(thread);
        return found != nullptr ? found->name : std::string();
    };
    for (const auto& one : requests) {
        PayRequestView shown{one.id,    one.thread, one.mine, one.units, one.note, one.at, RequestState::Open, PaymentState::Waiting,
                             one.paidBy};
        if (!one.paidBy.empty()) {
            TokenMove paid;
            paid.txid = one.paidBy;
            paid.daaScore = one.daaScore;
            shown.state = RequestState::Paid;
            shown.payment = stateOf(paid, daaScore);
        } else if (one.declined) {
            shown.state = RequestState::Declined;
        }
        view->requests.emplace(one.id, std::move(shown));
    }
    for (const auto& move : moves) {
        TokenRow row;
        row.id = move.id;
        row.kind = move.kind;
        row.threadId = move.thread;
        row.peerName = nameOf(move.thread);
        row.to = move.to;
        row.at = move.at;
        row.units = move.units;
        row.fee = move.fee;
        row.state = stateOf(move, daaScore);
        row.failure = lastingCode(move.failure);
        row.txid = move.txid;
        row.asksAddress = move.own && move.txid.empty() && move.failure.empty() && move.request.empty() && !move.thread.empty() &&
                          m_wallet.peer(move.thread) == nullptr;
        if (move.own && !move.txid.empty() && move.daaScore == 0) {
            const auto gone = static_cast<std::uint64_t>(-move.units);
            leaving += gone;
            if (auto spent = balance.leaving.find(move.txid); spent != balance.leaving.end())
                spent->second -= std::min(spent->second, gone);
        }
        if (const auto request = view->requests.find(move.request); request != view->requests.end()) row.note = request->second.note;
        view->rows.push_back(std::move(row));
    }
    BT_TRY(const auto paying, m_book.paying());
    for (auto& [id, request] : view->requests)
        if (request.state == RequestState::Open && paying.contains(id)) request.state = RequestState::Paying;
    view->waiting = balance.waiting.value > leaving ? balance.waiting.value - leaving : 0;
    for (const auto& [txid, back] : balance.leaving)
        if (back > 0) view->underWaiting.value += ct::kCarrier.value; // under the change
    snapshot.tokens = std::move(view);
    return {};
}

} // namespace bt::service
