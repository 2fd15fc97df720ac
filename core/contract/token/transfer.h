// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Moving tokens: payments with change under all owner schemes, and borrowed receive. Pure; no Qt. Thread safety: all
//! functions are.
//!
//! Errors: "token.too_many" (three inputs, three outputs), "token.not_enough" (args: wanted, there), "token.bad_amount"
//! (a payment of nothing), "token.mixed" (several tokens or programs in one transfer), "token.bad_witness" (what an owner
//! shows does not fit), "token.not_borrowable", "token.bad_carrier" (KAS below kCarrier), "contract.unknown_program".
#pragma once

#include "contract/call.h"
#include "contract/token/hash_chain.h"
#include "contract/token/state.h"

namespace bt::contract::token {

//! A token to spend, and what its owner's scheme wants beside a signature.
struct Source {
    Holding holding;
    Bytes shown;                     //!< KeyHash: the key (32 bytes); EcdsaHash: the key (33); otherwise empty
    std::uint8_t authorityInput = 0; //!< Script: index of the input that runs the owner's script
    bool operator==(const Source&) const = default;
};
//! A new token output.
struct Payment {
    Owner to;
    Units amount;
    Sompi carrier = kCarrier;
    Borrow borrow;
};
//! A UTXO of the recipient that takes the amount in without his signature; his KAS in it stays.
struct Borrowed {
    Holding into;
    Units add;
    std::optional<Hash256> previous; //!< HashChain: what the link opens
    std::optional<XOnlyKey> linkKey; //!< HashChain: its one-time key, which signs
};
struct Change {
    Owner to;
    Sompi carrier = kCarrier;
    Borrow borrow;
};
struct Transfer {
    std::vector<Source> from;
    std::optional<Borrowed> borrowed; //!< counts as an input and an output
    std::vector<Payment> to;
    Change change; //!< takes what is left; no output if nothing is
};

//! A transfer ready for the wallet: the first inputs are the tokens (beside `calls`), the first outputs the new tokens
//! (beside `made`). The wallet appends coins for the fee and `toAdd`, and change; the owners sign their slots.
struct Plan {
    kaspa::Transaction tx; //!< version 1; signature scripts of final size with zeros for signatures
    std::vector<Call> calls;
    std::vector<State> made;
    Sompi toAdd;   //!< KAS that coins must bring for carriers beside the fee
    Sompi surplus; //!< KAS of carriers that are not needed any more: pays the fee first
    Units paid;    //!< to others
    Units change;
};
[[nodiscard]] Result<Plan> transfer(const Transfer& wanted);

//! The calls of token inputs in the order in which they stand in the transaction: the first leads and makes `next`, with
//! its owner's authority or as `borrowed`. For transactions that other programs lead. Compute budgets: budgetOf.
[[nodiscard]] Result<std::vector<Call>> callsFor(const std::vector<Source>& from, const std::vector<State>& next,
                                                 const Borrowed* borrowed = nullptr);
//! Compute budget of a token input. \param leads the first one of `inputs`, which makes `outputs` states.
[[nodiscard]] std::uint16_t budgetOf(const Call& call, bool leads, std::size_t inputs, std::size_t outputs);

//! What moves, in English and without jargon, for logs: "2.5 BTAI paid, 0.5 BTAI change".
[[nodiscard]] std::string describe(const Plan& plan);
//! "2.5", exact, without trailing zeros.
[[nodiscard]] std::string unitsText(Units units);

} // namespace bt::contract::token
