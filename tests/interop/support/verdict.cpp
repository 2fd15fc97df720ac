// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/support/verdict.h"

#include "kaspa/mass.h"

#include <utility>

namespace bt::interop {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

// Display texts of kaspa-txscript-errors 2.1.0, TxScriptError, and the names of its variants.
constexpr Words kScriptErrors[] = {
    {"false stack entry at end of script", "EvalFalse"},
    {"script ran, but verification failed", "VerifyError"},
    {"signature invalid:", "InvalidSignature"},
    {"invalid signature in sig cache", "InvalidSignature"},
    {"pubkey invalid:", "InvalidPubkey"},
    {"invalid hash type", "InvalidSigHashType"},
    {"Unsatisfied lock time", "UnsatisfiedLockTime"},
    {"script units exceeded", "ExceededCommittedScriptUnits"},
    {"stack contains", "CleanStack"},
    {"attempt to read from empty stack", "EmptyStack"},
    {"opcode requires at least", "InvalidStackOperation"},
    {"opcode requires", "MalformedPush"},
    {"invalid opcode length", "MalformedPushSize"},
    {"push encoding is not minimal", "NotMinimalData"},
    {"signature script is not push only", "SignatureScriptNotPushOnly"},
    {"not all signatures empty", "NullFail"},
    {"attempt to execute invalid opcode", "InvalidOpcode"},
    {"attempt to execute reserved opcode", "OpcodeReserved"},
    {"attempt to execute disabled opcode", "OpcodeDisabled"},
    {"exceeded max operation limit", "TooManyOperations"},
    {"element size", "ElementTooBig"},
    {"Number too big", "NumberTooBig"},
    {"unsupported public key type", "PubKeyFormat"},
    {"invalid signature count", "InvalidSignatureCount"},
    {"invalid pubkey count", "InvalidPubKeyCount"},
    {"end of script reached in conditional", "ErrUnbalancedConditional"},
    {"combined stack size", "StackSizeExceeded"},
    {"script returned early", "EarlyReturn"},
    {"encountered invalid state", "InvalidState"},
    {"opcode not supported on current source", "InvalidSource"},
    {"no scripts to run", "NoScripts"},
    {"transaction output", "InvalidOutputIndex"},
    {"transaction input", "InvalidInputIndex"},
    {"substring [", "OutOfBoundsSubstring"},
    {"ZK Integrity", "ZkIntegrity"},
    {"Number exceeds", "Serialization"},
    {"script of size", "ScriptSize"},
    {"covenants error", "CovenantsError"},
};

// Display texts of TxRuleError, RuleError and NonStandardError, and the names that our rules have for them.
constexpr Words kRules[] = {
    {"is an orphan where orphan is disallowed", "orphan"},
    {"already spent by transaction", "conflict"},
    {"is not finalized", "not_final"},
    {"sequence locks conditions", "sequence_lock"},
    {"tries to spend coinbase outpoint", "immature"},
    {"while its total inputs amount", "spends_too_much"},
    {"has zero value", "output_zero"},
    {"value is higher than the max allowed", "output_too_high"},
    {"total outputs value", "output_too_high"},
    {"duplicate inputs", "duplicate_input"},
    {"transaction has no inputs", "no_inputs"},
    {"is unknown", "version"},
    {"non-zero gas", "gas"},
    {"per-lane gas", "gas"},
    {"transaction subnetwork id", "subnetwork"},
    {"coinbase transaction", "subnetwork"},
    {"RpcTransactionInput.sig_op_count is inconsistent", "sig_op_count_in_v1"},
    {"RpcTransactionInput.compute_budget is inconsistent", "compute_budget_in_v0"},
    {"has covenant field but transaction version is 0", "covenant_in_v0"},
    {"signature operations which is more", "sig_ops"},
    {"fees which is under the required amount", "fee"},
    {"version of the scriptPublicKey", "script_version"},
    {"transaction output #", "output_script_class"},
    {": non-standard script form", "input_script_class"},
    {"signature script is above", "script_size"},
    {"is larger than max allowed", "mass_limit"},
    {"storage mass) is incomputable", "mass_limit"},
};

} // namespace

std::string ruleOf(std::string_view words)
{
    for (const std::string_view mark :
         {"failed to verify the signature script: ", "failed to verify empty signature script. Inner error: "}) {
        const auto at = words.find(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view inner = words.substr(at + mark.size());
        for (const auto& [text, name] : kScriptErrors)
            if (inner.starts_with(text)) return "script " + std::string(name);
        if (inner.find(" is not a valid range, ") != std::string_view::npos) return "script InvalidRange"; // starts with numbers
        return "unknown: " + std::string(inner);
    }
    if (words.find("covenants error: ") != std::string_view::npos) return "covenant";
    for (const auto& [text, name] : kRules)
        if (words.find(text) != std::string_view::npos) return std::string(name);
    return "unknown: " + std::string(words);
}

Verdict ourVerdict(kaspa::Transaction tx, const KnownOutputs& known, const ledger::ChainPoint& at)
{
    const auto refused = [](const Error& e) {
        constexpr std::string_view kPrefix = "node.rejected.";
        std::string rule(e.code.starts_with(kPrefix) ? e.code.substr(kPrefix.size()) : e.code);
        if (rule == "script" && e.args.size() > 1) rule += " " + e.args[1];
        return Verdict{false, std::move(rule), std::string(e.code) + ": " + e.detail};
    };
    if (const auto alone = ledger::checkIsolated(tx); !alone) return refused(alone.error());
    kaspa::Populated populated{std::move(tx), {}};
    for (const kaspa::Input& input : populated.tx.inputs) {
        const auto found = known.find(input.previous);
        if (found == known.end()) return {false, "orphan", "no such output"};
        populated.utxos.push_back(found->second);
    }
    if (const auto last = ledger::checkFinal(populated.tx, at); !last) return refused(last.error());
    populated.tx.storageMass = kaspa::storageMass(populated).value_or(~0ULL);
    const auto network = ledger::networkNamed("simnet");
    if (!network) return refused(network.error());
    const auto all = ledger::checkPopulated(populated, at, *network);
    if (!all) return refused(all.error());
    return {true, {}, {}};
}

Verdict nodeVerdict(RpcClient& rpc, const kaspa::Transaction& tx)
{
    const auto answer = submit(rpc, tx);
    if (answer) return {true, {}, {}};
    return {false, ruleOf(answer.error().detail), answer.error().detail};
}

Result<ledger::ChainPoint> chainPoint(RpcClient& rpc)
{
    BT_TRY(const ChainState state, chainState(rpc));
    return ledger::ChainPoint{state.daaScore, state.pastMedianTime};
}

} // namespace bt::interop
