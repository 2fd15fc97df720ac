// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which operands each opcode has a use for, so that random programs get past their first instruction. Pure.
#pragma once

#include "kaspa/script/opcode_table.h"

#include <cstdint>
#include <string_view>

namespace bt::test {

using namespace kaspa::script;

//! What an opcode takes (bottom first) and how many items it leaves. n: number, i: small index, b: bytes, h: 32 bytes or a
//! covenant id, z: any item, s: a size up to 9, k: BLAKE2b key, t: lock time, r: a block's hash, 0: nothing, g: a proof's tag.
struct Taste {
    std::uint8_t code;
    std::string_view takes;
    int leaves;
};
inline constexpr Taste kTastes[] = {
    {OpNop, "", 0}, {OpVerify, "n", 0}, {OpToAltStack, "z", 0}, {Op2Drop, "zz", 0}, {Op2Dup, "zz", 4},
    {Op3Dup, "zzz", 6}, {Op2Over, "zzzz", 6}, {Op2Rot, "zzzzzz", 6}, {Op2Swap, "zzzz", 4}, {OpDepth, "", 1},
    {OpDrop, "z", 0}, {OpDup, "z", 2}, {OpNip, "zz", 1}, {OpOver, "zz", 3}, {OpPick, "zzzi", 4}, {OpRoll, "zzzi", 3},
    {OpRot, "zzz", 3}, {OpSwap, "zz", 2}, {OpTuck, "zz", 3}, {OpCat, "bb", 1}, {OpSubstr, "bii", 1}, {OpSize, "b", 2},
    {OpInvert, "b", 1}, {OpAnd, "hh", 1}, {OpOr, "hh", 1}, {OpXor, "nn", 1}, {OpEqual, "zz", 1},
    {OpEqualVerify, "ii", 0}, {Op1Add, "n", 1}, {Op1Sub, "n", 1}, {OpNegate, "n", 1}, {OpAbs, "n", 1}, {OpNot, "n", 1},
    {Op0NotEqual, "n", 1}, {OpAdd, "nn", 1}, {OpSub, "nn", 1}, {OpMul, "nn", 1}, {OpDiv, "nn", 1}, {OpMod, "nn", 1},
    {OpBoolAnd, "nn", 1}, {OpBoolOr, "nn", 1}, {OpNumEqual, "nn", 1}, {OpNumEqualVerify, "ii", 0},
    {OpNumNotEqual, "nn", 1}, {OpLessThan, "nn", 1}, {OpGreaterThan, "nn", 1}, {OpLessThanOrEqual, "nn", 1},
    {OpGreaterThanOrEqual, "nn", 1}, {OpMin, "nn", 1}, {OpMax, "nn", 1}, {OpWithin, "nnn", 1}, {OpNum2Bin, "ns", 1},
    {OpBin2Num, "n", 1}, {OpBlake2bWithKey, "bk", 1}, {OpSHA256, "b", 1}, {OpBlake2b, "b", 1}, {OpBlake3, "b", 1},
    {OpBlake3WithKey, "bh", 1}, {OpCheckLockTimeVerify, "t", 0}, {OpCheckSequenceVerify, "t", 0}, {OpTxVersion, "", 1},
    {OpTxInputCount, "", 1}, {OpTxOutputCount, "", 1}, {OpTxLockTime, "", 1}, {OpTxSubnetId, "", 1}, {OpTxGas, "", 1},
    {OpTxPayloadSubstr, "ii", 1}, {OpTxInputIndex, "", 1}, {OpOutpointTxId, "i", 1}, {OpOutpointIndex, "i", 1},
    {OpTxInputScriptSigSubstr, "iii", 1}, {OpTxInputSeq, "i", 1}, {OpTxInputAmount, "i", 1}, {OpTxInputSpk, "i", 1},
    {OpTxInputDaaScore, "i", 1}, {OpTxInputIsCoinbase, "i", 1}, {OpTxOutputAmount, "i", 1}, {OpTxOutputSpk, "i", 1},
    {OpTxPayloadLen, "", 1}, {OpTxInputSpkLen, "i", 1}, {OpTxInputSpkSubstr, "iii", 1}, {OpTxOutputSpkLen, "i", 1},
    {OpTxOutputSpkSubstr, "iii", 1}, {OpTxInputScriptSigLen, "i", 1}, {OpAuthOutputCount, "i", 1},
    {OpAuthOutputIdx, "ii", 1}, {OpInputCovenantId, "i", 1}, {OpCovInputCount, "h", 1}, {OpCovInputIdx, "hi", 1},
    {OpCovOutputCount, "h", 1}, {OpCovOutputIdx, "hi", 1}, {OpOutputCovenantId, "i", 1},
    {OpOutputAuthorizingInput, "i", 1}, {OpChainblockSeqCommit, "r", 1}, {OpIfDup, "0", 0}, {OpZkPrecompile, "g", 0}};

} // namespace bt::test
