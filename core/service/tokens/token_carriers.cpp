// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/token_carriers.h"

#include "service/codes.h"

namespace bt::service {
namespace {

namespace ct = contract::token;

constexpr std::int64_t kAddressPause = 500; // ms until it is looked whether the contact's app has told its address
constexpr std::int64_t kMergePause = 200;   // ms until it is looked whether scattered tokens have become one

class SendCarrier final : public Carrier
{
public:
    SendCarrier(Context& context, Dispatcher& dispatcher, TokenWallet& wallet, TokenBook& book)
        : m_c(&context), m_dispatcher(&dispatcher), m_wallet(&wallet), m_book(&book)
    {}

    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override
    {
        BT_TRY(const auto move, moveOf(errand));
        if (!move) return fail("service.not_needed");
        BT_CHECK(afterConflict(*m_c, errand, intent.id));
        TokenWallet::Wanted wanted;
        wanted.amount = {static_cast<std::uint64_t>(-move->units)};
        wanted.relation = move->thread.empty() ? "tokens" : "thread/" + move->thread;
        BT_CHECK(aim(*move, errand, wanted));
        auto plan = m_wallet->plan(wanted);
        if (!plan && plan.error().code == "token.scattered") {
            BT_CHECK(joinTokens(*m_c, *m_dispatcher, *m_wallet, move->id, wanted.amount));
            return later(kMergePause);
        }
        // What is on its way to ourselves may be enough in a moment.
        if (!plan && plan.error().code == "token.not_enough" && m_wallet->balance().waiting.value > 0) return later(kMergePause);
        if (!plan) return tl::unexpected(std::move(plan).error());
        return signTransfer(*m_c, *m_wallet, std::move(*plan), payload, wanted.relation);
    }
    Result<void> handedOver(const Errand& errand, const Signed& made) override
    {
        BT_CHECK(m_wallet->spent(made.tx, hexOf(made.id)));
        return change(errand, [&](TokenMove& move) {
            move.txid = hexOf(made.id);
            move.fee = made.fee;
            move.at = m_c->now();
        });
    }
    Result<void> withdrawn(const Errand& errand, const std::string& txid) override
    {
        BT_CHECK(m_wallet->unspent(txid));
        return change(errand, [](TokenMove& move) {
            move.txid.clear();
            move.fee = {};
        });
    }
    //! Other tokens may pay only when the person says so: were the faster spend undone, both could come true.
    bool asksBeforeReplanning(const Errand&) const override { return true; }
    //! Whoever pays again after a failure pays the same person, by a request or without one.
    Result<std::string> purpose(const Errand& errand) override
    {
        BT_TRY(const auto move, moveOf(errand));
        FieldReader f(errand.extra);
        if (f.has("owner")) return "btai/owner/" + f.text("owner");
        return move ? "btai/thread/" + move->thread : std::string();
    }
    Result<void> revived(const Errand& errand) override
    {
        return change(errand, [](TokenMove& move) { move.failure.clear(); });
    }
    Result<void> dead(const Errand& errand, const Error& why) override
    {
        if (why.code == "outbox.cancelled") {
            BT_TRY(const auto move, moveOf(errand));
            return move ? m_book->drop(move->id) : Result<void>{};
        }
        return change(errand, [&](TokenMove& move) { move.failure = why.code; });
    }
    Result<void> notNeeded(const Errand& errand) override
    {
        BT_TRY(const auto move, moveOf(errand));
        return move && move->txid.empty() ? m_book->drop(move->id) : Result<void>{};
    }

private:
    Result<std::optional<TokenMove>> moveOf(const Errand& errand)
    {
        FieldReader f(errand.extra);
        return m_book->move(f.text("move"));
    }
    Result<void> change(const Errand& errand, const std::function<void(TokenMove&)>& how)
    {
        BT_TRY(auto move, moveOf(errand));
        if (!move) return {};
        how(*move);
        return m_book->put(*move);
    }
    tl::unexpected<Error> later(std::int64_t pause) { return fail("service.not_yet", {std::to_string(m_c->now().value + pause)}, "later"); }

