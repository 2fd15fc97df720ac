// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Turns what a visit or a letter needs into a signed transaction that our own script engine has accepted. Uses the
//! persona's wallet for coins, change and keys. Belongs to the engine's worker thread.
#pragma once

#include "contract/call.h"
#include "contract/health_session/steps.h"
#include "ledger/builder.h"
#include "ledger/disclosure.h"
#include "service/snapshot.h"
#include "vault/keys.h"

#include <algorithm>

namespace bt::service {

//! A transaction ready to hand over.
struct Signed {
    kaspa::Transaction tx;
    kaspa::TxId id;
    Sompi fee;
    std::vector<kaspa::Utxo> spent; //!< beside tx.inputs
    bool contract = false;          //!< input 0 is a contract's, which a squatter may sit on
};

//! A transaction whose first inputs run programs: what the builders of tokens, anchors, receipts and pools plan.
struct CallsPlan {
    kaspa::Transaction tx;                  //!< those inputs, and the fixed outputs with their covenants
    std::vector<contract::Call> calls;      //!< beside the inputs
    std::vector<ledger::Genesis> geneses{}; //!< outputs that are born, by inputs of the finished transaction
};

//! What a builder of transactions needs to know of a plan; "ledger.bad_request" if it has an input without a call.
[[nodiscard]] Result<ledger::BuildRequest> requestOf(const CallsPlan& plan, const Bytes& payload);

//! A replacement of a squatter costs at most this: a tenth of a KAS, twenty times what a step costs.
inline constexpr Sompi kReplacementCap{kSompiPerKas / 10};

//! Fees are the least that relays take: sized by the largest mass, the storage of a 1 KAS ticket alone would cost 0.04
//! KAS (docs/decisions/0008).
inline constexpr auto kBasis = ledger::FeeBasis::Relay;

class Payments
{
public:
    Payments(ledger::Wallet& wallet, ledger::Node& node, const Clock& clock, Random& random)
        : m_wallet(&wallet), m_node(&node), m_clock(&clock), m_random(&random)
    {}

    //! Who can sign for a key of the plan: a 32-byte secret.
    using SecretFor = std::function<Result<Secret>(const contract::session::SignatureWanted&)>;
    //! Whose signature a program wants: the 32-byte secret of an x-only key.
    using SecretOf = std::function<Result<Secret>(ByteView key)>;

    //! A step of a session with our coins for fee and bond. \param plan makes the plan, given what the step may take
    //! from its own payout as a fee: 0 first; the cap when the wallet has no coins for the fee.
    //! \param tokens   whose signature the token inputs of a visit in BTAI want.
    [[nodiscard]] Result<Signed> step(const std::function<Result<contract::session::Plan>(Sompi feeFromOwn)>& plan, const Bytes& payload,
                                      std::string_view relation, const SecretFor& secretFor, const SecretOf& tokens = {});
    //! The booking of a visit in BTAI: coin `first` authorises the birth, tokens and further coins pay.
    [[nodiscard]] Result<Signed> book(const contract::session::TokenBooking& booking, const ledger::Coin& first, const Bytes& payload,
                                      std::string_view relation, const SecretOf& tokens);
    [[nodiscard]] Result<ledger::Disclosure> disclose(const contract::session::TokenBooking& booking, const ledger::Coin& first,
                                                      const Bytes& payload, std::string_view relation);
    //! Fills in the token inputs of a step whose input 0 is signed already.
    [[nodiscard]] Result<void> finishTokens(ledger::Draft& draft, const contract::session::Plan& plan, kaspa::SighashCache& cache,
                                            const SecretOf& tokens);
    //! The step's draft without signatures: who pays what (for splits, both sides must sign the same bytes).
    [[nodiscard]] Result<ledger::Draft> draft(const contract::session::Plan& plan, const Bytes& payload, std::string_view relation,
                                              bool addCoins);
    //! Calls of programs with our coins for fee and carriers. \param addCoins false: the plan pays its fee itself.
    [[nodiscard]] Result<Signed> call(const CallsPlan& plan, const Bytes& payload, std::string_view relation, const SecretOf& secretOf,
                                      bool addCoins = true);
    //! The same without signatures: what several people sign after one another.
    [[nodiscard]] Result<ledger::Draft> draft(const CallsPlan& plan, const Bytes& payload, std::string_view relation, bool addCoins = true);
    [[nodiscard]] Result<ledger::Disclosure> disclose(const CallsPlan& plan, std::string_view relation, bool addCoins = true);
    //! Outputs of ours, with covenant births; signs and checks.
    [[nodiscard]] Result<Signed> pay(ledger::BuildRequest request, std::string_view relation);
    //! What pay() would cost, without reserving or signing anything.
    [[nodiscard]] Result<Sompi> feeOf(ledger::BuildRequest request, std::string_view relation);

