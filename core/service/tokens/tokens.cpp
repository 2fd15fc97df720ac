// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/tokens.h"

#include "records/text.h"
#include "service/tokens/token_carriers.h"

namespace bt::service {
namespace {

namespace ct = contract::token;

} // namespace

Tokens::Tokens(const FeatureParts& parts, TokenWallet wallet, TokenBook book)
    : m_parts(parts), m_c(&parts.context), m_wallet(std::move(wallet)), m_book(std::move(book))
{}

Result<std::unique_ptr<Tokens>> Tokens::make(const FeatureParts& parts)
{
    BT_TRY(auto wallet, TokenWallet::open(parts.context));
    BT_TRY(auto book, TokenBook::open(parts.context.db));
    auto out = std::unique_ptr<Tokens>(new Tokens(parts, std::move(wallet), std::move(book)));
    carryTokens(parts.context, parts.dispatcher, out->m_wallet, out->m_book);
    return out;
}

// --- what a person asks ------------------------------------------------------------------------------------------

Result<Tokens::Target> Tokens::targetOf(const TokenPayment& payment) const
{
    if (m_wallet.token() == nullptr) return fail("token.absent");
    if (payment.units == 0 || payment.units > ct::kMaxUnits) return fail("token.bad_amount", "a payment of nothing");
    Target out;
    out.wanted.amount = {payment.units};
    if (payment.threadId.empty()) {
        BT_TRY(const auto key, readTokenAddress(m_c->wallet.network(), payment.address));
        out.wanted.to = ct::Owner::key(key);
        out.wanted.relation = "tokens";
        return out;
    }
    if (m_c->postbox.find(payment.threadId) == nullptr) return fail("message.no_conversation");
    out.wanted.relation = "thread/" + payment.threadId;
    if (const auto* peer = m_wallet.peer(payment.threadId)) {
        out.wanted.to = ct::Owner::key(peer->owner);
        out.wanted.borrow = ct::Borrow::byKey(peer->borrowKey);
        if (const auto* lent = m_wallet.lentBy(payment.threadId)) out.wanted.into = lent->holding;
    } else {
        out.wanted.to = {ct::OwnerScheme::Key, m_wallet.token()->program}; // 32 bytes: sizes and fees are the same
        out.asksAddress = true;
    }
    return out;
}

Result<TokenQuote> Tokens::price(const Target& target)
{
    TokenQuote out;
    out.asksAddress = target.asksAddress;
    out.joinsTheirs = target.wanted.into.has_value();
    const auto there = m_wallet.balance();
    auto plan = m_wallet.plan(target.wanted, true);
    if (!plan && plan.error().code == "token.scattered") {
        // Every transfer to ourselves makes one of three; the payment itself then has one to spend.
        out.merges = static_cast<int>((m_wallet.piecesFor(target.wanted.amount) + 1) / (ct::kMaxInputs - 1));
        BT_TRY(const auto some, m_wallet.choose({1}, target.wanted.relation, ct::kMaxInputs));
        auto smaller = target.wanted;
        smaller.amount = some.front().holding.state.amount;
        plan = m_wallet.plan(smaller, true);
    }
    if (!plan && plan.error().code == "token.not_enough" && there.available.value + there.waiting.value >= target.wanted.amount.value)
        return fail("token.on_its_way");
    if (!plan) return tl::unexpected(std::move(plan).error());
    out.deposit = plan->toAdd;
    out.left = there.available.value + there.waiting.value - target.wanted.amount.value;
    CallsPlan calls{std::move(plan->tx), std::move(plan->calls)};
    auto shown = m_c->payments.disclose(calls, target.wanted.relation);
    if (!shown && shown.error().code == "ledger.not_enough")
        return fail("token.no_kas", {shown.error().args.empty() ? std::string("0") : shown.error().args.front()},
                    "fees and deposits are KAS");
    if (!shown) return tl::unexpected(std::move(shown).error());
    out.fee = {shown->fee.value * static_cast<std::uint64_t>(out.merges + 1)};
    out.disclosure = figuresOf(*shown, out.deposit);
    return out;
}

Result<TokenQuote> Tokens::quote(const TokenPayment& payment)
{
    BT_TRY(const auto target, targetOf(payment));
    return price(target);
}

Result<void> Tokens::post(const TokenMove& move)
{
    BT_CHECK(m_book.put(move));
    Errand errand; // without its thread: letters of that thread must not wait for a payment
    errand.step = kTokenSend;
    errand.extra["move"] = move.id;
    if (!move.to.empty()) {
        BT_TRY(const auto key, readTokenAddress(m_c->wallet.network(), move.to));
        errand.extra["owner"] = hexOf(key);
    }
    BT_TRY(const auto id, m_parts.dispatcher.post(kTokenSend, errand));
    (void)id;
    return {};
}

Result<void> Tokens::send(const TokenPayment& payment)
{
    BT_TRY(const auto target, targetOf(payment));
    BT_TRY(const auto price, this->price(target));
    (void)price;
    return m_c->atomically([&]() -> Result<void> {
        TokenMove move;
        move.id = hexOf(m_c->world.random.bytes(16));
        move.kind = "sent";
        move.thread = payment.threadId;
        move.to = payment.threadId.empty() ? payment.address : std::string();
        move.units = -static_cast<std::int64_t>(payment.units);
        move.at = m_c->now();
        move.own = true;
        if (target.asksAddress) BT_CHECK(ask(payment.threadId, "btai_ask"));
        return post(move);
    });
}

Result<void> Tokens::request(const std::string& threadId, std::uint64_t units, const std::string& text)
{
    if (m_wallet.token() == nullptr) return fail("token.absent");
    if (units == 0 || units > ct::kMaxUnits) return fail("token.bad_amount", "a request for nothing");
    if (m_c->postbox.find(threadId) == nullptr) return fail("message.no_conversation");
    BT_TRY(const auto note, records::plainLine(text, kNoteBytes));
    return m_c->atomically([&]() -> Result<void> {
        TokenRequest request;
        request.id = hexOf(m_c->world.random.bytes(16));
        request.thread = threadId;
        request.mine = true;
        request.units = units;
        BT_TRY(const auto key, m_wallet.fresh("thread/" + threadId));
        request.owner = ct::Owner::key(key.key).value;
        request.note = note;
        request.at = m_c->now();
        BT_CHECK(m_book.put(request));
        MessageView card;
        card.threadId = threadId;
        card.kind = MessageKind::PayRequest;
        card.mine = true;
        card.text = note;
        card.visitId = request.id;
        card.at = request.at;
        card.state = MessageState::Waiting;
        BT_TRY(const auto row, m_c->postbox.add(card));
        return m_parts.letters.post(
            threadId,
            FeatureLetter{"btai_request",
                          Json{{"id", request.id}, {"units", std::to_string(units)}, {"owner", hexOf(request.owner)}, {"note", note}}},
            row);
    });
}

Result<TokenRequest> Tokens::openRequest(const std::string& requestId)
{
    BT_TRY(const auto request, m_book.request(requestId));
    if (!request || request->mine || !request->paidBy.empty() || request->declined) return fail("token.request_closed");
    BT_TRY(const auto paying, m_book.paying());
    if (paying.contains(requestId)) return fail("token.request_closed");
    return *request;
}

Result<TokenQuote> Tokens::quoteRequest(const std::string& requestId)
{
    BT_TRY(const auto request, openRequest(requestId));
    Target target;
    target.wanted.amount = {request.units};
    target.wanted.to = {ct::OwnerScheme::Key, request.owner};
    target.wanted.relation = "thread/" + request.thread;
    return price(target);
}

Result<void> Tokens::payRequest(const std::string& requestId)
{
    BT_TRY(const auto request, openRequest(requestId));
    BT_TRY(const auto price, quoteRequest(requestId));
    (void)price;
    return m_c->atomically([&]() -> Result<void> {
        TokenMove move;
        move.id = hexOf(m_c->world.random.bytes(16));
        move.kind = "request_paid";
        move.thread = request.thread;
        move.request = requestId;
        move.units = -static_cast<std::int64_t>(request.units);
        move.at = m_c->now();
        move.own = true;
        return post(move);
    });
}

Result<void> Tokens::declineRequest(const std::string& requestId)
{
    BT_TRY(auto request, openRequest(requestId));
    return m_c->atomically([&]() -> Result<void> {
        request.declined = true;
        BT_CHECK(m_book.put(request));
        return m_parts.letters.post(request.thread, FeatureLetter{"btai_decline", Json{{"id", requestId}}}, 0);
    });
}

Result<void> Tokens::playMoney()
{
    const auto& network = m_c->wallet.network();
    if (m_c->world.practice == nullptr || m_wallet.token() == nullptr || network.faucetTokens == 0) return {};
    TokenWallet::Fresh key;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_TRY(key, m_wallet.fresh("play"));
        return {};
    }));
    const auto given = m_c->world.practice->tokenFaucet(ct::Owner::key(key.key), {network.faucetTokens}, Deadline{});
    return given ? Result<void>{} : tl::unexpected(given.error());
}

