// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/case_file.h"

#include "contract/health_session/messages.h"
#include "crypto/hash.h"
#include "ledger/parts.h"
#include "records/text.h"
#include "service/letters.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
using crypto::Signature64;

constexpr std::string_view kTitle = "BetterTherapy case 1";
constexpr std::string_view kTag = "BTCASE1";

tl::unexpected<Error> unreadable(const char* what) { return fail("case.unreadable", {std::string(what)}, what); }

Json outpointJson(const kaspa::Outpoint& o) { return Json{{"id", hexOf(o.id)}, {"index", o.index}}; }
kaspa::Outpoint outpointIn(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    const auto index = f.integer("index");
    if (index < 0 || index > 0xffff) f.fail();
    kaspa::Outpoint out{f.fixed<kaspa::TxId>("id"), static_cast<std::uint32_t>(index)};
    if (!f.ok()) outer.fail();
    return out;
}

Json escrowJson(const cs::Escrow& e)
{
    return Json{{"outpoint", outpointJson(e.outpoint)},
                {"carrier", amountText(e.carrier)},
                {"held", amountText(e.held)},
                {"program", hexOf(e.program)}};
}

Result<Json> headJson(const CaseHead& head)
{
    const auto& s = head.session;
    BT_TRY(const auto terms, cs::encodeTerms(head.terms));
    Json out{{"network", head.network},
             {"program", hexOf(s.program)},
             {"id", hexOf(s.id)},
             {"outpoint", outpointJson(s.outpoint)},
             {"value", amountText(s.value)},
             {"phase", static_cast<int>(s.state.phase)},
             {"patient", hexOf(s.state.patient)},
             {"therapist", hexOf(s.state.therapist)},
             {"price", amountText(s.state.price)},
             {"bond", amountText(s.state.bond)},
             {"terms", hexOf(terms)}};
    if (s.state.asset)
        out["asset"] =
            Json{{"token", hexOf(s.state.asset->token)}, {"pool", hexOf(s.state.asset->pool)}, {"levy", amountText(s.state.asset->levy)}};
    if (s.escrow) out["escrow"] = escrowJson(*s.escrow);
    return out;
}

Result<CaseHead> headIn(const Json& json, std::string_view network)
{
    FieldReader f(json);
    CaseHead head;
    auto& s = head.session;
    head.network = f.text("network", 40);
    s.program = f.fixed<Hash256>("program");
    s.id = f.fixed<kaspa::CovenantId>("id");
    s.outpoint = outpointIn(f.object("outpoint"), f);
    s.value = f.amount("value");
    s.state.phase = static_cast<cs::Phase>(f.small("phase", 0, 5));
    s.state.patient = f.fixed<crypto::XOnlyKey>("patient");
    s.state.therapist = f.fixed<crypto::XOnlyKey>("therapist");
    s.state.price = f.amount("price");
    s.state.bond = f.amount("bond");
    const auto terms = f.bytes("terms", 4096);
    if (f.has("asset")) {
        FieldReader a(f.object("asset"));
        s.state.asset = cs::Asset{a.fixed<kaspa::CovenantId>("token"), a.fixed<kaspa::CovenantId>("pool"), a.amount("levy")};
        if (!a.ok()) f.fail();
    }
    if (f.has("escrow")) {
        FieldReader e(f.object("escrow"));
        cs::Escrow escrow;
        escrow.outpoint = outpointIn(e.object("outpoint"), e);
        escrow.carrier = e.amount("carrier");
        escrow.held = e.amount("held");
        escrow.program = e.fixed<Hash256>("program");
        if (!e.ok()) f.fail();
        s.escrow = escrow;
    }
    if (!f.ok() || s.escrow.has_value() != s.state.asset.has_value()) return unreadable("visit");
    if (head.network != network) return fail("case.other_network");
    if (!cs::disputed(s.state.phase)) return fail("case.not_disputed");
    auto decoded = cs::decodeTerms(terms);
    if (!decoded) return fail("case.bad_terms");
    head.terms = *decoded;
    const auto parts = cs::partHashes(head.terms);
    if (!parts || !cs::checkTerms(head.terms, s.state.price, s.state.bond, s.state.asset.has_value())) return fail("case.bad_terms");
    s.state.terms = cs::termsHash(*parts);
    // Whether the chain has just this is asked there; here it must at least be something that a program of ours could hold.
    if (!cs::utxoOf(s)) return unreadable("visit");
    return head;
}

