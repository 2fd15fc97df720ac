// SPDX-License-Identifier: GPL-3.0-or-later
// Signature checks. The order of checks (cost, key, signature form, signature) is consensus: it decides the error.
#include "crypto/secp256k1.h"
#include "kaspa/script/ops.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bt::kaspa::script::ops {

namespace {

enum class Scheme { Schnorr, Ecdsa };

// r and s of a compact ECDSA signature must be below the order of the group to be a signature at all.
bool scalarsInRange(ByteView compact)
{
    static constexpr std::array<std::uint8_t, 32> kOrder{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                                         0xff, 0xff, 0xff, 0xff, 0xfe, 0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48,
                                                         0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41};
    return std::ranges::lexicographical_compare(compact.first(32), kOrder) &&
           std::ranges::lexicographical_compare(compact.last(32), kOrder);
}

// Reading a point costs a square root, an eighth of a check, and the parties of a covenant sign again and again: each
// thread keeps the points it read last. Public keys only.
template <typename Verifier, std::size_t Size> const Verifier* knownPoint(ByteView key)
{
    struct Entry {
        std::array<std::uint8_t, Size> key;
        std::optional<Verifier> point;
    };
    thread_local std::array<Entry, 32> known{};
    if (key.size() != Size) return nullptr;
    Entry& entry = known[key.back() % known.size()];
    if (!entry.point || !equal(entry.key, key)) {
        entry.point = Verifier::from(key);
        if (!entry.point) return nullptr;
        std::ranges::copy(key, entry.key.begin());
    }
    return &*entry.point;
}

template <typename Digest> Rule checkSchnorr(Machine& vm, ByteView key, ByteView signature, Digest digest, bool& valid)
{
    BT_RULE(vm.consumeSignature());
    const auto* point = knownPoint<crypto::SchnorrVerifier, crypto::XOnlyKey::size>(key);
    if (point == nullptr) return Rule::InvalidPubkey;
    if (signature.size() != crypto::Signature64::size)
        return vm.broken(Rule::InvalidSignature, std::to_string(signature.size()) + " bytes");
    valid = point->verify(digest(), signature);
    return Rule::Ok;
}

template <typename Digest> Rule checkEcdsa(Machine& vm, ByteView key, ByteView signature, Digest digest, bool& valid)
{
    BT_RULE(vm.consumeSignature());
    if (key.size() != crypto::CompressedKey::size) return vm.broken(Rule::PubKeyFormat, std::to_string(key.size()) + " bytes");
    const auto* point = knownPoint<crypto::EcdsaVerifier, crypto::CompressedKey::size>(key);
    if (point == nullptr) return Rule::InvalidPubkey;
    if (signature.size() != crypto::Signature64::size || !scalarsInRange(signature))
        return vm.broken(Rule::InvalidSignature, std::to_string(signature.size()) + " bytes");
    valid = point->verify(digest(), signature);
    return Rule::Ok;
}

// A signature over the transaction; `typed` is not empty and ends with the sighash type.
Rule checkTyped(Machine& vm, Scheme scheme, ByteView key, ByteView typed, bool& valid)
{
    const std::uint8_t type = typed.back();
    const ByteView signature = typed.first(typed.size() - 1);
    if (!sighashTypeKnown(type)) return vm.broken(Rule::InvalidSigHashType, "type " + std::to_string(type));
    if (vm.tx() == nullptr) return Rule::NotATransactionInput;
    const std::size_t index = vm.context().inputIndex;
    if (scheme == Scheme::Schnorr)
        return checkSchnorr(
            vm, key, signature, [&] { return sighashSchnorr(*vm.tx(), index, type, vm.sighashes()); }, valid);
    return checkEcdsa(
        vm, key, signature, [&] { return sighashEcdsa(*vm.tx(), index, type, vm.sighashes()); }, valid);
}

Rule single(Machine& vm, Scheme scheme)
{
    if (!vm.has(2)) return vm.tooFew(2);
    const Item key = vm.main.pop();
    const Item signature = vm.main.pop();
    bool valid = false;
    if (!signature.empty()) BT_RULE(checkTyped(vm, scheme, key.view(), signature.view(), valid));
    return vm.pushBool(valid);
}

// At most 20 keys and as many signatures, bottom first.
using Items = std::array<Item, kMaxMultisigKeys>;
Items take(Machine& vm, std::size_t count)
{
    Items out;
    for (std::size_t i = count; i-- > 0;) out[i] = vm.main.pop();
    return out;
}

Rule popCount(Machine& vm, std::int32_t& out)
{
    std::array<std::int32_t, 1> count{};
    BT_RULE(vm.popSmall(count));
    out = count[0];
    return Rule::Ok;
}

Rule multi(Machine& vm, Scheme scheme)
{
    std::int32_t keyCount = 0;
    BT_RULE(popCount(vm, keyCount));
    if (keyCount < 0 || keyCount > kMaxMultisigKeys)
        return vm.broken(Rule::InvalidPubKeyCount, std::to_string(keyCount) + " of at most 20");
    BT_RULE(vm.countOps(keyCount));
    const auto wantedKeys = static_cast<std::size_t>(keyCount);
    if (!vm.has(wantedKeys)) return vm.tooFew(wantedKeys);
    const Items keys = take(vm, wantedKeys);

    std::int32_t signatureCount = 0;
    BT_RULE(popCount(vm, signatureCount));
    if (signatureCount < 0 || signatureCount > keyCount)
        return vm.broken(Rule::InvalidSignatureCount,
                         std::to_string(signatureCount) + " signatures for " + std::to_string(keyCount) + " keys");
    const auto wanted = static_cast<std::size_t>(signatureCount);
    if (!vm.has(wanted)) return vm.tooFew(wanted);
    const Items signatures = take(vm, wanted);

    // Keys and signatures come in the same order: each signature uses up keys until one fits.
    bool failed = false;
    std::size_t key = 0;
    for (std::size_t i = 0; i < wanted && !failed; ++i) {
        if (signatures[i].empty()) {
            failed = true;
            break;
        }
        // The type is judged before the keys run out, as kaspa-txscript does.
        if (const std::uint8_t type = signatures[i].view().back(); !sighashTypeKnown(type))
            return vm.broken(Rule::InvalidSigHashType, "type " + std::to_string(type));
        for (bool valid = false; !valid;) {
            if (wantedKeys - key < wanted - i) {
                failed = true;
                break;
            }
            BT_RULE(checkTyped(vm, scheme, keys[key++].view(), signatures[i].view(), valid));
        }
    }
    if (failed && std::ranges::any_of(signatures, [](const Item& s) { return !s.empty(); }) /* past `wanted` all are empty */)
        return Rule::NullFail;
    return vm.pushBool(!failed);
}

Rule fromStack(Machine& vm, Scheme scheme)
{
    if (!vm.has(3)) return vm.tooFew(3);
    const Item key = vm.main.pop();
    const Item message = vm.main.pop();
    const Item signature = vm.main.pop();
    const auto digest = Hash256::from(message.view());
    if (!digest) return vm.broken(Rule::InvalidState, "message hash must be 32 bytes");
    bool valid = false;
    const auto same = [&] { return *digest; };
    BT_RULE(scheme == Scheme::Schnorr ? checkSchnorr(vm, key.view(), signature.view(), same, valid)
                                      : checkEcdsa(vm, key.view(), signature.view(), same, valid));
    return vm.pushBool(valid);
}

} // namespace

Rule checkSig(Machine& vm, const Op&) { return single(vm, Scheme::Schnorr); }
Rule checkSigEcdsa(Machine& vm, const Op&) { return single(vm, Scheme::Ecdsa); }
Rule checkMultiSig(Machine& vm, const Op&) { return multi(vm, Scheme::Schnorr); }
Rule checkMultiSigEcdsa(Machine& vm, const Op&) { return multi(vm, Scheme::Ecdsa); }
Rule checkSigFromStack(Machine& vm, const Op&) { return fromStack(vm, Scheme::Schnorr); }
Rule checkSigFromStackEcdsa(Machine& vm, const Op&) { return fromStack(vm, Scheme::Ecdsa); }

Rule checkSigVerify(Machine& vm, const Op& op)
{
    BT_RULE(single(vm, Scheme::Schnorr));
    return verify(vm, op);
}

Rule checkMultiSigVerify(Machine& vm, const Op& op)
{
    BT_RULE(multi(vm, Scheme::Schnorr));
    return verify(vm, op);
}

} // namespace bt::kaspa::script::ops