    //! From a signed draft to bytes that may leave: consensus and relay rules, and every input in the script engine.
    //! "ledger.refused" with the rule; what ledger::finish says of a draft that was changed.
    [[nodiscard]] Result<kaspa::Transaction> signOff(const ledger::Draft& draft) const;
    //! What there is, with rewards that are too young to be spent on their way. By what the node said last.
    [[nodiscard]] Result<ledger::Balance> balance() const;
    //! What the node says now; "node.*".
    [[nodiscard]] Result<ledger::NodeInfo> info();
    //! The same, or what is most likely while no node answers: the last answer, moved on by the clock.
    [[nodiscard]] ledger::NodeInfo about();
    //! What the chain would see of a payment, without reserving or signing anything. Errors of ledger::build.
    [[nodiscard]] Result<ledger::Disclosure> disclose(ledger::BuildRequest request, std::string_view relation);
    [[nodiscard]] Result<ledger::Disclosure> disclose(const contract::session::Plan& plan, std::string_view relation, bool addCoins = true);
    //! What the next transactions pay a gram; 0: the least that relays take.
    void setRate(std::uint64_t sompiPerGram) { m_rate = sompiPerGram; }
    //! The same, for a plan that pays its fee itself; never below what relays take.
    [[nodiscard]] std::uint64_t rate() const { return std::max(m_rate, kaspa::kSompiPerGram); }
    //! Coins of each transaction that a node refused and may have kept all the same (Withdrawn): what is planned next spends
    //! one of each, so that never both come true. "ledger.reserved" while what could be spent is on its way elsewhere.
    void setContested(std::vector<std::vector<kaspa::Outpoint>> coins) { m_contested = std::move(coins); }
    [[nodiscard]] bool contested(const kaspa::Outpoint& coin) const
    {
        return std::ranges::any_of(m_contested, [&](const auto& one) { return std::ranges::find(one, coin) != one.end(); });
    }
    //! Until it is on, nothing is signed on mainnet: "money.spending_off".
    void setSpending(bool on) { m_spending = on; }
    [[nodiscard]] Result<void> maySpend() const;

private:
    [[nodiscard]] Result<std::vector<ledger::Coin>> coins();
    [[nodiscard]] Result<void> finishCalls(ledger::Draft& draft, const std::vector<contract::Call>& calls, kaspa::SighashCache& cache,
                                           const SecretOf& secretOf); //!< of inputs 1..
    [[nodiscard]] Result<ledger::Draft> draftOf(ledger::BuildRequest request, std::string_view relation, bool addCoins);
    [[nodiscard]] Result<ledger::Draft> build(const ledger::BuildRequest& request, const std::vector<ledger::Coin>& available,
                                              std::uint64_t daaScore) const;
    [[nodiscard]] Result<Signed> seal(ledger::Draft& draft);
    [[nodiscard]] Result<ledger::Draft> sketch(ledger::BuildRequest request, std::string_view relation);
    ledger::Wallet* m_wallet;
    ledger::Node* m_node;
    const Clock* m_clock;
    Random* m_random;
    std::optional<ledger::NodeInfo> m_last;
    Millis m_lastAt;
    bool m_spending = false;
    std::uint64_t m_rate = 0;
    std::vector<std::vector<kaspa::Outpoint>> m_contested;
};

//! A disclosure as the window takes it. \param deposit what the contract gives back at the end.
[[nodiscard]] DisclosureView figuresOf(const ledger::Disclosure& disclosure, Sompi deposit);

} // namespace bt::service
