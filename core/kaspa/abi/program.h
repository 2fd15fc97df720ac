// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A compiled contract: reads the compiler's artifact (JSON), writes redeem and signature scripts for it and reads them
//! back. Pure; no Qt. Thread safety: a Program is immutable once parsed.
#pragma once

#include "kaspa/abi/codec.h"

namespace bt::kaspa::abi {

struct Entry {
    std::string name;
    DispatchTag tag;
    std::vector<Field> params;
};

//! A decoded spend: which entry was called, with what, from which state.
struct Call {
    std::string entry;
    std::vector<Value> arguments; //!< beside Entry::params
    RecordValue state;
    Bytes redeemScript;
};

//! One contract of an artifact.
class Program
{
public:
    //! Reads an artifact of `silverc` (schema 1) and proves its consistency: span, canonical state, template hash and
    //! each tag recomputed from the entry's signature.
    //! \returns "abi.bad_artifact" with what is wrong in the detail.
    [[nodiscard]] static Result<Program> parse(std::string_view json, std::string_view contract);

    [[nodiscard]] const Hash256& templateHash() const { return m_templateHash; }
    [[nodiscard]] const Bytes& prefix() const { return m_prefix; } //!< before the state
    [[nodiscard]] const Bytes& suffix() const { return m_suffix; } //!< after it
    [[nodiscard]] const std::vector<Field>& stateFields() const { return m_state; }
    [[nodiscard]] const std::map<std::string, Entry, std::less<>>& entries() const { return m_entries; }
    [[nodiscard]] std::size_t stateBytes() const { return m_stateBytes; }

    //! prefix | state | suffix. "abi.bad_value".
    [[nodiscard]] Result<Bytes> redeemScript(const RecordValue& state) const;
    //! Whether `redeem` is this program with some canonical state, and which. "abi.other_program", "abi.bad_value".
    [[nodiscard]] Result<RecordValue> readState(ByteView redeem) const;
    //! The whole signature script that calls `entry`. "abi.unknown_entry", "abi.bad_value".
    [[nodiscard]] Result<Bytes> callScript(std::string_view entry, const std::vector<Value>& arguments, ByteView redeem) const;
    //! Takes a signature script apart. "abi.other_program" if the redeem script is not this program.
    [[nodiscard]] Result<Call> readCall(ByteView signatureScript) const;

private:
    Hash256 m_templateHash;
    Bytes m_prefix, m_suffix;
    std::size_t m_stateBytes = 0;
    std::vector<Field> m_state;
    Records m_records;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace bt::kaspa::abi
