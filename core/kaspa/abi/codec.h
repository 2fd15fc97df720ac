// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! KCC-1 encodings: arguments (minimal pushes), state (one explicit push a field), dispatch tags, template hashes.
//! Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/fixed.h"
#include "kaspa/abi/types.h"
#include "kaspa/transaction.h"

#include <array>

namespace bt::kaspa::abi {

using DispatchTag = Fixed<4, struct DispatchTagTag>;

//! A data push: `minimal` uses OP_1..OP_16 and OP_1NEGATE where they stand for the bytes (arguments), else the
//! shortest push with an explicit length (state, redeem scripts).
[[nodiscard]] Bytes push(ByteView payload, bool minimal);
//! One push of a push-only script: where it starts, its data and whether it was minimal or explicit.
struct Push {
    std::size_t start = 0;
    Bytes data;
    bool smallInt = false; //!< came from OP_1NEGATE or OP_1..OP_16
};
//! Canonical: only what encodeArgument writes. Consensus: whatever the script engine takes for the same values (neither
//! numbers nor pushes need be the shortest there, and anyone on the way may lengthen a push: a transaction's id leaves
//! signature scripts out), for reading other people's transactions.
enum class Strictness { Canonical, Consensus };
//! \returns the pushes; "abi.bad_push" for other opcodes, cut pushes and, in canonical form, lengths that a shorter push
//! could say.
[[nodiscard]] Result<std::vector<Push>> parsePushes(ByteView script, Strictness strictness = Strictness::Canonical);

//! Packed payload without a push: ints as 8 bytes sign-magnitude little endian. "abi.bad_value".
[[nodiscard]] Result<Bytes> encodePayload(const Type& type, const Value& value, const Records& records);
[[nodiscard]] Result<Value> decodePayload(const Type& type, ByteView payload);

//! The pushes of one argument (several for a record). "abi.bad_value" if the value does not fit the type.
[[nodiscard]] Result<Bytes> encodeArgument(const Type& type, const Value& value, const Records& records);
//! Reads back the arguments of an entry; the whole of `script` must be used. "abi.bad_value", "abi.bad_push".
[[nodiscard]] Result<std::vector<Value>> decodeArguments(const std::vector<Type>& types, ByteView script, const Records& records,
                                                         Strictness strictness = Strictness::Canonical);

//! The state's bytes as they stand in the program. "abi.bad_value" names the field in args.
[[nodiscard]] Result<Bytes> encodeState(const std::vector<Field>& fields, const RecordValue& values, const Records& records);
[[nodiscard]] Result<RecordValue> decodeState(const std::vector<Field>& fields, ByteView state, const Records& records);

//! "transfer({int,byte[32]}[],byte[])"
[[nodiscard]] Result<std::string> functionSignature(std::string_view entry, const std::vector<Type>& types, const Records& records);
//! First four bytes of BLAKE3 of the signature.
[[nodiscard]] Result<DispatchTag> dispatchTag(std::string_view entry, const std::vector<Type>& types, const Records& records);

//! BLAKE3(length of prefix, 8 bytes | prefix | length of suffix, 8 bytes | suffix): a program without its state.
[[nodiscard]] Hash256 templateHash(ByteView prefix, ByteView suffix);
//! P2SH script public key of a redeem script.
[[nodiscard]] ScriptPublicKey scriptHashOf(ByteView redeemScript);
//! P2PK script public key of an x-only key.
[[nodiscard]] ScriptPublicKey payToKey(ByteView xonly32);
//! An outpoint as programs take it: transaction id, index in 4 bytes little endian.
[[nodiscard]] Bytes outpointBytes(const Outpoint& outpoint);
//! arguments | push of the tag | push of the redeem script.
[[nodiscard]] Bytes signatureScript(ByteView arguments, const DispatchTag& tag, ByteView redeemScript);

} // namespace bt::kaspa::abi
