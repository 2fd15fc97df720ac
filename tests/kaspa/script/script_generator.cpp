// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_generator.h"

#include "crypto/secp256k1.h"
#include "kaspa/covenant.h"
#include "opcode_tastes.h"

#include <array>
#include <utility>

namespace bt::test {

using namespace kaspa;
using namespace kaspa::script;

namespace {

constexpr std::array<std::uint8_t, 6> kTypes{SighashAll, SighashNone, SighashSingle, SighashAll | SighashAnyOneCanPay,
                                             SighashNone | SighashAnyOneCanPay, SighashSingle | SighashAnyOneCanPay};
constexpr std::uint64_t kTimes[] = {0, 1, 499'999'999'999, 500'000'000'000, 1ULL << 63, UINT64_MAX, 0xffffffff};

} // namespace

Bytes SpendGenerator::noise(std::size_t most) { return m_random.bytes(m_random.below(most + 1)); }

std::int64_t SpendGenerator::number()
{
    static constexpr std::int64_t kBorders[] = {0,   1,      -1,         127,         128,       -127,      -128, 255, 256,
                                                32767, 32768, 2147483647, -2147483648, 2147483648, INT64_MAX, -INT64_MAX};
    if (chance(40)) return kBorders[m_random.below(std::size(kBorders))];
    if (chance(70)) return static_cast<std::int64_t>(m_random.below(40)) - 10;
    return static_cast<std::int64_t>(m_random.below(UINT64_MAX)) >> m_random.below(63);
}

Secret SpendGenerator::key(std::uint64_t which) const
{
    Bytes k(32, 0x11);
    k[31] = static_cast<std::uint8_t>(which + 1);
    return Secret::copyOf(k);
}

Bytes SpendGenerator::publicKey(std::uint64_t which, bool ecdsa) const
{
    const Secret k = key(which);
    return ecdsa ? bytesOf(crypto::secpPublic(k.view())->view()) : bytesOf(crypto::secpXOnly(k.view())->view());
}

CovenantId SpendGenerator::covenant()
{
    CovenantId id;
    id.bytes.fill(static_cast<std::uint8_t>(1 + m_random.below(3)));
    return id;
}

void SpendGenerator::pushAny(ScriptBuilder& to)
{
    if (chance(50)) to.number(number());
    else to.data(noise(chance(10) ? 300 : 40));
}

void SpendGenerator::pushKind(ScriptBuilder& to, char kind)
{
    if (chance(4)) return pushAny(to);
    switch (kind) {
    case 'n': to.number(number()); break;
    case 'i': to.number(static_cast<std::int64_t>(m_random.below(chance(80) ? 3 : 40)) - (chance(3) ? 2 : 0)); break;
    case 's': to.number(static_cast<std::int64_t>(m_random.below(10))); break;
    case 'k': to.data(noise(66)); break;
    case 't': {
        Bytes b;
        appendLe(b, kTimes[m_random.below(std::size(kTimes))] + m_random.below(3));
        while (!b.empty() && b.back() == 0) b.pop_back();
        to.data(b);
        break;
    }
    case 'h': to.data(covenant().view()); break;
    case 'r': to.data(m_random.fixed<Hash256>().view()); break;
    case '0': to.op(OpFalse); break;
    case 'g': to.data(Bytes{static_cast<std::uint8_t>(m_random.below(256) | 0x80)}); break; // no tag: proofs have a test of their own
    case 'b': to.data(noise(60)); break;
    default: pushAny(to);
    }
}

void SpendGenerator::fromStack(ScriptBuilder& to, bool ecdsa)
{
    const auto digest = m_random.fixed<Hash256>();
    const std::uint64_t which = m_random.below(5);
    const Secret k = key(which);
    Bytes s = bytesOf((ecdsa ? *crypto::ecdsaSign(k.view(), digest) : *crypto::schnorrSign(k.view(), digest, {})).view());
    if (chance(20)) damage(s);
    Bytes p = publicKey(chance(90) ? which : which + 1, ecdsa);
    if (chance(5)) damage(p);
    to.data(s).data(digest.view()).data(p).op(ecdsa ? OpCheckSigFromStackECDSA : OpCheckSigFromStack);
}

Bytes SpendGenerator::program(bool pushOnly)
{
    ScriptBuilder to;
    int depth = 0;
    int open = 0;
    const std::uint64_t steps = 1 + m_random.below(pushOnly ? 4 : 25);
    for (std::uint64_t n = 0; n < steps; ++n) {
        if (pushOnly) {
            pushAny(to);
            continue;
        }
        if (chance(6)) {
            to.number(static_cast<std::int64_t>(m_random.below(2))).op(chance(70) ? OpIf : OpNotIf);
            ++open;
        } else if (open > 0 && chance(15)) {
            to.op(OpElse);
        } else if (open > 0 && chance(25)) {
            to.op(OpEndIf);
            --open;
        } else if (chance(1)) {
            to.op(static_cast<std::uint8_t>(m_random.below(256)));
        } else if (chance(4)) {
            fromStack(to, chance(50));
            ++depth;
        } else {
            const Taste& taste = kTastes[m_random.below(std::size(kTastes))];
            for (const char kind : taste.takes) pushKind(to, kind);
            to.op(taste.code);
            depth += taste.leaves;
        }
    }
    for (; open > 0; --open) to.op(OpEndIf);
    // Tidy up, so that a good part of the runs ends well; a branch that is not taken makes the count wrong.
    if (!pushOnly && chance(90)) {
        for (int i = 0; i < depth; ++i) to.op(OpDrop);
        if (chance(95)) to.number(1);
    }
    return to.script();
}

void SpendGenerator::damage(Bytes& bytes)
{
    if (bytes.empty() || chance(20)) return bytes.push_back(static_cast<std::uint8_t>(m_random.below(256)));
    const std::size_t at = m_random.below(bytes.size());
    if (chance(20)) bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at));
    else bytes[at] = static_cast<std::uint8_t>(m_random.below(256));
}

