// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/deciders.h"

#include "crypto/hash.h"

namespace bt::service {
namespace {

constexpr std::string_view kPrefix = "BTDECIDER1:";
constexpr std::string_view kRow = "deciders";

Bytes checkOf(const crypto::XOnlyKey& key)
{
    Bytes tagged = bytesOf(std::string_view("bt/decider/v1"));
    append(tagged, key.view());
    return bytesOf(crypto::blake3(tagged).view().first(4));
}

} // namespace

Secret decidingSecret(const vault::Vault& vault) { return vault.keys().deriveScalar("arbiter", {}, 0); }

std::string deciderCode(const crypto::XOnlyKey& key)
{
    Bytes all = bytesOf(key.view());
    append(all, checkOf(key));
    std::string text = codec::base32Encode(all);
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return std::string(kPrefix) + text;
}

Result<crypto::XOnlyKey> readDeciderCode(std::string_view text)
{
    const auto bad = [] { return fail("dispute.bad_code"); };
    if (text.size() > 400) return bad();
    std::string plain;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    std::string prefix(kPrefix);
    for (char& c : prefix)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!plain.starts_with(prefix)) return bad();
    const auto bytes = codec::base32Decode(plain.substr(prefix.size()));
    if (!bytes || bytes->size() != 36) return bad();
    const auto key = crypto::XOnlyKey::from(ByteView(*bytes).first(32));
    if (!key || !crypto::secpOnCurve(*key) || !equal(checkOf(*key), ByteView(*bytes).last(4))) return bad();
    return *key;
}

Result<Deciders> namedDeciders(Context& c)
{
    Deciders out;
    BT_TRY(const auto row, c.book.get(kRow));
    if (!row || row->empty()) return out;
    BT_TRY(const Json json, codec::parseJson(textOf(*row)));
    FieldReader f(json);
    if (f.has("own")) out.own = f.fixed<crypto::XOnlyKey>("own");
    if (f.has("joint")) out.joint = f.fixed<crypto::XOnlyKey>("joint");
    if (!f.ok()) return fail("service.bad_row", "deciders");
    return out;
}

Result<void> nameDeciders(Context& c, const Deciders& deciders)
{
    if (deciders.own && deciders.own == deciders.joint) return fail("dispute.same_decider");
    Json json = Json::object();
    if (deciders.own) json["own"] = hexOf(*deciders.own);
    if (deciders.joint) json["joint"] = hexOf(*deciders.joint);
    return c.atomically([&] { return c.book.put(kRow, bytesOf(json.dump())); });
}

} // namespace bt::service
