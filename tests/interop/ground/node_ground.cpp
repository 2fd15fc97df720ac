// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/ground/node_ground.h"

#include "contract/stage.h"
#include "kaspa/hashing.h"
#include "kaspa/signing.h"

namespace bt::interop {

using namespace kaspa;

namespace {

constexpr std::uint64_t kUnmined = ~0ULL;        //!< DAA score of an output that waits in the mempool
constexpr std::uint64_t kParentFee = 20'000'000; //!< 0.2 KAS: more than any parent has to give
constexpr std::uint64_t kGoodFee = 20'000'000;
constexpr std::uint64_t kPoorFee = 30'000;               //!< below the least fee of anything that spends a contract
constexpr std::uint64_t kLargest = 5'000 * kSompiPerKas; //!< the largest output that the purse makes
constexpr int kRewards = 1'200;                          //!< mined for the purse, before the 1,000 blocks that make them ripe:
                                                         //!< a chain so long lets twice the least age pass for what is unmined
constexpr int kCoins = 270;                              //!< of the purse

const Bytes kAnyone{0x51};
const Bytes kRunAnyone{0x01, 0x51};

Utxo plain(std::uint64_t amount, const ScriptPublicKey& spk) { return {{amount}, spk, kUnmined, false, std::nullopt}; }
Utxo asKnown(Utxo utxo)
{
    utxo.daaScore = kUnmined;
    utxo.isCoinbase = false;
    return utxo;
}

//! Name of the engine's refusal of an input; empty if it accepts.
std::string errorOf(const Populated& tx, std::size_t input)
{
    const auto cost = test::judgeInput(tx, input);
    return cost ? std::string() : cost.error().args.empty() ? std::string(cost.error().code) : cost.error().args[0];
}

std::size_t sumOf(const std::map<std::string, std::size_t>& counts)
{
    std::size_t all = 0;
    for (const auto& [what, n] : counts) all += n;
    return all;
}

} // namespace

NodeGround::NodeGround() : m_signer(must(crypto::SchnorrSigner::from(Bytes(32, 0x43))))
{
    m_spk = payToPublicKey(m_signer.key().view());
    must(m_net.start(std::nullopt, kRewards));
    fillPurse();
}

void NodeGround::fillPurse()
{
    constexpr std::uint64_t kCoin = 200 * kSompiPerKas;
    constexpr int kAtOnce = 15; // sixty rewards pay for so many
    for (int paid = 0; paid < kCoins; paid += kAtOnce) {
        const std::vector<Output> outputs(kAtOnce, Output{{kCoin}, m_spk, std::nullopt});
        for (const ledger::UtxoEntry& coin : must(m_net.pay(outputs))) m_purse.push_back({coin.outpoint, kCoin});
    }
    readTime();
}

void NodeGround::readTime()
{
    const ChainState now = must(chainState(m_net.rpc()));
    m_now = {now.daaScore, now.pastMedianTime};
}

void NodeGround::meet(const Secret& secret)
{
    auto signer = must(crypto::SchnorrSigner::from(secret.view()));
    Bytes script = payToPublicKey(signer.key().view()).script;
    m_people.emplace(std::move(script), std::move(signer));
}

void NodeGround::know(const Outpoint& at, Utxo utxo)
{
    utxo = asKnown(std::move(utxo));
    m_spare[utxo].insert(at);
    m_known[at] = std::move(utxo);
}

void NodeGround::taken(const Populated& tx)
{
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) {
        const Outpoint& spent = tx.tx.inputs[i].previous;
        const auto found = m_known.find(spent);
        if (found == m_known.end()) continue;
        m_spare[found->second].erase(spent);
        m_known.erase(found);
    }
    const TxId id = transactionId(tx.tx);
    for (std::uint32_t i = 0; i < tx.tx.outputs.size(); ++i) {
        const Output& output = tx.tx.outputs[i];
        know({id, i}, {output.value, output.spk, kUnmined, false, output.covenant ? std::optional(output.covenant->id) : std::nullopt});
    }
}