void SpendGenerator::shape(Populated& p)
{
    p.tx.version = chance(75) ? 1 : 0;
    p.tx.lockTime = kTimes[m_random.below(std::size(kTimes))];
    p.tx.gas = chance(50) ? 0 : m_random.below(UINT64_MAX);
    p.tx.payload = noise(50);
    if (chance(30)) p.tx.subnetwork = m_random.fixed<SubnetworkId>();
    const std::uint64_t inputs = 1 + m_random.below(chance(95) ? 3 : 20);
    for (std::uint64_t i = 0; i < inputs; ++i) {
        Input in;
        in.previous = {m_random.fixed<TxId>(), static_cast<std::uint32_t>(m_random.below(1000))};
        in.signatureScript = noise(20);
        in.sequence = kTimes[m_random.below(std::size(kTimes))];
        in.sigOpCount = static_cast<std::uint8_t>(m_random.below(8));
        in.computeBudget = static_cast<std::uint16_t>(chance(85) ? 20 + m_random.below(100) : m_random.below(12));
        p.tx.inputs.push_back(std::move(in));
        Utxo utxo{Sompi{chance(95) ? m_random.below(kMaxSompi) : m_random.below(UINT64_MAX)}, {0, noise(60)},
                  m_random.below(1'000'000), chance(30), std::nullopt};
        if (chance(50)) utxo.covenant = covenant();
        p.utxos.push_back(std::move(utxo));
    }
    const std::uint64_t outputs = m_random.below(chance(95) ? 4 : 20);
    for (std::uint64_t i = 0; i < outputs; ++i) {
        Output out{Sompi{1 + m_random.below(kMaxSompi)}, {static_cast<std::uint16_t>(m_random.below(3)), noise(chance(97) ? 60 : 2000)}, std::nullopt};
        const std::uint64_t by = m_random.below(inputs);
        if (p.utxos[by].covenant && chance(60)) out.covenant = {static_cast<std::uint16_t>(by), *p.utxos[by].covenant};
        else if (chance(3)) out.covenant = {static_cast<std::uint16_t>(m_random.below(5)), covenant()};
        p.tx.outputs.push_back(std::move(out));
    }
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t i = 0; i < p.tx.outputs.size(); ++i)
        if (!p.tx.outputs[i].covenant) fresh.push_back(i);
    if (!fresh.empty() && chance(30)) (void)bindGenesis(p.tx, static_cast<std::uint16_t>(m_random.below(inputs)), fresh);
}

Bytes SpendGenerator::signature(const Populated& p, std::size_t input, std::uint64_t which, bool ecdsa)
{
    std::uint8_t type = kTypes[m_random.below(kTypes.size())];
    SighashCache cache;
    const Secret k = key(which);
    Bytes s = bytesOf((ecdsa ? *crypto::ecdsaSign(k.view(), sighashEcdsa(p, input, type, cache))
                             : *crypto::schnorrSign(k.view(), sighashSchnorr(p, input, type, cache), {}))
                          .view());
    s.push_back(type);
    if (chance(6)) damage(s);
    if (chance(3)) s.clear();
    return s;
}

