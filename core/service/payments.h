// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Turns what a visit or a letter needs into a signed transaction that our own script engine has accepted. Uses the
//! persona's wallet for coins, change and keys. Belongs to the engine's worker thread.
#pragma once

#include "contract/health_session/plan.h"
#include "ledger/builder.h"
#include "vault/keys.h"

namespace bt::service {

//! A transaction ready to hand over.
struct Signed {
    kaspa::Transaction tx;
    kaspa::TxId id;
    Sompi fee;
};

//! Fees are the least that relays take: sized by the largest mass, the storage of a 1 KAS ticket alone would cost 0.04
//! KAS (docs/decisions/0008).
inline constexpr auto kBasis = ledger::FeeBasis::Relay;

class Payments
{
public:
    Payments(ledger::Wallet& wallet, ledger::Node& node, Random& random) : m_wallet(&wallet), m_node(&node), m_random(&random) {}

    //! Who can sign for a key of the plan: a 32-byte secret.
    using SecretFor = std::function<Result<Secret>(const contract::session::SignatureWanted&)>;

    //! A step of a session with our coins for fee and bond. \param plan makes the plan, given what the step may take
    //! from its own payout as a fee: 0 first; the cap when the wallet has no coins for the fee.
    [[nodiscard]] Result<Signed> step(const std::function<Result<contract::session::Plan>(Sompi feeFromOwn)>& plan,
                                      const Bytes& payload, std::string_view relation, const SecretFor& secretFor);
    //! The step's draft without signatures: who pays what (for splits, both sides must sign the same bytes).
    [[nodiscard]] Result<ledger::Draft> draft(const contract::session::Plan& plan, const Bytes& payload,
                                              std::string_view relation, bool addCoins);
    //! Outputs of ours, with covenant births; signs and checks.
    [[nodiscard]] Result<Signed> pay(ledger::BuildRequest request, std::string_view relation);
    //! What pay() would cost, without reserving or signing anything.
    [[nodiscard]] Result<Sompi> feeOf(ledger::BuildRequest request, std::string_view relation);

    //! Submits, by replacement if a squatter sits on an input (contracts.md, rule 9).
    [[nodiscard]] Result<void> submit(const kaspa::Transaction& tx);
    //! Runs every input of a signed transaction in the script engine.
    [[nodiscard]] static Result<void> dryRun(const kaspa::Populated& tx);
    [[nodiscard]] Result<ledger::NodeInfo> info();

private:
    [[nodiscard]] Result<std::vector<ledger::Coin>> coins();
    [[nodiscard]] Result<ledger::Draft> draftOf(ledger::BuildRequest request, std::string_view relation, bool addCoins);
    [[nodiscard]] Result<Signed> seal(ledger::Draft& draft);
    ledger::Wallet* m_wallet;
    ledger::Node* m_node;
    Random* m_random;
};

} // namespace bt::service
