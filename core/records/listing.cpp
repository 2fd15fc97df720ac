// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/listing.h"

#include "codec/text.h"
#include "crypto/hash.h"
#include "records/form.h"
#include "records/text.h"

#include <algorithm>
#include <set>

namespace bt::records {

namespace {

using codec::Json;
constexpr std::string_view kTag = "bt/listing/v1";
constexpr std::int64_t kLatest = 253'402'300'799'999; // the year 9999
constexpr std::uint64_t kMaxExact = 1ULL << 53;

auto bad(const char* field) { return fail("record.bad_listing", field); }

bool fits(std::string_view text, std::size_t least, std::size_t most, bool (*allowed)(char))
{
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, allowed);
}
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isTopic(std::string_view t)
{
    return fits(t, 1, 32, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}
bool isLanguage(std::string_view t)
{
    return fits(t, 2, 35, [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
}
bool isZone(std::string_view t)
{
    return fits(t, 1, 64, [](char c) { return isLetter(c) || isDigit(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
}
bool isCompactJwt(std::string_view t)
{
    return fits(t, 0, kLicenceBytes, [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.' || c == '~'; });
}

template <typename Check> bool soundList(const std::vector<std::string>& list, std::size_t most, Check check)
{
    return list.size() <= most && std::set<std::string>(list.begin(), list.end()).size() == list.size() && std::ranges::all_of(list, check);
}

bool soundPolicy(const ListingPolicy& p)
{
    return p.answerWithinMs >= 15 * kMinute && p.answerWithinMs <= 14 * kDay && p.freeBeforeMs >= 0 && p.freeBeforeMs <= 28 * kDay &&
           p.lateShareBps >= 0 && p.lateShareBps <= 10'000 && p.bond.value <= kMaxSompi;
}

bool soundTimes(const std::vector<Millis>& times)
{
    const auto whole = [](Millis m) { return m.value > 0 && m.value <= kLatest && m.value % kMinute == 0; };
    return times.size() <= kOpenTimes && std::ranges::all_of(times, whole) &&
           std::ranges::adjacent_find(times, std::greater_equal()) == times.end();
}

Json reputationJson(const ListedReputation& r)
{
    return Json{{"id", codec::base64urlEncode(r.id.view())},
                {"key", codec::base64urlEncode(r.key.view())},
                {"output", r.output},
                {"pool", codec::base64urlEncode(r.pool.view())},
                {"proof", codec::base64urlEncode(r.proof.view())},
                {"token", codec::base64urlEncode(r.token.view())},
                {"transaction", codec::base64urlEncode(r.transaction.view())}};
}

Result<Json> toJson(const Listing& l)
{
    if (!keyOf(l.did)) return bad("did");
    BT_TRY(const auto name, plainLine(l.name, kNameBytes));
    BT_TRY(const auto about, plainText(l.about, kAboutBytes));
    if (name.empty()) return bad("name");
    if (!soundList(l.topics, kTopics, isTopic)) return bad("topics");
    if (!soundList(l.languages, kLanguages, isLanguage)) return bad("languages");
    if (!isZone(l.zone)) return bad("zone");
    if (l.price.value == 0 || l.price.value > kMaxSompi) return bad("price");
    if (l.durationMinutes < 5 || l.durationMinutes > 480) return bad("duration");
    if (!soundPolicy(l.policy)) return bad("policy");
    if (l.visitKey.isZero()) return bad("visitKey");
    if (l.inboxKey.isZero()) return bad("inboxKey");
    if (l.prekeys.size() > kPrekeyBytes) return bad("prekeys");
    if (!soundTimes(l.openTimes)) return bad("openTimes");
    if (!isCompactJwt(l.licence)) return bad("licence");
    if (l.issuedAt.value < 0 || l.issuedAt.value > kLatest) return bad("issuedAt");
    if (l.sequence >= kMaxExact) return bad("sequence");
    const auto& r = l.reputation;
    if (r && (r->id.isZero() || r->transaction.isZero() || r->token.isZero() != r->pool.isZero() ||
              !crypto::schnorrVerify(r->key, reputationProof(l.did).view(), r->proof)))
        return bad("reputation");
    Json times = Json::array();
    for (const Millis m : l.openTimes) times.push_back(m.value / kMinute);
    Json json{{"about", about},
              {"did", l.did},
              {"durationMinutes", l.durationMinutes},
              {"inboxKey", codec::base64urlEncode(l.inboxKey.view())},
              {"issuedAt", l.issuedAt.value},
              {"languages", l.languages},
              {"licence", l.licence},
              {"name", name},
              {"openTimes", std::move(times)}, // minutes since 1970, UTC: two thirds of the size
              {"policy", Json{{"answerWithinMs", l.policy.answerWithinMs},
                              {"bond", std::to_string(l.policy.bond.value)},
                              {"freeBeforeMs", l.policy.freeBeforeMs},
                              {"lateShareBps", l.policy.lateShareBps}}},
              {"prekeys", codec::base64urlEncode(l.prekeys)},
              {"price", std::to_string(l.price.value)},
              {"sequence", l.sequence},
              {"topics", l.topics},
              {"v", 1},
              {"visitKey", codec::base64urlEncode(l.visitKey.view())},
              {"zone", l.zone}};
    if (!l.decider.isZero()) json["decider"] = codec::base64urlEncode(l.decider.view());
    if (!l.jointDecider.isZero()) json["jointDecider"] = codec::base64urlEncode(l.jointDecider.view());
    if (r) json["reputation"] = reputationJson(*r);
    if (!l.token.isZero())
        json["token"] = codec::base64urlEncode(l.token.view()); // absent for KAS, as in listings from before there was a choice
    return json;
}

Result<std::vector<std::string>> textList(const Json& json, std::string_view name)
{
    BT_TRY(const auto* list, codec::arrayField(json, name));
    std::vector<std::string> out;
    for (const auto& item : *list) {
        if (!item.is_string()) return fail("codec.wrong_type", std::string(name));
        out.push_back(item.get<std::string>());
    }
    return out;
}

//! An integer in [0, most], so that no cast below can change it.
Result<std::int64_t> bounded(const Json& json, std::string_view name, std::int64_t most)
{
    BT_TRY(const auto value, codec::intField(json, name));
    if (value < 0 || value > most) return fail("codec.wrong_type", std::string(name));
    return value;
}

Result<ListingPolicy> policyFrom(const Json& json)
{
    ListingPolicy p;
    BT_TRY(p.answerWithinMs, bounded(json, "answerWithinMs", kLatest));
    BT_TRY(p.freeBeforeMs, bounded(json, "freeBeforeMs", kLatest));
    BT_TRY(const auto share, bounded(json, "lateShareBps", 10'000));
    p.lateShareBps = static_cast<int>(share);
    BT_TRY(p.bond.value, codec::amountField(json, "bond"));
    return p;
}

Result<ListedReputation> reputationFrom(const Json& json)
{
    ListedReputation r;
    BT_TRY(r.id, (fixedField<decltype(r.id)>(json, "id")));
    BT_TRY(r.key, fixedField<crypto::XOnlyKey>(json, "key"));
    BT_TRY(const auto output, bounded(json, "output", 0xffff));
    r.output = static_cast<std::uint32_t>(output);
    BT_TRY(r.pool, (fixedField<decltype(r.pool)>(json, "pool")));
    BT_TRY(r.proof, fixedField<crypto::Signature64>(json, "proof"));
    BT_TRY(r.token, (fixedField<decltype(r.token)>(json, "token")));
    BT_TRY(r.transaction, (fixedField<decltype(r.transaction)>(json, "transaction")));
    return r;
}

Result<Listing> fromJson(const Json& json)
{
    Listing l;
    BT_TRY(l.did, codec::textField(json, "did"));
    BT_TRY(l.name, codec::textField(json, "name"));
    BT_TRY(l.about, codec::textField(json, "about"));
    BT_TRY(l.topics, textList(json, "topics"));
    BT_TRY(l.languages, textList(json, "languages"));
    BT_TRY(l.zone, codec::textField(json, "zone"));
    BT_TRY(l.price.value, codec::amountField(json, "price"));
    if (json.contains("token")) {
        BT_TRY(l.token, (fixedField<decltype(l.token)>(json, "token")));
        if (l.token.isZero()) return bad("token"); // KAS is said by saying nothing
    }
    BT_TRY(const auto duration, bounded(json, "durationMinutes", 480));
    l.durationMinutes = static_cast<int>(duration);
    BT_TRY(const auto* policy, codec::objectField(json, "policy"));
    BT_TRY(l.policy, policyFrom(*policy));
    BT_TRY(l.visitKey, (fixedField<decltype(l.visitKey)>(json, "visitKey")));
    BT_TRY(l.inboxKey, (fixedField<decltype(l.inboxKey)>(json, "inboxKey")));
    BT_TRY(const auto prekeys, codec::textField(json, "prekeys"));
    BT_TRY(l.prekeys, codec::base64urlDecode(prekeys));
    BT_TRY(const auto* times, codec::arrayField(json, "openTimes"));
    if (times->size() > kOpenTimes) return bad("openTimes");
    for (const auto& time : *times) {
        if (!time.is_number_integer()) return bad("openTimes");
        const auto minutes = time.get<std::int64_t>();
        if (minutes <= 0 || minutes > kLatest / kMinute) return bad("openTimes");
        l.openTimes.push_back({minutes * kMinute});
    }
    BT_TRY(l.licence, codec::textField(json, "licence"));
    if (json.contains("reputation")) {
        BT_TRY(const auto* reputation, codec::objectField(json, "reputation"));
        BT_TRY(l.reputation, reputationFrom(*reputation));
    }
    BT_TRY(l.issuedAt.value, bounded(json, "issuedAt", kLatest));
    BT_TRY(const auto sequence, bounded(json, "sequence", static_cast<std::int64_t>(kMaxExact - 1)));
    l.sequence = static_cast<std::uint64_t>(sequence);
    if (json.contains("decider")) {
        BT_TRY(l.decider, (fixedField<decltype(l.decider)>(json, "decider")));
    }
    if (json.contains("jointDecider")) {
        BT_TRY(l.jointDecider, (fixedField<decltype(l.jointDecider)>(json, "jointDecider")));
    }
    return l;
}

Bytes tagged(ByteView canonical)
{
    Bytes bytes = bytesOf(kTag);
    bytes.push_back(0);
    append(bytes, canonical);
    return bytes;
}

//! A block as it travels. serialise() of it is found by exactly().
struct Block {
    Listing listing;
    crypto::Ed25519Signature signature;
};

Result<Bytes> serialise(const Block& block)
{
    BT_TRY(auto listing, toJson(block.listing));
    return canonicalBytes(Json{{"listing", std::move(listing)}, {"signature", codec::base64urlEncode(block.signature.view())}});
}

} // namespace

Hash256 reputationProof(std::string_view did)
{
    Bytes said = bytesOf(std::string_view("bt/reputation/v1"));
    append(said, viewOf(did));
    return crypto::blake3(said);
}

Result<Bytes> serialise(const Listing& listing)
{
    BT_TRY(const auto json, toJson(listing));
    BT_TRY(auto bytes, canonicalBytes(json));
    if (bytes.size() > kListingBytes) return fail("record.too_long", {std::to_string(kListingBytes)}, "listing");
    return bytes;
}

Result<Bytes> signListing(const Listing& listing, const crypto::Ed25519Pair& key)
{
    const auto own = keyOf(listing.did);
    if (!own || *own != key.open) return bad("did");
    BT_TRY(const auto bytes, serialise(listing));
    return serialise(Block{listing, crypto::ed25519Sign(key.secret, tagged(bytes))});
}

Result<Listing> openListing(ByteView block)
{
    constexpr std::size_t kEnvelope = 256; // braces and the signature
    if (block.size() > kListingBytes + kEnvelope) return fail("record.too_long", {std::to_string(kListingBytes)}, "block");
    BT_TRY(auto opened, (exactly<Block>(block, kListingBytes + kEnvelope, "record.bad_listing", [](const Json& json) -> Result<Block> {
               BT_TRY(const auto* listing, codec::objectField(json, "listing"));
               BT_TRY(auto value, fromJson(*listing));
               BT_TRY(const auto signature, fixedField<crypto::Ed25519Signature>(json, "signature"));
               return Block{std::move(value), signature};
           })));
    BT_TRY(const auto key, keyOf(opened.listing.did));
    BT_TRY(const auto bytes, serialise(opened.listing));
    if (!crypto::ed25519Verify(key, tagged(bytes), opened.signature)) return fail("record.bad_signature");
    return std::move(opened.listing);
}

} // namespace bt::records
