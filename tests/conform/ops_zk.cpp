// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "zk/groth16.h"
#include "zk/poseidon.h"
#include "zk/snarkjs.h"

namespace bt::conform {
namespace {

Result<std::string> decimalOf(const Json& value, std::string_view name)
{
    if (value.is_string()) return value.get<std::string>();
    BT_TRY(const std::uint64_t number, numberOf(value, name));
    return std::to_string(number);
}

Result<Json> poseidon(const In& in)
{
    BT_TRY(const Json* list, in.array("inputs"));
    std::vector<zk::Fr> inputs;
    for (const Json& one : *list) {
        BT_TRY(const std::string digits, decimalOf(one, "inputs"));
        BT_TRY(const zk::Fr value, zk::Fr::fromDecimal(digits));
        inputs.push_back(value);
    }
    BT_TRY(const zk::Fr hash, zk::poseidon(inputs));
    return Json{{"hash", hash.decimal()}};
}

template <Result<Bytes> (*Precompile)(ByteView)> Result<Json> precompile(const In& in)
{
    BT_TRY(const Bytes input, in.bytes("input"));
    BT_TRY(const Bytes output, Precompile(input));
    return Json{{"output", hex(output)}};
}

//! A proof that does not hold is an answer; bytes that are no proof are an error.
Result<Json> verdict(const Result<void>& verified)
{
    if (verified) return Json{{"valid", true}};
    if (verified.error().code == "zk.proof_does_not_hold") return Json{{"valid", false}};
    return tl::unexpected(verified.error());
}

Result<Json> verify(const In& in)
{
    BT_TRY(const Bytes key, in.bytes("vk"));
    BT_TRY(const Bytes proof, in.bytes("proof"));
    BT_TRY(const Json* list, in.array("inputs"));
    std::vector<Bytes> inputs;
    for (const Json& one : *list) {
        BT_TRY(Bytes raw, bytesOf(one, "inputs"));
        inputs.push_back(std::move(raw));
    }
    return verdict(zk::verifyGroth16(key, proof, inputs));
}

Result<Json> verifySnarkjs(const In& in)
{
    BT_TRY(const In key, in.object("vk"));
    BT_TRY(const In proof, in.object("proof"));
    BT_TRY(const Json* inputs, in.array(in.has("public") ? "public" : "inputs"));
    return verdict(zk::verifySnarkjs(key.json(), proof.json(), *inputs));
}

constexpr Op kOps[] = {
    {"poseidon", poseidon},
    {"bn254.add", precompile<zk::ethereumAdd>},
    {"bn254.mul", precompile<zk::ethereumMul>},
    {"bn254.pairing", precompile<zk::ethereumPairing>},
    {"groth16.verify", verify},
    {"groth16.verify_snarkjs", verifySnarkjs},
};

} // namespace

std::span<const Op> zkOps() { return kOps; }

} // namespace bt::conform
