// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/rules.h"

#include <iterator>

namespace bt::kaspa::script {

namespace {

constexpr RuleText kRules[] = {
    // in the order of Rule
    {"Ok", "kaspa.script.ok", "no rule is broken"},
    {"MalformedPushSize", "kaspa.script.malformed_push_size", "the script ends inside the length of a push"},
    {"MalformedPush", "kaspa.script.malformed_push", "the script ends inside the data of a push"},
    {"InvalidInputIndex", "kaspa.script.invalid_input_index", "the transaction has no such input"},
    {"InvalidOutputIndex", "kaspa.script.invalid_output_index", "the transaction has no such output"},
    {"StackSizeExceeded", "kaspa.script.stack_size_exceeded", "the two stacks hold more than 244 items"},
    {"InvalidOpcode", "kaspa.script.invalid_opcode", "the opcode is not known"},
    {"OpcodeReserved", "kaspa.script.opcode_reserved", "the opcode is reserved"},
    {"OpcodeDisabled", "kaspa.script.opcode_disabled", "the opcode is disabled"},
    {"EmptyStack", "kaspa.script.empty_stack", "the stack is empty"},
    {"CleanStack", "kaspa.script.clean_stack", "more than one item is left at the end"},
    {"EvalFalse", "kaspa.script.eval_false", "the last item is false"},
    {"EarlyReturn", "kaspa.script.early_return", "OpReturn ends the script"},
    {"VerifyError", "kaspa.script.verify_error", "what had to be true is false"},
    {"InvalidState", "kaspa.script.invalid_state", "the operands do not fit the operation"},
    {"InvalidPubkey", "kaspa.script.invalid_pubkey", "the public key is not a point of the curve"},
    {"InvalidSignature", "kaspa.script.invalid_signature", "the signature is not well-formed"},
    {"TooManyOperations", "kaspa.script.too_many_operations", "more than 1000000 operations"},
    {"NotATransactionInput", "kaspa.script.not_a_transaction_input", "a signature over a transaction needs a transaction"},
    {"ElementTooBig", "kaspa.script.element_too_big", "the element is larger than allowed"},
    {"NotMinimalData", "kaspa.script.not_minimal_data", "the number does not fit its encoding"},
    {"InvalidSource", "kaspa.script.invalid_source", "the opcode reads the transaction, but there is none"},
    {"UnsatisfiedLockTime", "kaspa.script.unsatisfied_lock_time", "the lock time is not reached"},
    {"NumberTooBig", "kaspa.script.number_too_big", "the number is out of range"},
    {"NullFail", "kaspa.script.null_fail", "a signature of a failed multisig is not empty"},
    {"InvalidSignatureCount", "kaspa.script.invalid_signature_count", "the number of signatures is out of range"},
    {"InvalidPubKeyCount", "kaspa.script.invalid_pub_key_count", "the number of public keys is out of range"},
    {"InvalidSigHashType", "kaspa.script.invalid_sig_hash_type", "the sighash type is not known"},
    {"PubKeyFormat", "kaspa.script.pub_key_format", "an ECDSA public key has 33 bytes"},
    {"NoScripts", "kaspa.script.no_scripts", "there is no script"},
    {"SignatureScriptNotPushOnly", "kaspa.script.signature_script_not_push_only", "a signature script may only push data"},
    {"ErrUnbalancedConditional", "kaspa.script.unbalanced_conditional", "the script ends inside a conditional"},
    {"InvalidStackOperation", "kaspa.script.invalid_stack_operation", "the stack holds too few items"},
    {"ScriptSize", "kaspa.script.script_size", "the script is longer than 1000000 bytes"},
    {"Serialization", "kaspa.script.serialization", "the number does not fit the asked size"},
    {"ExceededCommittedScriptUnits", "kaspa.script.exceeded_committed_script_units", "the run costs more than the input commits to"},
    {"ZkIntegrity", "kaspa.script.zk_integrity", "the zero-knowledge proof does not hold"},
    {"ZkIntegrity", "kaspa.script.zk_not_verified_here", "zero-knowledge proofs are not verified here"},
    {"OutOfBoundsSubstring", "kaspa.script.out_of_bounds_substring", "the substring reaches past the end"},
    {"InvalidIndex", "kaspa.script.invalid_index", "a negative number is no index"},
    {"InvalidRange", "kaspa.script.invalid_range", "the range ends before it starts"},
    {"InvalidLengthOfBlockHash", "kaspa.script.invalid_length_of_block_hash", "a hash has 32 bytes"},
    {"BlockNotSelected", "kaspa.script.block_not_selected", "the block is not in the selected chain"},
    {"BlockAlreadyPruned", "kaspa.script.block_already_pruned", "the block is pruned"},
    {"BlockIsTooDeep", "kaspa.script.block_is_too_deep", "the block is too deep"},
    {"CovenantsError", "kaspa.script.covenants_error", "the covenant has no such member"},
    {"ExceededSigOpLimit", "kaspa.script.exceeded_sig_op_limit", "more signature checks than the input commits to"},
};
static_assert(std::size(kRules) == static_cast<std::size_t>(Rule::Count_));

} // namespace

const RuleText& textOf(Rule rule) { return kRules[static_cast<std::size_t>(rule)]; }

} // namespace bt::kaspa::script
