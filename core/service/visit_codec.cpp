// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/series/series_json.h"
#include "service/session_json.h"
#include "service/visit.h"

namespace bt::service {
namespace {

namespace cs = contract::session;

Json ticketJson(const cs::Ticket& t)
{
    return Json{{"program", hexOf(t.program)},
                {"id", hexOf(t.id)},
                {"outpoint", outpointJson(t.outpoint)},
                {"value", amountText(t.value)},
                {"holder", hexOf(t.holder)},
                {"terms", hexOf(t.terms)},
                {"record", hexOf(t.record)},
                {"daa", std::to_string(t.daaScore)},
                {"weight", amountText(t.weight)}};
}

cs::Ticket readTicket(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cs::Ticket t;
    t.program = f.fixed<Hash256>("program");
    t.id = f.fixed<kaspa::CovenantId>("id");
    t.outpoint = readOutpoint(f.object("outpoint"), f);
    t.value = f.amount("value");
    t.holder = f.fixed<cs::XOnlyKey>("holder");
    t.terms = f.fixed<Hash256>("terms");
    t.record = f.fixed<Hash256>("record");
    t.daaScore = std::strtoull(f.text("daa").c_str(), nullptr, 10);
    if (f.has("weight")) t.weight = f.amount("weight");
    if (!f.ok()) outer.fail();
    return t;
}

Json outcomeJson(const cs::Outcome& o)
{
    const auto& t = o.tokens;
    Json out{{"patient", amountText(o.toPatient)}, {"therapist", amountText(o.toTherapist)}, {"arbiters", amountText(o.toArbiters)},
             {"ticket", amountText(o.ticket)},     {"locked", amountText(o.locked)},         {"fee", amountText(o.fee)}};
    if (t != cs::TokenOutcome{})
        out["tokens"] = Json{{"patient", amountText(t.toPatient)},
                             {"therapist", amountText(t.toTherapist)},
                             {"pool", amountText(t.toPool)},
                             {"locked", amountText(t.locked)},
                             {"carriers", amountText(t.carriers)}};
    return out;
}

cs::Outcome readOutcome(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cs::Outcome o{f.amount("patient"), f.amount("therapist"), f.amount("arbiters"),
                  f.amount("ticket"),  f.amount("locked"),    f.amount("fee")};
    if (f.has("tokens")) {
        FieldReader t(f.object("tokens"));
        o.tokens = {t.amount("patient"), t.amount("therapist"), t.amount("pool"), t.amount("locked"), t.amount("carriers")};
        if (!t.ok()) f.fail();
    }
    if (!f.ok()) outer.fail();
    return o;
}

Json keyJson(const ledger::KeyRef& k) { return Json{{"branch", static_cast<int>(k.branch)}, {"index", k.index}}; }
ledger::KeyRef readKey(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    ledger::KeyRef k{static_cast<ledger::Branch>(f.small("branch", 0, 2)), static_cast<std::uint32_t>(f.integer("index"))};
    if (!f.ok()) outer.fail();
    return k;
}

Json stepsJson(const std::vector<VisitStep>& steps)
{
    Json out = Json::array();
    for (const auto& s : steps)
        out.push_back({{"step", s.step},
                       {"txid", s.txid},
                       {"fee", amountText(s.fee)},
                       {"at", s.at.value},
                       {"settled", s.settled},
                       {"daa", std::to_string(s.daaScore)}});
    return out;
}

Json recordJson(const VisitRecord& r)
{
    Json out{{"record", textOf(records::serialise(r.signedRecord).value_or(Bytes{}))}};
    if (r.patientKeySigned) out["patient"] = hexOf(*r.patientKeySigned);
    if (r.therapistKeySigned) out["therapist"] = hexOf(*r.therapistKeySigned);
    return out;
}

VisitRecord readRecord(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    VisitRecord r;
    const auto text = f.text("record");
    auto parsed = records::parseSignedRecord(viewOf(text));
    if (parsed) r.signedRecord = *parsed;
    else f.fail();
    if (f.has("patient")) r.patientKeySigned = f.fixed<crypto::Signature64>("patient");
    if (f.has("therapist")) r.therapistKeySigned = f.fixed<crypto::Signature64>("therapist");
    if (!f.ok()) outer.fail();
    return r;
}

} // namespace

Bytes encodeVisit(const Visit& v)
{
    Json json{{"v", 1},
              {"id", v.id},
              {"role", v.role == Role::Patient ? "patient" : "therapist"},
              {"thread", v.threadId},
              {"key", keyJson(v.myKey)},
              {"ticketKey", keyJson(v.ticketKey)},
              {"ephemeral", hexOf(v.hint.ephemeral)},
              {"nonce", hexOf(v.hint.nonce)},
              {"terms", hexOf(cs::encodeTerms(v.terms).value_or(Bytes{}))},
              {"session", sessionJson(v.session)},
              {"booking", v.bookingTxid},
              {"phase", static_cast<int>(v.phase)},
              {"ending", static_cast<int>(v.ending)},
              {"intake", v.intake},
              {"joinedMe", v.joinedByMe.value},
              {"joinedThem", v.joinedByThem.value},
              {"rating", v.rating},
              {"comment", v.ratingComment},
              {"declineWanted", v.declineWanted},
              {"steps", stepsJson(v.steps)},
              {"pending", v.pending},
              {"bookedAt", v.bookedAt.value},
              {"paid", outcomeJson(v.paid)}};
    if (v.chainPruned) json["pruned"] = true;
    if (v.series) json["series"] = markJson(*v.series);
    if (v.ticket) json["ticket"] = ticketJson(*v.ticket);
    if (v.attendance) json["attendance"] = hexOf(*v.attendance);
    if (v.record) json["record"] = recordJson(*v.record);
    if (v.split)
        json["split"] = Json{{"patient", amountText(v.split->toPatient)},
                             {"therapist", amountText(v.split->toTherapist)},
                             {"mine", v.split->mine},
                             {"tx", hexOf(v.split->tx)},
                             {"signature", hexOf(v.split->proposerSignature)}};
    return bytesOf(json.dump());
}

Result<Visit> decodeVisit(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    Visit v;
    v.id = f.text("id");
    v.role = f.text("role") == "patient" ? Role::Patient : Role::Therapist;
    v.threadId = f.text("thread");
    v.myKey = readKey(f.object("key"), f);
    v.ticketKey = readKey(f.object("ticketKey"), f);
    v.hint.ephemeral = f.fixed<crypto::XOnlyKey>("ephemeral");
    v.hint.nonce = f.fixed<cs::VisitNonce>("nonce");
    BT_TRY(v.terms, cs::decodeTerms(f.bytes("terms")));
    v.session = readSession(f.object("session"), f);
    v.bookingTxid = f.text("booking");
    v.phase = static_cast<VisitPhase>(f.small("phase", 0, static_cast<int>(VisitPhase::Ended)));
    v.ending = static_cast<VisitEnding>(f.small("ending", 0, static_cast<int>(VisitEnding::NotStarted)));
    v.intake = f.text("intake");
    v.joinedByMe = f.time("joinedMe");
    v.joinedByThem = f.time("joinedThem");
    v.rating = f.small("rating", 0, 5);
    v.ratingComment = f.text("comment");
    v.declineWanted = f.flag("declineWanted");
    v.pending = f.text("pending");
    v.chainPruned = f.has("pruned") && f.flag("pruned");
    if (f.has("series")) v.series = readMark(f.object("series"), f);
    v.bookedAt = f.time("bookedAt");
    v.paid = readOutcome(f.object("paid"), f);
    for (const auto& item : f.array("steps")) {
        FieldReader s(item);
        v.steps.push_back({s.text("step"), s.text("txid"), s.amount("fee"), s.time("at"), s.flag("settled")});
        if (s.has("daa")) v.steps.back().daaScore = std::strtoull(s.text("daa").c_str(), nullptr, 10);
        if (!s.ok()) f.fail();
    }
    if (f.has("ticket")) v.ticket = readTicket(f.object("ticket"), f);
    if (f.has("attendance")) v.attendance = f.fixed<crypto::Signature64>("attendance");
    if (f.has("record")) v.record = readRecord(f.object("record"), f);
    if (f.has("split")) {
        FieldReader s(f.object("split"));
        v.split = SplitProposal{s.amount("patient"), s.amount("therapist"), s.flag("mine"), s.bytes("tx"), s.bytes("signature")};
        if (!s.ok()) f.fail();
    }
    if (!f.ok()) return fail("service.bad_row", "visit");
    return v;
}

} // namespace bt::service
