// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/signing.h"

#include "kaspa/script/engine.h"

#include <cstring>
#include <vector>

namespace bt::kaspa {

namespace {

Result<void> checkAsked(const Populated& tx, std::size_t inputIndex, std::uint8_t type)
{
    if (!sighashTypeKnown(type)) return fail("kaspa.sign.type");
    if (inputIndex >= tx.tx.inputs.size() || tx.utxos.size() != tx.tx.inputs.size()) return fail("kaspa.sign.input");
    return {};
}

bool paysTo(const ScriptPublicKey& spk, const crypto::XOnlyKey& key)
{
    return classify(spk) == ScriptClass::PubKey && equal(ByteView(spk.script).subspan(1, 32), key.view());
}

// The push of 65 bytes that OpCheckSig pops: the signature and its type.
void setUnlock(Input& input, const crypto::Signature64& signature, std::uint8_t type)
{
    Bytes& script = input.signatureScript;
    script.resize(2 + crypto::Signature64::size);
    script.front() = InputSignature::size; // a direct push
    std::memcpy(script.data() + 1, signature.data(), crypto::Signature64::size);
    script.back() = type;
}

} // namespace

Result<InputSignature> signatureFor(const Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer, Random& random,
                                    SighashCache& cache, std::uint8_t type)
{
    BT_CHECK(checkAsked(tx, inputIndex, type));
    const crypto::Signature64 signature = signer.sign(sighashSchnorr(tx, inputIndex, type, cache), random.fixed<Hash256>());
    InputSignature out;
    std::memcpy(out.data(), signature.data(), crypto::Signature64::size);
    out.bytes[64] = type;
    return out;
}

Result<void> signInput(Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer, Random& random, SighashCache& cache,
                       std::uint8_t type)
{
    BT_CHECK(checkAsked(tx, inputIndex, type));
    if (!paysTo(tx.utxos[inputIndex].spk, signer.key())) return fail("kaspa.sign.not_ours");
    const auto signature = signer.sign(sighashSchnorr(tx, inputIndex, type, cache), random.fixed<Hash256>());
    setUnlock(tx.tx.inputs[inputIndex], signature, type);
    return {};
}

Result<std::size_t> signInputs(Populated& tx, const crypto::SchnorrSigner& signer, Random& random, std::uint8_t type)
{
    if (tx.tx.inputs.empty()) return 0;
    BT_CHECK(checkAsked(tx, 0, type));
    std::vector<Hash256> aux(tx.tx.inputs.size());
    random.fill({aux.front().data(), aux.size() * Hash256::size});
    SighashCache cache;
    std::size_t done = 0;
    for (std::size_t i = 0; i < tx.tx.inputs.size(); ++i) {
        if (!paysTo(tx.utxos[i].spk, signer.key())) continue;
        setUnlock(tx.tx.inputs[i], signer.sign(sighashSchnorr(tx, i, type, cache), aux[i]), type);
        ++done;
    }
    return done;
}

Hash256 messageHash(std::string_view message) { return crypto::blake2b(viewOf(message), viewOf("PersonalMessageSigningHash")); }

crypto::Signature64 signMessage(std::string_view message, const crypto::SchnorrSigner& signer, const Hash256& aux)
{
    return signer.sign(messageHash(message), aux);
}

bool verifyMessage(std::string_view message, const crypto::XOnlyKey& key, const crypto::Signature64& signature)
{
    return crypto::schnorrVerify(key, messageHash(message).view(), signature);
}

} // namespace bt::kaspa
