// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/signing.h"

#include "kaspa/script/engine.h"

#include <cstring>

namespace bt::kaspa
{

Result<InputSignature> signatureFor(const Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer,
                                    Random& random, SighashCache& cache, std::uint8_t type)
{
    if (!sighashTypeKnown(type)) return fail("kaspa.sign.type");
    if (inputIndex >= tx.tx.inputs.size() || tx.utxos.size() != tx.tx.inputs.size()) return fail("kaspa.sign.input");
    const crypto::Signature64 signature =
        signer.sign(sighashSchnorr(tx, inputIndex, type, cache), random.fixed<Hash256>());
    InputSignature out;
    std::memcpy(out.data(), signature.data(), crypto::Signature64::size);
    out.bytes[64] = type;
    return out;
}

Result<void> signInput(Populated& tx, std::size_t inputIndex, const crypto::SchnorrSigner& signer, Random& random,
                       SighashCache& cache, std::uint8_t type)
{
    if (inputIndex >= tx.utxos.size()) return fail("kaspa.sign.input");
    if (tx.utxos[inputIndex].spk != payToPublicKey(signer.key().view())) return fail("kaspa.sign.not_ours");
    BT_TRY(const InputSignature signature, signatureFor(tx, inputIndex, signer, random, cache, type));
    Bytes script{static_cast<std::uint8_t>(InputSignature::size)}; // a direct push
    append(script, signature.view());
    tx.tx.inputs[inputIndex].signatureScript = std::move(script);
    return {};
}

Hash256 messageHash(std::string_view message)
{
    return crypto::blake2b(viewOf(message), viewOf("PersonalMessageSigningHash"));
}

crypto::Signature64 signMessage(std::string_view message, const crypto::SchnorrSigner& signer, const Hash256& aux)
{
    return signer.sign(messageHash(message), aux);
}

bool verifyMessage(std::string_view message, const crypto::XOnlyKey& key, const crypto::Signature64& signature)
{
    return crypto::schnorrVerify(key, messageHash(message).view(), signature);
}

} // namespace bt::kaspa
