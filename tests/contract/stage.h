// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the tests of all contracts share: people, the script engine as judge of whole transactions, and the record of
//! every judgement for another implementation (BT_DUMP). Header-only.
#pragma once

#include "contract/call.h"
#include "crypto/hash.h"
#include "ground.h"
#include "kaspa/abi/codec.h"
#include "kaspa/covenant.h"
#include "kaspa/mass.h"
#include "kaspa/script/engine.h"
#include "kaspa/transaction_codec.h"
#include "support/vectors.h"

#include <functional>
#include <map>

namespace bt::test {

using crypto::XOnlyKey;
using kaspa::Populated;

//! The value of a Result that cannot fail in this test.
template <typename T> T must(Result<T> result)
{
    if (!result) qFatal("unexpected error: %s %s", std::string(result.error().code).c_str(), result.error().detail.c_str());
    return *std::move(result);
}

//! A key pair of a person in the play.
struct Person {
    explicit Person(Random& random)
        : secret(crypto::secpNewSecret(random)), key(must(crypto::secpXOnly(secret.view()))),
          compressed(must(crypto::secpPublic(secret.view())))
    {
        if (ground != nullptr) ground->meet(secret);
    }
    Secret secret;
    XOnlyKey key;
    crypto::CompressedKey compressed;
    [[nodiscard]] crypto::Signature64 says(const Hash256& message) const { return must(crypto::schnorrSign(secret.view(), message, {})); }
    //! Signs input `input`: BIP340, or ECDSA for a compressed key.
    [[nodiscard]] kaspa::InputSignature signs(const Populated& tx, std::size_t input, bool ecdsa = false) const
    {
        kaspa::SighashCache cache;
        Bytes out;
        if (ecdsa) {
            const Hash256 digest = kaspa::sighashEcdsa(tx, input, kaspa::SighashAll, cache);
            append(out, must(crypto::ecdsaSign(secret.view(), digest)).view());
        } else {
            append(out, says(kaspa::sighashSchnorr(tx, input, kaspa::SighashAll, cache)).view());
        }
        out.push_back(kaspa::SighashAll);
        return must(kaspa::InputSignature::from(out));
    }
};

//! Runs input `input` with its covenant bindings, as a node does after the checks without scripts.
inline Result<kaspa::ScriptCost> judgeInput(const Populated& tx, std::size_t input)
{
    BT_CHECK(kaspa::checkCovenantBindings(tx));
    kaspa::SighashCache cache;
    kaspa::ScriptContext context;
    context.tx = &tx;
    context.inputIndex = input;
    context.sighashes = &cache;
    return kaspa::verifyInput(context);
}

//! Same; with BT_DUMP=FILE each run is appended to FILE as "1 CASE" or "0 CASE", where CASE is what
//! tests/interop/script-oracle reads: judge-contracts there compares the verdicts.
inline Result<kaspa::ScriptCost> runInput(const Populated& tx, std::size_t input = 0)
{
    auto verdict = judgeInput(tx, input);
    if (const char* file = std::getenv("BT_DUMP")) {
        Bytes bytes = kaspa::encodePopulated(tx);
        appendLe(bytes, static_cast<std::uint32_t>(input));
        std::ofstream(file, std::ios::app) << (verdict ? "1 " : "0 ") << hexOf(bytes) << '\n';
    }
    if (ground != nullptr) ground->judged(tx, input, verdict.has_value());
    return verdict;
}

//! Runs the first `count` inputs (0: all); the first refusal, or the cost of input 0.
inline Result<kaspa::ScriptCost> runInputs(const Populated& tx, std::size_t count = 0)
{
    Result<kaspa::ScriptCost> first = fail("none");
    for (std::size_t i = 0; i < (count == 0 ? tx.tx.inputs.size() : count); ++i) {
        auto one = runInput(tx, i);
        if (!one) return one;
        if (i == 0) first = std::move(one);
    }
    return first;
}

//! On a node: the output exists from here on, and `at` is where.
inline void standAt(kaspa::Outpoint& at, Result<kaspa::Utxo> utxo)
{
    if (ground == nullptr) return;
    Populated one;
    one.tx.inputs.resize(1);
    one.tx.inputs[0].previous = at;
    one.utxos = {must(std::move(utxo))};
    ground->stand(one);
    at = one.tx.inputs[0].previous;
}

//! Adds a coin that pays `toAdd`, a fee of 0.02 KAS and change behind the fixed parts.
inline void addFee(Populated& tx, Random& random, const Person& payer, Sompi toAdd, Sompi surplus)
{
    kaspa::Input fee;
    fee.previous = {random.fixed<kaspa::TxId>(), 0};
    fee.computeBudget = 10;
    tx.tx.inputs.push_back(fee);
    const std::uint64_t coin = toAdd.value + 10 * kSompiPerKas;
    tx.utxos.push_back({{coin}, kaspa::payToPublicKey(payer.key.view()), 1, false, std::nullopt});
    tx.tx.outputs.push_back(
        {{10 * kSompiPerKas + surplus.value - feeOr(2'000'000)}, kaspa::payToPublicKey(payer.key.view()), std::nullopt});
}

//! Signs the slots of a call at input `input` by whoever has the key (or by `instead`) and puts its script in.
inline void signCall(Populated& tx, std::size_t input, const contract::Call& call, const std::vector<const Person*>& people,
                     const Person* instead = nullptr)
{
    if (ground != nullptr) ground->stand(tx);
    std::vector<kaspa::InputSignature> signatures;
    for (const contract::SignatureSlot& slot : call.wanted) {
        const bool ecdsa = slot.key.size() == 33;
        const Person* who = instead;
        for (const Person* p : people)
            if (who == nullptr && equal(ecdsa ? p->compressed.view() : p->key.view(), slot.key)) who = p;
        signatures.push_back(who != nullptr ? who->signs(tx, input, ecdsa) : kaspa::InputSignature{});
    }
    tx.tx.inputs[input].signatureScript = must(contract::finish(call, signatures));
}

//! Counts attacks and controls of a test class.
#define REFUSED(result, what)                                                                                                              \
    do {                                                                                                                                   \
        ++m_attacks;                                                                                                                       \
        QVERIFY2(!(result), qPrintable(QString::fromStdString(std::string("accepted: ") + (what))));                                       \
    } while (false)
#define PASSES(result, what)                                                                                                               \
    do {                                                                                                                                   \
        ++m_controls;                                                                                                                      \
        const auto& r_ = (result);                                                                                                         \
        QVERIFY2(r_, qPrintable(QString::fromStdString(std::string("refused: ") + (what) + (r_ ? "" : " " + r_.error().detail))));         \
    } while (false)

} // namespace bt::test
