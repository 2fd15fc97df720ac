// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The birth of a token and the record of it that is published: with the record anyone computes the token's id again,
//! offline, and sees what there is of it. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "contract/token/state.h"

namespace bt::contract::token {

//! One output of the genesis.
struct BirthOutput {
    std::uint32_t index = 0; //!< in the transaction
    Sompi carrier;
    State state;
    bool operator==(const BirthOutput&) const = default;
};
//! Everything that a token's id commits to.
struct BirthRecord {
    Hash256 program;             //!< template hash
    kaspa::Outpoint authorising; //!< whose spending made the id
    std::vector<BirthOutput> outputs;
    bool operator==(const BirthRecord&) const = default;
};

//! What there is to know about a token. From a BirthRecord alone; a network's parameters name the record.
struct Token {
    kaspa::CovenantId id;
    Hash256 program;
    Units supply;
};
//! Checks a record: every output of the birth runs the token program, none has a negative amount or an extension, at
//! least one has something; and computes the id.
//! \returns "token.bad_birth" naming the rule in args: "outputs", "order", "amount", "extension", "supply", "program".
[[nodiscard]] Result<Token> tokenOf(const BirthRecord& record);
//! One canonical JSON text, and back: "token.bad_birth" ("text").
[[nodiscard]] Result<std::string> encodeBirth(const BirthRecord& record);
[[nodiscard]] Result<BirthRecord> decodeBirth(std::string_view text);

//! A genesis: the wallet makes a version 1 transaction whose input `input` spends record.authorising, with `outputs` at
//! the indexes that the record says and no other output under the id.
struct Genesis {
    BirthRecord record;
    Token token;
    std::vector<kaspa::Output> outputs; //!< beside record.outputs
    Sompi carriers;                     //!< KAS that they take
};
//! \param first index of the first output; the others follow. "token.bad_birth" as tokenOf says.
[[nodiscard]] Result<Genesis> genesis(const std::vector<std::pair<State, Sompi>>& states, const kaspa::Outpoint& authorising,
                                      std::uint16_t input = 0, std::uint32_t first = 0);

} // namespace bt::contract::token
