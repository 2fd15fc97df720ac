// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the stewards' tool says, in plain English. Pure. Thread safety: functions are.
#pragma once

#include "service/rewards/award_table.h"
#include "service/rewards/pool_book.h"

#include <QString>

namespace bt::app {

//! What is wrong with a table, a line each: "Line 3: ...".
[[nodiscard]] QString tableWords(const std::vector<service::rewards::TableProblem>& problems);
//! Who would be paid what for what, and what the rules make of it.
[[nodiscard]] QString listWords(const service::rewards::EpochList& list);
[[nodiscard]] QString stewardsWords(const contract::reward::Stewards& stewards);
//! The pool as the chain tells it.
[[nodiscard]] Result<QString> poolWords(service::rewards::PoolBook& book);
//! Why something could not be done, and what to do. \param code also one of others' families.
[[nodiscard]] QString refusalWords(const Error& error);

} // namespace bt::app