    //! Where it goes.
    Result<void> aim(const TokenMove& move, const Errand& errand, TokenWallet::Wanted& wanted)
    {
        if (!move.request.empty()) {
            BT_TRY(const auto request, m_book->request(move.request));
            if (!request || !request->paidBy.empty()) return fail("service.not_needed"); // paid: never twice
            wanted.to = {ct::OwnerScheme::Key, request->owner};
            return {};
        }
        if (move.thread.empty()) {
            FieldReader f(errand.extra);
            wanted.to = {ct::OwnerScheme::Key, f.fixed<Hash256>("owner")};
            return f.ok() ? Result<void>{} : fail("service.bad_row", "token_send");
        }
        const auto* peer = m_wallet->peer(move.thread);
        if (peer == nullptr) return later(kAddressPause);
        wanted.to = ct::Owner::key(peer->owner);
        wanted.borrow = ct::Borrow::byKey(peer->borrowKey);
        if (const auto* lent = m_wallet->lentBy(move.thread)) wanted.into = lent->holding;
        return {};
    }
    Context* m_c;
    Dispatcher* m_dispatcher;
    TokenWallet* m_wallet;
    TokenBook* m_book;
};

class MergeCarrier final : public Carrier
{
public:
    MergeCarrier(Context& context, TokenWallet& wallet) : m_c(&context), m_wallet(&wallet) {}
    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes& payload) override
    {
        const auto amount = codec::amountField(errand.extra, "units").value_or(ct::kMaxUnits);
        auto plan = m_wallet->merge({amount});
        if (!plan && plan.error().code == "token.not_enough") return fail("service.not_needed");
        if (!plan) return tl::unexpected(std::move(plan).error());
        return signTransfer(*m_c, *m_wallet, std::move(*plan), payload, "tokens");
    }
    Result<void> handedOver(const Errand&, const Signed& made) override { return m_wallet->spent(made.tx, hexOf(made.id)); }
    Result<void> withdrawn(const Errand&, const std::string& txid) override { return m_wallet->unspent(txid); }

private:
    Context* m_c;
    TokenWallet* m_wallet;
};

} // namespace

Result<Signed> signTransfer(Context& context, const TokenWallet& wallet, ct::Plan plan, const Bytes& payload, std::string_view relation)
{
    CallsPlan calls{std::move(plan.tx), std::move(plan.calls)};
    BT_TRY(auto made, context.payments.call(calls, payload, relation, [&](ByteView key) { return wallet.secretOf(key); }));
    made.contract = false; // who outruns us here spends his own token, or ours on our behalf: it is no squatter to outbid
    return made;
}

Result<void> joinTokens(Context& context, Dispatcher& dispatcher, const TokenWallet& wallet, const std::string& payment, ct::Units amount)
{
    std::string about = payment;
    for (const auto& one : wallet.holdings())
        about += hexOf(one.holding.outpoint.id).substr(0, 16) + std::to_string(one.holding.outpoint.index);
    return context.atomically([&]() -> Result<void> {
        Errand errand;
        errand.step = kTokenMerge;
        errand.extra["units"] = std::to_string(amount.value);
        BT_TRY(const auto id, dispatcher.post(kTokenMerge, errand, about));
        BT_TRY(const auto intent, context.outbox.get(id));
        if (intent.state != outbox::State::Failed) return {};
        if (intent.lastError == "ledger.not_enough") return fail("token.no_kas", intent.lastArgs, "joining");
        return fail(lastingCode(intent.lastError), intent.lastArgs, "joining");
    });
}

void carryTokens(Context& context, Dispatcher& dispatcher, TokenWallet& wallet, TokenBook& book)
{
    dispatcher.carry(kTokenSend, std::make_unique<SendCarrier>(context, dispatcher, wallet, book));
    dispatcher.carry(kTokenMerge, std::make_unique<MergeCarrier>(context, wallet));
}

} // namespace bt::service
