// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/letters.h"

#include "records/notes.h"
#include "records/text.h"
#include "service/series/series_json.h"
#include "service/session_json.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
namespace ob = contract::onboarding;

constexpr std::size_t kIdChars = 64, kNameBytes = 80, kTxBytes = 64 * 1024;

Json withBadge(Json json, const std::optional<ob::BadgeProof>& badge)
{
    if (badge) json["badge"] = hexOf(ob::encodeBadgeProof(*badge).value_or(Bytes{}));
    return json;
}

std::optional<ob::BadgeProof> readBadge(FieldReader& f)
{
    if (!f.has("badge")) return {};
    const auto proof = ob::decodeBadgeProof(f.bytes("badge", ob::kBadgeProofBytes));
    if (!proof) {
        f.fail();
        return {};
    }
    return *proof;
}

struct Writer {
    Json operator()(const BookingLetter& l) const
    {
        Json json{{"visit", l.visitId},
                  {"name", l.name},
                  {"zone", l.zone},
                  {"patient", hexOf(l.patientKey)},
                  {"ephemeral", hexOf(l.hint.ephemeral)},
                  {"nonce", hexOf(l.hint.nonce)},
                  {"terms", hexOf(cs::encodeTerms(l.terms).value_or(Bytes{}))},
                  {"price", amountText(l.price)},
                  {"bond", amountText(l.bond)},
                  {"intake", l.intake}};
        if (l.series) json["series"] = markJson(*l.series);
        if (l.asset) json["asset"] = assetJson(*l.asset);
        return withBadge(std::move(json), l.badge);
    }
    Json operator()(const AcceptedLetter& l) const
    {
        Json json{{"visit", l.visitId}, {"inbox", hexOf(l.inbox)}};
        if (l.permit) json["permit"] = hexOf(*l.permit);
        return withBadge(std::move(json), l.badge);
    }
    Json operator()(const DeclinedLetter& l) const { return {{"visit", l.visitId}}; }
    Json operator()(const JoinLetter& l) const
    {
        Json json{{"visit", l.visitId}, {"at", l.at.value}};
        if (l.attendance) json["attendance"] = hexOf(*l.attendance);
        return json;
    }
    Json operator()(const LeaveLetter& l) const { return {{"visit", l.visitId}}; }
    Json operator()(const RecordLetter& l) const
    {
        return {
            {"visit", l.visitId}, {"record", textOf(records::serialise(l.record).value_or(Bytes{}))}, {"signature", hexOf(l.keySigned)}};
    }
    Json operator()(const SplitLetter& l) const
    {
        return {{"visit", l.visitId},
                {"patient", amountText(l.toPatient)},
                {"therapist", amountText(l.toTherapist)},
                {"tx", hexOf(l.tx)},
                {"signature", hexOf(l.signature)}};
    }
    Json operator()(const SplitRefusedLetter& l) const { return {{"visit", l.visitId}}; }
    Json operator()(const FeedbackLetter& l) const { return {{"visit", l.visitId}, {"stars", l.stars}, {"comment", l.comment}}; }
    Json operator()(const TextLetter& l) const { return {{"text", l.text}}; }
    Json operator()(const AckLetter&) const { return Json::object(); }
    Json operator()(const HelloLetter& l) const { return {{"name", l.name}}; }
    Json operator()(const FeatureLetter& l) const { return l.body; }
};

// People's words are cleaned where they enter: what a stranger sent must not be able to draw outside its bubble.
std::string words(FieldReader& f, std::string_view name, std::size_t limit)
{
    auto text = records::plainText(f.text(name, limit + 1), limit);
    if (!text) {
        f.fail();
        return {};
    }
    return *text;
}

//! A name stands in lists and in sentences, beside amounts: one line, and nothing that turns what follows it.
std::string nameIn(FieldReader& f)
{
    auto name = records::plainLine(f.text("name", kNameBytes + 1), kNameBytes);
    if (!name) {
        f.fail();
        return {};
    }
    return *name;
}

Result<Letter> readBooking(FieldReader& f)
{
    BookingLetter l;
    l.visitId = f.text("visit", kIdChars);
    l.name = nameIn(f);
    l.zone = f.text("zone", 64);
    l.patientKey = f.fixed<crypto::XOnlyKey>("patient");
    l.hint.ephemeral = f.fixed<crypto::XOnlyKey>("ephemeral");
    l.hint.nonce = f.fixed<cs::VisitNonce>("nonce");
    BT_TRY(l.terms, cs::decodeTerms(f.bytes("terms", 2048)));
    l.price = f.amount("price");
    l.bond = f.amount("bond");
    l.intake = words(f, "intake", records::kIntakeBytes);
    if (f.has("series")) l.series = readMark(f.object("series"), f);
    l.badge = readBadge(f);
    if (f.has("asset")) l.asset = readAsset(f.object("asset"), f);
    return l;
}

} // namespace

std::string_view kindOf(const Letter& letter)
{
    static constexpr std::string_view kNames[] = {"booking_request", "accepted",      "declined", "join", "leave", "record",
                                                  "split_proposal",  "split_refused", "feedback", "text", "ack",   "hello"};
    if (const auto* feature = std::get_if<FeatureLetter>(&letter)) return feature->kind;
    return kNames[letter.index()];
}

Json writeLetter(const Letter& letter) { return std::visit(Writer{}, letter); }

Result<Letter> readLetter(std::string_view kind, const Json& body)
{
    FieldReader f(body);
    const auto done = [&f](Letter letter) -> Result<Letter> {
        if (!f.ok()) return fail("message.bad_letter");
        return letter;
    };
    if (kind == "booking_request") {
        BT_TRY(auto letter, readBooking(f));
        return done(std::move(letter));
    }
    if (kind == "text") return done(TextLetter{words(f, "text", kTextBytes)});
    if (kind == "ack") return done(AckLetter{});
    if (kind == "hello") return done(HelloLetter{nameIn(f)});
    const auto visit = f.text("visit", kIdChars);
    if (kind == "accepted") {
        AcceptedLetter l{visit, f.fixed<crypto::X25519Public>("inbox"), {}, readBadge(f)};
        if (f.has("permit")) l.permit = f.fixed<crypto::Signature64>("permit");
        return done(std::move(l));
    }
    if (kind == "declined") return done(DeclinedLetter{visit});
    if (kind == "leave") return done(LeaveLetter{visit});
    if (kind == "split_refused") return done(SplitRefusedLetter{visit});
    if (kind == "join") {
        JoinLetter l{visit, f.time("at"), {}};
        if (f.has("attendance")) l.attendance = f.fixed<crypto::Signature64>("attendance");
        return done(std::move(l));
    }
    if (kind == "record") {
        const auto text = f.text("record", 16 * 1024);
        auto record = records::parseSignedRecord(viewOf(text));
        if (!record) return fail("message.bad_letter", record.error().detail);
        return done(RecordLetter{visit, *record, f.fixed<crypto::Signature64>("signature")});
    }
    if (kind == "split_proposal")
        return done(SplitLetter{visit, f.amount("patient"), f.amount("therapist"), f.bytes("tx", kTxBytes), f.bytes("signature", 65)});
    if (kind == "feedback") return done(FeedbackLetter{visit, f.small("stars", 1, 5), words(f, "comment", records::kCommentBytes)});
    return fail("message.unknown_kind", std::string(kind));
}

} // namespace bt::service
