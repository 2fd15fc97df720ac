// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/partial_signing.h"

#include "codec/text.h"
#include "kaspa/consensus.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"

#include <algorithm>
#include <set>

namespace bt::ledger {

using namespace kaspa;
using contract::Call;
using crypto::XOnlyKey;

namespace {

constexpr std::size_t kSignature = InputSignature::size;

Result<XOnlyKey> keyOf(const contract::SignatureSlot& slot)
{
    auto key = XOnlyKey::from(slot.key);
    if (!key || !crypto::secpOnCurve(*key)) return fail("partial.unreadable", {std::string("key")}, "no key that can sign here");
    return *key;
}

//! Inputs whose call wants signatures: each signer signs all of them.
std::vector<std::uint16_t> wanting(const PartialSigning& p)
{
    std::vector<std::uint16_t> out;
    for (std::size_t i = 0; i < p.calls.size(); ++i)
        if (!p.calls[i].wanted.empty()) out.push_back(static_cast<std::uint16_t>(i));
    return out;
}

const GivenSignature* givenBy(const PartialSigning& p, std::uint16_t input, const XOnlyKey& key)
{
    const auto at = std::ranges::find_if(p.given, [&](const GivenSignature& g) { return g.input == input && g.key == key; });
    return at == p.given.end() ? nullptr : &*at;
}

bool holds(const Populated& tx, std::size_t input, const XOnlyKey& key, const InputSignature& signature, SighashCache& cache)
{
    if (signature.bytes[kSignature - 1] != SighashAll) return false;
    const auto plain = crypto::Signature64::from(signature.view().first(kSignature - 1));
    return plain && crypto::schnorrVerify(key, sighashSchnorr(tx, input, SighashAll, cache).view(), *plain);
}

//! A coin behind the calls: pays to a key, and that key has signed this very transaction.
Result<void> checkCoin(const Populated& tx, std::size_t input, SighashCache& cache)
{
    const auto bad = [&](const char* why) { return fail("partial.bad_signature", {std::to_string(input)}, why); };
    const ByteView script = tx.tx.inputs[input].signatureScript;
    const Bytes& spk = tx.utxos[input].spk.script;
    if (script.size() != kPayToKeyUnlockBytes || script[0] != kSignature || spk.size() != 34) return bad("a coin that is not signed");
    const auto key = XOnlyKey::from(ByteView(spk).subspan(1, 32));
    if (!key || payToPublicKey(key->view()) != tx.utxos[input].spk) return bad("a coin of another kind");
    const auto signature = InputSignature::from(script.subspan(1));
    if (!signature || !holds(tx, input, *key, *signature, cache)) return bad("a coin's signature does not hold");
    return {};
}

bool nameOk(std::string_view name)
{
    if (name.empty() || name.size() > 40) return false;
    return std::ranges::all_of(name,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; });
}

Result<void> checkSubject(const SigningSubject& subject)
{
    const auto bad = [](const char* what) { return fail("partial.unreadable", {std::string(what)}, what); };
    if (!nameOk(subject.kind)) return bad("kind");
    std::size_t size = 0;
    for (const auto& [name, value] : subject.facts) {
        if (!nameOk(name)) return bad("facts");
        size += name.size() + value.size();
        if (size > kMaxSigningFacts) return bad("facts");
    }
    return subject.facts.size() > 64 ? Result<void>(bad("facts")) : Result<void>{};
}

} // namespace

