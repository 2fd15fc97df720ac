// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/network.h"

#include "crypto/hash.h"
#include "ledger/practice/practice_pool.h"
#include "ledger/practice/practice_token.h"

namespace bt::ledger {

NetworkParams practiceNetwork()
{
    NetworkParams p;
    p.id = "practice";
    p.addressPrefix = "kaspasim";
    p.microsPerKas = 58'000;
    p.rateCurrency = "EUR";
    p.playMoney = true;
    p.faucetAmount = kas(5'000);
    p.treasuryCoins = 64;
    p.treasuryCoin = kas(1'000'000);
    p.tokenBirth = practiceTokenBirth();
    p.poolBirth = practicePoolBirth();
    p.microsPerToken = 500'000;
    p.faucetTokens = 1'000ULL * 100'000'000;
    p.genesisLeadMs = kHour; // 36,000 DAA: the treasury's coinbase is mature when the first person arrives
    return p;
}

Result<NetworkParams> networkNamed(std::string_view id)
{
    if (id == "practice") return practiceNetwork();
    NetworkParams p;
    p.id = id;
    if (id == "simnet" || id == "testnet-10") {
        p.addressPrefix = id == "simnet" ? "kaspasim" : "kaspatest";
        p.microsPerKas = practiceNetwork().microsPerKas;
        p.rateCurrency = practiceNetwork().rateCurrency;
        p.microsPerToken = practiceNetwork().microsPerToken; // where a birth record names a token
        p.playMoney = true;
    } else if (id == "mainnet") {
        p.addressPrefix = "kaspa";
        p.microsPerKas = 1'000'000; // nobody tells a rate that could be believed: amounts are in KAS
        p.rateCurrency = "KAS";
    } else {
        return fail("node.network_unknown", {std::string(id)}, {});
    }
    if (id != "simnet") p.settleDaa = 600; // a minute: deeper than any reorg that was ever seen there
    return p;
}

Secret practiceTreasurySecret()
{
    return Secret::copyOf(crypto::blake2b(viewOf("practice treasury: play money, take it"), viewOf("bt/practice/treasury/v1")).view());
}

Secret practiceFileKey(const NetworkParams& network)
{
    return Secret::copyOf(crypto::blake2b(viewOf(network.id), viewOf("bt/practice/file/v1")).view());
}

std::int64_t microsOf(Sompi amount, const NetworkParams& network)
{
    const auto whole = static_cast<std::int64_t>(amount.value / kSompiPerKas);
    const auto part = static_cast<std::int64_t>(amount.value % kSompiPerKas);
    return whole * network.microsPerKas + part * network.microsPerKas / static_cast<std::int64_t>(kSompiPerKas);
}

} // namespace bt::ledger
