// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/watch_state.h"

#include "service/session_json.h"

#include <algorithm>

namespace bt::service {

namespace cs = contract::session;

WatchState beginWith(const WatchList& list)
{
    WatchState out{list.network, list.from, {}};
    for (const auto& v : list.visits) {
        Followed one;
        one.origin = v.session.outpoint;
        one.terms = v.terms;
        one.attendance = v.attendance;
        one.places.push_back({v.session, {}});
        out.visits.push_back(std::move(one));
    }
    return out;
}

std::string writeState(const WatchState& state)
{
    Json visits = Json::array();
    for (const auto& v : state.visits) {
        Json places = Json::array();
        for (const auto& p : v.places) places.push_back({{"session", sessionJson(p.session)}, {"block", hexOf(p.block)}});
        Json one{{"origin", outpointText(v.origin)}, {"places", places},       {"ended", v.ended},
                 {"by", hexOf(v.endedBy)},           {"in", hexOf(v.endedIn)}, {"daa", std::to_string(v.endedDaa)}};
        if (v.attendance) one["attendance"] = hexOf(*v.attendance);
        visits.push_back(std::move(one));
    }
    return Json{{"watching", 1}, {"network", state.network}, {"cursor", hexOf(state.cursor)}, {"visits", visits}}.dump() + "\n";
}

namespace {

// Only what goes on from where the list puts it counts: the same instance, hash for hash.
bool readFollowed(const Json& item, Followed& into)
{
    FieldReader f(item);
    if (f.text("origin", 80) != outpointText(into.origin)) return false;
    Followed out = into;
    out.places.clear();
    for (const auto& place : f.array("places")) {
        FieldReader p(place);
        Followed::Place one{readSession(p.object("session"), p), p.fixed<ledger::BlockHash>("block")};
        const auto& first = into.places.front().session;
        if (!p.ok() || one.session.id != first.id || one.session.program != first.program || one.session.state.terms != first.state.terms)
            return false;
        out.places.push_back(std::move(one));
    }
    out.ended = f.text("ended", 40);
    out.endedBy = f.fixed<kaspa::TxId>("by");
    out.endedIn = f.fixed<ledger::BlockHash>("in");
    out.endedDaa = std::strtoull(f.text("daa", 20).c_str(), nullptr, 10);
    if (f.has("attendance") && !out.attendance) out.attendance = f.fixed<crypto::Signature64>("attendance");
    if (!f.ok() || out.places.empty() || out.places.front().session.outpoint != into.origin) return false;
    into = std::move(out);
    return true;
}

} // namespace

WatchState resume(const WatchList& list, std::string_view kept)
{
    WatchState out = beginWith(list);
    const auto json = codec::parseJson(kept);
    if (!json) return out;
    FieldReader f(*json);
    if (f.small("watching", 1, 1) != 1 || f.text("network", 32) != list.network) return out;
    const auto cursor = f.fixed<ledger::BlockHash>("cursor");
    const auto& visits = f.array("visits");
    if (!f.ok()) return out;
    std::size_t known = 0;
    for (auto& visit : out.visits)
        for (const auto& item : visits)
            if (readFollowed(item, visit)) {
                ++known;
                break;
            }
    // A visit that is new in the list may have moved before the cursor: then everything is read from where the list begins.
    if (known == out.visits.size()) out.cursor = cursor;
    return out;
}

Result<bool> applyBlock(WatchState& state, const ledger::AcceptedBlock& block)
{
    bool moved = false;
    for (const auto& tx : block.txs) {
        for (const auto& input : tx.tx.inputs) {
            for (auto& v : state.visits) {
                if (!v.live() || v.now().outpoint != input.previous) continue;
                const auto spend = cs::readSpend(v.now(), tx.tx, tx.id);
                if (!spend) return tl::unexpected(spend.error());
                moved = true;
                if (spend->attendance && !v.attendance) v.attendance = spend->attendance;
                if (spend->next) {
                    auto next = *spend->next;
                    next.daaScore = block.daaScore;
                    v.places.push_back({std::move(next), block.hash});
                } else {
                    v.ended = std::string(cs::stepName(spend->step));
                    v.endedBy = tx.id;
                    v.endedIn = block.hash;
                    v.endedDaa = block.daaScore;
                }
            }
        }
    }
    return moved;
}

void takeBack(WatchState& state, const std::vector<ledger::BlockHash>& blocks)
{
    for (const auto& hash : blocks) {
        for (auto& v : state.visits) {
            if (!v.live() && v.endedIn == hash) v.ended.clear();
            while (v.places.size() > 1 && v.places.back().block == hash) v.places.pop_back();
        }
    }
}

} // namespace bt::service