Result<void> checkSigning(const PartialSigning& p)
{
    const auto bad = [](const char* what) { return fail("partial.unreadable", {std::string(what)}, what); };
    BT_CHECK(checkSubject(p.subject));
    const auto& tx = p.tx.tx;
    if (p.tx.utxos.size() != tx.inputs.size() || p.calls.empty() || p.calls.size() > tx.inputs.size()) return bad("inputs");
    std::set<Outpoint> spent;
    for (const Input& input : tx.inputs)
        if (!spent.insert(input.previous).second) return bad("inputs");
    std::uint64_t in = 0;
    std::uint64_t out = 0;
    const auto count = [](std::uint64_t& sum, std::uint64_t more) { return more <= kMaxSompi && (sum += more) <= kMaxSompi; };
    for (const Utxo& utxo : p.tx.utxos)
        if (!count(in, utxo.amount.value)) return bad("amounts");
    for (const Output& output : tx.outputs)
        if (!count(out, output.value.value)) return bad("amounts");
    if (out > in) return bad("amounts");
    SighashCache cache;
    for (std::size_t i = 0; i < tx.inputs.size(); ++i) {
        if (i >= p.calls.size()) {
            BT_CHECK(checkCoin(p.tx, i, cache));
        } else if (!tx.inputs[i].signatureScript.empty() || !(p.calls[i].spent == p.tx.utxos[i])) {
            return bad("inputs");
        }
    }
    if (p.signers.empty() || p.signers.size() > kMaxSigners) return bad("signers");
    for (std::size_t i = 0; i < p.signers.size(); ++i)
        if (!crypto::secpOnCurve(p.signers[i]) || (i > 0 && !(p.signers[i - 1] < p.signers[i]))) return bad("signers");
    std::size_t asked = 0;
    for (const Call& call : p.calls)
        for (const auto& slot : call.wanted) {
            BT_TRY(const XOnlyKey key, keyOf(slot));
            if (!std::ranges::binary_search(p.signers, key)) return bad("signers");
            ++asked;
        }
    if (asked == 0) return bad("signers");
    const auto inputs = wanting(p);
    for (std::size_t i = 0; i < p.given.size(); ++i) {
        const GivenSignature& g = p.given[i];
        const auto same = [&](const GivenSignature& o) { return o.input == g.input && o.key == g.key; };
        if (i > 0 && (!(p.given[i - 1] < g) || same(p.given[i - 1]))) return bad("signatures");
        if (!std::ranges::binary_search(p.signers, g.key)) return fail("partial.not_a_signer", "a signature of someone whom nobody asks");
        if (!std::ranges::binary_search(inputs, g.input)) return bad("signatures");
        if (!holds(p.tx, g.input, g.key, g.signature, cache))
            return fail("partial.bad_signature", {std::to_string(g.input)}, "a signature is not over this transaction");
    }
    return {};
}

Result<PartialSigning> startSigning(const Draft& draft, std::vector<Call> calls, const NetworkParams& network, SigningSubject subject,
                                    std::vector<XOnlyKey> signers)
{
    PartialSigning p{network.id, std::move(subject), draft.tx, std::move(calls), std::move(signers), {}};
    for (std::size_t i = 0; i < p.calls.size() && i < p.tx.tx.inputs.size(); ++i) p.tx.tx.inputs[i].signatureScript.clear();
    if (p.signers.empty())
        for (const Call& call : p.calls)
            for (const auto& slot : call.wanted) {
                BT_TRY(const XOnlyKey key, keyOf(slot));
                p.signers.push_back(key);
            }
    std::ranges::sort(p.signers);
    p.signers.erase(std::ranges::unique(p.signers).begin(), p.signers.end());
    BT_CHECK(checkSigning(p));
    // What the writer makes, the reader must take: a file that only its maker can read would be no use.
    BT_CHECK(decodeSigning(encodeSigning(p), p.network));
    return p;
}

TxId idOf(const PartialSigning& p) { return transactionId(p.tx.tx); }

Sompi feeOf(const PartialSigning& p)
{
    std::uint64_t in = 0;
    for (const Utxo& utxo : p.tx.utxos) in += utxo.amount.value;
    for (const Output& output : p.tx.tx.outputs) in -= output.value.value;
    return {in};
}

Result<Draft> draftOf(const PartialSigning& p)
{
    Draft draft;
    draft.tx = p.tx;
    draft.signers.resize(p.tx.tx.inputs.size());
    Populated planned = p.tx;
    for (std::size_t i = 0; i < p.tx.tx.inputs.size(); ++i) {
        if (i < p.calls.size()) {
            BT_TRY(planned.tx.inputs[i].signatureScript, contract::unsignedScript(p.calls[i]));
        }
        draft.unlockBytes.push_back(planned.tx.inputs[i].signatureScript.size());
    }
    BT_TRY(draft.masses, masses(planned));
    draft.fee = feeOf(p);
    return draft;
}

bool signedBy(const PartialSigning& p, const XOnlyKey& key)
{
    return std::ranges::all_of(wanting(p), [&](std::uint16_t input) { return givenBy(p, input, key) != nullptr; });
}

std::size_t missing(const PartialSigning& p)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < p.calls.size(); ++i)
        for (const auto& slot : p.calls[i].wanted) {
            const auto key = keyOf(slot);
            if (!key || givenBy(p, static_cast<std::uint16_t>(i), *key) == nullptr) ++out;
        }
    return out;
}