Result<void> Tokens::join(const std::string& payment, ct::Units amount)
{
    return joinTokens(*m_c, m_parts.dispatcher, m_wallet, payment, amount);
}

// --- the chain ---------------------------------------------------------------------------------------------------

Result<void> Tokens::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    BT_TRY(const auto change, m_wallet.accepted(tx, block));
    if (m_wallet.token() == nullptr) return {};
    const auto txid = hexOf(tx.id);
    std::string answered;
    for (const auto& holding : m_wallet.made(tx)) {
        if (holding.state.owner.scheme != ct::OwnerScheme::Key) continue;
        BT_TRY(auto request, m_book.requestOf(holding.state.owner.value));
        if (!request || holding.state.amount.value < request->units) continue;
        request->paidBy = txid;
        request->daaScore = block.daaScore;
        BT_CHECK(m_book.put(*request));
        answered = request->id;
    }
    if (!change && answered.empty()) return {};
    m_parts.follower.touched();
    BT_CHECK(m_parts.follower.remember(block.hash, block.daaScore, name(), {}, txid, encodeChange(change.value_or(TokenChange{}))));
    if (!change) return {};
    BT_TRY(auto known, m_book.moveBy(txid));
    if (known) {
        known->daaScore = block.daaScore;
        known->at = block.time;
        return m_book.put(*known);
    }
    const auto delta = static_cast<std::int64_t>(change->in()) - static_cast<std::int64_t>(change->out());
    if (delta == 0 || ofAVisit(txid)) return {}; // among our own, or told by the visit
    TokenMove move;
    move.id = "in/" + txid;
    move.kind = delta > 0 ? "received" : "sent";
    move.units = delta;
    move.txid = txid;
    move.at = block.time;
    move.daaScore = block.daaScore;
    for (const auto& one : change->come) {
        if (one.lent) continue;
        if (one.relation == "play") move.kind = "play_money";
        if (one.relation.starts_with("thread/")) move.thread = one.relation.substr(7);
        // An address is shown to one payer only.
        if (one.relation == kTokenReceive) BT_CHECK(m_c->book.put(kTokenReceive, {}));
    }
    if (!answered.empty() && delta > 0) move.kind = "request_received", move.request = answered;
    return m_book.put(move);
}

