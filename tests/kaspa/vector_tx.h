// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Reads transactions of tests' vectors/kaspa/*.json.
#pragma once

#include "codec/json.h"
#include "codec/text.h"
#include "kaspa/transaction.h"

namespace bt::test {

inline Bytes jsonHex(const std::string& text) { return *codec::hexDecode(text); }
template <typename F> F fixedHex(const std::string& text) { return *F::from(jsonHex(text)); }

inline kaspa::Transaction vectorTx(const codec::Json& j)
{
    kaspa::Transaction tx;
    tx.version = j["version"].get<std::uint16_t>();
    for (const auto& i : j["inputs"]) {
        kaspa::Input input;
        input.previous = {fixedHex<kaspa::TxId>(i["prev_tx"]), i["index"].get<std::uint32_t>()};
        input.signatureScript = jsonHex(i["signature_script"]);
        input.sequence = i["sequence"].get<std::uint64_t>();
        input.sigOpCount = i.value("sig_op_count", std::uint8_t(0));
        input.computeBudget = i.value("compute_budget", std::uint16_t(0));
        tx.inputs.push_back(input);
    }
    for (const auto& o : j["outputs"]) {
        kaspa::Output output;
        output.value.value = o["value"].get<std::uint64_t>();
        output.spk.version = o.value("spk_version", std::uint16_t(0));
        output.spk.script = jsonHex(o["script"]);
        if (o.contains("covenant") && !o["covenant"].is_null())
            output.covenant = kaspa::CovenantBinding{o["covenant"]["authorizing_input"].get<std::uint16_t>(),
                                                     fixedHex<kaspa::CovenantId>(o["covenant"]["covenant_id"])};
        tx.outputs.push_back(output);
    }
    tx.lockTime = j["lock_time"].get<std::uint64_t>();
    tx.subnetwork = fixedHex<kaspa::SubnetworkId>(j["subnetwork_id"]);
    tx.gas = j["gas"].get<std::uint64_t>();
    tx.payload = jsonHex(j["payload"]);
    tx.storageMass = j.value("storage_mass", std::uint64_t(0));
    return tx;
}

} // namespace bt::test
