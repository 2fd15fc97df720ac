// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consent_carrier.h"

#include "service/json_fields.h"

namespace bt::service {
namespace {

namespace cc = contract::consent;

constexpr int kFeeTries = 4; // of a fee that is taken from the deposit: the size hardly depends on it

class ConsentCarrier : public Carrier
{
public:
    ConsentCarrier(Context& context, ConsentStore& store) : m_c(&context), m_store(&store) {}

protected:
    [[nodiscard]] const Consent* of(const Errand& errand) const
    {
        FieldReader f(errand.extra);
        return m_store->find(f.text("consent", 64));
    }
    Context* m_c;
    ConsentStore* m_store;
};

class GrantCarrier final : public ConsentCarrier
{
public:
    using ConsentCarrier::ConsentCarrier;
    Result<Signed> build(const outbox::Intent& intent, const Errand& errand, const Bytes& payload) override
    {
        const auto* consent = of(errand);
        if (consent == nullptr || consent->birth.there() || consent->failed || !consent->ending.empty()) return fail("service.not_needed");
        if (m_c->now() >= consent->receipt.state.expiry) return fail("consent.bad_end");
        BT_CHECK(afterConflict(*m_c, errand, intent.id));
        BT_TRY(auto request, grantRequest(consent->receipt.state, payload));
        return m_c->payments.pay(std::move(request), relationOf(*consent));
    }
    Result<void> handedOver(const Errand& errand, const Signed& made) override
    {
        Consent next = *of(errand);
        BT_TRY(next.receipt, cc::readBirth(next.receipt.state, made.tx, made.id, 0));
        next.birthTxid = hexOf(made.id);
        next.told = false; // of another id than one that was planned before
        next.sentVersion = 0;
        // The only proof of who granted, made as soon as there is an id to make it for.
        const auto* thread = m_c->postbox.find(next.threadId);
        if (thread == nullptr) return fail("message.no_conversation");
        const auto keys = m_c->postbox.keysOf(*thread);
        next.evidence = crypto::ed25519Sign(keys.identity.secret, cc::evidenceMessage(next.receipt.id, next.receipt.state.terms).view());
        return m_store->save(next);
    }
    Result<void> withdrawn(const Errand& errand, const std::string&) override
    {
        Consent next = *of(errand);
        next.birthTxid.clear();
        next.evidence.reset();
        return m_store->save(next);
    }
    bool asksBeforeReplanning(const Errand&) const override { return true; }
    Result<void> revived(const Errand& errand) override
    {
        const auto* consent = of(errand);
        if (consent == nullptr || !consent->failed) return {};
        Consent next = *consent;
        next.failed = false;
        return m_store->save(next);
    }
    Result<void> dead(const Errand& errand, const Error&) override { return over(errand); }
    Result<void> notNeeded(const Errand& errand) override { return over(errand); }

private:
    Result<void> over(const Errand& errand)
    {
        const auto* consent = of(errand);
        if (consent == nullptr || consent->birth.there()) return {};
        Consent next = *consent;
        next.failed = true;
        return m_store->save(next);
    }
};

class EndCarrier final : public ConsentCarrier
{
public:
    EndCarrier(Context& context, ConsentStore& store, bool revoke) : ConsentCarrier(context, store), m_revoke(revoke) {}
    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes&) override
    {
        const auto* consent = of(errand);
        if (consent == nullptr || !consent->endStep.empty() || consent->failed) return fail("service.not_needed");
        if (!consent->birth.there()) {
            if (consent->birthTxid.empty()) return fail("service.not_needed"); // the grant itself was stopped
            return fail("service.not_yet", {std::to_string(m_c->now().value + kSecond)}, "its grant is in no block yet");
        }
        return m_revoke ? revoke(*consent) : expire(*consent);
    }
    // Whoever ended it has ended it.
    bool sameEffect(const Errand& errand, const kaspa::Transaction& other) const override
    {
        const auto* consent = of(errand);
        return consent != nullptr && consent->birth.there() && cc::readSpend(consent->receipt, other).has_value();
    }
    // A wish that was refused stands, and is tried again; only the person herself gives it up.
    Result<void> dead(const Errand& errand, const Error& why) override
    {
        return !m_revoke || why.code == "outbox.cancelled" ? clear(errand) : Result<void>{};
    }
    Result<void> notNeeded(const Errand& errand) override { return clear(errand); }

private:
    Result<Signed> revoke(const Consent& consent)
    {
        // The deposit pays its own way home: no other coin is shown beside it.
        BT_TRY(const auto home, m_c->wallet.fresh(relationOf(consent)));
        Sompi fee;
        for (int i = 0;; ++i) {
            BT_TRY(auto plan, cc::revoke(consent.receipt, home.spk, fee));
            CallsPlan calls{std::move(plan.tx), {std::move(plan.call)}, {}};
            auto made = m_c->payments.call(
                calls, {}, relationOf(consent), [&](ByteView) { return m_c->wallet.secret(consent.refundKey); }, false);
            if (made || made.error().code != "ledger.fee_too_low" || made.error().args.empty() || i >= kFeeTries) return made;
            fee.value += std::strtoull(made.error().args.front().c_str(), nullptr, 10);
        }
    }
    Result<Signed> expire(const Consent& consent)
    {
        BT_TRY(const auto plan, cc::expire(consent.receipt));
        BT_TRY(const auto node, m_c->payments.info());
        if (node.pastMedianTime <= plan.notBefore) {
            const auto wait = plan.notBefore.minus(node.pastMedianTime) + kSecond;
            return fail("service.not_yet", {std::to_string(m_c->now().value + wait)}, "not expired for the network");
        }
        const CallsPlan calls{plan.tx, {plan.call}, {}};
        return m_c->payments.call(calls, {}, relationOf(consent),
                                  [](ByteView) -> Result<Secret> { return fail("consent.bad_evidence", "nobody signs"); });
    }
    Result<void> clear(const Errand& errand)
    {
        const auto* consent = of(errand);
        if (consent == nullptr || consent->ending.empty()) return {};
        Consent next = *consent;
        next.ending.clear();
        return m_store->save(next);
    }
    bool m_revoke;
};

} // namespace

Errand errandOf(const Consent& consent)
{
    Errand errand;
    errand.extra = Json{{"consent", consent.id}};
    return errand;
}

Result<ledger::BuildRequest> grantRequest(const cc::State& state, Bytes payload)
{
    BT_TRY(auto grant, cc::grant(state, kaspa::Outpoint{}));
    ledger::BuildRequest request;
    request.outputs = {std::move(grant.output)};
    request.outputs.front().covenant.reset(); // the builder binds it to the first coin
    request.geneses = {{0, {0}}};
    request.payload = std::move(payload);
    return request;
}

void carryConsents(Dispatcher& dispatcher, Context& context, ConsentStore& store)
{
    dispatcher.carry(std::string(kGrantKind), std::make_unique<GrantCarrier>(context, store));
    dispatcher.carry(std::string(kRevokeKind), std::make_unique<EndCarrier>(context, store, true));
    dispatcher.carry(std::string(kExpireKind), std::make_unique<EndCarrier>(context, store, false));
}

} // namespace bt::service
