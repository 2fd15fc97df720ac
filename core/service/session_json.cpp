// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/session_json.h"

namespace bt::service {

namespace cs = contract::session;

Json outpointJson(const kaspa::Outpoint& o) { return Json{{"id", hexOf(o.id)}, {"index", o.index}}; }
kaspa::Outpoint readOutpoint(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    kaspa::Outpoint o{f.fixed<kaspa::TxId>("id"), static_cast<std::uint32_t>(f.integer("index"))};
    if (!f.ok()) outer.fail();
    return o;
}

Json assetJson(const cs::Asset& a) { return Json{{"token", hexOf(a.token)}, {"pool", hexOf(a.pool)}, {"levy", amountText(a.levy)}}; }
cs::Asset readAsset(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cs::Asset a{f.fixed<kaspa::CovenantId>("token"), f.fixed<kaspa::CovenantId>("pool"), f.amount("levy")};
    if (!f.ok()) outer.fail();
    return a;
}

namespace {

Json escrowJson(const cs::Escrow& e)
{
    return Json{{"outpoint", outpointJson(e.outpoint)},        {"carrier", amountText(e.carrier)}, {"held", amountText(e.held)},
                {"borrow", static_cast<int>(e.borrow.scheme)}, {"guard", hexOf(e.borrow.guard)},   {"program", hexOf(e.program)}};
}

cs::Escrow readEscrow(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cs::Escrow e;
    e.outpoint = readOutpoint(f.object("outpoint"), f);
    e.carrier = f.amount("carrier");
    e.held = f.amount("held");
    e.borrow.scheme = static_cast<contract::token::BorrowScheme>(f.small("borrow", 0, 3));
    e.borrow.guard = f.fixed<Hash256>("guard");
    e.program = f.fixed<Hash256>("program");
    if (!f.ok()) outer.fail();
    return e;
}

} // namespace

Json sessionJson(const cs::Session& s)
{
    Json out{{"program", hexOf(s.program)},
             {"id", hexOf(s.id)},
             {"outpoint", outpointJson(s.outpoint)},
             {"value", amountText(s.value)},
             {"phase", static_cast<int>(s.state.phase)},
             {"patient", hexOf(s.state.patient)},
             {"therapist", hexOf(s.state.therapist)},
             {"price", amountText(s.state.price)},
             {"bond", amountText(s.state.bond)},
             {"terms", hexOf(s.state.terms)},
             {"daa", std::to_string(s.daaScore)},
             {"authorising", outpointJson(s.authorising)}};
    if (s.state.asset) out["asset"] = assetJson(*s.state.asset); // a visit in KAS says nothing of either
    if (s.escrow) out["escrow"] = escrowJson(*s.escrow);
    return out;
}

cs::Session readSession(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cs::Session s;
    s.program = f.fixed<Hash256>("program");
    s.id = f.fixed<kaspa::CovenantId>("id");
    s.outpoint = readOutpoint(f.object("outpoint"), f);
    s.value = f.amount("value");
    s.state.phase = static_cast<cs::Phase>(f.small("phase", 0, 5));
    s.state.patient = f.fixed<cs::XOnlyKey>("patient");
    s.state.therapist = f.fixed<cs::XOnlyKey>("therapist");
    s.state.price = f.amount("price");
    s.state.bond = f.amount("bond");
    s.state.terms = f.fixed<Hash256>("terms");
    s.daaScore = std::strtoull(f.text("daa").c_str(), nullptr, 10);
    s.authorising = readOutpoint(f.object("authorising"), f);
    if (f.has("asset")) s.state.asset = readAsset(f.object("asset"), f);
    if (f.has("escrow")) s.escrow = readEscrow(f.object("escrow"), f);
    if (!f.ok()) outer.fail();
    return s;
}

} // namespace bt::service
