// SPDX-License-Identifier: GPL-3.0-or-later
// The harness and the words of rusty-kaspa's script tests (kaspa-txscript 2.1.0, lib.rs, mod bitcoind_tests).
#include "kaspa/hashing.h"
#include "kaspa/script/limits.h"
#include "kaspa/script/rules.h"
#include "kaspa/script/short_form.h"

#include <array>
#include <utility>

namespace bt::kaspa::script {

namespace {

Hash256 filledUp(std::string_view text)
{
    Hash256 out;
    out.bytes.fill('f');
    std::ranges::copy(text, out.bytes.begin());
    return out;
}

Result<Hash256> commitmentOf(const Hash256& block)
{
    if (block == filledUp("input_block")) return filledUp("output_root_hash");
    return fail(textOf(Rule::BlockAlreadyPruned).code);
}

Transaction oneInOneOut(Outpoint previous, Bytes signatureScript, ScriptPublicKey spk)
{
    Transaction tx;
    tx.version = 1;
    Input in;
    in.previous = previous;
    in.signatureScript = std::move(signatureScript);
    in.sequence = UINT64_MAX;
    in.sigOpCount = kMaxMultisigKeys;
    tx.inputs.push_back(std::move(in));
    tx.outputs.push_back({Sompi{0}, std::move(spk), std::nullopt});
    return tx;
}

using Words = std::vector<std::string_view>;

// One of kaspa-txscript's errors covers several rules of the suite; only its text tells them apart.
Words wordsOfInvalidState(std::string_view detail)
{
    const auto says = [&](std::string_view text) { return detail.find(text) != std::string_view::npos; };
    if (says("condition stack empty")) return {"UNBALANCED_CONDITIONAL"};
    if (says("pick at an invalid location") || says("roll at an invalid location")) return {"INVALID_STACK_OPERATION"};
    if (says("expected boolean")) return {"MINIMALIF"};
    return {"UNKNOWN_ERROR"};
}

struct Named {
    std::string_view rule;
    std::array<std::string_view, 4> words;
};
constexpr Named kNamed[] = {
    {"NumberTooBig", {"UNKNOWN_ERROR"}},
    {"Serialization", {"UNKNOWN_ERROR"}},
    {"PubKeyFormat", {"PUBKEYFORMAT"}},
    {"EvalFalse", {"EVAL_FALSE"}},
    {"EmptyStack", {"EMPTY_STACK", "EVAL_FALSE", "UNBALANCED_CONDITIONAL", "INVALID_ALTSTACK_OPERATION"}},
    {"NullFail", {"NULLFAIL"}},
    {"InvalidSigHashType", {"SIG_HASHTYPE"}},
    {"SignatureScriptNotPushOnly", {"SIG_PUSHONLY"}},
    {"CleanStack", {"CLEANSTACK"}},
    {"OpcodeReserved", {"BAD_OPCODE"}},
    {"MalformedPush", {"BAD_OPCODE"}},
    {"InvalidOpcode", {"BAD_OPCODE"}},
    {"ErrUnbalancedConditional", {"UNBALANCED_CONDITIONAL"}},
    {"EarlyReturn", {"OP_RETURN"}},
    {"VerifyError", {"VERIFY", "EQUALVERIFY"}},
    {"InvalidStackOperation", {"INVALID_STACK_OPERATION", "INVALID_ALTSTACK_OPERATION"}},
    {"OutOfBoundsSubstring", {"UNKNOWN_ERROR"}},
    {"InvalidIndex", {"UNKNOWN_ERROR"}},
    {"OpcodeDisabled", {"DISABLED_OPCODE"}},
    {"ElementTooBig", {"PUSH_SIZE"}},
    {"TooManyOperations", {"OP_COUNT"}},
    {"StackSizeExceeded", {"STACK_SIZE"}},
    {"InvalidPubKeyCount", {"PUBKEY_COUNT"}},
    {"InvalidSignatureCount", {"SIG_COUNT"}},
    {"NotMinimalData", {"MINIMALDATA", "UNKNOWN_ERROR"}},
    {"UnsatisfiedLockTime", {"UNSATISFIED_LOCKTIME"}},
    {"ScriptSize", {"SCRIPT_SIZE"}},
    {"CovenantsError", {"UNKNOWN_ERROR"}},
    {"InvalidSignature", {"INVALID_SIG"}},
    {"InvalidPubkey", {"PUBKEYFORMAT"}},
};

} // namespace

Result<ScriptCost> runShortForm(std::string_view signatureScript, std::string_view scriptPublicKey, bool covenantsEnabled)
{
    const std::size_t maxElement = (covenantsEnabled ? kLimits : kLimitsBeforeToccata).element;
    BT_TRY(Bytes unlock, parseShortForm(signatureScript, maxElement));
    BT_TRY(Bytes lock, parseShortForm(scriptPublicKey, maxElement));
    const ScriptPublicKey spk{0, std::move(lock)};

    Outpoint nowhere;
    nowhere.index = UINT32_MAX;
    const TxId parent = transactionId(oneInOneOut(nowhere, {0, 0}, spk));
    Populated spend{oneInOneOut({parent, 0}, std::move(unlock), {}), {{Sompi{0}, spk, 0, true, std::nullopt}}};

    ScriptContext ctx;
    ctx.tx = &spend;
    ctx.seqCommit = commitmentOf;
    ctx.covenantsEnabled = covenantsEnabled;
    return runScripts(spend.tx.inputs[0].signatureScript, spk, ctx);
}

std::vector<std::string_view> suiteWords(const Result<ScriptCost>& run)
{
    if (run) return {"OK"};
    const Error& error = run.error();
    if (error.args.empty()) return {};
    if (error.args[0] == textOf(Rule::InvalidState).name) return wordsOfInvalidState(error.detail);
    for (const Named& named : kNamed) {
        if (error.args[0] != named.rule) continue;
        Words out;
        for (const std::string_view word : named.words)
            if (!word.empty()) out.push_back(word);
        return out;
    }
    return {};
}

} // namespace bt::kaspa::script
