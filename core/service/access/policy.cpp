// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/policy.h"

namespace bt::service::access {
namespace {

std::string_view cell(Proof proof)
{
    switch (proof) {
    case Proof::Never: return "-";
    case Proof::Nothing: return "yes";
    case Proof::Visit: return "this visit";
    case Proof::Licence: return "licence";
    case Proof::Badge: return "badge";
    case Proof::Holding: return "holding";
    case Proof::ContractKey: return "contract key";
    }
    return "-";
}

// The core's own questions and letters need no name of a call in the table; what is reserved says so.
std::string asks(const UseRow& row)
{
    if (row.asks.empty()) return "nothing yet";
    return row.asks == "core" ? std::string("core") : "`" + std::string(row.asks) + "`";
}

} // namespace

Result<void> AccessPolicy::judge(Use use, Actor actor, const Shown& shown)
{
    const auto proof = needs(use, actor);
    if (proof == Proof::Nothing) return {};
    if (proof == Proof::Never) return fail("access.not_your_role", std::string(rowOf(use).what));
    if (shown(proof)) return {};
    switch (proof) {
    case Proof::Visit: return fail("access.not_your_visit", std::string(rowOf(use).what));
    case Proof::Licence: return fail("access.licence_needed", std::string(rowOf(use).what));
    case Proof::Badge: return fail("access.badge_needed", std::string(rowOf(use).what));
    case Proof::Holding: return fail("access.holding_needed", std::string(rowOf(use).what));
    default: return fail("access.key_needed", std::string(rowOf(use).what));
    }
}

std::string matrix()
{
    std::string out;
    std::string_view group;
    for (const auto& row : allUses()) {
        if (row.group != group) {
            group = row.group;
            out += (out.empty() ? "### " : "\n### ") + std::string(group) +
                   "\n\n| use | asked by | guest | patient | therapist | arbiter | steward | moderator |\n"
                   "|---|---|---|---|---|---|---|---|\n";
        }
        out += "| " + std::string(row.what) + " | " + asks(row) + " |";
        for (const auto proof : row.needs) out += " " + std::string(cell(proof)) + " |";
        out += "\n";
    }
    return out;
}

} // namespace bt::service::access
