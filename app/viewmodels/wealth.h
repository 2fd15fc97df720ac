// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! All of a person's money as one: parts that add up to the total to the sompi. Every page that says what somebody has
//! takes it from here, so that no two say something else. Values, GUI thread.
#pragma once

#include "format.h"

#include <optional>

namespace bt::app {

struct Wealth {
    Sompi freeKas;           //!< can be spent now
    Sompi freeTokens;        //!< what the BTAI are worth that can be spent now
    Sompi held;              //!< in visits and deposits, both coins
    Sompi waiting;           //!< on its way to us, both coins and the KAS under them
    Sompi under;             //!< KAS that lie under the free BTAI
    Sompi forVisits;         //!< of `held`: prices that we pay, our own stakes; the rest are deposits
    Sompi kas;               //!< of all: KAS
    std::uint64_t units = 0; //!< of all: BTAI
    [[nodiscard]] Sompi free() const { return {freeKas.value + freeTokens.value}; }
    [[nodiscard]] Sompi total() const { return {free().value + held.value + waiting.value + under.value}; }
};

//! Where a network has no rate for BTAI, those count as nothing in sums and stand in `units` alone.
[[nodiscard]] Wealth wealthOf(const service::Snapshot& snapshot, const Format& format);

//! What somebody has before and after something is held, as words, and what of it counts for that payment.
struct Purse {
    QString free;   //!< to use now, as the page Money counts it
    QString left;   //!< to use afterwards; "" where money is short
    QString counts; //!< of `free`, in the coin that pays; "" where there is one kind only
};
//! \param available of a plan: the coins that pay; in BTAI both kinds, else KAS alone. \param left the same afterwards; none
//! where money is short.
[[nodiscard]] Purse purseOf(const service::Snapshot& snapshot, const Format& format, Sompi available, std::optional<Sompi> left,
                            bool inTokens);

} // namespace bt::app
