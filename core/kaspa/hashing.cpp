// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/hashing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace bt::kaspa {
namespace {

constexpr std::array kBlake2bDomains = {
    std::string_view("TransactionHash"), std::string_view("TransactionID"),   std::string_view("TransactionSigningHash"),
    std::string_view("BlockHash"),       std::string_view("ProofOfWorkHash"), std::string_view("MerkleBranchHash"),
    std::string_view("MuHashElement"),   std::string_view("MuHashFinalize"),  std::string_view("PersonalMessageSigningHash"),
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

// Bytes to be hashed. What an input signs fits the object itself; only long lists and payloads go to the heap.
class Preimage
{
public:
    void bytes(ByteView more)
    {
        if (m_heap.empty() && m_size + more.size() <= m_room.size()) {
            if (!more.empty()) std::memcpy(m_room.data() + m_size, more.data(), more.size());
            m_size += more.size();
            return;
        }
        if (m_heap.empty()) m_heap.assign(m_room.begin(), m_room.begin() + static_cast<std::ptrdiff_t>(m_size));
        append(m_heap, more);
    }
    template <typename T> void number(T value)
    {
        static_assert(std::endian::native == std::endian::little);
        bytes({reinterpret_cast<const std::uint8_t*>(&value), sizeof value});
    }
    void byte(std::uint8_t value) { bytes({&value, 1}); }
    void sized(ByteView more)
    {
        number<std::uint64_t>(more.size());
        bytes(more);
    }
    [[nodiscard]] ByteView view() const { return m_heap.empty() ? ByteView(m_room.data(), m_size) : ByteView(m_heap); }

private:
    std::array<std::uint8_t, 512> m_room;
    std::size_t m_size = 0;
    Bytes m_heap;
};

void putSpk(Preimage& to, const ScriptPublicKey& spk)
{
    to.number(spk.version);
    to.sized(spk.script);
}
void putOutpoint(Preimage& to, const Outpoint& outpoint)
{
    to.bytes(outpoint.id.view());
    to.number(outpoint.index);
}
void putOutput(Preimage& to, const Output& output, std::uint16_t version)
{
    to.number(output.value.value);
    putSpk(to, output.spk);
    if (version < 1) return;
    to.byte(output.covenant ? 1 : 0);
    if (!output.covenant) return;
    to.number(output.covenant->authorizingInput);
    to.bytes(output.covenant->id.view());
}

struct Without {
    bool signatures = false, mass = false, payload = false;
};

Preimage preimage(const Transaction& tx, Without without)
{
    Preimage to;
    to.number(tx.version);
    to.number<std::uint64_t>(tx.inputs.size());
    for (const Input& input : tx.inputs) {
        putOutpoint(to, input.previous);
        if (without.signatures) {
            to.sized({});
        } else {
            to.sized(input.signatureScript);
            if (tx.version == 0) to.byte(input.sigOpCount);
        }
        to.number(input.sequence);
        if (!without.mass && tx.version >= 1) to.number(input.computeBudget);
    }
    to.number<std::uint64_t>(tx.outputs.size());
    for (const Output& output : tx.outputs) putOutput(to, output, tx.version);
    to.number(tx.lockTime);
    to.bytes(tx.subnetwork.view());
    to.number(tx.gas);
    to.sized(without.payload ? ByteView() : ByteView(tx.payload));
    // Version 0 hashes a mass of zero as nothing, so that coinbase hashes stayed what they were before KIP-9.
    if (!without.mass && (tx.version >= 1 || tx.storageMass > 0)) to.number(tx.storageMass);
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
        Preimage all;
        for (const Input& input : tx.inputs) putOutpoint(all, input.previous);
        return signing(all.view());
    });
}
Hash256 sequences(const Transaction& tx, std::uint8_t type, SighashCache& cache)
{
    if (anyoneCanPay(type) || isNone(type) || isSingle(type)) return {};
    return once(cache.sequences, [&] {
        Preimage all;
        for (const Input& input : tx.inputs) all.number(input.sequence);
        return signing(all.view());
    });
}
Hash256 sigOpCounts(const Transaction& tx, std::uint8_t type, SighashCache& cache)
{
    if (anyoneCanPay(type)) return {};
    return once(cache.sigOpCounts, [&] {
        Preimage all;
        for (const Input& input : tx.inputs) all.byte(input.sigOpCount);
        return signing(all.view());
    });
}
Hash256 outputs(const Transaction& tx, std::uint8_t type, std::size_t inputIndex, SighashCache& cache)
{
    if (isNone(type)) return {};
    if (isSingle(type)) {
        if (inputIndex >= tx.outputs.size()) return {};
        Preimage one;
        putOutput(one, tx.outputs[inputIndex], tx.version);
        return signing(one.view());
    }
    return once(cache.outputs, [&] {
        Preimage all;
        for (const Output& output : tx.outputs) putOutput(all, output, tx.version);
        return signing(all.view());
    });
}
Hash256 payload(const Transaction& tx, SighashCache& cache)
{
    if (tx.subnetwork.isZero() && tx.payload.empty()) return {};
    return once(cache.payload, [&] {
        Preimage all;
        all.sized(tx.payload);
        return signing(all.view());
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
        id.bytes = keyed("TransactionID", preimage(tx, {.signatures = true, .mass = true}).view()).bytes;
        return id;
    }
    Bytes both = bytesOf(blake3Domain("PayloadDigest", tx.payload).view());
    append(both, blake3Domain("TransactionRest", preimage(tx, {.signatures = true, .mass = true, .payload = true}).view()).view());
    id.bytes = blake3Domain("TransactionV1Id", both).bytes;
    return id;
}

Hash256 transactionHash(const Transaction& tx) { return keyed("TransactionHash", preimage(tx, {}).view()); }

CovenantId covenantId(const Outpoint& authorising, const std::vector<std::pair<std::uint32_t, Output>>& outputs)
{
    Preimage all;
    putOutpoint(all, authorising);
    all.number<std::uint64_t>(outputs.size());
    for (const auto& [index, output] : outputs) {
        all.number(index);
        all.number(output.value.value);
        putSpk(all, output.spk); // without the binding: it would contain the id itself
    }
    CovenantId id;
    id.bytes = keyed("CovenantID", all.view()).bytes;
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
    Preimage all;
    all.number(tx.version);
    all.bytes(previousOutputs(tx, type, cache).view());
    all.bytes(sequences(tx, type, cache).view());
    if (tx.version < 1) all.bytes(sigOpCounts(tx, type, cache).view());
    putOutpoint(all, input.previous);
    putSpk(all, spent.spk);
    all.number(spent.amount.value);
    all.number(input.sequence);
    if (tx.version < 1) all.byte(input.sigOpCount);
    all.bytes(outputs(tx, type, inputIndex, cache).view());
    all.number(tx.lockTime);
    all.bytes(tx.subnetwork.view());
    all.number(tx.gas);
    all.bytes(payload(tx, cache).view());
    all.byte(type);
    return signing(all.view());
}

Hash256 sighashEcdsa(const Populated& populated, std::size_t inputIndex, std::uint8_t type, SighashCache& cache)
{
    return *domainHash("TransactionSigningHashECDSA", sighashSchnorr(populated, inputIndex, type, cache).view());
}

} // namespace bt::kaspa