Json messagesJson(const std::vector<CaseMessage>& messages)
{
    Json out = Json::array();
    for (const auto& m : messages) out.push_back({{"patient", m.byPatient}, {"at", m.at.value}, {"text", m.text}});
    return out;
}

Result<Json> recordJson(const VisitRecord& r)
{
    BT_TRY(const auto text, records::serialise(r.signedRecord));
    Json out{{"record", textOf(text)}};
    if (r.patientKeySigned) out["patient"] = hexOf(*r.patientKeySigned);
    if (r.therapistKeySigned) out["therapist"] = hexOf(*r.therapistKeySigned);
    return out;
}

Result<Json> bodyJson(const CaseFile& file)
{
    BT_TRY(auto head, headJson(file.head));
    Json out{{"v", 1},
             {"visit", std::move(head)},
             {"side", file.side == Role::Patient ? "patient" : "therapist"},
             {"at", file.writtenAt.value},
             {"words", file.words},
             {"messages", messagesJson(file.messages)}};
    if (file.attendance) out["attendance"] = hexOf(*file.attendance);
    if (file.record) {
        BT_TRY(out["record"], recordJson(*file.record));
    }
    return out;
}

Hash256 digestOf(const std::string& canonical)
{
    Bytes tagged = bytesOf(std::string_view("bt/case/v1"));
    append(tagged, viewOf(canonical));
    return crypto::blake3(tagged);
}

//! Text as this side's own core would let it be written; nothing else is taken from a stranger.
bool plain(const std::string& text, std::size_t limit)
{
    const auto made = records::plainText(text, limit);
    return made && *made == text;
}

Result<void> readMessages(const Json& list, CaseFile& file)
{
    if (list.size() > kCaseMessages) return unreadable("messages");
    for (const auto& item : list) {
        FieldReader m(item);
        CaseMessage message{m.flag("patient"), m.time("at"), m.text("text", kTextBytes)};
        if (!m.ok() || message.at.value < 0 || !plain(message.text, kTextBytes)) return unreadable("messages");
        file.messages.push_back(std::move(message));
    }
    return {};
}

Result<VisitRecord> readRecord(const Json& json, const CaseHead& head)
{
    const auto forged = [](const char* why) { return fail("case.forged_evidence", {std::string("record")}, why); };
    FieldReader f(json);
    VisitRecord out;
    const auto text = f.text("record", 4096);
    if (f.has("patient")) out.patientKeySigned = f.fixed<Signature64>("patient");
    if (f.has("therapist")) out.therapistKeySigned = f.fixed<Signature64>("therapist");
    if (!f.ok()) return unreadable("record");
    auto parsed = records::parseSignedRecord(viewOf(text));
    if (!parsed) return unreadable("record");
    out.signedRecord = *parsed;
    if (out.signedRecord.record.visitId != hexOf(head.session.id)) return forged("the record of another visit");
    BT_TRY(const auto hash, records::hashOf(out.signedRecord.record));
    BT_TRY(const auto digest, Hash256::from(hash.view()));
    const auto message = cs::recordMessage(head.session.id, digest);
    const auto& state = head.session.state;
    if (!out.patientKeySigned && !out.therapistKeySigned) return forged("nobody signed it");
    if (out.patientKeySigned && !crypto::schnorrVerify(state.patient, message.view(), *out.patientKeySigned))
        return forged("not the patient's");
    if (out.therapistKeySigned && !crypto::schnorrVerify(state.therapist, message.view(), *out.therapistKeySigned))
        return forged("not the therapist's");
    return out;
}

