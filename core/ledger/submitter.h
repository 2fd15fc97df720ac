// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Hands one signed transaction to the network and stays with it until a block has it: replaces a squatter that sits on
//! a contract's input (contracts.md, rule 9), raises the fee in steps, sends the same bytes again when a mempool lost
//! them. All state is in the Submission; nothing waits or sleeps in here. Thread safety: one thread at a time.
#pragma once

#include "ledger/node.h"

#include <functional>
#include <optional>
#include <vector>

namespace bt::ledger {

//! A transaction on its way. A plain value: whoever keeps it over a restart keeps tx, fee and contract.
struct Submission {
    kaspa::Transaction tx;          //!< signed
    Sompi fee;                      //!< what tx pays
    std::vector<kaspa::Utxo> spent; //!< beside tx.inputs: squatters are looked up by the scripts
    bool contract = false;          //!< anyone may spend one of its inputs: a squatter is replaced
    Sompi feeCap;                   //!< a replacement never costs more
};

//! How a submission stands after a look.
enum class Standing : std::uint8_t {
    Waiting,     //!< handed over; look again later
    Accepted,    //!< a block of the virtual chain has it: confirmationOf() tells how deep
    Squatted,    //!< another transaction holds an input and the fee cap does not reach: look again later
    Conflict,    //!< a block has spent an input by another transaction ("ledger.conflict"): a new plan is needed
    Refused,     //!< the rules refuse these bytes for good: `why`
    Unreachable, //!< no answer, or one that may change: `why`; look again later with the same bytes
};

struct Progress {
    Standing standing = Standing::Waiting;
    kaspa::TxId id;                      //!< of the bytes that count now
    bool replaced = false;               //!< somebody else's transaction had to leave the mempool
    bool rebuilt = false;                //!< the bytes are others than before: Submission::tx and fee are the new ones
    bool resent = false;                 //!< watch() had to send the same bytes again
    std::optional<kaspa::TxId> squatter; //!< who holds or held an input, as far as the node says
    std::optional<Error> why;            //!< for Squatted, Conflict, Refused and Unreachable
};

class Submitter
{
public:
    //! Makes the same spend with another fee: builds, proves, signs, and *keeps* the new bytes (the outbox's rule:
    //! nothing is handed over that a restart would not find) before it returns them. The old bytes are still alive
    //! until the new ones are accepted by the node; both spend the same inputs, so at most one of them is ever in the
    //! chain. Any error ends the call and is passed on.
    using Rebuild = std::function<Result<Submission>(const Submission& old, Sompi fee)>;

    //! Whether somebody else's waiting transaction brings about what ours would: two sides who push the same step of a
    //! visit must not outbid each other for it.
    using Welcome = std::function<bool(const kaspa::Transaction& other)>;

    //! \param node must outlive the submitter. \param rebuild may be empty: then a fee is never raised. \param welcome
    //!        may be empty: then nobody else's is.
    explicit Submitter(Node& node, Rebuild rebuild = {}, Welcome welcome = {})
        : m_node(&node), m_rebuild(std::move(rebuild)), m_welcome(std::move(welcome))
    {}

    //! Hands it over; safe to repeat with the same bytes. Errors of the network are in Progress; the Result's are
    //! rebuild's.
    [[nodiscard]] Result<Progress> submit(Submission& what, const Deadline& deadline);
    //! Looks after a submission that was handed over. Sync the wallet first.
    //! \param accepted Wallet::acceptedAt() knows it.
    [[nodiscard]] Result<Progress> watch(Submission& what, bool accepted, const Deadline& deadline);

private:
    struct Squatters {
        std::vector<kaspa::TxId> ids;
        Sompi needed;         //!< least fee of ours that beats the dearest of them; 0: unknown
        bool welcome = false; //!< one of them does what ours would
    };
    [[nodiscard]] Squatters squatters(const Submission& what, const Deadline& deadline);
    [[nodiscard]] Result<Progress> replace(Submission& what, Progress progress, const Deadline& deadline);
    [[nodiscard]] Progress judge(const Submission& what, Progress progress, Error why, const Deadline& deadline);
    [[nodiscard]] bool landed(const Submission& what, const Deadline& deadline);
    [[nodiscard]] std::optional<std::size_t> lostInput(const Submission& what, const Deadline& deadline);

    Node* m_node;
    Rebuild m_rebuild;
    Welcome m_welcome;
};

} // namespace bt::ledger
