// SPDX-License-Identifier: GPL-3.0-or-later
#include "covenant_cases.h"

#include "../../contract/world.h"
#include "kaspa/script/decode.h"

namespace bt::test {

using namespace kaspa;
using namespace kaspa::script;

struct CovenantCases::Play {
    explicit Play(std::uint64_t seed) : world(seed), plans(allPlans(world)) {}
    World world;
    std::vector<NamedPlan> plans;
};

namespace {

constexpr std::uint64_t kTimes[] = {0,          1,          36'000,    864'000, 499'999'999'999, 500'000'000'000, 1'790'000'000'000,
                                    0xffffffff, 1ULL << 63, UINT64_MAX};
constexpr std::size_t kStepsOfOnePlay = 400; // making new people and terms costs more than a hundred cases

// What a script pushes, opcode by opcode; other opcodes as they stand.
std::vector<Bytes> partsOf(ByteView script)
{
    std::vector<Bytes> out;
    Decoder decoder(script);
    std::size_t from = 0;
    while (!decoder.done()) {
        Op op;
        if (decoder.next(op) != Rule::Ok) break;
        const std::size_t end = op.data.empty() ? op.at + 1 : static_cast<std::size_t>(op.data.data() - script.data()) + op.data.size();
        out.emplace_back(script.begin() + static_cast<std::ptrdiff_t>(from), script.begin() + static_cast<std::ptrdiff_t>(end));
        from = end;
    }
    return out;
}

Bytes joined(const std::vector<Bytes>& parts)
{
    Bytes out;
    for (const Bytes& part : parts) append(out, part);
    return out;
}

} // namespace

CovenantCases::CovenantCases(std::uint64_t seed) : m_random(seed ^ 0xC07E), m_seed(seed) {}
CovenantCases::~CovenantCases() = default;

void CovenantCases::renew()
{
    m_play = std::make_unique<Play>(m_seed = m_seed * 6364136223846793005ULL + 1442695040888963407ULL);
    m_left = kStepsOfOnePlay;
}

std::vector<SpendCase> CovenantCases::honest()
{
    renew();
    std::vector<SpendCase> out;
    for (const NamedPlan& named : m_play->plans) {
        SpendCase c;
        c.tx = m_play->world.dress(named.plan);
        m_play->world.sign(named.plan, c.tx);
        out.push_back(std::move(c));
    }
    return out;
}

SpendCase CovenantCases::next()
{
    if (m_left == 0) renew();
    --m_left;
    const NamedPlan& named = m_play->plans[m_random.below(m_play->plans.size())];
    SpendCase c;
    c.tx = m_play->world.dress(named.plan);
    for (std::uint64_t changes = m_random.below(4); changes > 0; --changes) changeTransaction(c.tx);
    if (chance(85)) m_play->world.sign(named.plan, c.tx);
    if (chance(25)) changeUnlock(c.tx);
    if (chance(8)) changeProgram(c.tx);
    if (chance(20)) setBudget(c.tx);
    if (chance(3)) c.inputIndex = static_cast<std::uint32_t>(m_random.below(c.tx.tx.inputs.size()));
    return c;
}

void CovenantCases::changeTransaction(Populated& p)
{
    switch (m_random.below(10)) {
    case 0: p.tx.lockTime = chance(50) ? kTimes[m_random.below(std::size(kTimes))] : p.tx.lockTime + m_random.below(3) - 1; break;
    case 1:
        p.tx.inputs[0].sequence = chance(50) ? kTimes[m_random.below(std::size(kTimes))] : p.tx.inputs[0].sequence + m_random.below(3) - 1;
        break;
    case 2: p.tx.payload = m_random.bytes(m_random.below(60)); break;
    case 3:
    case 4: changeInputs(p); break;
    case 5: changeBindings(p); break;
    default: changeOutputs(p.tx);
    }
}

void CovenantCases::changeOutputs(Transaction& tx)
{
    if (tx.outputs.empty()) return;
    const std::size_t at = m_random.below(tx.outputs.size());
    Output& output = tx.outputs[at];
    switch (m_random.below(8)) {
    case 0: output.value.value += m_random.below(3) - 1; break;
    case 1: output.value.value = 1 + m_random.below(kMaxSompi); break;
    case 2: output.spk.script[m_random.below(output.spk.script.size())] ^= static_cast<std::uint8_t>(1 + m_random.below(255)); break;
    case 3: std::swap(output, tx.outputs[m_random.below(tx.outputs.size())]); break;
    case 4: tx.outputs.erase(tx.outputs.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 5: tx.outputs.insert(tx.outputs.begin() + static_cast<std::ptrdiff_t>(at), Output(output)); break;
    case 6: output.spk = tx.outputs[m_random.below(tx.outputs.size())].spk; break;
    default: output.spk.version = static_cast<std::uint16_t>(m_random.below(2));
    }
}

void CovenantCases::changeInputs(Populated& p)
{
    const std::size_t at = m_random.below(p.tx.inputs.size());
    switch (m_random.below(6)) {
    case 0: p.utxos[at].amount.value += m_random.below(3) - 1; break;
    case 1: p.utxos[at].amount.value = m_random.below(kMaxSompi); break;
    case 2: p.utxos[at].daaScore = m_random.below(10'000'000); break;
    case 3: { // another input, sometimes under the same covenant
        p.tx.inputs.push_back(p.tx.inputs[at]);
        p.tx.inputs.back().previous.id = m_random.fixed<TxId>();
        p.utxos.push_back(p.utxos[at]);
        break;
    }
    case 4: p.utxos[at].isCoinbase = !p.utxos[at].isCoinbase; break;
    default:
        if (p.tx.inputs.size() > 1 && at != 0) {
            p.tx.inputs.erase(p.tx.inputs.begin() + static_cast<std::ptrdiff_t>(at));
            p.utxos.erase(p.utxos.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

void CovenantCases::changeBindings(Populated& p)
{
    if (chance(30)) {
        Utxo& utxo = p.utxos[m_random.below(p.utxos.size())];
        if (utxo.covenant && chance(50)) utxo.covenant.reset();
        else utxo.covenant = p.utxos[0].covenant;
        return;
    }
    if (p.tx.outputs.empty()) return;
    Output& output = p.tx.outputs[m_random.below(p.tx.outputs.size())];
    if (output.covenant && chance(50)) output.covenant.reset();
    else if (p.utxos[0].covenant)
        output.covenant = CovenantBinding{static_cast<std::uint16_t>(m_random.below(chance(90) ? 1 : 3)), *p.utxos[0].covenant};
}

void CovenantCases::changeUnlock(Populated& p)
{
    std::vector<Bytes> parts = partsOf(p.tx.inputs[0].signatureScript);
    if (parts.size() < 2) return;
    const std::size_t at = m_random.below(parts.size() - (chance(90) ? 1 : 0)); // the last one is the program
    Bytes& part = parts[at];
    switch (m_random.below(6)) {
    case 0: parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: part = ScriptBuilder().number(static_cast<std::int64_t>(m_random.below(20)) - 4).script(); break;
    case 2: part = ScriptBuilder().data(m_random.bytes(m_random.below(70))).script(); break;
    case 3: std::swap(part, parts[m_random.below(parts.size() - 1)]); break;
    case 4: parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), Bytes(part)); break;
    default: part[m_random.below(part.size())] ^= static_cast<std::uint8_t>(1 + m_random.below(255));
    }
    p.tx.inputs[0].signatureScript = joined(parts);
}

// Another program than was booked, paid to as if it had been: its own bytes decide how far it runs.
void CovenantCases::changeProgram(Populated& p)
{
    std::vector<Bytes> parts = partsOf(p.tx.inputs[0].signatureScript);
    if (parts.empty()) return;
    Decoder decoder(parts.back());
    Op push;
    if (decoder.next(push) != Rule::Ok || push.data.empty()) return;
    Bytes program = bytesOf(push.data);
    for (std::uint64_t changes = 1 + m_random.below(3); changes > 0; --changes) {
        const std::size_t at = m_random.below(program.size());
        if (chance(20)) program.erase(program.begin() + static_cast<std::ptrdiff_t>(at));
        else if (chance(20))
            program.insert(program.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint8_t>(m_random.below(256)));
        else program[at] = static_cast<std::uint8_t>(chance(70) ? 0x50 + m_random.below(0x8b) : m_random.below(256));
    }
    parts.back() = ScriptBuilder().data(program).script();
    p.tx.inputs[0].signatureScript = joined(parts);
    p.utxos[0].spk = payToScriptHash(program);
}

// Exactly what the run needs, or a unit less.
void CovenantCases::setBudget(Populated& p)
{
    p.tx.inputs[0].computeBudget = UINT16_MAX;
    ScriptContext ctx;
    ctx.tx = &p;
    const auto cost = verifyInput(ctx);
    const auto enough = cost ? computeBudgetFor(cost->scriptUnits) : std::nullopt;
    if (!enough) return void(p.tx.inputs[0].computeBudget = static_cast<std::uint16_t>(m_random.below(200)));
    p.tx.inputs[0].computeBudget = static_cast<std::uint16_t>(*enough > 0 && chance(50) ? *enough - 1 : *enough);
}

} // namespace bt::test