void SpendGenerator::payToKey(SpendCase& c)
{
    const bool ecdsa = chance(50);
    const Bytes owner = publicKey(m_random.below(5), ecdsa);
    const std::uint64_t signer = chance(5) ? m_random.below(5) : 0;
    const Bytes holder = publicKey(0, ecdsa);
    ScriptPublicKey& spk = c.tx.utxos[c.inputIndex].spk;
    spk = ecdsa ? payToPublicKeyEcdsa(chance(95) ? holder : owner) : payToPublicKey(chance(95) ? holder : owner);
    if (chance(3)) damage(spk.script);
    if (chance(2)) spk.version = 1;
    c.tx.tx.inputs[c.inputIndex].signatureScript =
        ScriptBuilder().data(signature(c.tx, c.inputIndex, signer, ecdsa)).script();
}

void SpendGenerator::multisig(SpendCase& c)
{
    const bool ecdsa = chance(50);
    const std::uint64_t keys = 1 + m_random.below(5);
    const std::uint64_t wanted = 1 + m_random.below(keys);
    ScriptBuilder redeem;
    redeem.number(static_cast<std::int64_t>(wanted));
    for (std::uint64_t i = 0; i < keys; ++i) redeem.data(publicKey(i, ecdsa));
    redeem.number(static_cast<std::int64_t>(keys));
    redeem.op(ecdsa ? OpCheckMultiSigECDSA : OpCheckMultiSig);
    if (!ecdsa && chance(20)) redeem = ScriptBuilder(redeem).op(OpVerify).op(OpTrue);
    Bytes script = redeem.script();
    if (chance(5)) damage(script);
    c.tx.utxos[c.inputIndex].spk = payToScriptHash(script);
    ScriptBuilder unlock;
    std::uint64_t signer = 0;
    for (std::uint64_t i = 0; i < wanted; ++i, ++signer) {
        while (keys - signer > wanted - i && chance(30)) ++signer;
        const std::uint64_t who = chance(95) ? signer : m_random.below(5);
        unlock.data(signature(c.tx, c.inputIndex, who, ecdsa));
    }
    c.tx.tx.inputs[c.inputIndex].signatureScript = unlock.data(script).script();
}

void SpendGenerator::scripted(SpendCase& c)
{
    Bytes lock = program(false);
    if (chance(12)) damage(lock);
    Bytes unlock = chance(15) ? program(true) : Bytes();
    if (chance(2)) unlock = program(false);
    if (chance(60)) {
        c.tx.utxos[c.inputIndex].spk = payToScriptHash(lock);
        append(unlock, ScriptBuilder().data(lock).script());
    } else {
        c.tx.utxos[c.inputIndex].spk = {0, lock};
    }
    if (chance(3)) damage(unlock);
    c.tx.tx.inputs[c.inputIndex].signatureScript = std::move(unlock);
}

