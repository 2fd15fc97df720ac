// SPDX-License-Identifier: GPL-3.0-or-later
// What a node answers, as bytes from the network.
#include "codec/json.h"
#include "fuzz.h"
#include "io/kaspad_json.h"
#include "kaspa/transaction_codec.h"

using namespace bt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto json = codec::parseJson({reinterpret_cast<const char*>(data), size});
    if (!json) return 0;
    ledger::BlockHash block;
    kaspa::TxId id;
    const std::set<kaspa::ScriptPublicKey> asked{{0, {0x51}}};
    (void)io::serverInfo(*json).has_value();
    (void)io::dagInfo(*json).has_value();
    (void)io::blockInfo(*json, block).has_value();
    (void)io::sinkBlueScore(*json).has_value();
    (void)io::chainPage(*json).has_value();
    (void)io::chainIds(*json).has_value();
    (void)io::mempoolEntry(*json, id).has_value();
    (void)io::mempoolSenders(*json).has_value();
    (void)io::submitted(*json, id).has_value();
    (void)io::concerns(*json, asked);
    if (const auto entries = io::utxoEntries(*json, asked))
        for (const auto& entry : *entries)
            fuzz::demand(entry.utxo.amount.value <= kMaxSompi, "an amount above the supply was taken from a node");
    (void)io::feeRates(*json).has_value();
    if (const auto text = codec::canonicalJson(*json)) {
        const auto again = codec::parseJson(*text);
        const auto twice = again ? codec::canonicalJson(*again) : text;
        fuzz::demand(again && twice && *twice == *text, "canonical JSON is not stable");
    }
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    const std::string zero(64, '0');
    std::vector<Bytes> out;
    for (
        const std::string& text : std::vector<std::string>{
            R"({"rpcApiVersion":1,"rpcApiRevision":0,"serverVersion":"2.1.0","networkId":"simnet","hasUtxoIndex":true,"isSynced":true,"virtualDaaScore":7})",
            R"({"network":"simnet","blockCount":1,"headerCount":1,"tipHashes":[")" + zero +
                R"("],"difficulty":1.5,"pastMedianTime":1700000000000,"virtualParentHashes":[],"pruningPointHash":")" + zero +
                R"(","virtualDaaScore":9,"sink":")" + zero + R"("})",
            R"({"block":{"header":{"hash":")" + zero +
                R"(","daaScore":5,"blueScore":4,"timestamp":1700000000000},"transactions":[],"verboseData":{"hash":")" + zero + R"("}}})",
            R"({"blueScore":17})",
            R"({"removedChainBlockHashes":[],"addedChainBlockHashes":[")" + zero +
                R"("],"acceptedTransactionIds":[{"acceptingBlockHash":")" + zero + R"(","acceptedTransactionIds":[")" + zero + R"("]}]})",
            R"({"entries":[{"address":"kaspasim:x","outpoint":{"transactionId":")" + zero +
                R"(","index":0},"utxoEntry":{"amount":1,"scriptPublicKey":"000051","blockDaaScore":1,"isCoinbase":false}}]})",
            R"({"estimate":{"priorityBucket":{"feerate":100.5,"estimatedSeconds":1},"normalBuckets":[{"feerate":1e300,"estimatedSeconds":1}],"lowBuckets":[]}})",
            R"({"transactionId":")" + zero + R"("})", R"({"feerate":1155555555555555555.0})",
            R"({"UtxosChanged":{"added":[],"removed":[]}})",
            R"({"mempoolEntry":{"fee":1,"isOrphan":false,"transaction":)" + kaspa::transactionToJson({}) + R"(}})",
            R"({"added":[{"outpoint":{"transactionId":")" + zero +
                R"(","index":1},"utxoEntry":{"scriptPublicKey":"000051"}}],"removed":[]})"})
        out.push_back(bytesOf(text));
    return out;
}
