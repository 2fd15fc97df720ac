// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Sizes, masses and least fees of transactions, and the tables of them in the documents. Header-only.
#pragma once

#include "stage.h"

#include <QtGlobal>

#include <cstdio>
#include <filesystem>

namespace bt::test {

struct Row {
    std::string name;
    kaspa::Masses masses;
    std::uint64_t bytes = 0, budget = 0, fee = 0;
};

inline Row rowOf(std::string name, Populated tx)
{
    Row row;
    row.name = std::move(name);
    row.masses = must(kaspa::masses(tx));
    row.bytes = kaspa::estimatedSize(tx.tx);
    row.budget = tx.tx.inputs[0].computeBudget;
    row.fee = kaspa::minimumFee(row.masses.feeMass()).value;
    return row;
}

inline std::string kasText(std::uint64_t sompi)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6f", static_cast<double>(sompi) / 1e8);
    return text;
}

inline constexpr const char* kTableHead =
    "| step | bytes | budgets | compute g | transient g / 2 | storage g | least fee KAS |\n|---|---|---|---|---|---|---|\n";
inline std::string lineOf(const Row& row, const std::string& budgets)
{
    return "| " + row.name + " | " + std::to_string(row.bytes) + " | " + budgets + " | " + std::to_string(row.masses.compute) + " | " +
           std::to_string(row.masses.normalizedTransient()) + " | " + std::to_string(row.masses.storage) + " | " + kasText(row.fee) +
           " |\n";
}

//! Whether a page under docs/ says `expected` between its markers; with BT_REGENERATE=1 it is written there.
inline bool documentSays(const std::string& mark, const std::string& expected, std::string& found, const std::string& page = "contracts.md")
{
    const std::filesystem::path document = sourceFolder() / "docs" / page;
    std::string text = fileText(document).value_or("");
    const std::string begin = "<!-- " + mark + " -->\n", end = "<!-- /" + mark + " -->";
    const auto from = text.find(begin), to = text.find(end);
    if (from == std::string::npos || to == std::string::npos) return false;
    found = text.substr(from + begin.size(), to - from - begin.size());
    if (found == expected) return true;
    if (!qEnvironmentVariableIsSet("BT_REGENERATE")) return false;
    text.replace(from + begin.size(), found.size(), expected);
    std::ofstream(document, std::ios::binary) << text;
    return true;
}

} // namespace bt::test
