// SPDX-License-Identifier: GPL-3.0-or-later
// Ratings: with a ticket, without one, twice, and for somebody else's reputation.
#include "contract/town/town.h"

namespace bt::test {

Result<Deed> Town::rate(std::size_t which)
{
    const OpenTicket& open = m_tickets[which];
    const rep::Reputation& reputation = m_reputations[open.reputation];
    const auto home = kaspa::payToPublicKey(anna.key.view());
    BT_TRY(const rep::Plan plan, rep::rate(reputation, open.rating, home, {}));
    Deed deed;
    deed.name = open.rating.ticket.weight.value > 0 ? "rate with weight" : "rate";
    deed.calls = {{0, plan.calls[0]}, {1, plan.calls[1]}};
    deed.pinned = 1;
    deed.lineages = {reputation.id, open.rating.ticket.id};
    deed.tx = dressed(plan.tx, {plan.calls[0].spent, plan.calls[1].spent}, {}, {});
    deed.follow = [this, which](const kaspa::Transaction& tx, const kaspa::TxId& id) -> std::string {
        const OpenTicket used = m_tickets[which];
        rep::Reputation& of = m_reputations[used.reputation];
        const auto read = rep::readSpend(of, tx, id);
        if (!read || read->visit != used.rating.ticket.id || read->stars != used.rating.stars) return "the reader disagrees";
        if (!m_rated.insert(read->visit).second) return "a visit was rated twice";
        of = read->next;
        m_tickets.erase(m_tickets.begin() + static_cast<std::ptrdiff_t>(which));
        return {};
    };
    return deed;
}

Result<Deed> Town::drop(std::size_t which)
{
    const visit::Ticket& ticket = m_tickets[which].rating.ticket;
    BT_TRY(const visit::Plan plan, visit::dropTicket(ticket, kaspa::payToPublicKey(ben.key.view()), {}));
    Deed deed;
    deed.name = "drop a ticket";
    const auto* program = &visit::currentVersion(false).ticket;
    for (const bool inTokens : {false, true})
        for (const visit::Version& version : visit::allVersions(inTokens))
            if (version.ticket.templateHash() == plan.program) program = &version.ticket;
    contract::Call call{plan.spent, program, plan.entry, plan.arguments, plan.redeemScript, {}};
    call.wanted.push_back({plan.signatureSlots[0], 0, bytesOf(plan.wanted[0].key.view())});
    deed.calls = {{0, std::move(call)}};
    deed.lineages = {ticket.id};
    deed.tx = dressed(plan.tx, {plan.spent}, {}, plan.surplus);
    deed.follow = [this, which](const kaspa::Transaction&, const kaspa::TxId&) -> std::string {
        m_tickets.erase(m_tickets.begin() + static_cast<std::ptrdiff_t>(which));
        return {};
    };
    return deed;
}

//! A rating that nobody may give: into another reputation, by a ticket that the thief made himself, or with more stars.
std::string Town::forgeRating()
{
    if (m_tickets.empty()) return {};
    const OpenTicket& open = m_tickets[random.below(m_tickets.size())];
    const auto honest = rate(static_cast<std::size_t>(&open - m_tickets.data()));
    if (!honest) return "a ticket cannot be used: " + std::string(honest.error().code);
    Deed deed = *honest;
    const auto kind = random.below(3);
    std::string what;
    if (kind == 0) {
        what = "a rating of another reputation";
        // The plan for a reputation that has the other's state and the right id; then the other's id.
        const rep::Reputation& other = m_reputations[1 - open.reputation];
        rep::Reputation posing = other;
        posing.id = m_reputations[open.reputation].id;
        const rep::Plan plan = must(rep::rate(posing, open.rating, kaspa::payToPublicKey(anna.key.view()), {}));
        deed.calls[0].second = plan.calls[0];
        deed.calls[0].second.spent = must(rep::utxoOf(other));
        deed.tx.tx.inputs[0] = plan.tx.inputs[0];
        deed.tx.utxos[0] = deed.calls[0].second.spent;
        deed.tx.tx.outputs[0] = plan.tx.outputs[0];
        deed.tx.tx.outputs[0].covenant->id = other.id;
    } else if (kind == 1) {
        what = "a rating by a ticket of the thief's own making";
        visit::Ticket forged = open.rating.ticket;
        forged.holder = thief.key;
        forged.value = kas(1);
        const kaspa::Outpoint from = m_chain.coin(random, kas(5), thief.key);
        Populated tx;
        kaspa::Input input;
        input.previous = from;
        input.computeBudget = 10;
        tx.tx.inputs = {input};
        tx.utxos = {*m_chain.find(from)};
        tx.tx.outputs = {{forged.value, must(visit::utxoOf(forged)).spk, std::nullopt},
                         {{5 * kSompiPerKas - forged.value.value - 10'000'000}, kaspa::payToPublicKey(thief.key.view()), std::nullopt}};
        const std::vector<std::uint32_t> first{0};
        forged.id = must(kaspa::bindGenesis(tx.tx, 0, first));
        signCoins(tx, false);
        const auto made = m_chain.take(tx);
        if (!made) return "the thief's own ticket was refused: " + std::string(made.error().code);
        forged.outpoint = {*made, 0};
        contract::Call& call = deed.calls[1].second;
        call.spent = *m_chain.find(forged.outpoint);
        call.redeemScript = must(visit::dropTicket(forged, kaspa::payToPublicKey(thief.key.view()), {})).redeemScript;
        call.wanted[0].key = bytesOf(thief.key.view());
        deed.calls[0].second.arguments[6] = thief.key.view();
        deed.tx.tx.inputs[1].previous = forged.outpoint;
        deed.tx.utxos[1] = call.spent;
    } else {
        what = "other stars than those signed for";
        const auto stars = static_cast<std::int64_t>(open.rating.stars % 5 + 1);
        Populated tx = deed.tx;
        sign(deed, tx);
        deed.calls[0].second.arguments[0] = stars;
        tx.tx.inputs[0].signatureScript = must(contract::finish(deed.calls[0].second, {}));
        if (m_chain.check(tx)) return what + " were taken";
        ++m_tally.refused[what];
        return {};
    }
    sign(deed, deed.tx);
    if (m_chain.check(deed.tx)) return what + " was taken";
    ++m_tally.refused[what];
    return {};
}

} // namespace bt::test
