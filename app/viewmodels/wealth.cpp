// SPDX-License-Identifier: GPL-3.0-or-later
#include "wealth.h"

#include "token_words.h"

namespace bt::app {

using service::Role;
using service::VisitPhase;

Wealth wealthOf(const service::Snapshot& snapshot, const Format& format)
{
    const auto& money = snapshot.money;
    Wealth out;
    out.freeKas = money.available;
    out.held = money.held;
    out.waiting = money.waiting;
    out.kas = {money.available.value + money.held.value + money.waiting.value};
    if (snapshot.tokens) {
        const TokenWords words(format, snapshot);
        const auto& t = *snapshot.tokens;
        out.freeTokens = words.worth(t.available);
        out.held.value += words.worth(t.held).value;
        out.waiting.value += words.worth(t.waiting).value + t.underWaiting.value;
        out.under = t.under;
        out.kas.value += t.under.value + t.underWaiting.value;
        out.units = t.available + t.held + t.waiting;
    }
    for (const auto& v : snapshot.visits) {
        if (v.phase == VisitPhase::Ended) continue;
        // Before a block has it: once it was handed over, and in KAS; BTAI count as waiting until then.
        if (v.phase == VisitPhase::Preparing && (v.inTokens || v.steps.empty())) continue;
        if (v.myRole == Role::Patient) out.forVisits.value += v.price.value;
        else if (v.phase != VisitPhase::Requested) out.forVisits.value += v.bond.value;
    }
    return out;
}

Purse purseOf(const service::Snapshot& snapshot, const Format& format, Sompi available, std::optional<Sompi> left, bool inTokens)
{
    const TokenWords words(format, snapshot);
    const bool both = snapshot.tokens && words.rated();
    const std::uint64_t others = both && !inTokens ? words.worth(snapshot.tokens->available).value : 0;
    Purse out;
    out.free = format.money({available.value + others});
    if (left) out.left = format.money({left->value + others});
    if (inTokens && both) out.counts = words.money(snapshot.tokens->available);
    else if (others > 0) out.counts = format.money(available);
    return out;
}

} // namespace bt::app
