// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/signing.h"

#include "kaspa/hashing.h"

namespace bt::service {
namespace {

constexpr const char* kKind = "signed";

//! Its bytes are what everyone signed: it is sent as it is or not at all.
class SignedCarrier final : public Carrier
{
public:
    explicit SignedCarrier(Context& context) : m_c(&context) {}

    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes&) override
    {
        FieldReader f(errand.extra);
        const auto text = f.text("signing");
        if (!f.ok()) return fail("service.unknown_intent", kKind);
        BT_CHECK(m_c->payments.maySpend());
        BT_TRY(const auto signing, ledger::readSigningText(text, m_c->wallet.network().id));
        const auto there = ledger::checkInputs(signing, m_c->world.node, Deadline{});
        if (!there && there.error().code == "partial.input_gone") return fail("service.not_needed");
        if (!there) return tl::unexpected(there.error());
        BT_TRY(auto tx, ledger::finishSigning(signing, m_c->wallet.network()));
        const auto id = kaspa::transactionId(tx);
        return Signed{std::move(tx), id, ledger::feeOf(signing), signing.tx.utxos, true};
    }
    // Somebody else may send the very same decision, or another that its signers made instead.
    bool sameEffect(const Errand&, const kaspa::Transaction&) const override { return true; }

private:
    Context* m_c;
};

} // namespace

Result<CallsPlan> callsPlanOf(const contract::session::Plan& plan)
{
    CallsPlan out;
    out.tx = plan.tx;
    BT_TRY(out.calls, contract::callsOf(plan));
    return out;
}

Result<ledger::PartialSigning> startSigning(Context& c, const CallsPlan& plan, ledger::SigningSubject subject,
                                            std::vector<crypto::XOnlyKey> signers, std::string_view relation)
{
    BT_CHECK(c.payments.maySpend());
    BT_TRY(auto draft, c.payments.draft(plan, {}, relation));
    const ledger::KeySource keys = [&c](const ledger::KeyRef& ref) { return c.wallet.secret(ref); };
    BT_CHECK(ledger::signCoins(draft, keys, c.world.random));
    return ledger::startSigning(draft, plan.calls, c.wallet.network(), std::move(subject), std::move(signers));
}

void carrySigned(Context& context, Dispatcher& dispatcher)
{
    if (dispatcher.carrierOf(kKind) == nullptr) dispatcher.carry(kKind, std::make_unique<SignedCarrier>(context));
}

Result<std::int64_t> postSigned(Context& c, Dispatcher& dispatcher, const ledger::PartialSigning& signing, const std::string& step,
                                const std::string& visitId)
{
    BT_CHECK(ledger::finishSigning(signing, c.wallet.network()));
    BT_CHECK(ledger::checkInputs(signing, c.world.node, Deadline{}));
    Errand errand;
    errand.visitId = visitId;
    errand.step = step;
    errand.extra["signing"] = ledger::signingText(signing);
    return dispatcher.post(kKind, errand, "signed/" + hexOf(ledger::idOf(signing)));
}

} // namespace bt::service
