// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Kaspa script engine: kaspa-txscript 2.1.0 as active since Toccata. Decides whether an input may spend its
//! output, and what that costs. Pure; no Qt; no I/O. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction.h"

#include <functional>
#include <optional>
#include <string>

namespace bt::kaspa {

//! Answers OpChainblockSeqCommit: the sequencing commitment of a chain block, if it may be read from here. Its error
//! codes "kaspa.script.block_already_pruned" and "kaspa.script.block_is_too_deep" are passed on; any other means
//! "kaspa.script.block_not_selected".
using SeqCommitAccess = std::function<Result<Hash256>(const Hash256& blockHash)>;

//! What a verifier of zero-knowledge proofs may do to the run that calls it.
struct ZkOperands {
    std::function<std::optional<Bytes>()> pop;              //!< the top stack item; nothing when the stack is empty
    std::function<bool(std::uint64_t scriptUnits)> consume; //!< false: over the budget, then fail at once
};
inline constexpr std::uint8_t kZkGroth16 = 0x20;
inline constexpr std::uint8_t kZkRisc0Succinct = 0x21;
//! Verifies the proof that OpZkPrecompile names by `tag`; the tag's own price is already paid.
using ZkVerify = std::function<Result<void>(std::uint8_t tag, const ZkOperands& operands)>;

struct ScriptStep; // trace.h

//! What a run needs besides the transaction.
struct ScriptContext {
    const Populated* tx = nullptr; //!< null: bare scripts without introspection and signatures
    std::size_t inputIndex = 0;
    SighashCache* sighashes = nullptr; //!< shared by the inputs of one transaction; may be null
    SeqCommitAccess seqCommit;         //!< may be empty: the opcode then fails
    ZkVerify zkVerify;                 //!< empty: verifyZk() of zk_precompile.h, which knows Groth16
    //! False only for historic vectors. Then the rules are those before Toccata: its opcodes are disabled, reserved or
    //! unknown; pushes and numbers are minimal, conditions nothing or 1; scripts have at most 10,000 bytes and 201
    //! operations, pushes 520 bytes; a run is limited by the input's signature operation count and costs no script units.
    bool covenantsEnabled = true;
    std::function<void(const std::string& line)> trace; //!< called before each opcode when set
    std::function<void(const ScriptStep& step)> step;   //!< called after each opcode when set; see traceInput()
};

//! What a successful run cost.
struct ScriptCost {
    std::uint64_t scriptUnits = 0;  //!< compare with the input's compute budget: 9,999 free + 10,000 a unit
    std::uint32_t signatureOps = 0; //!< executed signature checks
};

//! Runs signature script, script public key and, for P2SH, the redeem script of input `ctx.inputIndex`, under the
//! input's compute budget (tx version 1) or its signature operation count (version 0).
//! The caller has checked the covenant bindings of the transaction (checkCovenantBindings in covenant.h) and that
//! ctx.tx is set, with as many utxos as inputs, and ctx.inputIndex is below that (else "kaspa.script.bad_context").
//! A script public key of an unknown version is accepted unread, as consensus does.
//! \returns the cost; "kaspa.script.*" with opcode, byte position, stack depth and rule in `detail`, and the name of
//!          kaspa-txscript's error (for example "EvalFalse") as args[0], then, if an opcode failed, its name, byte
//!          position, number in its script, the stack depth and the script's name as args[1] to args[5]
//!          (failureOf() in trace.h reads them).
[[nodiscard]] Result<ScriptCost> verifyInput(const ScriptContext& ctx);

//! Runs two scripts one after the other without a limit of script units, for vectors and for measuring. With ctx.tx they
//! stand in for the scripts of input ctx.inputIndex (the sighash still reads the transaction's own utxo); without, they
//! are bare: introspection and transaction signatures fail, and the first script may do more than push. P2SH if the
//! second script is one.
[[nodiscard]] Result<ScriptCost> runScripts(ByteView signatureScript, const ScriptPublicKey& spk, const ScriptContext& ctx);

//! P2SH of a redeem script: OpBlake2b <32-byte hash> OpEqual, version 0.
[[nodiscard]] ScriptPublicKey payToScriptHash(ByteView redeemScript);
//! P2PK for a Schnorr key: <32 bytes> OpCheckSig, version 0.
[[nodiscard]] ScriptPublicKey payToPublicKey(ByteView xonly32);
//! P2PK ECDSA: <33 bytes> OpCheckSigECDSA.
[[nodiscard]] ScriptPublicKey payToPublicKeyEcdsa(ByteView compressed33);

enum class ScriptClass { NonStandard, PubKey, PubKeyEcdsa, ScriptHash };
[[nodiscard]] ScriptClass classify(const ScriptPublicKey& spk);
//! Signature operations of the redeem script, counted statically as relay rules do (at most 15); 0 for anything that is
//! no P2SH or malformed.
[[nodiscard]] std::uint64_t staticSigOps(ByteView signatureScript, const ScriptPublicKey& spk);
//! An upper bound of the signature operations that a run can execute, from the scripts alone (OpCheckSigFromStack is not
//! counted, as in kaspa-txscript's get_sig_op_count_upper_bound).
[[nodiscard]] std::uint64_t sigOpUpperBound(ByteView signatureScript, const ScriptPublicKey& spk);
//! Script units that an input may use, the free ones included.
[[nodiscard]] std::uint64_t allowedScriptUnits(const Transaction& tx, const Input& input);
//! The smallest compute budget that covers `scriptUnits`. \returns nothing above what 16 bits can say.
[[nodiscard]] std::optional<std::uint16_t> computeBudgetFor(std::uint64_t scriptUnits);
//! A script as opcode names and hex, or nothing if it is malformed.
[[nodiscard]] std::optional<std::string> scriptToText(ByteView script);

//! Builds scripts with canonical (minimal) pushes.
class ScriptBuilder
{
public:
    ScriptBuilder& op(std::uint8_t opcode);
    ScriptBuilder& data(ByteView bytes);       //!< minimal push
    ScriptBuilder& number(std::int64_t value); //!< minimal number push (OpN, Op1Negate or data)
    [[nodiscard]] const Bytes& script() const { return m_script; }

private:
    Bytes m_script;
};

} // namespace bt::kaspa
