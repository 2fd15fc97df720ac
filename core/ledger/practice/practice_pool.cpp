// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/practice_pool.h"

#include "contract/reward/birth_record.h"
#include "contract/token/genesis.h"
#include "crypto/hash.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"
#include "ledger/practice/practice_token.h"

#include <cstdlib>

namespace bt::ledger {
namespace {

namespace cr = contract::reward;
using namespace kaspa;

constexpr Sompi kFee{kSompiPerKas / 50};
constexpr Sompi kCoin{cr::kPoolDeposit.value + kFee.value}; // what the birth spends
constexpr Sompi kPurse = kas(3);                            // goes under the first gift
// The first epoch may open from 1 January 2026 on: ends count from end to end, and a practice chain begins at any time.
constexpr Millis kFirstEpoch{1'767'225'600'000};

Secret published(std::string_view label) { return Secret::copyOf(crypto::blake2b(viewOf(label), viewOf("bt/practice/pool/v1")).view()); }

// Made of constants: what fails here fails in every test.
template <typename T> T must(Result<T> made)
{
    if (!made) std::abort();
    return std::move(*made);
}

const cr::PoolBirth& birth()
{
    static const cr::PoolBirth record = [] {
        cr::PoolBirth out;
        out.program = cr::currentPoolProgram();
        out.authorising = {transactionId(practicePoolCoin()), 0};
        out.stewards = must(cr::stewardsHash(practiceStewards()));
        out.token = must(contract::token::tokenOf(must(contract::token::decodeBirth(practiceTokenBirth())))).id;
        out.firstEpoch = kFirstEpoch;
        return out;
    }();
    return record;
}

} // namespace

Secret practicePoolSecret() { return published("maker: play money"); }

UtxoEntry practicePoolPurse()
{
    const auto coin = practicePoolCoin();
    return {{transactionId(coin), 1}, {kPurse, coin.outputs[1].spk, 0, true, std::nullopt}};
}

std::array<Secret, 3> practiceStewardSecrets()
{
    return {published("steward 1: play money"), published("steward 2: play money"), published("steward 3: play money")};
}

const cr::Stewards& practiceStewards()
{
    static const cr::Stewards stewards = [] {
        cr::Stewards out;
        out.needed = 2;
        for (const auto& secret : practiceStewardSecrets()) out.keys.push_back(must(crypto::secpXOnly(secret.view())));
        out.salt = must(decltype(out.salt)::from(ByteView(published("salt").view()).first(decltype(out.salt)::size)));
        return out;
    }();
    return stewards;
}

Transaction practicePoolCoin()
{
    const auto signer = must(crypto::SchnorrSigner::from(practicePoolSecret().view()));
    Transaction tx;
    tx.version = 0;
    tx.subnetwork.bytes[0] = 1;
    tx.outputs.push_back({kCoin, payToPublicKey(signer.key().view()), {}});
    tx.outputs.push_back({kPurse, payToPublicKey(signer.key().view()), {}});
    tx.payload = bytesOf("practice/pool");
    return tx;
}

const std::string& practicePoolBirth()
{
    static const std::string text = must(cr::encodeBirth(birth()));
    return text;
}

Result<Transaction> practicePoolGenesis(std::uint64_t mined, Random& random)
{
    BT_TRY(const auto signer, crypto::SchnorrSigner::from(practicePoolSecret().view()));
    BT_TRY(const auto born, cr::bear(birth()));
    Populated p;
    p.tx.inputs.push_back({birth().authorising, Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
    p.utxos.push_back({kCoin, practicePoolCoin().outputs.front().spk, mined, true, std::nullopt});
    p.tx.outputs.push_back(born.output);
    BT_TRY(p.tx.storageMass, storageMass(p));
    SighashCache cache;
    BT_CHECK(signInput(p, 0, signer, random, cache));
    return p.tx;
}

contract::token::Owner practicePoolOwner() { return contract::token::Owner::covenant(must(cr::bear(birth())).pool.id); }

} // namespace bt::ledger
