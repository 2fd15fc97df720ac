// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/practice/practice_token.h"

#include "contract/token/genesis.h"
#include "contract/token/reader.h"
#include "crypto/hash.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/signing.h"

#include <cstdlib>

namespace bt::ledger {
namespace {

namespace ct = contract::token;
using namespace kaspa;

constexpr Sompi kCoin = kas(2); // what the genesis spends
constexpr Sompi kGenesisFee{kSompiPerKas / 50};
constexpr std::uint64_t kSupply = 1'000'000'000ULL * 100'000'000; // 1,000,000,000 BTAI

Result<crypto::SchnorrSigner> holder() { return crypto::SchnorrSigner::from(practiceTokenSecret().view()); }

Outpoint coinOf() { return {transactionId(practiceTokenCoin()), 0}; }

Result<ct::Genesis> birth()
{
    BT_TRY(const auto signer, holder());
    ct::State state;
    state.amount = {kSupply};
    state.owner = ct::Owner::key(signer.key());
    return ct::genesis({{state, Sompi{kCoin.value - kGenesisFee.value}}}, coinOf());
}

} // namespace

Secret practiceTokenSecret()
{
    return Secret::copyOf(crypto::blake2b(viewOf("practice BTAI: play money, take it"), viewOf("bt/practice/btai/v1")).view());
}

Transaction practiceTokenCoin()
{
    const auto signer = holder();
    if (!signer) std::abort(); // a constant key
    Transaction tx;
    tx.version = 0;
    tx.subnetwork.bytes[0] = 1;
    tx.outputs.push_back({kCoin, payToPublicKey(signer->key().view()), {}});
    tx.payload = bytesOf("practice/btai");
    return tx;
}

const std::string& practiceTokenBirth()
{
    static const std::string text = [] {
        const auto born = birth();
        const auto written = born ? ct::encodeBirth(born->record) : Result<std::string>(tl::unexpected(born.error()));
        if (!written) std::abort(); // made of constants
        return *written;
    }();
    return text;
}

Result<Transaction> practiceTokenGenesis(std::uint64_t mined, Random& random)
{
    BT_TRY(const auto signer, holder());
    BT_TRY(const auto born, birth());
    Populated p;
    p.tx.inputs.push_back({coinOf(), Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
    p.utxos.push_back({kCoin, practiceTokenCoin().outputs.front().spk, mined, true, std::nullopt});
    p.tx.outputs = born.outputs;
    BT_TRY(p.tx.storageMass, storageMass(p));
    SighashCache cache;
    BT_CHECK(signInput(p, 0, signer, random, cache));
    return p.tx;
}

Result<ct::Holding> practiceTokenSupply()
{
    SystemRandom random; // the id does not depend on the signature
    BT_TRY(const auto tx, practiceTokenGenesis(0, random));
    BT_TRY(const auto record, ct::decodeBirth(practiceTokenBirth()));
    BT_TRY(const auto made, ct::readGenesis(record, tx, transactionId(tx)));
    return made.front();
}

Result<Transaction> practiceTokenGift(const ct::Holding& supply, const ct::Payment& gift, const UtxoEntry& coin, ByteView treasury,
                                      Random& random, ct::Holding& next)
{
    BT_TRY(const auto signer, holder());
    BT_TRY(const auto payer, crypto::SchnorrSigner::from(treasury));
    ct::Transfer wanted;
    wanted.from = {{supply, {}, 0}};
    wanted.to = {gift};
    wanted.change = {supply.state.owner, supply.carrier, {}};
    BT_TRY(auto plan, ct::transfer(wanted));
    Populated p{std::move(plan.tx), {}};
    BT_TRY(const auto spent, ct::utxoOf(supply));
    p.utxos = {spent, coin.utxo};
    p.tx.inputs.push_back({coin.outpoint, Bytes(kPayToKeyUnlockBytes), 0, 0, kPayToKeyBudget});
    p.tx.outputs.push_back({{coin.utxo.amount.value - plan.toAdd.value}, payToPublicKey(payer.key().view()), {}});
    BT_TRY(const Masses planned, masses(p));
    p.tx.outputs.back().value.value -= minimumFee(planned.largest()).value;
    BT_TRY(p.tx.storageMass, storageMass(p));
    SighashCache cache;
    BT_TRY(const auto approval, signatureFor(p, 0, signer, random, cache));
    BT_TRY(p.tx.inputs[0].signatureScript, contract::finish(plan.calls[0], {approval}));
    BT_CHECK(signInput(p, 1, payer, random, cache));
    BT_TRY(const auto moved, ct::readTransfer(supply.token, p.tx, transactionId(p.tx)));
    next = moved.made.back();
    return p.tx;
}

} // namespace bt::ledger
