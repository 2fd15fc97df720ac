// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask of the reward pool. As Engine says of its calls.
#pragma once

#include "service/doors.h"
#include "service/rewards/rewards_view.h"

namespace bt::service {

class RewardsDoor
{
public:
    virtual ~RewardsDoor() = default;
    //! Makes a request for a reward, with a key of its own. \param reason a code of AwardView. \returns the code to give to
    //! a steward. "reward.unknown_reason", "reward.no_evidence", "reward.no_pool", "record.*" for the text.
    virtual Future<std::string> ask(std::string reason, std::string text) = 0;
    //! Forgets a request; an award for it is still found.
    virtual Future<> forgetAsk(std::int64_t id) = 0;
    //! Takes in a published list: the text of the file. \returns how many of its awards are this persona's.
    //! "reward.bad_list", "reward.list_differs", "reward.no_epoch".
    virtual Future<std::size_t> importList(std::string text) = 0;
    //! What claim() would cost now; nothing is signed. As claim(); "token.no_kas" (args: sompi that are missing).
    virtual Future<ClaimQuote> quoteClaim(std::uint64_t epoch, std::uint32_t index) = 0;
    //! Has an award paid: to whoever it names, whoever asks. "reward.*" while that is not possible.
    virtual Future<> claim(std::uint64_t epoch, std::uint32_t index) = 0;
    //! The practice network only: its stewards, whose keys are published, open an epoch for every request of this persona
    //! that has no award yet. "reward.no_asks", "reward.too_early" (args: ms since epoch), "reward.no_practice".
    virtual Future<> practiceDecides() = 0;
};

} // namespace bt::service
