// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profile/profile_carrier.h"

#include "service/profile/profile.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {
constexpr int kFeeTries = 4; // of a fee that is taken from the deposit
} // namespace

class ProfileCarrier final : public Carrier
{
public:
    explicit ProfileCarrier(Profile& profile) : m_profile(&profile) {}
    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes& payload) override
    {
        return m_profile->build(errand, payload);
    }
    Result<void> handedOver(const Errand& errand, const Signed& made) override
    {
        if (step(errand) != "publish") return {};
        AnchorRow next = *of(errand);
        next.card.birth.authorising = made.tx.inputs.front().previous;
        next.birthTxid = hexOf(made.id);
        BT_TRY(const auto id, cp::idOf(next.card.birth));
        if (!made.tx.outputs[0].covenant || made.tx.outputs[0].covenant->id != id) return fail("profile.bad_birth", {"id"}, {});
        return m_profile->m_store.save(next);
    }
    Result<void> withdrawn(const Errand& errand, const std::string&) override
    {
        const auto* row = of(errand);
        if (row == nullptr || step(errand) != "publish") return {};
        AnchorRow next = *row;
        next.birthTxid.clear();
        return m_profile->m_store.save(next);
    }
    Result<void> revived(const Errand& errand) override
    {
        const auto* row = of(errand);
        if (row == nullptr || row->role != AnchorRole::Mine) return {};
        AnchorRow next = *row;
        next.pendingStep = step(errand);
        return m_profile->m_store.save(next);
    }
    Result<void> dead(const Errand& errand, const Error&) override { return clear(errand); }
    Result<void> notNeeded(const Errand& errand) override { return clear(errand); }
    bool asksBeforeReplanning(const Errand& errand) const override { return step(errand) == "publish"; }
    bool sameEffect(const Errand& errand, const kaspa::Transaction& other) const override
    {
        const auto* row = of(errand);
        if (row == nullptr || !row->live() || step(errand) != "finish") return false;
        const auto raw = codec::hexDecode(row->id);
        const auto id = raw ? kaspa::CovenantId::from(*raw) : Result<kaspa::CovenantId>(fail("service.bad_row"));
        if (!id) return false;
        const auto moved = cp::readSpend(anchorOf(row->card, *id), other, kaspa::transactionId(other));
        return moved && moved->step == cp::AnchorStep::Finish;
    }

private:
    [[nodiscard]] static std::string step(const Errand& errand)
    {
        FieldReader f(errand.extra);
        return f.text("step", 16);
    }
    [[nodiscard]] const AnchorRow* of(const Errand& errand) const
    {
        FieldReader f(errand.extra);
        return m_profile->m_store.find(f.text("anchor", 64));
    }
    Result<void> clear(const Errand& errand)
    {
        const auto* row = of(errand);
        if (row == nullptr || row->pendingStep != step(errand)) return {};
        if (row->id == "birth" && row->birthTxid.empty()) return m_profile->m_store.drop("birth");
        AnchorRow next = *row;
        next.pendingStep.clear();
        next.planned.reset();
        return m_profile->m_store.save(next);
    }
    Profile* m_profile;
};

void carryProfile(Dispatcher& dispatcher, Profile& profile)
{
    dispatcher.carry(std::string(kProfileKind), std::make_unique<ProfileCarrier>(profile));
}

Result<Signed> Profile::buildBirth(const AnchorRow& row, const Bytes& payload)
{
    BT_TRY(auto born, cp::bear(row.card.birth));
    ledger::BuildRequest request;
    request.outputs = {std::move(born.output)};
    request.outputs.front().covenant.reset(); // the builder binds it to the first coin
    request.geneses = {{0, {0}}};
    request.payload = payload;
    return m_c->payments.pay(std::move(request), kProfileRelation);
}

Result<Signed> Profile::build(const Errand& errand, const Bytes& payload)
{
    FieldReader f(errand.extra);
    const auto* row = m_store.find(f.text("anchor", 64));
    const auto step = f.text("step", 16);
    if (row == nullptr || row->ended) return fail("service.not_needed");
    if (step == "publish") {
        if (row->id != "birth") return fail("service.not_needed");
        return buildBirth(*row, payload);
    }
    if (!row->live()) return fail("service.not_needed");
    BT_TRY(const auto raw, codec::hexDecode(row->id));
    BT_TRY(const auto id, kaspa::CovenantId::from(raw));
    const auto anchor = anchorOf(row->card, id);
    const auto call = [&](cp::AnchorPlan plan, bool addCoins) {
        const CallsPlan calls{std::move(plan.tx), {std::move(plan.call)}, {}};
        return m_c->payments.call(
            calls, payload, kProfileRelation, [&](ByteView key) { return secretOf(key); }, addCoins);
    };
    if (step == "update") {
        const auto document = f.fixed<Hash256>("document");
        if (!f.ok()) return fail("service.bad_row", "profile");
        BT_TRY(auto plan, cp::update(anchor, document, anchor.state.consents));
        return call(std::move(plan), true);
    }
    if (step == "finish") {
        if (!anchor.state.pending || !row->guardians) return fail("service.not_needed");
        BT_TRY(auto plan, cp::finishRecovery(anchor, *row->guardians));
        BT_TRY(const auto node, m_c->payments.info());
        const auto due = anchor.daaScore + plan.minAge;
        if (node.daaScore < due) {
            const auto wait = static_cast<std::int64_t>((due - node.daaScore) / m_c->wallet.network().daaPerSecond + 1) * kSecond;
            return fail("service.not_yet", {std::to_string(m_c->now().value + wait)}, "the guardians' delay");
        }
        return call(std::move(plan), true);
    }
    if (step == "recover") {
        BT_TRY(const auto signing, ledger::readSigningText(f.text("file", 200'000), m_c->wallet.network().id));
        BT_TRY(auto tx, ledger::finishSigning(signing, m_c->wallet.network()));
        const auto txid = kaspa::transactionId(tx);
        return Signed{std::move(tx), txid, ledger::feeOf(signing), signing.tx.utxos, true};
    }
    // The key behind `next` shows itself.
    const auto hidden = row->rescued ? recoverySecret() : ownKey(row->keyIndex + 1);
    BT_TRY(const auto key, crypto::secpXOnly(hidden.view()));
    if (step == "rotate") {
        BT_TRY(const auto successor, crypto::secpXOnly(ownKey(row->keyIndex + (row->rescued ? 1 : 2)).view()));
        std::optional<cp::Guardians> guardians = row->planned ? row->planned : row->guardians;
        BT_TRY(auto plan, cp::rotate(anchor, key, successor, anchor.state.document, guardians));
        return call(std::move(plan), true);
    }
    if (step == "deactivate") {
        BT_TRY(const auto home, m_c->wallet.fresh(kProfileRelation));
        Sompi fee;
        for (int i = 0;; ++i) {
            BT_TRY(auto plan, cp::deactivate(anchor, key, home.spk, fee));
            auto made = call(std::move(plan), false);
            if (made || made.error().code != "ledger.fee_too_low" || made.error().args.empty() || i >= kFeeTries) return made;
            fee.value += std::strtoull(made.error().args.front().c_str(), nullptr, 10);
        }
    }
    return fail("service.unknown_intent", step);
}

} // namespace bt::service
