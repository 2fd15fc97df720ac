// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A stewards' table of awards (CSV) and what is wrong with it, by line. Pure. Thread safety: all functions are.
#pragma once

#include "service/rewards/epoch_list.h"

namespace bt::service::rewards {

//! The first line of a table, exactly.
inline constexpr std::string_view kTableHeader = "reason,amount,winner,evidence";

//! One thing that is wrong.
struct TableProblem {
    std::size_t line = 0;  //!< from 1; 0: about the whole table
    std::string_view code; //!< "reward.csv.*"
    std::string what;      //!< the text in question, or a figure; "" if there is none to show
    bool operator==(const TableProblem&) const = default;
};
struct AwardTable {
    std::vector<reward::Award> awards;  //!< in the order of the lines
    std::vector<TableProblem> problems; //!< in the order of the lines; empty: the table may be used
};

//! Reads and judges a table against the caps of an epoch with this budget. Never fails: what is wrong is listed. Codes:
//! "reward.csv.text" (no UTF-8, or too large), "reward.csv.header", "reward.csv.columns", "reward.csv.reason",
//! "reward.csv.amount", "reward.csv.over_award" (what: the most), "reward.csv.key", "reward.csv.evidence",
//! "reward.csv.twice_key" and "reward.csv.twice_evidence" (what: the line before), "reward.csv.over_reason" (what: the
//! reason), "reward.csv.over_budget" (what: the sum), "reward.csv.too_many", "reward.csv.empty".
[[nodiscard]] AwardTable readTable(std::string_view csv, token::Units budget);

//! One line of a table for a request; the amount is the stewards' to say.
[[nodiscard]] std::string tableLine(const reward::Award& award);

} // namespace bt::service::rewards
