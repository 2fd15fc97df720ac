// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The handlers that the opcode table names: each runs one opcode on the machine and returns Rule::Ok or the rule that is
//! broken. Private to script/. Pure; no Qt.
#pragma once

#include "kaspa/script/machine.h"

namespace bt::kaspa::script::ops {

// constants and control (ops_control.cpp)
Rule unknown(Machine& vm, const Op& op);
Rule reserved(Machine& vm, const Op& op);
Rule disabled(Machine& vm, const Op& op);
Rule pushData(Machine& vm, const Op& op);
Rule pushSmall(Machine& vm, const Op& op);
Rule nop(Machine& vm, const Op& op);
Rule opIf(Machine& vm, const Op& op);
Rule opNotIf(Machine& vm, const Op& op);
Rule opElse(Machine& vm, const Op& op);
Rule endIf(Machine& vm, const Op& op);
Rule verify(Machine& vm, const Op& op);
Rule opReturn(Machine& vm, const Op& op);

// stack (ops_stack.cpp)
Rule toAlt(Machine& vm, const Op& op);
Rule fromAlt(Machine& vm, const Op& op);
Rule ifDup(Machine& vm, const Op& op);
Rule depth(Machine& vm, const Op& op);
Rule nip(Machine& vm, const Op& op);
Rule pick(Machine& vm, const Op& op);
Rule roll(Machine& vm, const Op& op);
Rule tuck(Machine& vm, const Op& op);
//! Drops the top N items.
template <std::size_t N> Rule drop(Machine& vm, const Op&)
{
    if (!vm.has(N)) return vm.tooFew(N);
    vm.main.drop(N);
    return Rule::Ok;
}
//! Copies N items that start Depth below the top: OpDup, OpOver and their kin.
template <std::size_t Depth, std::size_t N> Rule copyUp(Machine& vm, const Op&)
{
    if (!vm.has(Depth)) return vm.tooFew(Depth);
    vm.main.copyUp(Depth, N);
    return Rule::Ok;
}
//! Moves the lowest N of the top Frame items up: OpRot, OpSwap and their kin.
template <std::size_t Frame, std::size_t N> Rule rotate(Machine& vm, const Op&)
{
    if (!vm.has(Frame)) return vm.tooFew(Frame);
    vm.main.rotate(Frame, N);
    return Rule::Ok;
}

// bytes (ops_bytes.cpp)
Rule cat(Machine& vm, const Op& op);
Rule substr(Machine& vm, const Op& op);
Rule size(Machine& vm, const Op& op);
Rule invert(Machine& vm, const Op& op);
Rule bitAnd(Machine& vm, const Op& op);
Rule bitOr(Machine& vm, const Op& op);
Rule bitXor(Machine& vm, const Op& op);
Rule equalItems(Machine& vm, const Op& op);
Rule equalVerify(Machine& vm, const Op& op);

// numbers (ops_number.cpp)
Rule addOne(Machine& vm, const Op& op);
Rule subOne(Machine& vm, const Op& op);
Rule negate(Machine& vm, const Op& op);
Rule absolute(Machine& vm, const Op& op);
Rule isZero(Machine& vm, const Op& op);
Rule isNotZero(Machine& vm, const Op& op);
Rule add(Machine& vm, const Op& op);
Rule subtract(Machine& vm, const Op& op);
Rule multiply(Machine& vm, const Op& op);
Rule divide(Machine& vm, const Op& op);
Rule modulo(Machine& vm, const Op& op);
Rule boolAnd(Machine& vm, const Op& op);
Rule boolOr(Machine& vm, const Op& op);
Rule numEqual(Machine& vm, const Op& op);
Rule numEqualVerify(Machine& vm, const Op& op);
Rule numNotEqual(Machine& vm, const Op& op);
Rule less(Machine& vm, const Op& op);
Rule greater(Machine& vm, const Op& op);
Rule lessEqual(Machine& vm, const Op& op);
Rule greaterEqual(Machine& vm, const Op& op);
Rule minimum(Machine& vm, const Op& op);
Rule maximum(Machine& vm, const Op& op);
Rule within(Machine& vm, const Op& op);
Rule numToBin(Machine& vm, const Op& op);
Rule binToNum(Machine& vm, const Op& op);

// hashes and proofs (ops_hash.cpp)
Rule blake2b(Machine& vm, const Op& op);
Rule blake2bWithKey(Machine& vm, const Op& op);
Rule sha256(Machine& vm, const Op& op);
Rule blake3(Machine& vm, const Op& op);
Rule blake3WithKey(Machine& vm, const Op& op);
Rule zkPrecompile(Machine& vm, const Op& op);
Rule chainblockSeqCommit(Machine& vm, const Op& op);

// signatures (ops_signature.cpp)
Rule checkSig(Machine& vm, const Op& op);
Rule checkSigVerify(Machine& vm, const Op& op);
Rule checkSigEcdsa(Machine& vm, const Op& op);
Rule checkMultiSig(Machine& vm, const Op& op);
Rule checkMultiSigVerify(Machine& vm, const Op& op);
Rule checkMultiSigEcdsa(Machine& vm, const Op& op);
Rule checkSigFromStack(Machine& vm, const Op& op);
Rule checkSigFromStackEcdsa(Machine& vm, const Op& op);

// time (ops_time.cpp)
Rule checkLockTime(Machine& vm, const Op& op);
Rule checkSequence(Machine& vm, const Op& op);

// introspection (ops_introspection.cpp)
Rule txVersion(Machine& vm, const Op& op);
Rule txInputCount(Machine& vm, const Op& op);
Rule txOutputCount(Machine& vm, const Op& op);
Rule txLockTime(Machine& vm, const Op& op);
Rule txSubnetId(Machine& vm, const Op& op);
Rule txGas(Machine& vm, const Op& op);
Rule txPayloadSubstr(Machine& vm, const Op& op);
Rule txPayloadLen(Machine& vm, const Op& op);
Rule txInputIndex(Machine& vm, const Op& op);
Rule outpointTxId(Machine& vm, const Op& op);
Rule outpointIndex(Machine& vm, const Op& op);
Rule inputScriptSigSubstr(Machine& vm, const Op& op);
Rule inputScriptSigLen(Machine& vm, const Op& op);
Rule inputSequence(Machine& vm, const Op& op);
Rule inputAmount(Machine& vm, const Op& op);
Rule inputSpk(Machine& vm, const Op& op);
Rule inputSpkLen(Machine& vm, const Op& op);
Rule inputSpkSubstr(Machine& vm, const Op& op);
Rule inputDaaScore(Machine& vm, const Op& op);
Rule inputIsCoinbase(Machine& vm, const Op& op);
Rule outputAmount(Machine& vm, const Op& op);
Rule outputSpk(Machine& vm, const Op& op);
Rule outputSpkLen(Machine& vm, const Op& op);
Rule outputSpkSubstr(Machine& vm, const Op& op);

// covenants (ops_covenant.cpp)
Rule authOutputCount(Machine& vm, const Op& op);
Rule authOutputIndex(Machine& vm, const Op& op);
Rule inputCovenantId(Machine& vm, const Op& op);
Rule covInputCount(Machine& vm, const Op& op);
Rule covInputIndex(Machine& vm, const Op& op);
Rule covOutputCount(Machine& vm, const Op& op);
Rule covOutputIndex(Machine& vm, const Op& op);
Rule outputCovenantId(Machine& vm, const Op& op);
Rule outputAuthorizingInput(Machine& vm, const Op& op);

} // namespace bt::kaspa::script::ops
