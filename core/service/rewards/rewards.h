// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Rewards of a persona: the pool as the chain tells it, lists of awards, her requests and the awards that are hers, and
//! having them paid. An award names a key that was made for it alone (docs/decisions/0019). Worker thread only.
#pragma once

#include "service/dispatcher.h"
#include "service/feature.h"
#include "service/follower.h"
#include "service/rewards/award_request.h"
#include "service/rewards/pool_book.h"
#include "service/rewards/rewards_view.h"

namespace bt::service {

class TokenWallet;

class Rewards final : public Feature
{
public:
    //! Kept in place of an error: the pool moved on too often for one errand, and another one is due.
    static constexpr std::string_view kAgain = "again";

    //! \param tokens makes the keys that awards name, and finds what is paid to them; outlives this.
    [[nodiscard]] static Result<std::unique_ptr<Rewards>> open(const FeatureParts& parts, TokenWallet& tokens);

    [[nodiscard]] std::string_view name() const override { return "rewards"; }
    [[nodiscard]] Result<void> reload() override;
    [[nodiscard]] Result<void> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> takenBack(const std::string& about, const std::string& txid, ByteView before) override;
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    // As RewardsDoor says.
    [[nodiscard]] Result<std::string> ask(const std::string& reason, const std::string& text);
    [[nodiscard]] Result<void> forgetAsk(std::int64_t id);
    [[nodiscard]] Result<std::size_t> importList(std::string_view text);
    [[nodiscard]] Result<ClaimQuote> quoteClaim(std::uint64_t epoch, std::uint32_t index);
    [[nodiscard]] Result<void> claim(std::uint64_t epoch, std::uint32_t index);
    [[nodiscard]] Result<void> practiceDecides();

    //! The payment of an award as the pool stands now. "service.not_needed" once it is paid; "service.not_yet" in the days
    //! of challenge; "reward.*".
    [[nodiscard]] Result<CallsPlan> claimPlan(std::uint64_t epoch, std::uint32_t index);
    //! Whether this transaction pays an award of that epoch, out of the pool as it stands.
    [[nodiscard]] bool isClaim(const kaspa::Transaction& tx, std::uint64_t epoch) const;
    //! A payment that was asked for: its error code, "" while it is on its way.
    [[nodiscard]] Result<void> keepClaim(std::uint64_t epoch, std::uint32_t index, std::string_view error);
    [[nodiscard]] Result<void> dropClaim(std::uint64_t epoch, std::uint32_t index);

private:
    struct Asked {
        std::int64_t id = 0;
        rewards::AwardRequest request;
        Millis at;
    };
    struct Mine {
        std::uint32_t index = 0;
        contract::reward::Award award;
    };
    Rewards(const FeatureParts& parts, TokenWallet& tokens)
        : m_c(&parts.context), m_dispatcher(&parts.dispatcher), m_follower(&parts.follower), m_tokens(&tokens)
    {}
    [[nodiscard]] Result<CallsPlan> possibleClaim(std::uint64_t epoch, std::uint32_t index);
    [[nodiscard]] Result<bool> catchUp();
    [[nodiscard]] Result<bool> fetchList();
    [[nodiscard]] Result<bool> claimAgain();
    [[nodiscard]] Result<std::vector<Asked>> asked();
    [[nodiscard]] Result<const std::vector<Mine>*> mine(const rewards::EpochRow& epoch);
    [[nodiscard]] Result<std::vector<AwardView>> awardsOf(const rewards::EpochRow& epoch);
    [[nodiscard]] Result<AwardState> stateOf(const rewards::EpochRow& epoch, const contract::reward::Award& award,
                                             const std::string* pending, Millis& from);
    [[nodiscard]] bool isMine(const crypto::XOnlyKey& winner) const;

    Context* m_c;
    Dispatcher* m_dispatcher;
    Follower* m_follower;
    TokenWallet* m_tokens;
    rewards::BirthIn m_birth; //!< empty: this network has no pool
    std::optional<rewards::PoolBook> m_book;
    bool m_caughtUp = false;
    ledger::BlockHash m_cursor;                  //!< of catching up
    std::map<Hash256, std::vector<Mine>> m_mine; //!< by root; memory only
    std::chrono::steady_clock::time_point m_fetched;
};

} // namespace bt::service