// The borders of stacks, items, pushes and numbers.
void SpendGenerator::edges(SpendCase& c)
{
    ScriptBuilder to;
    switch (m_random.below(7)) {
    case 0: { // as many items as both stacks hold together, or one more or less
        const std::uint64_t items = 241 + m_random.below(6);
        for (std::uint64_t i = 0; i < items; ++i) {
            to.number(static_cast<std::int64_t>(i % 17));
            if (chance(20)) to.op(OpToAltStack);
        }
        to.op(chance(50) ? Op2Dup : Op3Dup);
        for (std::uint64_t i = 0; i < items / 2; ++i) to.op(chance(95) ? Op2Drop : OpDrop);
        break;
    }
    case 1: { // elements that double up to the largest
        to.data(m_random.bytes(1 + m_random.below(600)));
        for (std::uint64_t i = 0; i < 8 + m_random.below(6); ++i) to.op(OpDup).op(OpCat);
        to.op(OpSize).number(static_cast<std::int64_t>(m_random.below(1'000'000))).op(chance(50) ? OpLessThan : OpGreaterThan).op(OpNip);
        break;
    }
    case 2: { // pushes of every width, some not minimal, some cut short
        const std::size_t sizes[] = {0, 1, 75, 76, 255, 256, 519, 520, 521, 65535, 65536};
        const Bytes data = m_random.bytes(sizes[m_random.below(std::size(sizes))]);
        const std::uint8_t widths[] = {OpPushData1, OpPushData2, OpPushData4};
        const std::uint64_t w = m_random.below(3);
        Bytes push{widths[w]};
        for (std::uint64_t i = 0; i < (1U << w); ++i) push.push_back(static_cast<std::uint8_t>(data.size() >> (8 * i)));
        append(push, data);
        if (chance(15)) push.resize(push.size() - std::min<std::size_t>(push.size() - 1, 1 + m_random.below(4)));
        for (const std::uint8_t b : push) to.op(b);
        to.op(OpSize).op(OpNip);
        break;
    }
    case 3: { // arithmetic at the ends of 64 bits, with encodings that are longer than needed
        const std::uint8_t ops[] = {OpAdd, OpSub, OpMul, OpDiv, OpMod, OpMin, OpMax, OpNumEqual, OpLessThan, OpWithin};
        for (int i = 0; i < 3; ++i) {
            Bytes n = m_random.bytes(m_random.below(10));
            if (!n.empty() && chance(60)) n.back() = static_cast<std::uint8_t>(chance(50) ? 0x7f : (chance(50) ? 0xff : 0x80));
            if (chance(30)) n = Bytes(m_random.below(9), chance(50) ? 0xff : 0x00);
            to.data(n);
        }
        to.op(ops[m_random.below(std::size(ops))]);
        if (chance(50)) to.op(chance(50) ? OpNegate : OpAbs);
        to.op(OpNip);
        break;
    }
    case 4: // conditions nested deep
        for (std::uint64_t i = 0; i < 1 + m_random.below(60); ++i) to.number(chance(85) ? 1 : 0).op(chance(90) ? OpIf : OpNotIf);
        to.number(1);
        for (std::uint64_t i = 0; i < m_random.below(70); ++i) to.op(chance(80) ? OpEndIf : OpElse);
        break;
    case 5: { // multisig with counts at their borders
        const auto keys = static_cast<std::int64_t>(m_random.below(23));
        const auto wanted = static_cast<std::int64_t>(m_random.below(4));
        for (std::int64_t i = 0; i < wanted; ++i) to.data(chance(80) ? Bytes{} : noise(66));
        to.number(wanted - (chance(5) ? 5 : 0));
        for (std::int64_t i = 0; i < keys; ++i) to.data(publicKey(static_cast<std::uint64_t>(i) % 5, false));
        to.number(keys).op(chance(50) ? OpCheckMultiSig : OpCheckMultiSigVerify);
        break;
    }
    default: // raw opcodes
        for (std::uint64_t i = 0; i < 1 + m_random.below(30); ++i) to.op(static_cast<std::uint8_t>(m_random.below(256)));
    }
    if (chance(80)) to.number(1);
    if (chance(50)) to.op(OpNip);
    if (to.script().size() < 60'000 && chance(50)) {
        c.tx.utxos[c.inputIndex].spk = payToScriptHash(to.script());
        c.tx.tx.inputs[c.inputIndex].signatureScript = ScriptBuilder().data(to.script()).script();
    } else {
        c.tx.utxos[c.inputIndex].spk = {0, to.script()};
        c.tx.tx.inputs[c.inputIndex].signatureScript.clear();
    }
    if (chance(60)) c.tx.tx.inputs[c.inputIndex].computeBudget = UINT16_MAX;
}

void SpendGenerator::tightBudget(SpendCase& c)
{
    if (c.tx.tx.version == 0) return;
    ScriptContext ctx;
    ctx.tx = &c.tx;
    ctx.inputIndex = c.inputIndex;
    if (c.chain) ctx.seqCommit = commitmentOf;
    std::uint16_t& budget = c.tx.tx.inputs[c.inputIndex].computeBudget;
    const std::uint16_t before = std::exchange(budget, UINT16_MAX);
    const auto cost = verifyInput(ctx);
    const auto enough = cost ? computeBudgetFor(cost->scriptUnits) : std::nullopt;
    if (!enough) return void(budget = before);
    budget = static_cast<std::uint16_t>(*enough > 0 && chance(50) ? *enough - 1 : *enough);
}

Result<Hash256> commitmentOf(const Hash256& block)
{
    Hash256 out = block;
    for (std::uint8_t& b : out.bytes) b = static_cast<std::uint8_t>(~b);
    switch (block.bytes[0] & 3) {
    case 0: return fail("kaspa.script.block_already_pruned");
    case 1: return fail("kaspa.script.block_not_selected");
    case 2: return fail("kaspa.script.block_is_too_deep");
    default: return out;
    }
}

SpendCase SpendGenerator::next()
{
    SpendCase c;
    shape(c.tx);
    c.inputIndex = static_cast<std::uint32_t>(m_random.below(c.tx.tx.inputs.size()));
    c.chain = chance(70);
    const std::uint64_t kind = m_random.below(100);
    if (kind < 12) payToKey(c);
    else if (kind < 24) multisig(c);
    else if (kind < 34) edges(c);
    else scripted(c);
    if (chance(8)) tightBudget(c);
    return c;
}

} // namespace bt::test
