// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Who may put a lost persona on her feet: k of at most five keys, together, after a delay. Pure; no Qt. Thread safety:
//! all functions are.
#pragma once

#include "base/random.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"

#include <vector>

namespace bt::contract::profile {

using crypto::XOnlyKey;

inline constexpr std::size_t kMaxGuardians = 5;
inline constexpr std::uint32_t kMinRecoveryDelay = 864'000;     //!< DAA: a day, so that a veto can be noticed and mined
inline constexpr std::uint32_t kMaxRecoveryDelay = 100'000'000; //!< DAA: what the program takes

struct Guardians {
    std::uint8_t needed = 1;    //!< k
    std::uint32_t delay = 0;    //!< DAA scores between asking and taking over
    std::vector<XOnlyKey> keys; //!< 1 to 5, all different
    Fixed<16, struct GuardianSaltTag> salt;
    bool operator==(const Guardians&) const = default;
};
//! \returns "profile.bad_guardians": "needed" (0, or more than there are), "keys" (none, over five, twice, off the
//! curve), "delay".
[[nodiscard]] Result<void> checkGuardians(const Guardians& guardians);
//! k[1] | delay[8] | key[32] x 5 | salt[16], with zeros in empty places: 185 bytes, as the program opens them.
[[nodiscard]] Result<Bytes> packGuardians(const Guardians& guardians);
//! BLAKE3 of packGuardians.
[[nodiscard]] Result<Hash256> guardiansHash(const Guardians& guardians);

} // namespace bt::contract::profile