std::optional<TxId> NodeGround::submitParent(Populated& tx, std::uint64_t need, std::uint64_t have)
{
    std::vector<Purse> used;
    while (have < need + kParentFee + kSompiPerKas) {
        if (m_purse.empty()) qFatal("the purse of the ground is empty");
        used.push_back(m_purse.front());
        m_purse.pop_front();
        Input input;
        input.previous = used.back().outpoint;
        input.computeBudget = kPayToKeyBudget;
        tx.tx.inputs.push_back(std::move(input));
        tx.utxos.push_back(plain(used.back().amount, m_spk));
        have += used.back().amount;
    }
    const std::uint64_t change = have - need - kParentFee;
    tx.tx.outputs.push_back({{change}, m_spk, std::nullopt});
    const auto mass = storageMass(tx);
    if (mass) tx.tx.storageMass = *mass;
    (void)must(signInputs(tx, m_signer, m_random));
    const auto id = submit(m_net.rpc(), tx.tx);
    if (!id) {
        for (const Purse& coin : used) m_purse.push_front(coin);
        m_why = "an output that a node refuses to make: " + ruleOf(id.error().detail);
        return std::nullopt;
    }
    ++m_parents;
    m_purse.push_back({{*id, static_cast<std::uint32_t>(tx.tx.outputs.size() - 1)}, change});
    return *id;
}

CovenantId NodeGround::lineage()
{
    Populated tx;
    const Purse coin = m_purse.front();
    m_purse.pop_front();
    Input input;
    input.previous = coin.outpoint;
    input.computeBudget = kPayToKeyBudget;
    tx.tx.inputs.push_back(std::move(input));
    tx.utxos.push_back(plain(coin.amount, m_spk));
    tx.tx.outputs.push_back({{kSompiPerKas}, abi::scriptHashOf(kAnyone), std::nullopt});
    const std::vector<std::uint32_t> first{0};
    const CovenantId id = must(bindGenesis(tx.tx, 0, first));
    const auto made = submitParent(tx, kSompiPerKas, coin.amount);
    if (!made) qFatal("a lineage was not made");
    m_taps[id] = {*made, 0};
    return id;
}

Outpoint NodeGround::coin()
{
    Populated tx;
    tx.tx.outputs.push_back({{kSompiPerKas}, m_spk, std::nullopt});
    const auto made = submitParent(tx, kSompiPerKas, 0);
    if (!made) qFatal("a coin was not made");
    m_births[{*made, 0}] = kSompiPerKas;
    return {*made, 0};
}

bool NodeGround::there(const Input& input, const Utxo& utxo) const
{
    const auto found = m_known.find(input.previous);
    return found != m_known.end() && found->second == asKnown(utxo);
}

std::optional<Outpoint> NodeGround::spare(const Utxo& utxo, const std::set<Outpoint>& used) const
{
    const auto found = m_spare.find(asKnown(utxo));
    if (found == m_spare.end()) return std::nullopt;
    for (const Outpoint& at : found->second)
        if (!used.contains(at)) return at;
    return std::nullopt;
}

std::optional<Outpoint> NodeGround::make(const Wanted& wanted)
{
    const Utxo& utxo = wanted.utxo;
    m_why.clear();
    if (utxo.amount.value > kLargest) {
        m_why = "an output of more KAS than a young chain has";
        return std::nullopt;
    }
    if (utxo.covenant && !m_taps.contains(*utxo.covenant)) return bear(wanted);
    Populated tx;
    tx.tx.outputs.push_back({utxo.amount, utxo.spk, std::nullopt});
    std::uint64_t need = utxo.amount.value, have = 0;
    if (utxo.covenant) {
        Input tap;
        tap.previous = m_taps[*utxo.covenant];
        tap.signatureScript = kRunAnyone;
        tx.tx.inputs.push_back(std::move(tap));
        tx.utxos.push_back({{kSompiPerKas}, abi::scriptHashOf(kAnyone), kUnmined, false, utxo.covenant});
        const CovenantBinding binding{0, *utxo.covenant};
        tx.tx.outputs[0].covenant = binding;
        tx.tx.outputs.push_back({{kSompiPerKas}, abi::scriptHashOf(kAnyone), binding});
        need += kSompiPerKas;
        have = kSompiPerKas;
    }
    const auto id = submitParent(tx, need, have);
    if (!id) return std::nullopt;
    if (utxo.covenant) m_taps[*utxo.covenant] = {*id, 1};
    const Outpoint at{*id, 0};
    know(at, utxo);
    return at;
}

void NodeGround::birth(const Outpoint& coin, const Births& births) { m_twins[covenantId(coin, births)] = {coin, births}; }

