// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The pool, its tokens and its stewards as JSON: for rows, for undoing, and for the stewards' file. Pure. Thread safety:
//! all functions are.
#pragma once

#include "contract/reward/pool.h"
#include "service/json_fields.h"

namespace bt::service::rewards {

namespace reward = contract::reward;
namespace token = contract::token;

[[nodiscard]] Json jsonOf(const reward::Pool& pool);
[[nodiscard]] Json jsonOf(const token::Holding& holding);
[[nodiscard]] Json jsonOf(const reward::Stewards& stewards);
//! Each: "reward.bad_row" for anything that jsonOf did not write.
[[nodiscard]] Result<reward::Pool> poolFrom(const Json& json);
[[nodiscard]] Result<token::Holding> holdingFrom(const Json& json);
//! Also "reward.bad_stewards" for stewards that could never act together.
[[nodiscard]] Result<reward::Stewards> stewardsFrom(const Json& json);

} // namespace bt::service::rewards
