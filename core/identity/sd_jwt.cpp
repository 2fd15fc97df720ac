// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/sd_jwt.h"

#include "codec/text.h"
#include "crypto/hash.h"
#include "identity/jws.h"

#include <algorithm>

namespace bt::identity {

using codec::Json;

namespace {

constexpr std::size_t kSaltBytes = 16;

auto malformed(const char* why) { return fail("identity.bad_sd_jwt", why); }

std::string encodeText(std::string_view text) { return codec::base64urlEncode(viewOf(text)); }

Result<Json> decodeJson(std::string_view wire)
{
    const auto bytes = codec::base64urlDecode(wire);
    if (!bytes) return malformed("not base64url");
    auto json = codec::parseJson(textOf(*bytes));
    if (!json) return malformed("not JSON");
    return json;
}

Result<void> checkNames(const Json& claims)
{
    for (const auto& member : claims.items())
        if (member.key() == "_sd" || member.key() == "..." || member.key() == "_sd_alg" || member.key() == "cnf")
            return fail("identity.bad_claims", "a name that SD-JWT reserves");
    return {};
}

Result<std::string> reveal(const jws::Split& parts, const std::vector<std::string>& names)
{
    BT_TRY(const jws::Parts signedPart, jws::parse(parts.jwt));
    // A disclosure belongs to the top-level claim under which its digest lies, however deep.
    std::vector<std::string> wanted;
    const Json& payload = signedPart.payload;
    const auto top = payload.find("_sd");
    const auto digestsIn = [](const Json& tree, std::vector<std::string>& out) {
        std::vector<const Json*> open{&tree};
        while (!open.empty()) {
            const Json& at = *open.back();
            open.pop_back();
            if (at.is_object())
                for (const auto& [key, value] : at.items()) {
                    if (key == "..." && value.is_string()) out.push_back(value.get<std::string>());
                    if (key == "_sd" && value.is_array())
                        for (const Json& digest : value)
                            if (digest.is_string()) out.push_back(digest.get<std::string>());
                    open.push_back(&value);
                }
            else if (at.is_array())
                for (const Json& value : at) open.push_back(&value);
        }
    };
    for (const std::string& name : names) {
        bool found = false;
        if (const auto claim = payload.find(name); claim != payload.end()) {
            digestsIn(*claim, wanted); // open itself, with closed parts inside
            found = true;
        }
        for (const jws::Disclosure& d : parts.disclosures)
            if (d.named && d.name == name && top != payload.end() && top->is_array() &&
                std::any_of(top->begin(), top->end(), [&](const Json& x) { return x == d.digest; })) {
                wanted.push_back(d.digest);
                found = true;
            }
        if (!found) return fail("identity.no_such_claim", name);
    }
    std::string out(parts.jwt);
    out += '~';
    std::vector<bool> taken(parts.disclosures.size(), false);
    for (std::size_t i = 0; i < wanted.size(); ++i) // `wanted` grows: a claim brings what lies inside it
        for (std::size_t k = 0; k < parts.disclosures.size(); ++k)
            if (!taken[k] && parts.disclosures[k].digest == wanted[i]) {
                taken[k] = true;
                digestsIn(parts.disclosures[k].value, wanted);
            }
    for (std::size_t k = 0; k < taken.size(); ++k)
        if (taken[k]) out.append(parts.disclosures[k].wire).append("~");
    return out;
}

} // namespace

namespace jws {

std::string digestOf(std::string_view wire) { return codec::base64urlEncode(crypto::sha256(viewOf(wire)).view()); }

Result<Parts> parse(std::string_view compact)
{
    const std::size_t first = compact.find('.');
    const std::size_t second = first == std::string_view::npos ? first : compact.find('.', first + 1);
    if (second == std::string_view::npos || compact.find('.', second + 1) != std::string_view::npos) return malformed("not three parts");
    Parts out;
    BT_TRY(out.header, decodeJson(compact.substr(0, first)));
    if (!out.header.is_object()) return malformed("header");
    const auto algorithm = codec::textField(out.header, "alg");
    if (!algorithm || *algorithm != "EdDSA") return fail("identity.unknown_algorithm");
    if (out.header.contains("crit")) return fail("identity.unknown_algorithm", "crit"); // RFC 7515: understand or refuse
    BT_TRY(out.payload, decodeJson(compact.substr(first + 1, second - first - 1)));
    if (!out.payload.is_object()) return malformed("payload");
    const auto signature = codec::base64urlDecode(compact.substr(second + 1));
    if (!signature || signature->size() != crypto::Ed25519Signature::size) return malformed("signature");
    std::copy(signature->begin(), signature->end(), out.signature.data());
    out.signedText = compact.substr(0, second);
    return out;
}

Result<std::string> sign(const Json& header, const Json& payload, const crypto::Ed25519Pair& key)
{
    const auto headerText = codec::canonicalJson(header);
    const auto payloadText = codec::canonicalJson(payload);
    if (!headerText || !payloadText) return fail("identity.bad_claims", "no canonical form");
    std::string out = encodeText(*headerText) + "." + encodeText(*payloadText);
    const auto signature = crypto::ed25519Sign(key.secret, viewOf(out));
    return out + "." + codec::base64urlEncode(signature.view());
}

Result<Split> split(std::string_view text)
{
    if (text.size() > kMaxSdJwt) return malformed("too long");
    const std::size_t last = text.rfind('~');
    if (last == std::string_view::npos) return malformed("no tilde");
    Split out;
    out.beforeBinding = text.substr(0, last + 1);
    out.binding = text.substr(last + 1);
    std::string_view rest = out.beforeBinding;
    for (bool isJwt = true; !rest.empty(); isJwt = false) {
        const std::size_t end = rest.find('~');
        const std::string_view part = rest.substr(0, end);
        rest = rest.substr(end + 1);
        if (isJwt) {
            out.jwt = part;
            continue;
        }
        if (out.disclosures.size() >= kMaxDisclosures) return malformed("too many disclosures");
        BT_TRY(Json json, decodeJson(part));
        if (!json.is_array() || json.size() < 2 || json.size() > 3 || !json[0].is_string()) return malformed("disclosure");
        Disclosure d;
        d.wire = part;
        d.digest = digestOf(part);
        d.named = json.size() == 3;
        if (d.named) {
            if (!json[1].is_string()) return malformed("disclosure's name");
            d.name = json[1].get<std::string>();
            if (d.name == "_sd" || d.name == "...") return malformed("disclosure with a reserved name");
        }
        d.value = std::move(json.back());
        out.disclosures.push_back(std::move(d));
    }
    return out;
}

} // namespace jws

Result<std::string> issueSdJwt(const Json& open, const Json& selective, const crypto::Ed25519Pair& issuer,
                               const crypto::Ed25519Public* holder, Random& random, std::string_view type)
{
    if (!open.is_object() || !selective.is_object()) return fail("identity.bad_claims", "no object");
    BT_CHECK(checkNames(open));
    BT_CHECK(checkNames(selective));
    Json payload = open;
    std::string disclosures;
    std::vector<std::string> digests;
    for (const auto& [name, value] : selective.items()) {
        if (open.contains(name)) return fail("identity.bad_claims", "a claim both open and selective");
        const std::string salt = codec::base64urlEncode(random.bytes(kSaltBytes));
        const auto text = codec::canonicalJson(Json::array({salt, name, value}));
        if (!text) return fail("identity.bad_claims", "no canonical form");
        const std::string wire = encodeText(*text);
        digests.push_back(jws::digestOf(wire));
        disclosures += wire + "~";
    }
    if (!digests.empty()) {
        std::sort(digests.begin(), digests.end()); // so that their order says nothing about the names
        payload["_sd"] = digests;
        payload["_sd_alg"] = "sha-256";
    }
    if (holder != nullptr) payload["cnf"] = {{"jwk", {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", codec::base64urlEncode(holder->view())}}}};
    BT_TRY(const std::string jwt, jws::sign({{"alg", "EdDSA"}, {"typ", std::string(type)}}, payload, issuer));
    return jwt + "~" + disclosures;
}

Result<std::string> presentSdJwt(std::string_view credential, const std::vector<std::string>& names)
{
    BT_TRY(const jws::Split parts, jws::split(credential));
    return reveal(parts, names);
}

Result<std::string> presentSdJwt(std::string_view credential, const std::vector<std::string>& names, const crypto::Ed25519Pair& holder,
                                 const KeyBinding& binding)
{
    BT_TRY(std::string out, presentSdJwt(credential, names));
    const Json payload = {
        {"aud", binding.audience}, {"nonce", binding.nonce}, {"iat", binding.issuedAt.value / kSecond}, {"sd_hash", jws::digestOf(out)}};
    BT_TRY(const std::string jwt, jws::sign({{"alg", "EdDSA"}, {"typ", "kb+jwt"}}, payload, holder));
    return out + jwt;
}

Result<std::string> claimedIssuer(std::string_view text)
{
    BT_TRY(const jws::Split parts, jws::split(text));
    BT_TRY(const jws::Parts jwt, jws::parse(parts.jwt));
    auto issuer = codec::textField(jwt.payload, "iss");
    if (!issuer) return malformed("no issuer");
    return issuer;
}

} // namespace bt::identity
