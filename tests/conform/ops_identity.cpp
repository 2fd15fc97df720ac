// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "identity/did_key.h"
#include "identity/sd_jwt.h"
#include "scheduling/icalendar.h"

namespace bt::conform {
namespace {

Result<Json> didResolve(const In& in)
{
    BT_TRY(const std::string did, in.text("did"));
    if (!did.starts_with("did:key:")) return fail("identity.unknown_did_method", "only did:key is resolved here");
    BT_TRY(const Json document, identity::didDocument(did));
    return Json{{"document", document}};
}

Result<Json> sdJwtVerify(const In& in)
{
    BT_TRY(const std::string presentation, in.text("presentation"));
    BT_TRY(const In jwk, in.object("issuer_jwk"));
    BT_TRY(const std::string curve, jwk.text("crv"));
    if (curve != "Ed25519") return fail("not-implemented", "only Ed25519 keys are checked here so far");
    BT_TRY(const Bytes raw, codec::bytesField(jwk.json(), "x", 32));
    BT_TRY(const auto issuer, crypto::Ed25519Public::from(raw));
    BT_TRY(const auto verified, identity::verifySdJwt(presentation, issuer));
    if (in.has("nonce") || in.has("aud")) { // a key binding is demanded
        if (!verified.binding) return fail("identity.no_key_binding", "the presentation has no key binding");
        BT_TRY(const std::string nonce, in.textOr("nonce", verified.binding->nonce));
        BT_TRY(const std::string audience, in.textOr("aud", verified.binding->audience));
        if (nonce != verified.binding->nonce) return fail("identity.wrong_nonce", "the key binding answers another request");
        if (audience != verified.binding->audience) return fail("identity.wrong_audience", "the key binding is for somebody else");
    }
    return Json{{"claims", verified.claims}};
}

Result<Json> icalParse(const In& in)
{
    BT_TRY(const std::string text, in.text("text"));
    BT_TRY(const auto entries, scheduling::readCalendar(text));
    Json events = Json::array();
    for (const auto& entry : entries)
        events.push_back({{"uid", entry.uid},
                          {"start", entry.start.value},
                          {"end", entry.end.value},
                          {"cancelled", entry.cancelled},
                          {"sequence", entry.sequence}});
    return Json{{"events", events}};
}

constexpr Op kOps[] = {{"did.resolve", didResolve}, {"sdjwt.verify", sdJwtVerify}, {"ical.parse", icalParse}};

} // namespace

std::span<const Op> identityOps() { return kOps; }

} // namespace bt::conform
