// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Groth16 keys, proofs and public inputs in the JSON of snarkjs (protocol "groth16", curve "bn128"): decimal text, points
//! in projective coordinates [x, y, z]. Pure; no Qt. Thread safety: all functions are.
//!
//! Numbers are decimal digits without sign or leading zero, below their modulus ("zk.bad_number"); z is 1, or 0 for the
//! identity ([0, 1, 0]); points are checked fully; members that are missing or of another type are "zk.bad_json";
//! another protocol or curve "zk.other_protocol"; as many IC points as nPublic says, plus one, else "zk.bad_json".
#pragma once

#include "codec/json.h"
#include "zk/groth16.h"

namespace bt::zk {

[[nodiscard]] Result<VerifyingKey> verifyingKeyFromSnarkjs(const codec::Json& vkey);
[[nodiscard]] Result<Proof> proofFromSnarkjs(const codec::Json& proof);
[[nodiscard]] Result<std::vector<Fr>> inputsFromSnarkjs(const codec::Json& publicInputs);
[[nodiscard]] codec::Json toSnarkjs(const Proof& proof);
[[nodiscard]] codec::Json toSnarkjs(std::span<const Fr> inputs);

//! Parses and verifies. \returns nothing if the proof holds; else what is wrong, as in groth16.h and above.
[[nodiscard]] Result<void> verifySnarkjs(const codec::Json& vkey, const codec::Json& proof, const codec::Json& publicInputs);

} // namespace bt::zk
