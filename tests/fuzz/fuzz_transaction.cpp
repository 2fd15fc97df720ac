// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions in our own form and in kaspad's JSON; what is read is hashed and weighed.
#include "fuzz.h"
#include "kaspa/covenant.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/transaction_codec.h"

using namespace bt;
using namespace bt::kaspa;

namespace {

void use(const Populated& tx)
{
    (void)transactionId(tx.tx);
    (void)transactionHash(tx.tx);
    (void)masses(tx).has_value();
    (void)checkCovenantBindings(tx).has_value();
    SighashCache cache;
    for (std::size_t i = 0; i < tx.tx.inputs.size() && i < 4; ++i)
        for (const int kind : {0x01, 0x02, 0x04, 0x81, 0x82, 0x84}) {
            const auto type = static_cast<std::uint8_t>(kind);
            (void)sighashSchnorr(tx, i, type, cache);
            (void)sighashEcdsa(tx, i, type, cache);
        }
}

Populated sample(std::uint16_t version, std::size_t inputs, std::size_t outputs)
{
    Populated out;
    out.tx.version = version;
    for (std::size_t i = 0; i < inputs; ++i) {
        Input input;
        input.previous.id.bytes.fill(static_cast<std::uint8_t>(i));
        input.previous.index = static_cast<std::uint32_t>(i);
        input.signatureScript = Bytes(66, 0x41);
        input.sequence = i;
        input.computeBudget = version == 0 ? 0 : 10;
        input.sigOpCount = version == 0 ? 1 : 0;
        out.tx.inputs.push_back(input);
        out.utxos.push_back({{1'000'000'000}, {0, Bytes(34, 0x20)}, 5, i == 0, {}});
    }
    for (std::size_t i = 0; i < outputs; ++i) {
        Output output;
        output.value.value = 100'000'000 * (i + 1);
        output.spk.script = Bytes(35, 0xaa);
        if (version == 1 && i == 0) output.covenant = CovenantBinding{0, {}};
        out.tx.outputs.push_back(output);
    }
    out.tx.payload = Bytes(inputs, 9);
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const ByteView body(data + 1, size - 1);
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    switch (data[0] % 3) {
    case 0:
        if (const auto tx = decodeTransaction(body)) {
            fuzz::demand(equal(encodeTransaction(*tx), body), "a transaction's bytes change when they are written again");
            const auto json = transactionFromJson(transactionToJson(*tx));
            fuzz::demand(json && transactionId(*json) == transactionId(*tx), "a transaction changes on its way through JSON");
            use({*tx, std::vector<Utxo>(tx->inputs.size())});
        }
        break;
    case 1:
        if (const auto tx = decodePopulated(body)) {
            fuzz::demand(equal(encodePopulated(*tx), body), "a spend's bytes change when they are written again");
            use(*tx);
        }
        break;
    default:
        if (const auto tx = transactionFromJson(text)) {
            const auto again = transactionFromJson(transactionToJson(*tx));
            fuzz::demand(again && transactionId(*again) == transactionId(*tx), "JSON of a transaction is not stable");
            use({*tx, std::vector<Utxo>(tx->inputs.size())});
        }
    }
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    for (const auto& [version, inputs, outputs] :
         {std::tuple<std::uint16_t, std::size_t, std::size_t>{1, 1, 2}, {0, 2, 1}, {1, 0, 0}, {1, 3, 3}}) {
        const Populated tx = sample(version, inputs, outputs);
        const Bytes kinds[] = {encodeTransaction(tx.tx), encodePopulated(tx), bytesOf(transactionToJson(tx.tx))};
        for (std::uint8_t kind = 0; kind < 3; ++kind) {
            Bytes seed{kind};
            append(seed, kinds[kind]);
            out.push_back(std::move(seed));
        }
    }
    return out;
}
