// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors and consents, and that whatever happened somebody can end every instance.
#include "contract/town/town.h"

namespace bt::test {

namespace {

//! The output of a birth beside the coin that authorises it.
kaspa::Transaction birthOf(const kaspa::Output& output, const kaspa::Outpoint& from, Sompi coin, const Person& who)
{
    kaspa::Transaction tx;
    kaspa::Input input;
    input.previous = from;
    input.computeBudget = 10;
    tx.inputs.push_back(std::move(input));
    tx.outputs = {output, {{coin.value - output.value.value}, kaspa::payToPublicKey(who.key.view()), std::nullopt}};
    return tx;
}

} // namespace

Result<Deed> Town::beBorn()
{
    Identity made;
    made.controller = random.below(2) ? &anna : &tina;
    made.next = random.below(2) ? &ben : &tom;
    const Sompi coin = kas(10);
    const kaspa::Outpoint from = m_chain.coin(random, coin, made.controller->key);
    profile::AnchorState state;
    state.controller = made.controller->key;
    state.next = profile::keyCommitment(made.next->key);
    state.document = random.fixed<Hash256>();
    state.guardians = must(profile::guardiansHash(m_guardians));
    BT_TRY(const auto born, profile::bear({profile::currentAnchorProgram(), from, 0, profile::kAnchorDeposit, state}));
    made.anchor = born.anchor;
    Deed deed;
    deed.name = "anchor birth";
    deed.tx = dressed(birthOf(born.output, from, coin, *made.controller), {*m_chain.find(from)}, {}, {});
    deed.follow = [this, made](const kaspa::Transaction&, const kaspa::TxId& id) mutable -> std::string {
        made.anchor.outpoint = {id, 0};
        m_anchors.push_back(made);
        return {};
    };
    return deed;
}

Result<Deed> Town::anchorStep(std::size_t which, int choice)
{
    const Identity& now = m_anchors[which];
    const Person& fresh = one({&anna, &ben, &tina, &tom});
    const auto hash = [&] { return random.fixed<Hash256>(); };
    const auto made = [&]() -> Result<profile::AnchorPlan> {
        switch (choice) {
        case 0: return profile::update(now.anchor, hash(), hash());
        case 1: return profile::rotate(now.anchor, now.next->key, fresh.key, hash(), m_guardians);
        case 2:
        case 3: return profile::recover(now.anchor, m_guardians, {0, 2}, fresh.key);
        case 4: return profile::finishRecovery(now.anchor, m_guardians);
        default: return profile::deactivate(now.anchor, now.next->key, kaspa::payToPublicKey(now.next->key.view()), {});
        }
    };
    BT_TRY(const profile::AnchorPlan plan, made());
    Deed deed;
    deed.name = "anchor " + std::string(profile::anchorStepName(plan.step));
    deed.calls = {{0, plan.call}};
    deed.pinned = plan.next ? 1 : 0;
    deed.lineages = {now.anchor.id};
    deed.from = due(now.anchor.outpoint, {}, plan.minAge);
    deed.tx = dressed(plan.tx, {plan.call.spent}, {}, plan.surplus);
    const Person* asked = &fresh;
    deed.follow = [this, which, plan, asked](const kaspa::Transaction& tx, const kaspa::TxId& id) -> std::string {
        Identity& at = m_anchors[which];
        const auto read = profile::readSpend(at.anchor, tx, id);
        if (!read || read->step != plan.step || read->next.has_value() != plan.next.has_value()) return "the reader disagrees";
        if (!read->next) {
            m_anchors.erase(m_anchors.begin() + static_cast<std::ptrdiff_t>(which));
            return {};
        }
        at.anchor = *read->next;
        if (plan.step == profile::AnchorStep::Rotate) {
            at.controller = at.next;
            at.next = asked;
        } else if (plan.step == profile::AnchorStep::Finish) {
            for (const Person* who : m_people)
                if (who->key == at.anchor.state.controller) at.controller = at.next = who;
        }
        if (at.anchor.state.controller != at.controller->key) return "somebody else is in charge";
        return {};
    };
    return deed;
}

Result<Deed> Town::grant()
{
    Given made;
    made.granter = random.below(2) ? &anna : &ben;
    consent::Terms terms{"did:key:zGranter", "did:key:zGrantee", "Notes, to read", {}};
    terms.salt(random);
    const Millis expiry = m_chain.now().pastMedianTime.plus(static_cast<std::int64_t>(random.below(40 * 86'400'000ULL)));
    BT_TRY(const consent::State state, consent::makeState(terms, expiry, made.granter->key));
    const Sompi coin = kas(10);
    const kaspa::Outpoint from = m_chain.coin(random, coin, made.granter->key);
    BT_TRY(const consent::Grant born, consent::grant(state, from));
    made.receipt = born.receipt;
    Deed deed;
    deed.name = "consent grant";
    deed.tx = dressed(birthOf(born.output, from, coin, *made.granter), {*m_chain.find(from)}, {}, {});
    deed.follow = [this, made, state](const kaspa::Transaction& tx, const kaspa::TxId& id) mutable -> std::string {
        const auto read = consent::readBirth(state, tx, id, 0);
        if (!read || read->id != made.receipt.id) return "a birth reads differently";
        made.receipt = *read;
        m_consents.push_back(made);
        return {};
    };
    return deed;
}

Result<Deed> Town::consentStep(std::size_t which, bool revoke)
{
    const Given& given = m_consents[which];
    BT_TRY(const consent::Plan plan,
           revoke ? consent::revoke(given.receipt, kaspa::payToPublicKey(given.granter->key.view()), {}) : consent::expire(given.receipt));
    Deed deed;
    deed.name = revoke ? "consent revoke" : "consent expire";
    deed.calls = {{0, plan.call}};
    deed.pinned = revoke ? 0 : 1;
    deed.lineages = {given.receipt.id};
    deed.from = due(given.receipt.outpoint, plan.notBefore, 0);
    deed.tx = dressed(plan.tx, {plan.call.spent}, {}, plan.surplus);
    deed.follow = [this, which, step = plan.step](const kaspa::Transaction& tx, const kaspa::TxId&) -> std::string {
        const auto read = consent::readSpend(m_consents[which].receipt, tx);
        if (!read || *read != step) return "the reader disagrees";
        m_consents.erase(m_consents.begin() + static_cast<std::ptrdiff_t>(which));
        return {};
    };
    return deed;
}

//! Whether this step will be taken when its time has come, however long that is.
std::string Town::canEnd(const char* who, const Result<Deed>& deed)
{
    ++m_tally.waysOut;
    if (!deed) return std::string(who) + " has no way out: " + std::string(deed.error().code);
    Populated tx = deed->tx;
    sign(*deed, tx);
    const auto taken = m_chain.check(tx, ledger::ChainPoint{m_chain.now().daaScore + 400'000'000, {4'000'000'000'000}});
    return taken ? "" : std::string(who) + " is refused: " + deed->name + " " + std::string(taken.error().code);
}

std::string Town::endsAnyway()
{
    if (!m_visits.empty())
        if (std::string wrong = visitEnds(random.below(m_visits.size())); !wrong.empty()) return wrong;
    if (!m_tickets.empty()) {
        const std::size_t which = random.below(m_tickets.size());
        if (std::string wrong = canEnd("the ticket's holder", drop(which)); !wrong.empty()) return wrong;
        if (std::string wrong = canEnd("the ticket's holder", rate(which)); !wrong.empty()) return wrong;
    }
    if (!m_anchors.empty())
        if (std::string wrong = canEnd("the next key", anchorStep(random.below(m_anchors.size()), 5)); !wrong.empty()) return wrong;
    if (!m_consents.empty()) {
        const std::size_t which = random.below(m_consents.size());
        if (std::string wrong = canEnd("the granter", consentStep(which, true)); !wrong.empty()) return wrong;
        if (std::string wrong = canEnd("anyone", consentStep(which, false)); !wrong.empty()) return wrong;
    }
    const auto rotated = reward::rotate(*m_pool, m_stewards, {1, 2}, m_stewards);
    if (!rotated) return "the stewards have no way: " + std::string(rotated.error().code);
    return canEnd("the stewards", poolDeed(*rotated));
}

} // namespace bt::test