Result<void> Tokens::readAgain(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    BT_TRY(const auto change, m_wallet.foundLater(tx, block));
    if (!change) return {};
    return m_parts.follower.remember(block.hash, block.daaScore, name(), {}, hexOf(tx.id), encodeChange(*change));
}

bool Tokens::ofAVisit(const std::string& txid) const
{
    return std::ranges::any_of(m_c->visits.all(), [&](const auto& one) {
        return std::ranges::any_of(one.second.steps, [&](const VisitStep& step) { return step.txid == txid; });
    });
}

Result<void> Tokens::takenBack(const std::string&, const std::string& txid, ByteView before)
{
    BT_TRY(const auto change, decodeChange(before));
    BT_CHECK(m_wallet.undo(change));
    return m_book.undo(txid);
}

Result<void> Tokens::begunAnew()
{
    return m_c->atomically([&]() -> Result<void> {
        // What the new chain has was read already; what only the old one had is gone.
        for (const auto& one : m_wallet.holdings()) {
            BT_TRY(const auto output, ct::utxoOf(one.holding));
            BT_TRY(const auto there, m_c->world.node.utxoOf(one.holding.outpoint, output.spk, Deadline{}));
            if (!there) BT_CHECK(m_wallet.forget(one.holding.outpoint));
        }
        for (const auto& one : m_wallet.holdings(true)) {
            BT_TRY(const auto output, ct::utxoOf(one.holding));
            BT_TRY(const auto there, m_c->world.node.utxoOf(one.holding.outpoint, output.spk, Deadline{}));
            if (!there) BT_CHECK(m_wallet.forget(one.holding.outpoint));
        }
        return {};
    });
}

} // namespace bt::service
