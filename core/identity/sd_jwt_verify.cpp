// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/text.h"
#include "crypto/hash.h"
#include "identity/jws.h"
#include "identity/sd_jwt.h"

#include <map>
#include <set>

namespace bt::identity {

using codec::Json;

namespace {

auto malformed(const char* why) { return fail("identity.bad_sd_jwt", why); }

// RFC 9901, section 7.1, step 3: puts disclosed values where their digests stand and removes the rest.
class Processor
{
public:
    explicit Processor(const std::vector<jws::Disclosure>& disclosures)
    {
        for (const jws::Disclosure& d : disclosures) m_repeated |= !m_byDigest.emplace(d.digest, &d).second;
    }

    Result<Json> run(const Json& payload)
    {
        if (m_repeated) return malformed("a disclosure twice");
        BT_TRY(Json out, value(payload, 0));
        if (m_used.size() != m_byDigest.size()) return malformed("a disclosure without its digest");
        out.erase("_sd_alg");
        return out;
    }

private:
    Result<const jws::Disclosure*> take(const Json& digest)
    {
        if (!digest.is_string()) return malformed("a digest that is no text");
        const auto& text = digest.get_ref<const std::string&>();
        if (!m_seen.insert(text).second) return malformed("a digest twice");
        const auto found = m_byDigest.find(text);
        if (found == m_byDigest.end()) return nullptr; // not shown, or a decoy
        m_used.insert(text);
        return found->second;
    }

    Result<Json> object(const Json& in, std::size_t depth)
    {
        Json out = Json::object();
        for (const auto& [name, inner] : in.items()) {
            if (name == "_sd") continue;
            BT_TRY(Json done, value(inner, depth + 1));
            out[name] = std::move(done);
        }
        const auto digests = in.find("_sd");
        if (digests == in.end()) return out;
        if (!digests->is_array()) return malformed("_sd is no array");
        for (const Json& digest : *digests) {
            BT_TRY(const jws::Disclosure* d, take(digest));
            if (d == nullptr) continue;
            if (!d->named) return malformed("an array's element among members");
            if (out.contains(d->name)) return malformed("a claim twice");
            BT_TRY(Json done, value(d->value, depth + 1));
            out[d->name] = std::move(done);
        }
        return out;
    }

    Result<Json> array(const Json& in, std::size_t depth)
    {
        Json out = Json::array();
        for (const Json& element : in) {
            if (element.is_object() && element.size() == 1 && element.contains("...")) {
                BT_TRY(const jws::Disclosure* d, take(element["..."]));
                if (d == nullptr) continue;
                if (d->named) return malformed("a member among an array's elements");
                BT_TRY(Json done, value(d->value, depth + 1));
                out.push_back(std::move(done));
            } else {
                BT_TRY(Json done, value(element, depth + 1));
                out.push_back(std::move(done));
            }
        }
        return out;
    }

    Result<Json> value(const Json& in, std::size_t depth)
    {
        if (depth > codec::kMaxJsonDepth) return malformed("too deep"); // disclosures inside disclosures
        if (in.is_object()) return object(in, depth);
        if (in.is_array()) return array(in, depth);
        return in;
    }

    std::map<std::string, const jws::Disclosure*, std::less<>> m_byDigest;
    std::set<std::string> m_seen;
    std::set<std::string> m_used;
    bool m_repeated = false;
};

std::optional<crypto::Ed25519Public> holderOf(const Json& claims)
{
    const auto cnf = codec::objectField(claims, "cnf");
    const auto jwk = cnf ? codec::objectField(**cnf, "jwk") : cnf;
    if (!jwk) return std::nullopt;
    const auto type = codec::textField(**jwk, "kty");
    const auto curve = codec::textField(**jwk, "crv");
    const auto x = codec::bytesField(**jwk, "x", crypto::Ed25519Public::size);
    if (!type || *type != "OKP" || !curve || *curve != "Ed25519" || !x) return std::nullopt;
    return *crypto::Ed25519Public::from(*x);
}

Result<KeyBinding> verifyBinding(const jws::Split& parts, const crypto::Ed25519Public& holder)
{
    BT_TRY(const jws::Parts jwt, jws::parse(parts.binding));
    const auto type = codec::textField(jwt.header, "typ");
    if (!type || *type != "kb+jwt") return malformed("key binding's typ");
    if (!crypto::ed25519Verify(holder, viewOf(jwt.signedText), jwt.signature)) return fail("identity.not_authentic", "key binding");
    const auto hash = codec::textField(jwt.payload, "sd_hash");
    if (!hash || *hash != jws::digestOf(parts.beforeBinding)) return fail("identity.not_authentic", "bound to other bytes");
    const auto audience = codec::textField(jwt.payload, "aud");
    const auto nonce = codec::textField(jwt.payload, "nonce");
    const auto at = codec::intField(jwt.payload, "iat");
    constexpr std::int64_t kFarFuture = 253402300800; // year 10000
    if (!audience || !nonce || !at || *at < 0 || *at > kFarFuture) return malformed("key binding's claims");
    return KeyBinding{*audience, *nonce, Millis{*at * kSecond}};
}

} // namespace

Result<VerifiedSdJwt> verifySdJwt(std::string_view text, const crypto::Ed25519Public& issuer)
{
    BT_TRY(const jws::Split parts, jws::split(text));
    BT_TRY(const jws::Parts jwt, jws::parse(parts.jwt));
    if (!crypto::ed25519Verify(issuer, viewOf(jwt.signedText), jwt.signature)) return fail("identity.not_authentic");
    if (const auto algorithm = jwt.payload.find("_sd_alg"); algorithm != jwt.payload.end() && *algorithm != "sha-256")
        return fail("identity.unknown_algorithm", "_sd_alg");
    VerifiedSdJwt out;
    BT_TRY(out.claims, Processor(parts.disclosures).run(jwt.payload));
    if (const auto type = codec::textField(jwt.header, "typ")) out.type = *type;
    out.holder = holderOf(out.claims);
    if (!parts.binding.empty()) {
        if (!out.holder) return fail("identity.unknown_algorithm", "a key binding, but no Ed25519 cnf key");
        BT_TRY(out.binding, verifyBinding(parts, *out.holder));
    }
    return out;
}

} // namespace bt::identity
