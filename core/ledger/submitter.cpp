// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/submitter.h"

#include "kaspa/hashing.h"
#include "kaspa/mass.h"

#include <algorithm>

namespace bt::ledger {

using namespace kaspa;

namespace {

//! Of one call. Each raises the fee by a quarter at least: eight of them are a sixfold fee.
constexpr int kMostRaises = 8;

bool is(const Error& why, std::string_view code) { return why.code == code; }
bool within(const Error& why, std::string_view family) { return why.code.substr(0, family.size()) == family; }

//! What block builders and replacement compare fees by.
std::uint64_t gramsOf(const Transaction& tx)
{
    Masses all = nonContextualMasses(tx);
    all.storage = tx.storageMass;
    return std::max<std::uint64_t>(all.largest(), 1);
}

//! The least fee for `mine` grams that is more for each gram than `fee` is for `theirs`.
std::uint64_t above(std::uint64_t fee, std::uint64_t theirs, std::uint64_t mine)
{
    const auto exact = static_cast<unsigned __int128>(fee) * mine / theirs + 1;
    return exact > kMaxSompi ? kMaxSompi : static_cast<std::uint64_t>(exact);
}

} // namespace

Submitter::Squatters Submitter::squatters(const Submission& what, const Deadline& deadline)
{
    Squatters out;
    const TxId own = transactionId(what.tx);
    const std::uint64_t grams = gramsOf(what.tx);
    for (std::size_t i = 0; i < what.tx.inputs.size() && i < what.spent.size(); ++i) {
        const auto found = m_node->mempoolSpender(what.tx.inputs[i].previous, what.spent[i].spk, deadline);
        if (!found || !*found || (*found)->id == own) continue; // a node that cannot say is no reason to stop
        if (std::ranges::find(out.ids, (*found)->id) != out.ids.end()) continue;
        out.ids.push_back((*found)->id);
        out.welcome = out.welcome || (m_welcome && m_welcome((*found)->tx));
        out.needed.value = std::max(out.needed.value, above((*found)->fee.value, gramsOf((*found)->tx), grams));
    }
    return out;
}

bool Submitter::landed(const Submission& what, const Deadline& deadline)
{
    const TxId id = transactionId(what.tx);
    for (std::uint32_t i = 0; i < what.tx.outputs.size(); ++i) {
        const auto there = m_node->utxoOf({id, i}, what.tx.outputs[i].spk, deadline);
        if (there && *there) return true;
    }
    return false;
}

Progress Submitter::judge(const Submission& what, Progress progress, Error why, const Deadline& deadline)
{
    progress.id = transactionId(what.tx);
    if (is(why, "node.conflict")) {
        progress.standing = Standing::Squatted;
    } else if (is(why, "node.spent")) {
        // Our own acceptance spends the inputs too, and a node forgets what it accepted after two minutes.
        if (landed(what, deadline)) {
            progress.standing = Standing::Accepted;
            return progress;
        }
        progress.standing = Standing::Conflict;
        std::string input;
        if (!why.args.empty()) input = why.args.front();
        why = Error{"ledger.conflict", {input}, std::move(why.detail)};
    } else if (within(why, "node.rejected")) {
        progress.standing = Standing::Refused;
    } else {
        progress.standing = Standing::Unreachable;
    }
    progress.why = std::move(why);
    return progress;
}

Result<Progress> Submitter::replace(Submission& what, Progress progress, const Deadline& deadline)
{
    std::uint64_t floor = 0; // a fee that is known to be too low for a replacement
    for (int raise = 0;; ++raise) {
        const Squatters now = squatters(what, deadline);
        if (!now.ids.empty()) progress.squatter = now.ids.front();
        if (now.welcome) return judge(what, std::move(progress), Error{"node.conflict", {}, "another one does the same already"}, deadline);
        // A node replaces one transaction, never two at once.
        const bool tooMany = now.ids.size() > 1;
        const bool enough = what.fee.value > floor && what.fee.value >= now.needed.value;
        if (!tooMany && enough) {
            auto done = m_node->submitReplacement(what.tx, deadline);
            if (done) {
                progress.standing = Standing::Waiting;
                progress.replaced = true;
                progress.id = *done;
                return progress;
            }
            if (!is(done.error(), "node.conflict") && !is(done.error(), "node.rejected.replacement_fee")) {
                // Nobody sits there any more: then it goes the usual way.
                auto plain = m_node->submit(what.tx, deadline);
                if (plain) {
                    progress.standing = Standing::Waiting;
                    progress.id = *plain;
                    return progress;
                }
                if (!is(plain.error(), "node.conflict") || raise >= kMostRaises)
                    return judge(what, std::move(progress), std::move(plain).error(), deadline);
                continue;
            }
            floor = what.fee.value;
        }
        const std::uint64_t next = std::max({now.needed.value, floor + 1, what.fee.value + what.fee.value / 4});
        const std::uint64_t affordable = std::min(next, what.feeCap.value);
        const bool hopeless = now.needed.value > what.feeCap.value;
        if (tooMany || hopeless || !m_rebuild || affordable <= what.fee.value || raise >= kMostRaises)
            return judge(what, std::move(progress), Error{"node.conflict", {}, "squatted, and the fee is at its cap"}, deadline);
        BT_TRY(what, m_rebuild(what, Sompi{affordable}));
        progress.rebuilt = true;
    }
}

Result<Progress> Submitter::submit(Submission& what, const Deadline& deadline)
{
    Progress progress;
    auto done = m_node->submit(what.tx, deadline);
    if (done) {
        progress.id = *done;
        return progress;
    }
    if (is(done.error(), "node.conflict") && what.contract) return replace(what, std::move(progress), deadline);
    return judge(what, std::move(progress), std::move(done).error(), deadline);
}

Result<Progress> Submitter::watch(Submission& what, bool accepted, const Deadline& deadline)
{
    Progress progress;
    progress.id = transactionId(what.tx);
    if (accepted) {
        progress.standing = Standing::Accepted;
        return progress;
    }
    auto waiting = m_node->mempoolTx(progress.id, deadline);
    if (!waiting) return judge(what, std::move(progress), std::move(waiting).error(), deadline);
    if (*waiting) return progress;
    BT_TRY(Progress again, submit(what, deadline));
    again.resent = again.standing == Standing::Waiting && !again.rebuilt;
    if (again.resent && !again.replaced)
        if (const auto gone = lostInput(what, deadline))
            return judge(what, Progress{}, Error{"node.spent", {std::to_string(*gone)}, "spent elsewhere"}, deadline);
    return again;
}

std::optional<std::size_t> Submitter::lostInput(const Submission& what, const Deadline& deadline)
{
    // A node may know bytes from a block that it has taken back since, and say yes to them for hours: they wait nowhere
    // then, and an input of theirs is gone without one of their outputs being there.
    const auto waiting = m_node->mempoolTx(transactionId(what.tx), deadline);
    if (!waiting || *waiting || landed(what, deadline)) return std::nullopt;
    for (std::size_t i = 0; i < what.tx.inputs.size() && i < what.spent.size(); ++i) {
        const Outpoint& previous = what.tx.inputs[i].previous;
        const auto there = m_node->utxoOf(previous, what.spent[i].spk, deadline);
        if (!there || *there) continue;
        const auto parent = m_node->mempoolTx(previous.id, deadline);
        if (parent && !*parent) return i;
    }
    return std::nullopt;
}

} // namespace bt::ledger
