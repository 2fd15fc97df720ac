// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A token, people who own it in every way that KCC-2 knows, and transfers as whole transactions. Header-only.
#pragma once

#include "contract/token/reader.h"
#include "contract/token/transfer.h"
#include "stage.h"

namespace bt::test {

namespace token = bt::contract::token;
using token::Borrow;
using token::BorrowScheme;
using token::Holding;
using token::Owner;
using token::OwnerScheme;
using token::Source;
using token::Units;

constexpr OwnerScheme kSchemes[] = {OwnerScheme::Key, OwnerScheme::KeyHash, OwnerScheme::EcdsaHash, OwnerScheme::Script,
                                    OwnerScheme::Covenant};
inline std::string nameOf(OwnerScheme scheme)
{
    constexpr const char* names[] = {"key", "key hash", "ECDSA key hash", "script", "covenant id"};
    return names[static_cast<int>(scheme)];
}

class TokenWorld
{
public:
    explicit TokenWorld(std::uint64_t seed = 1) : random(seed), alice(random), bob(random), carol(random), stranger(random), payer(random)
    {
        id = freshLineage(random);
        lineage = freshLineage(random);
    }
    std::vector<const Person*> people() const { return {&alice, &bob, &carol, &stranger, &payer}; }

    //! Script owners: this redeem script, which anyone may run.
    static Bytes openScript() { return {0x51}; }
    Owner ownerOf(const Person& who, OwnerScheme scheme) const
    {
        switch (scheme) {
        case OwnerScheme::KeyHash: return Owner::keyHash(who.key);
        case OwnerScheme::EcdsaHash: return Owner::ecdsaHash(who.compressed);
        case OwnerScheme::Script: return Owner::script(openScript());
        case OwnerScheme::Covenant: return Owner::covenant(lineage);
        case OwnerScheme::Key: break;
        }
        return Owner::key(who.key);
    }
    Holding holding(Owner owner, std::uint64_t amount, Borrow borrow = {}, Sompi carrier = token::kCarrier)
    {
        return {
            token::currentProgram().templateHash(), id, {random.fixed<kaspa::TxId>(), static_cast<std::uint32_t>(random.below(4))}, carrier,
            {{amount}, owner, borrow, {}},          1};
    }
    //! What `who` spends, with what the scheme shows. \param authority index of the input that runs a script owner's script.
    Source source(const Person& who, OwnerScheme scheme, std::uint64_t amount, std::uint8_t authority = 0)
    {
        Source out{holding(ownerOf(who, scheme), amount), {}, authority};
        if (scheme == OwnerScheme::KeyHash) out.shown = bytesOf(who.key.view());
        if (scheme == OwnerScheme::EcdsaHash) out.shown = bytesOf(who.compressed.view());
        return out;
    }

    //! Inputs that approve for scripts and lineages, behind the tokens: a script's at tokens, a lineage's at tokens + 1.
    void addAuthorities(Populated& tx)
    {
        const auto spk = kaspa::abi::scriptHashOf(openScript());
        for (const auto& cov : {std::optional<kaspa::CovenantId>{}, std::optional<kaspa::CovenantId>{lineage}}) {
            kaspa::Input input;
            input.previous = {random.fixed<kaspa::TxId>(), 1};
            input.signatureScript = {0x01, 0x51};
            tx.tx.inputs.push_back(input);
            tx.utxos.push_back({{kSompiPerKas}, spk, 1, false, cov});
        }
    }
    //! The whole transaction, not yet signed.
    Populated dress(const token::Plan& plan)
    {
        Populated out{plan.tx, {}};
        for (const auto& call : plan.calls) out.utxos.push_back(call.spent);
        addAuthorities(out);
        addFee(out, random, payer, plan.toAdd, plan.surplus);
        return out;
    }
    void sign(const std::vector<contract::Call>& calls, Populated& tx, const Person* instead = nullptr, std::size_t only = ~std::size_t{0})
    {
        for (std::size_t i = 0; i < calls.size(); ++i)
            signCall(tx, i, calls[i], people(), only == ~std::size_t{0} || only == i ? instead : nullptr);
    }
    using Change = std::function<void(Populated&)>;
    Result<kaspa::ScriptCost> run(const token::Plan& plan, const Change& change = {}, const Person* instead = nullptr,
                                  std::size_t only = ~std::size_t{0})
    {
        Populated tx = dress(plan);
        if (change) change(tx);
        sign(plan.calls, tx, instead, only);
        return runInputs(tx, plan.calls.size());
    }

    //! A transfer by hand: any states, well-formed or not, with any outputs for them.
    struct Raw {
        std::vector<Source> from;
        std::vector<kaspa::abi::RecordValue> said; //!< what the leader claims
        std::vector<kaspa::abi::RecordValue> made; //!< what stands in the outputs
        std::vector<kaspa::CovenantId> under;      //!< the id of each output; empty: this token's
    };
    Raw rawOf(const std::vector<Source>& from, const std::vector<token::State>& next)
    {
        Raw out{from, {}, {}, {}};
        for (const auto& state : next) out.said.push_back(token::stateRecord(state));
        out.made = out.said;
        return out;
    }
    Result<kaspa::ScriptCost> run(const Raw& raw, const token::Borrowed* borrowed = nullptr, const Change& change = {},
                                  const std::function<void(std::vector<contract::Call>&)>& recall = {}, const Person* instead = nullptr)
    {
        std::vector<contract::Call> calls = must(token::callsFor(raw.from, {}, borrowed));
        kaspa::abi::List said;
        for (const auto& state : raw.said) said.emplace_back(state);
        calls[0].arguments[0] = kaspa::abi::Value(std::move(said));
        if (recall) recall(calls);
        Populated tx;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            kaspa::Input input;
            input.previous = raw.from[i].holding.outpoint;
            input.computeBudget = 30;
            tx.tx.inputs.push_back(input);
            tx.utxos.push_back(calls[i].spent);
        }
        for (std::size_t i = 0; i < raw.made.size(); ++i) {
            const Bytes redeem = must(token::currentProgram().redeemScript(raw.made[i]));
            tx.tx.outputs.push_back(
                {token::kCarrier, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{0, raw.under.empty() ? id : raw.under[i]}});
        }
        addAuthorities(tx);
        addFee(tx, random, payer, kas(5), {});
        if (change) change(tx);
        sign(calls, tx, instead);
        return runInputs(tx, calls.size());
    }

    SeededRandom random;
    kaspa::CovenantId id;      //!< of the token
    kaspa::CovenantId lineage; //!< of a program that owns tokens
    Person alice, bob, carol, stranger, payer;
};

} // namespace bt::test