//! Spends the coin into these outputs of one lineage, each at its index, with plain ones between.
bool NodeGround::bear(const Outpoint& coin, const Births& births, const CovenantId& id)
{
    const std::uint64_t amount = m_births.at(coin);
    Populated tx;
    Input input;
    input.previous = coin;
    input.computeBudget = kPayToKeyBudget;
    tx.tx.inputs.push_back(std::move(input));
    tx.utxos.push_back(plain(amount, m_spk));
    std::uint64_t need = 0;
    std::vector<std::uint32_t> between;
    for (const auto& [index, born] : births) {
        for (; tx.tx.outputs.size() < index; need += kSompiPerKas) {
            between.push_back(static_cast<std::uint32_t>(tx.tx.outputs.size()));
            tx.tx.outputs.push_back({{kSompiPerKas}, m_spk, std::nullopt});
        }
        tx.tx.outputs.push_back({born.value, born.spk, CovenantBinding{0, id}});
        need += born.value.value;
    }
    const auto made = submitParent(tx, need, amount);
    if (!made) return false;
    m_births.erase(coin);
    for (const std::uint32_t i : between) m_purse.push_back({{*made, i}, kSompiPerKas});
    for (const auto& [index, born] : births) know({*made, index}, {born.value, born.spk, kUnmined, false, id});
    return true;
}

std::optional<Outpoint> NodeGround::bear(const Wanted& wanted)
{
    const Utxo& utxo = wanted.utxo;
    const CovenantId id = *utxo.covenant;
    if (const auto twin = m_twins.find(id); twin != m_twins.end() && m_births.contains(twin->second.first))
        return bear(twin->second.first, twin->second.second, id) ? spare(utxo, {}) : std::nullopt;
    const Output born{utxo.amount, utxo.spk, std::nullopt};
    for (const auto& [coin, amount] : m_births) {
        if (wanted.index > 8 || covenantId(coin, {{wanted.index, born}}) != id) continue;
        const Outpoint from = coin;
        return bear(from, {{wanted.index, born}}, id) ? spare(utxo, {}) : std::nullopt;
    }
    m_why = "an output under an id that no chain can give it";
    return std::nullopt;
}

// An attack that asks for more than there is would be refused for that, before any script runs: whoever pays the fee pays
// this too.
void NodeGround::balance(Populated& tx) const
{
    std::uint64_t in = 0, out = 0;
    for (const Utxo& utxo : tx.utxos) in += utxo.amount.value;
    for (const Output& output : tx.tx.outputs) {
        if (output.value.value > kLargest) return;
        out += output.value.value;
    }
    if (out <= in) return;
    for (std::size_t i = tx.tx.inputs.size(); i-- > 0;) {
        if (!tx.tx.inputs[i].signatureScript.empty() || !m_people.contains(tx.utxos[i].spk.script)) continue;
        tx.utxos[i].amount.value += out - in + kPoorFee;
        return;
    }
}

void NodeGround::stand(Populated& tx)
{
    balance(tx);
    std::set<Outpoint> used;
    std::vector<std::size_t> missing; // two of the same kind are two outputs
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i)
        if (!there(tx.tx.inputs[i], tx.utxos[i]) || !used.insert(tx.tx.inputs[i].previous).second) missing.push_back(i);
    for (const std::size_t i : missing) {
        auto at = spare(tx.utxos[i], used);
        if (!at) at = make({tx.utxos[i], tx.tx.inputs[i].previous.index});
        if (!at) continue;
        tx.tx.inputs[i].previous = *at;
        used.insert(*at);
    }
}

std::uint64_t NodeGround::fee() { return m_generous ? kGoodFee : kPoorFee; }

void NodeGround::signPlainCoins(Populated& tx)
{
    SighashCache cache;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) {
        const auto who = m_people.find(tx.utxos[i].spk.script);
        if (!tx.tx.inputs[i].signatureScript.empty() || who == m_people.end()) continue;
        must(signInput(tx, i, who->second, m_random, cache));
    }
}

std::set<std::string> NodeGround::scriptRules(const Populated& tx) const
{
    std::set<std::string> out;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) out.insert("script " + errorOf(tx, i));
    return out;
}

