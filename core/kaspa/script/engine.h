// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Kaspa script engine: kaspa-txscript 2.1.0 as active since Toccata. Decides whether an input may spend its
//! output, and what that costs. Pure; no Qt; no I/O. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction.h"

#include <functional>
#include <string>

namespace bt::kaspa {

//! Answers OpChainblockSeqCommit: the sequencing commitment of a chain block, if it may be read from here.
using SeqCommitAccess = std::function<Result<Hash256>(const Hash256& blockHash)>;

//! What a run needs besides the transaction.
struct ScriptContext {
    const Populated* tx = nullptr; //!< null: bare scripts without introspection and signatures
    std::size_t inputIndex = 0;
    SighashCache* sighashes = nullptr; //!< shared by the inputs of one transaction; may be null
    SeqCommitAccess seqCommit;         //!< may be empty: the opcode then fails
    bool covenantsEnabled = true;      //!< Toccata rules; false only for historic vectors
    std::function<void(const std::string& line)> trace; //!< called before each opcode when set
};

//! What a successful run cost.
struct ScriptCost {
    std::uint64_t scriptUnits = 0;  //!< compare with the input's compute budget: 9,999 free + 10,000 a unit
    std::uint32_t signatureOps = 0; //!< executed signature checks
};

//! Runs signature script, script public key and, for P2SH, the redeem script of input `ctx.inputIndex`, under the
//! input's compute budget (tx version 1) or its signature operation count (version 0).
//! \returns the cost; "kaspa.script.*" with opcode, byte position, stack depth and rule in `detail`, and the name of
//!          kaspa-txscript's error (for example "EvalFalse") as args[0].
[[nodiscard]] Result<ScriptCost> verifyInput(const ScriptContext& ctx);

//! Runs two bare scripts one after the other (no P2SH unless the second is one), for vectors.
[[nodiscard]] Result<ScriptCost> runScripts(ByteView signatureScript, const ScriptPublicKey& spk, const ScriptContext& ctx);

//! P2SH of a redeem script: OpBlake2b <32-byte hash> OpEqual, version 0.
[[nodiscard]] ScriptPublicKey payToScriptHash(ByteView redeemScript);
//! P2PK for a Schnorr key: <32 bytes> OpCheckSig, version 0.
[[nodiscard]] ScriptPublicKey payToPublicKey(ByteView xonly32);
//! P2PK ECDSA: <33 bytes> OpCheckSigECDSA.
[[nodiscard]] ScriptPublicKey payToPublicKeyEcdsa(ByteView compressed33);

enum class ScriptClass { NonStandard, PubKey, PubKeyEcdsa, ScriptHash };
[[nodiscard]] ScriptClass classify(const ScriptPublicKey& spk);
//! Signature operations counted statically, as relay rules do (at most 15 in a redeem script).
[[nodiscard]] std::uint64_t staticSigOps(ByteView signatureScript, const ScriptPublicKey& spk);

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
