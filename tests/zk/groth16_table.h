// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Keys, proofs and inputs of small circuits made with ark-groth16 0.6 (tests/interop/zk-oracle, "table"). Header-only.
#pragma once

#include "codec/json.h"
#include "support/vectors.h"

namespace bt::test {

struct Groth16Row {
    Bytes key;          //!< compressed
    Bytes proof;        //!< compressed
    Bytes uncompressed; //!< the proof
    std::vector<Bytes> inputs;
    std::vector<std::string> decimals;
};

//! With 0, 1 and 4 inputs.
inline std::vector<Groth16Row> groth16Table()
{
    std::vector<Groth16Row> out;
    const auto text = ownTable("groth16.json");
    const auto rows = codec::parseJson(text ? *text : std::string());
    if (!rows) qFatal("tests/vectors/groth16.json is missing or broken");
    for (const auto& row : (*rows)["rows"]) {
        Groth16Row one;
        one.key = unhex(row["key"].get<std::string>());
        one.proof = unhex(row["proof"].get<std::string>());
        one.uncompressed = unhex(row["uncompressed"].get<std::string>());
        for (const auto& input : row["inputs"]) {
            one.inputs.push_back(unhex(input["bytes"].get<std::string>()));
            one.decimals.push_back(input["decimal"].get<std::string>());
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace bt::test
