// SPDX-License-Identifier: GPL-3.0-or-later
// A proof held against a node's chain, and what it says about a day.
#include "service/consents/consent_proof.h"
#include "service/json_fields.h"

#include <chrono>
#include <ctime>

namespace bt::service {

namespace cc = contract::consent;

Result<ChainSays> askChain(ledger::Node& node, const ProvenConsent& proven, const Deadline& deadline, const ProofProgress& progress)
{
    const auto& p = proven.proof;
    BT_TRY(const auto info, node.info(deadline));
    if (info.network != p.network) return fail("consent.other_network", {p.network, info.network}, {});
    std::optional<ledger::AcceptedBlock> birth, end;
    std::string endStep;
    kaspa::TxId endTx;
    std::size_t blocks = 0;
    ledger::BlockHash cursor;
    for (;;) {
        BT_TRY(const auto page, node.chain(cursor, deadline));
        for (const auto& hash : page.removed) { // the chain moved while it was read
            if (birth && birth->hash == hash) birth.reset();
            if (end && end->hash == hash) end.reset();
        }
        for (const auto& block : page.added) {
            ++blocks;
            for (const auto& tx : block.txs) {
                if (hexOf(tx.id) == p.birth.txid) birth = ledger::AcceptedBlock{block.hash, block.daaScore, block.time, {}};
                const auto spends =
                    std::ranges::any_of(tx.tx.inputs, [&](const kaspa::Input& in) { return in.previous == proven.receipt.outpoint; });
                if (!spends) continue;
                BT_TRY(const auto step, cc::readSpend(proven.receipt, tx.tx));
                end = ledger::AcceptedBlock{block.hash, block.daaScore, block.time, {}};
                endStep = step == cc::Step::Revoke ? "revoke" : "expire";
                endTx = tx.id;
            }
        }
        if (progress && !page.added.empty()) progress(blocks, page.added.back().daaScore);
        cursor = page.cursor;
        if (!page.more) break;
        if (std::chrono::steady_clock::now() >= deadline.at) return fail("node.timeout");
    }
    if (!birth) {
        const bool gone = info.prunedBelow && *info.prunedBelow > p.birth.daaScore;
        if (gone) return fail("consent.pruned");
        return fail("consent.not_in_chain", {"birth"}, {});
    }
    // The chain's word counts, and a difference is told: whoever received a consent has block and time from the letter of
    // who gave it, who must not be able to spoil the proof by a wrong one.
    const auto differs = [](const ledger::AcceptedBlock& is, const ConsentEvent& said) {
        return is.time != said.at || is.daaScore != said.daaScore || hexOf(is.hash) != said.block;
    };
    ChainSays out{birth->time, {}, {}, false, differs(*birth, p.birth)};
    if (end) {
        out.endedAt = end->time;
        out.endStep = endStep;
    }
    if (p.end) {
        if (!end || hexOf(endTx) != p.end->txid) return fail("consent.not_in_chain", {"end"}, {});
        out.corrected = out.corrected || differs(*end, *p.end);
    }
    out.unspent = !end;
    return out;
}

std::string utcText(Millis at)
{
    const std::time_t seconds = static_cast<std::time_t>(at.value / 1000);
    std::tm parts{};
    if (gmtime_r(&seconds, &parts) == nullptr) return std::to_string(at.value);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S UTC", &parts));
}

Statement stateAt(const ProvenConsent& proven, Millis at, const ChainSays* chain)
{
    const auto& p = proven.proof;
    const auto born = chain != nullptr ? chain->bornAt : p.birth.at;
    const bool over = chain != nullptr ? chain->endedAt.has_value() : p.end.has_value();
    const Millis ended = chain != nullptr ? chain->endedAt.value_or(Millis{}) : p.end ? p.end->at : Millis{};
    const std::string& step = chain != nullptr ? chain->endStep : proven.endStep;
    Statement out;
    // Without a node nothing is known about what came after the file was saved.
    const bool known = chain != nullptr || over || at <= p.savedAt || at >= p.expiry;
    const bool inTime = at >= born && at < p.expiry && (!over || at < ended);
    out.was = !inTime ? WasThere::No : known ? WasThere::Yes : WasThere::CannotSay;
    const auto part = [&](std::size_t i, const char* closed) { return p.parts[i].salt ? p.parts[i].text : std::string(closed); };
    const std::string whom = "of " + part(0, "") + " to " + part(1, "someone whom this file does not name") + " for \"" +
                             part(2, "something that this file does not name") + "\"";
    switch (out.was) {
    case WasThere::Yes: out.sentence = "On " + utcText(at) + " there was a consent " + whom + "."; break;
    case WasThere::No: out.sentence = "On " + utcText(at) + " there was no consent by this receipt " + whom + "."; break;
    case WasThere::CannotSay:
        out.sentence = "Whether on " + utcText(at) + " there was a consent " + whom +
                       " cannot be said by this file alone: it was saved earlier. Ask a node.";
        break;
    }
    out.because.push_back("given:    " + utcText(born));
    out.because.push_back("until:    " + utcText(p.expiry));
    if (over) out.because.push_back(std::string(step == "revoke" ? "taken back: " : "sent home after its end: ") + utcText(ended));
    out.because.push_back("receipt:  " + hexOf(proven.receipt.id) + " on " + p.network);
    out.because.push_back("evidence: signed by " + p.parts[0].text);
    out.because.push_back("saved:    " + utcText(p.savedAt) + " by " + p.savedBy);
    if (chain != nullptr && chain->corrected)
        out.because.push_back("The file names other blocks or times than the chain: those of the chain stand here.");
    out.because.push_back(chain != nullptr
                              ? "Its transactions were found on the node's chain, and the times are the chain's."
                              : "Signatures and transactions hold. Times are as the signer of the file says: a node can confirm them.");
    return out;
}

} // namespace bt::service
