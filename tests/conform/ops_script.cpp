// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "kaspa/covenant.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/short_form.h"
#include "tx_json.h"

namespace bt::conform {
namespace {

using namespace kaspa;

//! One row of rusty-kaspa's script tests. A refusal's message begins with the words that their suite accepts for it.
Result<Json> run(const In& in)
{
    BT_TRY(const std::string signatureScript, in.text("script_sig"));
    BT_TRY(const std::string scriptPublicKey, in.text("script_pub_key"));
    BT_CHECK(in.textOr("flags", "")); // their harness reads none of them
    auto done = script::runShortForm(signatureScript, scriptPublicKey);
    if (done) return Json::object();
    std::string words;
    for (const std::string_view word : script::suiteWords(done)) words += (words.empty() ? "" : "|") + std::string(word);
    Error error = std::move(done).error();
    if (!words.empty()) error.detail = words + ": " + (error.detail.empty() ? std::string(error.code) : error.detail);
    return tl::unexpected(std::move(error));
}

Result<Json> verify(const In& in)
{
    BT_TRY(const Populated tx, populatedIn(in));
    BT_TRY(const std::size_t index, inputIndexIn(in, tx.tx));
    BT_CHECK(checkCovenantBindings(tx));
    ScriptContext context;
    context.tx = &tx;
    context.inputIndex = index;
    SighashCache cache;
    context.sighashes = &cache;
    BT_TRY(const ScriptCost cost, verifyInput(context));
    return Json{{"script_units", cost.scriptUnits}};
}

constexpr Op kOps[] = {{"kaspa.script.run", run}, {"kaspa.script.verify", verify}};

} // namespace

std::span<const Op> scriptOps() { return kOps; }

} // namespace bt::conform
