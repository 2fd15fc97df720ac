// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a transaction does, as figures that a person can be told before she agrees: what leaves and to whom, what comes
//! back, the fee, and what everyone who reads the chain will see. View models make the words. Pure; no Qt. Thread
//! safety: all functions are.
#pragma once

#include "ledger/builder.h"

namespace bt::ledger {

enum class OutputRole : std::uint8_t {
    Payment,  //!< to somebody else
    Contract, //!< into a program that keeps it by its rules
    Deposit,  //!< into a program, and returned by it
    Change,   //!< back to this wallet, made by the builder
    Own,      //!< to another key of this wallet
};

//! Who an output is for, as its maker knows: a builder cannot tell a person's script from a stranger's.
struct OutputName {
    OutputRole role = OutputRole::Payment;
    std::string label; //!< "" if nobody knows; a name that the person gave, or "visit/..."
    Sompi deposit;     //!< the part of the amount that is a deposit; all of it for OutputRole::Deposit
};
//! \returns the name of an output; nothing: Payment for plain scripts, Contract for script hashes and covenants.
using OutputNamer = std::function<std::optional<OutputName>(std::uint32_t index, const kaspa::Output& output)>;

struct DisclosedOutput {
    std::uint32_t index = 0;
    OutputRole role = OutputRole::Payment;
    std::string label;
    std::string address; //!< "" for scripts that have none
    Sompi amount;
    bool covenant = false; //!< stands under a covenant id, which everyone sees
};

//! What anyone who reads the chain learns. Amounts of all inputs and outputs are always public.
struct ChainView {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::size_t coins = 0;                    //!< inputs of this wallet: they count as one owner's from now on
    std::vector<std::string> relations;       //!< of the wallet that are linked with each other by it (2 or more)
    std::size_t programsShown = 0;            //!< contracts whose program and state stand open in this transaction
    std::size_t programsHidden = 0;           //!< outputs that show a hash only, until they are spent
    std::vector<kaspa::CovenantId> covenants; //!< lineages that it moves on, visible as the same thing
    std::size_t births = 0;                   //!< covenant ids that begin in it
    std::size_t payloadBytes = 0;
    std::uint64_t lockTime = 0; //!< as in the transaction: a DAA score or ms
};

struct Disclosure {
    std::vector<DisclosedOutput> outputs;
    Sompi leaves;        //!< payments and what goes into contracts, deposits included; without the fee
    Sompi deposits;      //!< the part of `leaves` that is to come back
    Sompi changeBack;    //!< change and outputs to own keys
    Sompi fromCoins;     //!< what the wallet's coins bring
    Sompi fromContracts; //!< what fixed inputs bring
    Sompi fee;
    std::int64_t feeMicros = 0; //!< at the network's fixed rate; 0 without one
    std::int64_t leavesMicros = 0;
    std::string currency; //!< ISO 4217; "" without a rate
    ChainView seen;
    //! What the wallet is poorer by afterwards; negative when a contract pays out more than coins were added.
    [[nodiscard]] std::int64_t cost() const
    {
        return static_cast<std::int64_t>(fromCoins.value) - static_cast<std::int64_t>(changeBack.value);
    }
};

//! \param own scripts that this wallet can spend, beside the change output (may be empty).
[[nodiscard]] Disclosure disclose(const Draft& draft, const NetworkParams& network, const OutputNamer& name = {},
                                  const std::function<bool(const kaspa::ScriptPublicKey&)>& own = {});

} // namespace bt::ledger
