// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What differs between networks, as data. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/sompi.h"
#include "crypto/secp256k1.h"

#include <string>
#include <string_view>

namespace bt::ledger {

struct NetworkParams {
    std::string id;            //!< "practice", "simnet", "testnet-10", "mainnet"
    std::string addressPrefix; //!< "kaspasim", ...
    std::uint64_t daaPerSecond = 10;
    std::uint64_t coinbaseMaturity = 1000;    //!< DAA
    std::uint64_t settleDaa = 100;            //!< a payment this deep is called settled: 10 s
    std::int64_t medianLagMs = 132 * kSecond; //!< how far past median time runs behind
    std::int64_t microsPerKas = 0;            //!< millionths of `rateCurrency` for 1 KAS; 0: no fixed rate
    std::string rateCurrency;                 //!< ISO 4217
    bool playMoney = false;                   //!< amounts must be marked as play money
    Sompi faucetAmount;                       //!< what a new persona is given; practice only
    std::uint32_t treasuryCoins = 0;          //!< genesis outputs of the practice treasury
    Sompi treasuryCoin;                       //!< amount of each
    std::string tokenBirth;                   //!< the birth record of BTAI (contract/token/genesis.h); empty: no BTAI here
    std::int64_t microsPerToken = 0;          //!< millionths of `rateCurrency` for 1 BTAI; 0: no fixed rate
    std::uint64_t faucetTokens = 0;           //!< units of BTAI that a new persona is given; practice only
    std::string poolBirth;                    //!< the birth record of the reward pool (contract/reward/birth_record.h); empty: none here
    std::int64_t genesisLeadMs = 0;           //!< how long before its first opening the practice chain began
};

//! The embedded network of the product: kaspasim addresses, 0.058 EUR a KAS, 0.50 EUR a BTAI, 64 treasury coins of
//! 1,000,000 KAS.
[[nodiscard]] NetworkParams practiceNetwork();

//! A network by its id: the practice network, "simnet", "testnet-10" or "mainnet". Coins of simnet and testnet are worth
//! nothing, so they wear the practice rate and count as play money; mainnet's amounts are shown in KAS (currency "KAS").
//! \returns "node.network_unknown" (args: the text).
[[nodiscard]] Result<NetworkParams> networkNamed(std::string_view id);

//! The practice treasury's secret key. It is published on purpose: the money is play money, and whoever holds the
//! file may take all of it.
[[nodiscard]] Secret practiceTreasurySecret();
//! Key that seals the practice ledger's file. Made of the network's id alone: it keeps text out of disk searches and
//! is no secret.
[[nodiscard]] Secret practiceFileKey(const NetworkParams& network);

//! Value of an amount at the network's fixed rate, in millionths of rateCurrency, rounded down.
[[nodiscard]] std::int64_t microsOf(Sompi amount, const NetworkParams& network);

} // namespace bt::ledger
