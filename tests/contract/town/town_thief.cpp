// SPDX-License-Identifier: GPL-3.0-or-later
// The thief: he pays every fee, sees every transaction before it is mined, and changes what he can.
#include "contract/town/town.h"

namespace bt::test {

//! One change of a step that the chain must refuse. \returns what it took, or nothing.
std::string Town::steal(const Deed& deed, const Populated& honest)
{
    Populated tx = honest;
    std::string what;
    bool asked = false;
    for (const auto& [input, call] : deed.calls) asked = asked || !call.wanted.empty();
    for (const kaspa::Utxo& utxo : tx.utxos) asked = asked || (!utxo.covenant && utxo.spk != kaspa::payToPublicKey(thief.key.view()));
    const auto home = kaspa::payToPublicKey(thief.key.view());
    switch (random.below(5)) {
    case 0: {
        what = "a signature of the thief's";
        std::vector<std::size_t> keyed;
        for (std::size_t i = 0; i < deed.calls.size(); ++i) {
            bool others = false;
            for (const auto& slot : deed.calls[i].second.wanted)
                others = others || !(equal(slot.key, thief.key.view()) || equal(slot.key, thief.compressed.view()));
            if (others) keyed.push_back(i);
        }
        if (keyed.empty()) return {};
        const auto& [input, call] = deed.calls[keyed[random.below(keyed.size())]];
        signCall(tx, input, call, m_people, &thief);
        break;
    }
    case 1: {
        what = "a change behind the signatures";
        const std::size_t last = asked ? tx.tx.outputs.size() : deed.pinned;
        if (last == 0) return {};
        kaspa::Output& output = tx.tx.outputs[random.below(last)];
        if (random.below(2) || output.spk == home) output.value.value -= 1;
        else output.spk = home;
        signCoins(tx, true);
        break;
    }
    case 2: {
        what = "an output for the thief, signed by all";
        if (deed.pinned == 0) return {};
        kaspa::Output& output = tx.tx.outputs[random.below(deed.pinned)];
        if (output.spk == home) return {};
        output.spk = home;
        sign(deed, tx);
        break;
    }
    case 3: {
        what = "one more output of a lineage, signed by all";
        if (deed.lineages.empty()) return {};
        const kaspa::CovenantId id = deed.lineages[random.below(deed.lineages.size())];
        std::uint16_t by = 0;
        while (by < tx.utxos.size() && tx.utxos[by].covenant != id) ++by;
        if (by == tx.utxos.size()) return "a lineage without an input";
        tx.tx.outputs.back().value.value -= kSompiPerKas;
        tx.tx.outputs.push_back({{kSompiPerKas}, home, kaspa::CovenantBinding{by, id}});
        sign(deed, tx);
        break;
    }
    default: {
        what = "an input left without its script";
        if (deed.calls.empty()) return {};
        tx.tx.inputs[deed.calls[random.below(deed.calls.size())].first].signatureScript.clear();
        break;
    }
    }
    if (m_chain.check(tx)) return what + " was taken";
    ++m_tally.refused[what];
    return {};
}

//! The step of another instance rides along, and what it should pay or keep goes to the thief. Where that step asks for
//! signatures there is only the thief's.
std::string Town::mix(const Deed& deed)
{
    Result<Deed> other = fail("town.none");
    const std::uint64_t dice = random.below(10);
    if (dice < 5 && !m_visits.empty()) other = goOn(random.below(m_visits.size()), 18);
    else if (dice < 7 && !m_anchors.empty()) other = anchorStep(random.below(m_anchors.size()), static_cast<int>(random.below(6)));
    else if (dice < 8 && !m_consents.empty()) other = consentStep(random.below(m_consents.size()), random.below(2) == 0);
    else if (dice < 9 && !m_tickets.empty()) other = rate(random.below(m_tickets.size()));
    else other = transfer();
    if (!other || other->calls.empty()) return {};
    const auto& now = m_chain.now();
    if (now.daaScore < other->from.daaScore || !(other->from.pastMedianTime < now.pastMedianTime)) return {};
    bool all = true; // a transfer of the thief's own is no theft
    for (const auto& [input, call] : other->calls)
        for (const auto& slot : call.wanted) all = all && (equal(slot.key, thief.key.view()) || equal(slot.key, thief.compressed.view()));
    if (all && other->calls[0].second.entry.starts_with("transfer")) return {};

    Populated tx = deed.tx;
    tx.tx.lockTime = std::max(tx.tx.lockTime, other->tx.tx.lockTime);
    Deed both = deed;
    std::uint64_t loot = 0;
    for (auto [input, call] : other->calls) {
        for (const kaspa::Input& there : tx.tx.inputs)
            if (there.previous == other->tx.tx.inputs[input].previous) return {};
        for (auto& slot : call.wanted) slot.key = bytesOf(slot.key.size() == 33 ? thief.compressed.view() : thief.key.view());
        both.calls.emplace_back(tx.tx.inputs.size(), call);
        tx.tx.inputs.push_back(other->tx.tx.inputs[input]);
        tx.utxos.push_back(other->tx.utxos[input]);
        loot += other->tx.utxos[input].amount.value;
    }
    tx.tx.outputs.push_back({{loot}, kaspa::payToPublicKey(thief.key.view()), std::nullopt});
    sign(both, tx);
    if (m_chain.check(tx)) return "the thief took what belongs to " + other->name;
    ++m_tally.refused["another instance's money beside a step"];
    ++m_tally.mixes;
    return {};
}

} // namespace bt::test
