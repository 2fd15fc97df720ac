// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/licence.h"

#include "identity/did_key.h"

#include <algorithm>

namespace bt::identity {

using codec::Json;

namespace {

constexpr std::size_t kMaxField = 256;
constexpr std::int64_t kLastSecond = 253402300799; // end of year 9999: keeps milliseconds far from overflow
constexpr std::string_view kTyp = "dc+sd-jwt";

bool goodField(const std::string& text) { return !text.empty() && text.size() <= kMaxField; }

Result<std::string> field(const Json& claims, std::string_view name)
{
    auto text = codec::textField(claims, name);
    if (!text || !goodField(*text)) return fail("identity.not_a_licence", std::string(name));
    return text;
}

Result<Millis> time(const Json& claims, std::string_view name)
{
    const auto seconds = codec::intField(claims, name);
    if (!seconds || *seconds < 0 || *seconds > kLastSecond) return fail("identity.not_a_licence", std::string(name));
    return Millis{*seconds * kSecond};
}

} // namespace

Result<std::string> issueLicence(const Licence& licence, const crypto::Ed25519Pair& authority, const crypto::Ed25519Public& holder,
                                 Random& random)
{
    if (!goodField(licence.role) || !goodField(licence.jurisdiction) || !goodField(licence.registerId) ||
        (licence.name && !goodField(*licence.name)))
        return fail("identity.bad_claims", "a field is empty or too long");
    const std::int64_t from = licence.notBefore.value / kSecond;
    const std::int64_t until = licence.expiresAt.value / kSecond;
    if (licence.issuedAt.value < 0 || from < 0 || until <= from || until > kLastSecond) return fail("identity.bad_claims", "times");
    const Json open = {{"vct", std::string(kLicenceType)},
                       {"iss", didKey(authority.open)},
                       {"sub", didKey(holder)},
                       {"iat", licence.issuedAt.value / kSecond},
                       {"nbf", from},
                       {"exp", until},
                       {"role", licence.role},
                       {"jurisdiction", licence.jurisdiction},
                       {"register", licence.registerId},
                       {"practice_partner", licence.practicePartner}};
    Json selective = Json::object();
    if (licence.name) selective["name"] = *licence.name;
    return issueSdJwt(open, selective, authority, &holder, random, kTyp);
}

Result<Licence> verifyLicence(std::string_view text, std::span<const std::string> trustedAuthorities, std::string_view holderDid,
                              Millis now)
{
    BT_TRY(const std::string issuer, claimedIssuer(text));
    if (std::find(trustedAuthorities.begin(), trustedAuthorities.end(), issuer) == trustedAuthorities.end())
        return fail("identity.not_trusted");
    const auto issuerKey = ed25519OfDid(issuer);
    if (!issuerKey) return fail("identity.not_trusted", "an authority that is no did:key");
    BT_TRY(const VerifiedSdJwt verified, verifySdJwt(text, *issuerKey));
    const Json& claims = verified.claims;

    BT_TRY(const std::string type, field(claims, "vct"));
    if (type != kLicenceType || verified.type != kTyp) return fail("identity.not_a_licence", "type");
    Licence out;
    out.authority = issuer;
    BT_TRY(out.role, field(claims, "role"));
    BT_TRY(out.jurisdiction, field(claims, "jurisdiction"));
    BT_TRY(out.registerId, field(claims, "register"));
    if (claims.contains("name")) {
        BT_TRY(out.name, field(claims, "name"));
    }
    const auto partner = codec::boolField(claims, "practice_partner");
    if (!partner) return fail("identity.not_a_licence", "practice_partner");
    out.practicePartner = *partner;
    BT_TRY(out.issuedAt, time(claims, "iat"));
    BT_TRY(out.notBefore, time(claims, "nbf"));
    BT_TRY(out.expiresAt, time(claims, "exp"));

    BT_TRY(const std::string subject, field(claims, "sub"));
    if (!verified.holder || didKey(*verified.holder) != holderDid || subject != holderDid) return fail("identity.wrong_holder");
    out.holder = subject;
    if (now < out.notBefore) return fail("identity.not_yet_valid");
    if (now >= out.expiresAt) return fail("identity.expired");
    return out;
}

} // namespace bt::identity