Result<void> addSignature(PartialSigning& p, const Secret& secret, Random& random)
{
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(secret.view()));
    if (!std::ranges::binary_search(p.signers, signer.key())) return fail("partial.not_a_signer");
    if (signedBy(p, signer.key())) return fail("partial.already_signed");
    SighashCache cache;
    for (const std::uint16_t input : wanting(p)) {
        if (givenBy(p, input, signer.key()) != nullptr) continue;
        BT_TRY(const auto signature, signatureFor(p.tx, input, signer, random, cache));
        p.given.push_back({input, signer.key(), signature});
    }
    std::ranges::sort(p.given);
    return {};
}

Result<PartialSigning> combine(const PartialSigning& a, const PartialSigning& b)
{
    BT_CHECK(checkSigning(a));
    BT_CHECK(checkSigning(b));
    Populated plainA = a.tx;
    Populated plainB = b.tx;
    // Two signatures of one coin by one key may differ; the transaction is the same.
    for (Input& input : plainA.tx.inputs) input.signatureScript.clear();
    for (Input& input : plainB.tx.inputs) input.signatureScript.clear();
    if (a.network != b.network || !(a.subject == b.subject) || !(plainA.tx == plainB.tx) || plainA.utxos != plainB.utxos ||
        a.signers != b.signers || a.calls.size() != b.calls.size())
        return fail("partial.other_transaction");
    PartialSigning out = a;
    for (const GivenSignature& g : b.given)
        if (givenBy(out, g.input, g.key) == nullptr) out.given.push_back(g);
    std::ranges::sort(out.given);
    if (missing(out) > 0) {
        PartialSigning other = out;
        if (chooseSigners(other, b.calls) && missing(other) == 0) return other;
    }
    BT_CHECK(checkSigning(out));
    return out;
}

Result<void> chooseSigners(PartialSigning& p, std::vector<Call> calls)
{
    const auto other = [] { return fail("partial.other_transaction"); };
    if (calls.size() != p.calls.size()) return other();
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto was = contract::unsignedScript(p.calls[i]);
        const auto is = contract::unsignedScript(calls[i]);
        if (!was || !is || was->size() != is->size() || calls[i].redeemScript != p.calls[i].redeemScript ||
            calls[i].entry != p.calls[i].entry)
            return other();
    }
    PartialSigning next = p;
    next.calls = std::move(calls);
    for (std::size_t i = 0; i < next.calls.size(); ++i) next.calls[i].spent = next.tx.utxos[i];
    BT_CHECK(checkSigning(next));
    p = std::move(next);
    return {};
}

Result<Transaction> finishSigning(const PartialSigning& p, const NetworkParams& network, const std::optional<ChainPoint>& at)
{
    if (p.network != network.id) return fail("partial.other_network", {p.network, network.id}, {});
    BT_CHECK(checkSigning(p));
    std::size_t slots = 0;
    for (const Call& call : p.calls) slots += call.wanted.size();
    if (const std::size_t lacking = missing(p); lacking > 0)
        return fail("partial.incomplete", {std::to_string(slots - lacking), std::to_string(slots)}, {});
    BT_TRY(Draft draft, draftOf(p));
    for (std::size_t i = 0; i < p.calls.size(); ++i) {
        std::vector<InputSignature> signatures;
        for (const auto& slot : p.calls[i].wanted) {
            BT_TRY(const XOnlyKey key, keyOf(slot));
            signatures.push_back(givenBy(p, static_cast<std::uint16_t>(i), key)->signature);
        }
        BT_TRY(draft.tx.tx.inputs[i].signatureScript, contract::finish(p.calls[i], signatures));
    }
    return signOff(draft, network, at, FeeBasis::Relay);
}

Result<void> checkInputs(const PartialSigning& p, Node& node, const Deadline& deadline)
{
    for (std::size_t i = 0; i < p.tx.tx.inputs.size(); ++i) {
        const Outpoint& at = p.tx.tx.inputs[i].previous;
        const auto where = codec::hexEncode(at.id.view()) + ":" + std::to_string(at.index);
        BT_TRY(const auto there, node.utxoOf(at, p.tx.utxos[i].spk, deadline));
        if (!there) return fail("partial.input_gone", {std::to_string(i), where}, {});
        const Utxo& said = p.tx.utxos[i];
        if (there->amount != said.amount || there->spk != said.spk || there->covenant != said.covenant)
            return fail("partial.input_differs", {std::to_string(i), where}, {});
    }
    return {};
}

} // namespace bt::ledger
