// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Builds transactions: given what must be in them, adds coins for amount and fee, change, covenant births, masses
//! and the committed storage mass. Pure over its arguments (no database, no node). Thread safety: all functions are.
#pragma once

#include "ledger/wallet.h"

namespace bt::ledger {

//! An input that the caller brings, a contract's for example. Fixed inputs come first, in this order.
struct FixedInput {
    kaspa::Outpoint outpoint;
    kaspa::Utxo utxo;
    std::uint64_t sequence = 0;
    std::uint16_t computeBudget = 0; //!< units of 100 grams
    std::size_t unlockBytes = 0;     //!< size that its signature script will have: masses count it
};

//! Outputs that are born together under one new covenant id, authorised by input `input`.
struct Genesis {
    std::uint16_t input = 0;            //!< of the finished transaction; 0 is the first coin when there are no fixed inputs
    std::vector<std::uint32_t> outputs; //!< rising indexes into BuildRequest::outputs
};

enum class FeeBasis {
    Largest, //!< the largest of the three masses: what block builders select by (contracts.md, rule 10)
    Relay,   //!< the larger of compute and normalised transient mass: the least that relays take
};

struct BuildRequest {
    std::vector<FixedInput> inputs;
    //! In this order; change comes after them. An output that continues a lineage (a token's, a session's) carries its
    //! binding already: the fixed input that authorises it, and the covenant id of that input's output.
    std::vector<kaspa::Output> outputs;
    std::vector<Genesis> geneses;
    std::uint64_t lockTime = 0;
    Bytes payload;
    std::string relation;                         //!< coins of this relation are preferred
    std::optional<kaspa::ScriptPublicKey> change; //!< needed unless addCoins is false
    bool addCoins = true;                         //!< false: fixed inputs pay the fee themselves
    bool mayMerge = true;                         //!< false: "ledger.would_merge" instead of joining coins of different relations
    bool joinMore = true;                         //!< coins of the same relations may join for no other reason than a lower fee
    bool sendAll = false;                         //!< all coins given go to outputs[0], whose value is ignored; no change
    FeeBasis basis = FeeBasis::Largest;
    std::uint64_t feeRate = kaspa::kSompiPerGram; //!< sompi a gram of `basis` (Node::feeRates); never below the relays'
    Sompi maxFee = {kSompiPerKas};                //!< "ledger.fee_too_high" above
};

//! A transaction without signatures.
struct Draft {
    kaspa::Populated tx;                        //!< storageMass committed, signature scripts empty
    std::vector<std::optional<KeyRef>> signers; //!< beside inputs; empty for fixed ones
    std::vector<std::size_t> unlockBytes;       //!< beside inputs: the signature script sizes that masses count
    kaspa::Masses masses;
    Sompi fee;
    std::optional<std::uint32_t> changeOutput;
    std::vector<std::string> relations;  //!< of the coins added; more than one: they become linked, say so
    std::vector<kaspa::CovenantId> born; //!< beside BuildRequest::geneses
};

//! \param coins what may be spent: confirmed ones are taken, others ignored. \param daaScore of the virtual, for
//!        coinbase maturity.
//! \returns the draft, or:
//!  - "ledger.not_enough" (args: sompi missing), with the fee in it as far as it is known;
//!  - "ledger.fee_too_low": fixed inputs leave less than the fee (args: sompi missing);
//!  - "ledger.fee_eats_payment": sendAll, and the fee is all that there is (args: fee, what the coins hold);
//!  - "ledger.fee_too_high": above maxFee (args: fee);
//!  - "ledger.below_minimum" (args: output, least sompi, "zero" or "storage": why);
//!  - "ledger.amount_too_large": beyond all money there is (args: output, most sompi);
//!  - "ledger.too_large": a mass limit (args: mass, limit, "compute", "transient" or "storage", how much over);
//!  - "ledger.too_many_coins", "ledger.would_merge", "ledger.bad_request".
[[nodiscard]] Result<Draft> build(const BuildRequest& request, const std::vector<Coin>& coins, const NetworkParams& network,
                                  std::uint64_t daaScore);

//! Signs the wallet's own inputs of a draft; fixed inputs are left to their owner.
[[nodiscard]] Result<void> signCoins(Draft& draft, const KeySource& keys, Random& random);
//! Checks a signed draft: every signature script is there and not longer than planned, masses and fee still hold.
//! \returns the transaction to submit; "ledger.unsigned" (args: input), "ledger.script_grew" (args: input).
[[nodiscard]] Result<kaspa::Transaction> finish(const Draft& draft, FeeBasis basis = FeeBasis::Largest);

} // namespace bt::ledger
