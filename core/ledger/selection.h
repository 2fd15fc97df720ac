// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which coins to try, in which order. Coins of different relations are joined only when no relation alone can pay.
//! Pure; no Qt. One thread at a time.
#pragma once

#include "ledger/builder.h"

namespace bt::ledger {

class Selection
{
public:
    Selection(const BuildRequest& request, const std::vector<Coin>& coins, const NetworkParams& network, std::uint64_t daaScore);

    enum class Outcome { Found, NotEnough, TooMany, WouldMerge, Refused };
    //! Asks for the fee of a choice; nothing if the choice does not work.
    using Try = std::function<std::optional<Sompi>(const std::vector<const Coin*>&)>;
    [[nodiscard]] Outcome run(const Try& attempt);
    //! At least this much is missing before any fee.
    [[nodiscard]] std::uint64_t missing() const { return m_total < m_need ? m_need - m_total : 1; }

private:
    struct Group {
        std::string relation;
        std::vector<const Coin*> coins; //!< largest first
        std::uint64_t total = 0;
    };
    class Search;
    [[nodiscard]] bool fromPool(const std::vector<const Coin*>& pool, const Try& attempt);
    [[nodiscard]] bool fromGroups(const std::vector<const Group*>& groups, const Try& attempt);
    [[nodiscard]] bool sendAll(const Try& attempt);

    const BuildRequest& m_request;
    std::vector<Group> m_groups; //!< in the order in which to try them
    std::uint64_t m_need = 0;    //!< what coins must bring, without the fee
    std::uint64_t m_total = 0;
    bool m_tooMany = false;
};

} // namespace bt::ledger
