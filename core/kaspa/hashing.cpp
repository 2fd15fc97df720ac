// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/hashing.h"

#include <algorithm>
#include <array>

namespace bt::kaspa
{
namespace
{

constexpr std::array kBlake2bDomains = {
    std::string_view("TransactionHash"),
    std::string_view("TransactionID"),
    std::string_view("TransactionSigningHash"),
    std::string_view("BlockHash"),
    std::string_view("ProofOfWorkHash"),
    std::string_view("MerkleBranchHash"),
    std::string_view("MuHashElement"),
    std::string_view("MuHashFinalize"),
    std::string_view("PersonalMessageSigningHash"),
    std::string_view("CovenantID"),
};
constexpr std::array kBlake3Domains = {
    std::string_view("SeqCommitmentMerkleBranchHash"),
    std::string_view("PayloadDigest"),
    std::string_view("TransactionRest"),
    std::string_view("TransactionV1Id"),
    std::string_view("SeqCommitLaneKey"),
    std::string_view("SeqCommitLaneTip"),
    std::string_view("SeqCommitActivityLeaf"),
    std::string_view("SeqCommitMergesetContext"),
    std::string_view("SeqCommitMinerPayloadLeaf"),
    std::string_view("SeqCommitActivityRoot"),
    std::string_view("SeqCommitActiveLeaf"),
    std::string_view("SeqCommitActiveNode"),
    std::string_view("SeqCommitActiveCollapsedNode"),
};

Hash256 blake3Domain(std::string_view domain, ByteView data)
{
    Hash256 key; // the name, filled up with zeros: every name is at most 32 bytes
    std::copy(domain.begin(), domain.end(), key.bytes.begin());
    return crypto::blake3Keyed(key, data);
}

void putBytes(Bytes& to, ByteView bytes)
{
    appendLe<std::uint64_t>(to, bytes.size());
    append(to, bytes);
}
void putSpk(Bytes& to, const ScriptPublicKey& spk)
{
    appendLe(to, spk.version);
    putBytes(to, spk.script);
}
void putOutpoint(Bytes& to, const Outpoint& outpoint)
{
    append(to, outpoint.id.view());
    appendLe(to, outpoint.index);
}
void putOutput(Bytes& to, const Output& output, std::uint16_t version)
{
    appendLe(to, output.value.value);
    putSpk(to, output.spk);
    if (version < 1) return;
    to.push_back(output.covenant ? 1 : 0);
    if (!output.covenant) return;
    appendLe(to, output.covenant->authorizingInput);
    append(to, output.covenant->id.view());
}

struct Without {
    bool signatures = false, mass = false, payload = false;
};

Bytes preimage(const Transaction& tx, Without without)
{
    Bytes to;
    appendLe(to, tx.version);
    appendLe<std::uint64_t>(to, tx.inputs.size());
    for (const Input& input : tx.inputs) {
        putOutpoint(to, input.previous);
        if (without.signatures) {
            putBytes(to, {});
        } else {
            putBytes(to, input.signatureScript);
            if (tx.version == 0) to.push_back(input.sigOpCount);
        }
        appendLe(to, input.sequence);
        if (!without.mass && tx.version >= 1) appendLe(to, input.computeBudget);
    }
    appendLe<std::uint64_t>(to, tx.outputs.size());
    for (const Output& output : tx.outputs) putOutput(to, output, tx.version);
    appendLe(to, tx.lockTime);
    append(to, tx.subnetwork.view());
    appendLe(to, tx.gas);
    putBytes(to, without.payload ? ByteView() : ByteView(tx.payload));
    // Version 0 hashes a mass of zero as nothing, so that coinbase hashes stayed what they were before KIP-9.
    if (!without.mass && (tx.version >= 1 || tx.storageMass > 0)) appendLe(to, tx.storageMass);
    return to;
}

Hash256 keyed(std::string_view domain, ByteView data) { return crypto::blake2b(data, viewOf(domain)); }
Hash256 signing(ByteView data) { return keyed("TransactionSigningHash", data); }

template <typename Make> const Hash256& once(std::optional<Hash256>& slot, Make make)
{
    if (!slot) slot = make();
    return *slot;
}

bool anyoneCanPay(std::uint8_t type) { return (type & SighashAnyOneCanPay) != 0; }
bool isNone(std::uint8_t type) { return (type & 7) == SighashNone; }
bool isSingle(std::uint8_t type) { return (type & 7) == SighashSingle; }

Hash256 previousOutputs(const Transaction& tx, std::uint8_t type, SighashCache& cache)
{
    if (anyoneCanPay(type)) return {};
    return once(cache.previousOutputs, [&] {
        Bytes all;
        for (const Input& input : tx.inputs) putOutpoint(all, input.previous);
        return signing(all);
    });
}
Hash256 sequences(const Transaction& tx, std::uint8_t type, SighashCache& cache)
{
    if (anyoneCanPay(type) || isNone(type) || isSingle(type)) return {};
    return once(cache.sequences, [&] {
        Bytes all;
        for (const Input& input : tx.inputs) appendLe(all, input.sequence);
        return signing(all);
    });
}
Hash256 sigOpCounts(const Transaction& tx, std::uint8_t type, SighashCache& cache)
{
    if (anyoneCanPay(type)) return {};
    return once(cache.sigOpCounts, [&] {
        Bytes all;
        for (const Input& input : tx.inputs) all.push_back(input.sigOpCount);
        return signing(all);
    });
}
Hash256 outputs(const Transaction& tx, std::uint8_t type, std::size_t inputIndex, SighashCache& cache)
{
    if (isNone(type)) return {};
    if (isSingle(type)) {
        if (inputIndex >= tx.outputs.size()) return {};
        Bytes one;
        putOutput(one, tx.outputs[inputIndex], tx.version);
        return signing(one);
    }
    return once(cache.outputs, [&] {
        Bytes all;
        for (const Output& output : tx.outputs) putOutput(all, output, tx.version);
        return signing(all);
    });
}
Hash256 payload(const Transaction& tx, SighashCache& cache)
{
    if (tx.subnetwork.isZero() && tx.payload.empty()) return {};
    return once(cache.payload, [&] {
        Bytes all;
        putBytes(all, tx.payload);
        return signing(all);
    });
}

} // namespace

Result<Hash256> domainHash(std::string_view domain, ByteView data)
{
    if (std::ranges::find(kBlake2bDomains, domain) != kBlake2bDomains.end()) return keyed(domain, data);
    if (std::ranges::find(kBlake3Domains, domain) != kBlake3Domains.end()) return blake3Domain(domain, data);
    if (domain == "TransactionSigningHashECDSA") {
        Bytes all = bytesOf(crypto::sha256(viewOf(domain)).view());
        append(all, data);
        return crypto::sha256(all);
    }
    return fail("kaspa.hash.unknown_domain", std::string(domain));
}

TxId transactionId(const Transaction& tx)
{
    TxId id;
    if (tx.version == 0) {
        id.bytes = keyed("TransactionID", preimage(tx, {.signatures = true, .mass = true})).bytes;
        return id;
    }
    Bytes both = bytesOf(blake3Domain("PayloadDigest", tx.payload).view());
    append(both,
           blake3Domain("TransactionRest", preimage(tx, {.signatures = true, .mass = true, .payload = true})).view());
    id.bytes = blake3Domain("TransactionV1Id", both).bytes;
    return id;
}

Hash256 transactionHash(const Transaction& tx) { return keyed("TransactionHash", preimage(tx, {})); }

CovenantId covenantId(const Outpoint& authorising, const std::vector<std::pair<std::uint32_t, Output>>& outputs)
{
    Bytes all;
    putOutpoint(all, authorising);
    appendLe<std::uint64_t>(all, outputs.size());
    for (const auto& [index, output] : outputs) {
        appendLe(all, index);
        appendLe(all, output.value.value);
        putSpk(all, output.spk); // without the binding: it would contain the id itself
    }
    CovenantId id;
    id.bytes = keyed("CovenantID", all).bytes;
    return id;
}

bool sighashTypeKnown(std::uint8_t type)
{
    const auto base = static_cast<std::uint8_t>(type & 0x7f);
    return base == SighashAll || base == SighashNone || base == SighashSingle;
}

Hash256 sighashSchnorr(const Populated& populated, std::size_t inputIndex, std::uint8_t type, SighashCache& cache)
{
    const Transaction& tx = populated.tx;
    const Input& input = tx.inputs[inputIndex];
    const Utxo& spent = populated.utxos[inputIndex];
    Bytes all;
    appendLe(all, tx.version);
    append(all, previousOutputs(tx, type, cache).view());
    append(all, sequences(tx, type, cache).view());
    if (tx.version < 1) append(all, sigOpCounts(tx, type, cache).view());
    putOutpoint(all, input.previous);
    putSpk(all, spent.spk);
    appendLe(all, spent.amount.value);
    appendLe(all, input.sequence);
    if (tx.version < 1) all.push_back(input.sigOpCount);
    append(all, outputs(tx, type, inputIndex, cache).view());
    appendLe(all, tx.lockTime);
    append(all, tx.subnetwork.view());
    appendLe(all, tx.gas);
    append(all, payload(tx, cache).view());
    all.push_back(type);
    return signing(all);
}

Hash256 sighashEcdsa(const Populated& populated, std::size_t inputIndex, std::uint8_t type, SighashCache& cache)
{
    return *domainHash("TransactionSigningHashECDSA", sighashSchnorr(populated, inputIndex, type, cache).view());
}

} // namespace bt::kaspa
