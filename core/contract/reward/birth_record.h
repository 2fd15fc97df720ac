// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A pool's birth record as the one canonical text that a network publishes: with it anyone computes the pool's id again,
//! offline, and follows the pool from its first output. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/reward/pool.h"

namespace bt::contract::reward {

[[nodiscard]] Result<std::string> encodeBirth(const PoolBirth& birth);
//! Accepts exactly what encodeBirth writes. "reward.bad_birth".
[[nodiscard]] Result<PoolBirth> decodeBirth(std::string_view text);

} // namespace bt::contract::reward