Result<CaseFile> bodyIn(const Json& json, std::string_view network)
{
    FieldReader f(json);
    if (f.integer("v") != 1) return fail("case.newer");
    CaseFile file;
    BT_TRY(file.head, headIn(f.object("visit"), network));
    const auto side = f.text("side", 10);
    file.side = side == "patient" ? Role::Patient : Role::Therapist;
    file.writtenAt = f.time("at");
    file.words = f.text("words", kCaseWordsBytes);
    if (!f.ok() || file.writtenAt.value < 0 || (side != "patient" && side != "therapist")) return unreadable("side");
    if (!plain(file.words, kCaseWordsBytes)) return unreadable("words");
    BT_CHECK(readMessages(f.array("messages"), file));
    if (f.has("attendance")) {
        file.attendance = f.fixed<Signature64>("attendance");
        const auto& s = file.head.session;
        if (!f.ok() || !crypto::schnorrVerify(s.state.patient, cs::attendanceMessage(s.id).view(), *file.attendance))
            return fail("case.forged_evidence", {std::string("attendance")}, "not her attendance at this visit");
    }
    if (f.has("record")) {
        BT_TRY(file.record, readRecord(f.object("record"), file.head));
    }
    if (!f.ok()) return unreadable("fields");
    return file;
}

} // namespace

Result<std::string> headText(const CaseHead& head)
{
    BT_TRY(const auto json, headJson(head));
    return codec::canonicalJson(json);
}

Result<CaseHead> readHead(std::string_view text, std::string_view network)
{
    if (text.size() > 16 * 1024) return unreadable("size");
    const auto json = codec::parseJson(text);
    if (!json) return unreadable("json");
    BT_TRY(const auto head, headIn(*json, network));
    BT_TRY(const auto again, headText(head));
    if (again != text) return unreadable("form");
    return head;
}

Result<std::string> signCase(const CaseFile& file, const crypto::SchnorrSigner& visitKey, Random& random)
{
    BT_TRY(const auto json, bodyJson(file));
    BT_TRY(const auto body, codec::canonicalJson(json));
    const auto signature = visitKey.sign(digestOf(body), random.fixed<Hash256>());
    Bytes all = bytesOf(signature.view());
    append(all, viewOf(body));
    if (all.size() > kCaseBytes) return fail("case.too_large");
    auto text = ledger::toFileText(all, kTitle);
    BT_CHECK(readCase(text, file.head.network)); // what we hand out must be what others take
    return text;
}

Result<CaseFile> readCase(std::string_view text, std::string_view network)
{
    BT_TRY(const auto all, ledger::looksLikeParts(text, kTag) ? ledger::fromParts(text, kTag) : ledger::fromFileText(text, kTitle));
    if (all.size() > kCaseBytes || all.size() < Signature64::size) return unreadable("size");
    BT_TRY(const auto signature, Signature64::from(ByteView(all).first(Signature64::size)));
    const std::string body = textOf(ByteView(all).subspan(Signature64::size));
    const auto json = codec::parseJson(body);
    if (!json) return unreadable("json");
    BT_TRY(auto file, bodyIn(*json, network));
    BT_TRY(const auto again, bodyJson(file));
    const auto canonical = codec::canonicalJson(again);
    if (!canonical || *canonical != body) return unreadable("form");
    const auto& state = file.head.session.state;
    if (!crypto::schnorrVerify(file.side == Role::Patient ? state.patient : state.therapist, digestOf(body).view(), signature))
        return fail("case.bad_signature");
    return file;
}

bool looksLikeCase(std::string_view text)
{
    return ledger::looksLikeParts(text, kTag) || text.substr(0, 200).find(kTitle) != std::string_view::npos;
}

Result<std::vector<std::string>> caseParts(std::string_view fileText)
{
    BT_TRY(const auto all, ledger::fromFileText(fileText, kTitle));
    return ledger::toParts(all, kTag);
}

std::string withoutTurns(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto at = [&](std::size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
        // U+202A..202E and U+2066..2069: embeddings, overrides and isolates; U+200E, U+200F and U+061C: marks.
        const bool bank = at(0) == 0xe2 && at(1) == 0x80 && ((at(2) >= 0xaa && at(2) <= 0xae) || at(2) == 0x8e || at(2) == 0x8f);
        const bool isolates = at(0) == 0xe2 && at(1) == 0x81 && at(2) >= 0xa6 && at(2) <= 0xa9;
        if (bank || isolates) {
            out += "\xef\xbf\xbd";
            i += 3;
        } else if (at(0) == 0xd8 && at(1) == 0x9c) {
            out += "\xef\xbf\xbd";
            i += 2;
        } else {
            out.push_back(text[i++]);
        }
    }
    return out;
}

} // namespace bt::service
