// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The versions of the pool's program and its state as the ABI sees it. Private to core/contract/reward.
#pragma once

#include "contract/reward/pool.h"

namespace bt::contract::reward {

[[nodiscard]] kaspa::abi::RecordValue stateRecord(const PoolState& state);
//! \returns "contract.unknown_program".
[[nodiscard]] Result<const kaspa::abi::Program*> poolProgramOf(const Hash256& templateHash);
//! The state after an epoch opens with these figures.
[[nodiscard]] PoolState opened(PoolState state, token::Units budget, Millis end, const Hash256& root);
//! The state after a veto.
[[nodiscard]] PoolState vetoed(PoolState state);
//! The state after an award is paid; the caller has checked the caps.
[[nodiscard]] PoolState paid(PoolState state, const Award& award, const Hash256& root);

} // namespace bt::contract::reward