void NodeGround::judged(const Populated& tx, std::size_t input, bool accepted)
{
    Bytes bytes = encodePopulated(tx);
    if (accepted && !m_seen.insert(crypto::blake3(bytes)).second) return;
    if (!accepted) { // the engine's refusal of a later input is news
        m_seen.insert(crypto::blake3(bytes));
        appendLe(bytes, static_cast<std::uint32_t>(input));
        if (!m_seen.insert(crypto::blake3(bytes)).second) return;
    }
    Populated asked = tx;
    stand(asked);
    for (std::size_t i = 0; i < asked.tx.inputs.size(); ++i)
        if (!there(asked.tx.inputs[i], asked.utxos[i])) return unasked(m_why);
    if (asked.tx != tx.tx && errorOf(asked, input) != errorOf(tx, input)) // named anew behind a signature
        return unasked("an output that came in after the signing");
    ask(std::move(asked), !accepted);
}

void NodeGround::unasked(const std::string& why) { ++m_unasked[std::string(QTest::currentTestFunction()) + ": " + why]; }

void NodeGround::ask(Populated asked, bool refusedByEngine)
{
    signPlainCoins(asked);
    asked.tx.storageMass = storageMass(asked).value_or(~0ULL);
    const Verdict ours = ourVerdict(asked.tx, m_known, m_now);
    const Verdict theirs = nodeVerdict(m_net.rpc(), asked.tx);
    const bool scripts = ours.rule.starts_with("script ");
    const bool same =
        ours.accepted == theirs.accepted && (ours.rule == theirs.rule || (scripts && scriptRules(asked).contains(theirs.rule)));
    if (!same || (refusedByEngine && (theirs.accepted || theirs.rule == "fee"))) {
        const auto say = [](const Verdict& v) { return v.accepted ? std::string("accepts") : v.rule + " (" + v.words + ")"; };
        m_bad.push_back(std::string(QTest::currentTestFunction()) + ": our rules " + say(ours) + ", the node " + say(theirs) +
                        (refusedByEngine ? ", the engine had refused" : ""));
        if (m_bad.size() <= 10) qWarning("%s", m_bad.back().c_str());
    }
    if (theirs.accepted) {
        ++m_accepted;
        taken(asked);
    } else if (theirs.rule == "fee") {
        ++m_onlyFee;
    } else if (refusedByEngine) {
        ++m_refused;
        ++m_rules[theirs.rule];
    } else {
        ++m_beyond[theirs.rule];
    }
}

std::size_t NodeGround::mineWhatWaits()
{
    // What waits for an age gets it; more blocks than any age here would not help.
    const auto waiting = [&] { return must(m_net.rpc().call("getInfo")).value("mempoolSize", std::size_t{0}); };
    constexpr int kAtOnce = 50, kMost = 4'000;
    for (int mined = 0; mined < kMost && waiting() > 0; mined += kAtOnce) must(m_net.mine(kAtOnce));
    return waiting();
}

bool NodeGround::report(const std::string& list, std::string& table)
{
    const std::size_t left = mineWhatWaits();
    const auto listed = [](const std::map<std::string, std::size_t>& counts) {
        std::string names;
        for (const auto& [what, n] : counts) names += (names.empty() ? " (" : "; ") + what + " " + std::to_string(n);
        return std::to_string(sumOf(counts)) + (names.empty() ? "" : names + ")");
    };
    qInfo("%s on the node: %zu refused by both for the same rule; controls: %zu mined, %zu passed all rules but the fee; "
          "%zu disagreements; %zu outputs made for it; %zu left unmined",
          list.c_str(), m_refused, m_accepted - left, m_onlyFee, m_bad.size(), m_parents, left);
    table += "| `" + list + "`";
    for (const std::size_t n : {m_refused, sumOf(m_beyond), m_accepted - left, m_onlyFee, sumOf(m_unasked)})
        table += " | " + std::to_string(n);
    table += " |\n";
    qInfo("  refused for: %s", listed(m_rules).c_str());
    qInfo("  the judged input passes, and both refuse the whole: %s", listed(m_beyond).c_str());
    qInfo("  not asked: %s", listed(m_unasked).c_str());
    for (const std::string& line : m_bad) qWarning("%s", line.c_str());
    const bool right = m_bad.empty() && left == 0 && m_refused > 0 && m_accepted + m_onlyFee > 0;
    forget();
    return right;
}

void NodeGround::forget()
{
    m_known.clear();
    m_spare.clear();
    m_taps.clear();
    m_births.clear();
    m_twins.clear();
    m_seen.clear();
    m_rules.clear();
    m_beyond.clear();
    m_unasked.clear();
    m_bad.clear();
    m_accepted = m_onlyFee = m_refused = m_parents = 0;
    m_generous = false;
    readTime();
}

} // namespace bt::interop
