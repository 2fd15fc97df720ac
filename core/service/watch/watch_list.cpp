// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/watch_list.h"

#include "service/session_json.h"

#include <charconv>
#include <set>

namespace bt::service {

namespace cs = contract::session;

Result<std::string> writeWatchList(const WatchList& list)
{
    Json visits = Json::array();
    for (const auto& v : list.visits) {
        BT_TRY(const auto terms, cs::encodeTerms(v.terms));
        Json one{{"session", sessionJson(v.session)}, {"terms", hexOf(terms)}};
        if (v.attendance) one["attendance"] = hexOf(*v.attendance);
        visits.push_back(std::move(one));
    }
    return Json{{"watch", 1}, {"network", list.network}, {"from", hexOf(list.from)}, {"visits", visits}}.dump(1) + "\n";
}

namespace {

Result<WatchedVisit> readVisit(const Json& item)
{
    FieldReader f(item);
    WatchedVisit v;
    v.session = readSession(f.object("session"), f);
    auto terms = cs::decodeTerms(f.bytes("terms", 2048));
    if (f.has("attendance")) v.attendance = f.fixed<crypto::Signature64>("attendance");
    if (!f.ok() || !terms) return fail("watch.bad_list", std::string("a visit's fields"));
    v.terms = *terms;
    BT_TRY(const auto parts, cs::partHashes(v.terms));
    if (cs::termsHash(parts) != v.session.state.terms) return fail("watch.bad_list", std::string("terms of another visit"));
    if (!cs::versionOf(v.session.program) || !cs::utxoOf(v.session) || v.session.escrow.has_value() != v.session.state.asset.has_value())
        return fail("watch.bad_list", std::string("an unknown program"));
    if (v.attendance && !crypto::schnorrVerify(v.session.state.patient, cs::attendanceMessage(v.session.id).view(), *v.attendance))
        return fail("watch.bad_list", std::string("an attendance that proves nothing"));
    return v;
}

} // namespace

Result<WatchList> readWatchList(std::string_view text)
{
    if (text.size() > kWatchListBytes) return fail("watch.bad_list", std::string("too long"));
    const auto json = codec::parseJson(text);
    if (!json) return fail("watch.bad_list", std::string("not JSON"));
    FieldReader f(*json);
    WatchList out;
    if (f.small("watch", 1, 1) != 1) return fail("watch.bad_list", std::string("not a watch list of this version"));
    out.network = f.text("network", 32);
    out.from = f.fixed<ledger::BlockHash>("from");
    const auto& visits = f.array("visits");
    if (!f.ok() || visits.size() > kWatchListVisits) return fail("watch.bad_list", std::string("its fields"));
    std::set<kaspa::Outpoint> seen;
    for (const auto& item : visits) {
        BT_TRY(auto visit, readVisit(item));
        if (!seen.insert(visit.session.outpoint).second) return fail("watch.bad_list", std::string("a visit stands twice"));
        out.visits.push_back(std::move(visit));
    }
    return out;
}

std::string outpointText(const kaspa::Outpoint& o) { return hexOf(o.id) + ":" + std::to_string(o.index); }

Result<kaspa::Outpoint> readOutpointText(std::string_view text)
{
    const auto colon = text.find(':');
    kaspa::Outpoint out;
    if (colon != 64) return fail("watch.bad_outpoint");
    const auto raw = codec::hexDecode(text.substr(0, colon));
    if (!raw) return fail("watch.bad_outpoint");
    BT_TRY(out.id, kaspa::TxId::from(*raw));
    const auto digits = text.substr(colon + 1);
    const auto [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), out.index);
    if (bad != std::errc() || end != digits.data() + digits.size()) return fail("watch.bad_outpoint");
    return out;
}

} // namespace bt::service
