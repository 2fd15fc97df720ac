// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Short words for script tests: run a script in short form and name the outcome.
#pragma once

#include "kaspa/script/engine.h"
#include "kaspa/script/short_form.h"

#include <QTest>

namespace bt::test {

//! "OK" or the name of the broken rule; with a cost behind it if `units` is set: "OK 12".
inline QString outcome(const Result<kaspa::ScriptCost>& run, bool units = false)
{
    if (!run) return QString::fromStdString(run.error().args.empty() ? std::string(run.error().code) : run.error().args[0]);
    return units ? QStringLiteral("OK %1").arg(run->scriptUnits) : QStringLiteral("OK");
}

inline Bytes script(std::string_view shortForm)
{
    const auto parsed = kaspa::script::parseShortForm(shortForm);
    if (!parsed) qFatal("not a script: %s", parsed.error().args.at(0).c_str());
    return *parsed;
}

//! A version 1 transaction of one input that spends `spk` with `unlock`.
inline kaspa::Populated spending(Bytes unlock, kaspa::ScriptPublicKey spk, std::uint16_t budget = 10)
{
    kaspa::Populated p;
    kaspa::Input in;
    in.previous.id.bytes.fill(7);
    in.signatureScript = std::move(unlock);
    in.computeBudget = budget;
    p.tx.inputs.push_back(std::move(in));
    p.tx.outputs.push_back({kas(1), kaspa::payToScriptHash(viewOf("x")), std::nullopt});
    p.utxos.push_back(kaspa::Utxo{kas(2), std::move(spk), 5, false, std::nullopt});
    return p;
}

inline Result<kaspa::ScriptCost> verify(const kaspa::Populated& p, std::size_t input = 0)
{
    kaspa::ScriptContext ctx;
    ctx.tx = &p;
    ctx.inputIndex = input;
    return kaspa::verifyInput(ctx);
}

} // namespace bt::test
