// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/accept/kinds.h"

#include "crypto/hash.h"
#include "interop/support/must.h"
#include "kaspa/covenant.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/opcodes.h"

namespace bt::interop {

using namespace kaspa;

using ledger::ChainPoint;

//! Makes the kinds out of keys and a source of figures.
class KindsMaker
{
public:
    explicit KindsMaker(Kinds& kinds) : m_kinds(kinds), m_random(kinds.m_random) {}
    std::vector<Planned> all();

private:
    const TestKey& key() { return m_kinds.m_keys[m_random.below(m_kinds.m_keys.size())]; }
    std::uint64_t amount(std::uint64_t least = 3) { return (least + m_random.below(5)) * kSompiPerKas + m_random.below(kSompiPerKas); }
    std::uint64_t extraFee() { return m_random.below(2) == 0 ? 0 : m_random.below(100'000); }
    std::vector<Output> someOutputs(std::uint64_t below)
    {
        std::vector<Output> out;
        for (std::uint64_t n = m_random.below(below); n > 0; --n)
            out.push_back(
                paying(kSompiPerKas / 2 + m_random.below(kSompiPerKas / 2), m_random.below(2) == 0 ? key().schnorr : key().ecdsa));
        out.push_back(paying(0, key().schnorr));
        return out;
    }
    using Adjust = std::function<void(Populated&, const ChainPoint&)>;
    void plain(std::string kind, std::size_t inputs, std::uint16_t version, bool ecdsa, std::uint8_t type = SighashAll, Adjust adjust = {});
    void locked(std::string kind, const Bytes& redeem, std::uint16_t version,
                std::function<void(ScriptBuilder&, const Populated&, std::size_t)> arguments, Adjust adjust = {});
    void scripts();
    void timed();
    void multisigs(std::uint16_t version);
    void covenants();
    void built();

    Kinds& m_kinds;
    SeededRandom& m_random;
    std::vector<Planned> m_out;
};

void KindsMaker::plain(std::string kind, std::size_t inputs, std::uint16_t version, bool ecdsa, std::uint8_t type, Adjust adjust)
{
    std::vector<const TestKey*> owners;
    Planned planned;
    planned.kind = std::move(kind);
    for (std::size_t i = 0; i < inputs; ++i) {
        owners.push_back(&key());
        planned.needs.push_back(paying(amount(), ecdsa ? owners.back()->ecdsa : owners.back()->schnorr));
    }
    auto outputs = someOutputs(3);
    // SIGHASH_SINGLE commits to the output beside the input.
    while (outputs.size() < inputs && (type & SighashSingle) != 0) outputs.insert(outputs.begin(), paying(kSompiPerKas, key().schnorr));
    const Sign sign = [owners, ecdsa, type](Populated& p) {
        for (std::size_t i = 0; i < owners.size(); ++i)
            p.tx.inputs[i].signatureScript =
                ScriptBuilder().data(ecdsa ? ecdsaSignature(p, i, *owners[i], type) : schnorrSignature(p, i, *owners[i], type)).script();
    };
    planned.build = [=, fee = extraFee()](const Coins& coins, const ChainPoint& at) {
        Populated p = spending(coins, outputs, version);
        if (adjust) adjust(p, at);
        return tight(std::move(p), sign, fee);
    };
    m_out.push_back(std::move(planned));
}

void KindsMaker::locked(std::string kind, const Bytes& redeem, std::uint16_t version,
                        std::function<void(ScriptBuilder&, const Populated&, std::size_t)> arguments, Adjust adjust)
{
    Planned planned;
    planned.kind = std::move(kind);
    planned.needs = {paying(amount(), payToScriptHash(redeem))};
    const Sign sign = [redeem, arguments = std::move(arguments)](Populated& p) {
        ScriptBuilder script;
        if (arguments) arguments(script, p, 0);
        p.tx.inputs[0].signatureScript = script.data(redeem).script();
    };
    planned.build = [=, outputs = someOutputs(3), fee = extraFee()](const Coins& coins, const ChainPoint& at) {
        Populated p = spending(coins, outputs, version);
        if (adjust) adjust(p, at);
        return tight(std::move(p), sign, fee);
    };
    m_out.push_back(std::move(planned));
}

void KindsMaker::multisigs(std::uint16_t version)
{
    for (const bool ecdsa : {false, true}) {
        const std::size_t n = 2 + m_random.below(3), m = 1 + m_random.below(n);
        std::vector<const TestKey*> keys;
        ScriptBuilder redeem;
        redeem.number(static_cast<std::int64_t>(m));
        for (std::size_t i = 0; i < n; ++i) {
            keys.push_back(&m_kinds.m_keys[i]);
            redeem.data(ecdsa ? keys.back()->compressed.view() : keys.back()->signer.key().view());
        }
        redeem.number(static_cast<std::int64_t>(n)).op(ecdsa ? script::OpCheckMultiSigECDSA : script::OpCheckMultiSig);
        locked(std::string("multisig ") + (ecdsa ? "ECDSA" : "Schnorr") + " v" + std::to_string(version), redeem.script(), version,
               [=](ScriptBuilder& out, const Populated& p, std::size_t input) {
                   for (std::size_t i = n - m; i < n; ++i)
                       out.data(ecdsa ? ecdsaSignature(p, input, *keys[i]) : schnorrSignature(p, input, *keys[i]));
               });
    }
}

void KindsMaker::scripts()
{
    using namespace script;
    const auto version = [this] { return std::uint16_t(m_random.below(2)); };
    const Bytes preimage = m_random.bytes(32);
    const TestKey& owner = key();
    locked("P2SH hash lock", ScriptBuilder().op(OpSHA256).data(crypto::sha256(preimage).view()).op(OpEqual).script(), version(),
           [=](ScriptBuilder& out, const Populated&, std::size_t) { out.data(preimage); });
    locked("P2SH one signature", ScriptBuilder().data(owner.signer.key().view()).op(OpCheckSig).script(), version(),
           [&owner](ScriptBuilder& out, const Populated& p, std::size_t i) { out.data(schnorrSignature(p, i, owner)); });
    const Bytes branches = ScriptBuilder()
                               .op(OpIf)
                               .op(OpBlake2b)
                               .data(crypto::blake2b(preimage).view())
                               .op(OpEqualVerify)
                               .data(owner.signer.key().view())
                               .op(OpCheckSig)
                               .op(OpElse)
                               .data(owner.compressed.view())
                               .op(OpCheckSigECDSA)
                               .op(OpEndIf)
                               .script();
    locked("P2SH branch with a secret", branches, version(), [&owner, preimage](ScriptBuilder& out, const Populated& p, std::size_t i) {
        out.data(schnorrSignature(p, i, owner)).data(preimage).number(1);
    });
    locked("P2SH other branch", branches, version(),
           [&owner](ScriptBuilder& out, const Populated& p, std::size_t i) { out.data(ecdsaSignature(p, i, owner)).number(0); });
    locked("introspection", // pays at least half of what it holds to its first output, which is standard
           ScriptBuilder()
               .number(0)
               .op(OpTxInputAmount)
               .number(0)
               .op(OpTxInputCount)
               .number(1)
               .op(OpNumEqualVerify)
               .op(OpDrop)
               .op(OpTxInputIndex)
               .op(OpTxInputSpk)
               .op(OpSize)
               .op(OpNip)
               .number(37)
               .op(OpNumEqualVerify)
               .op(OpTxOutputCount)
               .number(1)
               .op(OpGreaterThanOrEqual)
               .op(OpVerify)
               .number(1)
               .op(OpGreaterThan)
               .script(),
           1, {});
    const Bytes message = m_random.bytes(32);
    locked("signature of a message", ScriptBuilder().data(message).data(owner.signer.key().view()).op(OpCheckSigFromStack).script(), 1,
           [&owner, message](ScriptBuilder& out, const Populated&, std::size_t) {
               Hash256 digest = must(Hash256::from(message));
               const auto signature = owner.signer.sign(digest, {});
               out.data(signature.view());
           });
    locked("bytes and numbers",
           ScriptBuilder()
               .op(OpCat)
               .op(OpBlake3)
               .data(crypto::blake3(preimage).view())
               .op(OpEqualVerify)
               .number(21)
               .number(2)
               .op(OpMul)
               .number(42)
               .op(OpNumEqual)
               .script(),
           1, [preimage](ScriptBuilder& out, const Populated&, std::size_t) {
               const ByteView all(preimage);
               out.data(all.first(11)).data(all.subspan(11));
           });
}

void KindsMaker::timed()
{
    using namespace script;
    const TestKey& owner = key();
    const auto check = [&owner](ScriptBuilder& out, const Populated& p, std::size_t i) { out.data(schnorrSignature(p, i, owner)); };
    const auto ending = [&owner](ScriptBuilder b) { return b.data(owner.signer.key().view()).op(OpCheckSig).script(); };
    plain("lock time, DAA score", 2, 1, false, SighashAll, [](Populated& p, const ChainPoint& at) { p.tx.lockTime = at.daaScore - 1; });
    plain("lock time, milliseconds", 1, 0, false, SighashAll,
          [](Populated& p, const ChainPoint& at) { p.tx.lockTime = static_cast<std::uint64_t>(at.pastMedianTime.value - 1); });
    plain("lock time ahead, inputs final", 2, 1, true, SighashAll, [](Populated& p, const ChainPoint& at) {
        p.tx.lockTime = at.daaScore + 1'000'000;
        for (Input& input : p.tx.inputs) input.sequence = kSequenceFinal;
    });
    plain("age of the coin", 2, 1, false, SighashAll, [](Populated& p, const ChainPoint& at) {
        for (std::size_t i = 0; i < 2; ++i) p.tx.inputs[i].sequence = at.daaScore - p.utxos[i].daaScore;
    });
    plain("sequence without a lock", 1, 1, false, SighashAll,
          [](Populated& p, const ChainPoint&) { p.tx.inputs[0].sequence = kSequenceLockDisabled | 0xffff'ffff; });
    locked("lock time in the script", ending(ScriptBuilder().number(500).op(OpCheckLockTimeVerify)), 1, check,
           [](Populated& p, const ChainPoint& at) { p.tx.lockTime = std::max<std::uint64_t>(500, at.daaScore - 1); });
    locked("date in the script", ending(ScriptBuilder().number(1'600'000'000'000).op(OpCheckLockTimeVerify)), 0, check,
           [](Populated& p, const ChainPoint& at) { p.tx.lockTime = static_cast<std::uint64_t>(at.pastMedianTime.value - 1); });
    locked("age in the script", ending(ScriptBuilder().number(5).op(OpCheckSequenceVerify)), 1, check,
           [](Populated& p, const ChainPoint&) { p.tx.inputs[0].sequence = 5; });
}

void KindsMaker::covenants()
{
    using namespace script;
    // A program that anyone may go on with, told apart by a salt.
    const Bytes redeem = ScriptBuilder().data(m_random.bytes(16)).op(OpDrop).op(OpTrue).script();
    const Bytes strict = ScriptBuilder()
                             .data(m_random.bytes(16))
                             .op(OpDrop)
                             // goes on in output 0 with the same script and the same id, as the only one of its id
                             .op(OpTxInputIndex)
                             .op(OpTxInputSpk)
                             .number(0)
                             .op(OpTxOutputSpk)
                             .op(OpEqualVerify)
                             .op(OpTxInputIndex)
                             .op(OpInputCovenantId)
                             .number(0)
                             .op(OpOutputCovenantId)
                             .op(OpEqualVerify)
                             .op(OpTxInputIndex)
                             .op(OpInputCovenantId)
                             .op(OpCovOutputCount)
                             .number(1)
                             .op(OpNumEqual)
                             .script();
    const TestKey& owner = key();
    const auto genesis = [&](std::string kind, const Bytes& program, std::size_t children) {
        Planned planned;
        planned.kind = std::move(kind);
        planned.needs = {paying(amount(12), owner.schnorr)};
        const Sign sign = [&owner](Populated& p) {
            p.tx.inputs[0].signatureScript = ScriptBuilder().data(schnorrSignature(p, 0, owner)).script();
        };
        planned.build = [=, &owner](const Coins& coins, const ChainPoint&) {
            std::vector<Output> outputs;
            std::vector<std::uint32_t> indexes;
            for (std::uint32_t i = 0; i < children; ++i) {
                outputs.push_back(paying(3 * kSompiPerKas, payToScriptHash(program)));
                indexes.push_back(i);
            }
            outputs.push_back(paying(0, owner.schnorr));
            Populated p = spending(coins, std::move(outputs));
            (void)must(bindGenesis(p.tx, 0, indexes));
            return tight(std::move(p), sign);
        };
        return planned;
    };
    const Sign open = [redeem](Populated& p) {
        for (Input& input : p.tx.inputs) input.signatureScript = ScriptBuilder().data(redeem).script();
    };
    const Sign openStrict = [strict](Populated& p) { p.tx.inputs[0].signatureScript = ScriptBuilder().data(strict).script(); };
    const auto coinOf = [](const Transaction& tx, std::uint32_t i, std::uint64_t daa) {
        const Output& o = tx.outputs[i];
        return ledger::UtxoEntry{{transactionId(tx), i},
                                 {o.value, o.spk, daa, false, o.covenant ? std::optional(o.covenant->id) : std::nullopt}};
    };
    const auto bound = [](std::uint64_t sompi, const Bytes& program, const CovenantId& id) {
        return Output{{sompi}, payToScriptHash(program), CovenantBinding{0, id}};
    };

    Planned alone = genesis("covenant genesis", strict, 1);
    alone.then = [=](const Transaction& tx, std::uint64_t daa) {
        Planned next;
        next.kind = "covenant continuation";
        next.given = {coinOf(tx, 0, daa)};
        next.build = [=](const Coins& coins, const ChainPoint&) {
            return tight(spending(coins, {bound(0, strict, *coins[0].utxo.covenant)}), openStrict);
        };
        return std::vector{next};
    };
    m_out.push_back(std::move(alone));

    Planned several = genesis("covenant genesis, three outputs", redeem, 3);
    several.then = [=, &owner](const Transaction& tx, std::uint64_t daa) {
        std::vector<Planned> out;
        Planned split;
        split.kind = "covenant split";
        split.given = {coinOf(tx, 0, daa)};
        split.build = [=](const Coins& coins, const ChainPoint&) {
            const CovenantId id = *coins[0].utxo.covenant;
            return tight(spending(coins, {bound(kSompiPerKas, redeem, id), bound(0, redeem, id)}), open);
        };
        out.push_back(split);
        Planned end;
        end.kind = "covenant merge and end";
        end.given = {coinOf(tx, 1, daa), coinOf(tx, 2, daa)};
        end.build = [=, &owner](const Coins& coins, const ChainPoint&) { return tight(spending(coins, {paying(0, owner.schnorr)}), open); };
        out.push_back(end);
        return out;
    };
    m_out.push_back(std::move(several));
}

void KindsMaker::built()
{
    const auto made = [this](std::string kind, std::size_t coins, std::function<void(ledger::BuildRequest&)> ask) {
        Planned planned;
        planned.kind = std::move(kind);
        const std::size_t from = m_random.below(m_kinds.m_keys.size());
        const auto owner = [keys = &m_kinds.m_keys, from](std::size_t i) -> const TestKey& { return (*keys)[(from + i) % keys->size()]; };
        for (std::size_t i = 0; i < coins; ++i) planned.needs.push_back(paying(amount(), owner(i).schnorr));
        planned.build = [=, change = key().schnorr](const Coins& given, const ChainPoint& at) {
            ledger::BuildRequest request;
            request.change = change;
            ask(request);
            std::vector<ledger::Coin> mine;
            for (std::size_t i = 0; i < given.size(); ++i) {
                ledger::Coin coin;
                coin.outpoint = given[i].outpoint;
                coin.utxo = given[i].utxo;
                coin.key = {ledger::Branch::Receive, static_cast<std::uint32_t>(i)};
                mine.push_back(std::move(coin));
            }
            ledger::Draft draft = must(ledger::build(request, mine, must(ledger::networkNamed("simnet")), at.daaScore));
            SeededRandom aux(1);
            const ledger::KeySource source = [owner](const ledger::KeyRef& ref) -> Result<Secret> {
                return owner(ref.index).secret.clone();
            };
            must(ledger::signCoins(draft, source, aux));
            Populated p = draft.tx;
            p.tx = must(ledger::finish(draft));
            return Built{std::move(p), {}};
        };
        m_out.push_back(std::move(planned));
    };
    made("payment", 3, [to = key().schnorr](ledger::BuildRequest& r) { r.outputs = {paying(4 * kSompiPerKas, to)}; });
    made("payment with payload", 2, [to = key().ecdsa, payload = m_random.bytes(1 + m_random.below(2000))](ledger::BuildRequest& r) {
        r.outputs = {paying(2 * kSompiPerKas, to)};
        r.payload = payload;
    });
    std::vector<Output> many;
    for (int i = 0; i < 12; ++i) many.push_back(paying(kSompiPerKas, key().schnorr));
    made("batch", 6, [many](ledger::BuildRequest& r) { r.outputs = many; });
    made("sweep", 5, [to = key().schnorr](ledger::BuildRequest& r) {
        r.outputs = {paying(0, to)};
        r.sendAll = true;
        r.change.reset();
    });
    made("compounding", 20, [to = key().schnorr](ledger::BuildRequest& r) {
        r.outputs = {paying(0, to)};
        r.sendAll = true;
        r.change.reset();
    });
    made("birth by the builder", 2, [redeem = m_random.bytes(20)](ledger::BuildRequest& r) {
        r.outputs = {paying(2 * kSompiPerKas, payToScriptHash(redeem))};
        r.geneses = {{0, {0}}};
    });
}

std::vector<Planned> KindsMaker::all()
{
    for (const std::uint16_t version : {std::uint16_t{0}, std::uint16_t{1}}) {
        const std::string v = " v" + std::to_string(version);
        plain("P2PK" + v, 1 + m_random.below(6), version, false);
        plain("P2PK ECDSA" + v, 1 + m_random.below(6), version, true);
        multisigs(version);
    }
    plain("P2PK many inputs", 12 + m_random.below(12), 1, false);
    plain("payload", 1, static_cast<std::uint16_t>(m_random.below(2)), false, SighashAll,
          [payload = m_random.bytes(m_random.below(5000))](Populated& p, const ChainPoint&) { p.tx.payload = payload; });
    constexpr std::uint8_t any = SighashAnyOneCanPay;
    for (const int type : {SighashAll | any, int(SighashNone), SighashNone | any, int(SighashSingle), SighashSingle | any})
        for (const bool ecdsa : {false, true})
            plain("sighash " + std::to_string(type) + (ecdsa ? " ECDSA" : " Schnorr"), 1 + m_random.below(2),
                  static_cast<std::uint16_t>(m_random.below(2)), ecdsa, static_cast<std::uint8_t>(type));
    scripts();
    timed();
    covenants();
    built();
    return std::move(m_out);
}
Kinds::Kinds(std::uint64_t seed) : m_random(seed)
{
    for (int i = 0; i < 24; ++i) m_keys.emplace_back(m_random);
}
std::vector<Planned> Kinds::oneOfEach() { return KindsMaker(*this).all(); }

} // namespace bt::interop
