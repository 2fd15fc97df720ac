// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What both sides say about one transaction, in the same words: our rules (ledger/practice/rules.h and the script
//! engine) and kaspad's answer. Thread safety: one thread at a time.
#pragma once

#include "interop/support/simnet.h"
#include "ledger/practice/rules.h"

#include <map>
#include <string>
#include <string_view>

namespace bt::interop {

struct Verdict {
    bool accepted = false;
    std::string rule;  //!< of a refusal: "fee", "not_final", "script EvalFalse", ...
    std::string words; //!< as the side itself puts it
};

//! The outputs that exist, as the tests made them.
using KnownOutputs = std::map<kaspa::Outpoint, kaspa::Utxo>;

//! Our verdict. The storage mass is committed to as a mempool does it: from the transaction as it now stands.
[[nodiscard]] Verdict ourVerdict(kaspa::Transaction tx, const KnownOutputs& known, const ledger::ChainPoint& at);
//! kaspad's verdict: submits the transaction.
[[nodiscard]] Verdict nodeVerdict(RpcClient& rpc, const kaspa::Transaction& tx);
//! The rule that a refusal of kaspad 2.1.0 names; "unknown: ..." if its words are new to us.
[[nodiscard]] std::string ruleOf(std::string_view words);
[[nodiscard]] Result<ledger::ChainPoint> chainPoint(RpcClient& rpc);

} // namespace bt::interop
