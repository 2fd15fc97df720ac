// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Poseidon hash (Grassi et al., USENIX Security 2021) over Fr with circomlib's parameters: x^5, 8 full rounds, partial
//! rounds by state size, constants from the Grain LFSR of the paper's appendix F. Pure; no Qt. Thread safety: all functions
//! are (parameters of a size are made at its first use, then shared). Not constant-time.
#pragma once

#include "zk/field.h"

namespace bt::zk {

//! Parameters of one state size t.
struct PoseidonParameters {
    unsigned t = 0;             //!< state size, inputs + 1: 2 to 17
    unsigned partialRounds = 0; //!< full rounds are 8, half of them before, half after
    std::vector<Fr> constants;  //!< t for each round
    std::vector<Fr> matrix;     //!< t x t, by rows
};

//! \returns the parameters; nullptr unless t is 2 to 17. Lives as long as the process.
[[nodiscard]] const PoseidonParameters* poseidonParameters(unsigned t);

//! circomlib's Poseidon(n): the state starts as (0, inputs...), the first element of the end is the hash.
//! \returns "zk.bad_length" unless there are 1 to 16 inputs.
[[nodiscard]] Result<Fr> poseidon(std::span<const Fr> inputs);

} // namespace bt::zk
