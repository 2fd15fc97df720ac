// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What our programs' states and entries mean, in plain English: a table a program. Private to core/contract. Pure; no Qt.
//! Thread safety: all functions are.
#pragma once

#include "kaspa/abi/program.h"

#include <string_view>
#include <vector>

namespace bt::contract {

enum class Unit {
    Kas,    //!< sompi
    Tokens, //!< units of 10^-8
    Time,   //!< ms since epoch
    Age,    //!< DAA scores, ten a second
    Count,
    Tallies, //!< counts of four bytes each
    Key,     //!< x-only public key; zeros: nobody
    Hash,    //!< zeros: none
    Choice,  //!< one of Word::choices
    Omit,    //!< witness data that says nothing to a person
};

//! A field of a state, or an argument of an entry.
struct Word {
    std::string_view label;
    Unit unit = Unit::Omit;
    std::vector<std::string_view> choices;
};
struct EntryWords {
    std::string_view entry;
    std::string_view meaning;    //!< one sentence
    std::vector<Word> arguments; //!< beside the entry's parameters; fewer: the rest is omitted
};
struct ProgramWords {
    std::string_view title;
    std::vector<std::pair<std::string_view, Word>> state; //!< by field name, in the order of telling
    std::vector<EntryWords> entries;
};

//! A version of a program that the product can explain.
struct KnownProgram {
    const kaspa::abi::Program* program = nullptr;
    const ProgramWords* words = nullptr;
};
[[nodiscard]] const std::vector<KnownProgram>& knownPrograms();

} // namespace bt::contract
