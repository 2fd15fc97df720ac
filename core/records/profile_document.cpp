// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/profile_document.h"

#include "codec/text.h"
#include "records/form.h"
#include "records/text.h"

namespace bt::records {

namespace {

constexpr std::string_view kSigned = "bt/profile/v1", kHashed = "bt/profile-document/v1";
constexpr std::int64_t kLatest = 4'102'444'800'000; // the year 2100

tl::unexpected<Error> bad(const char* field) { return fail("record.bad_profile", field); }

Result<codec::Json> fieldsJson(const std::vector<ProfileField>& fields)
{
    if (fields.size() > kProfileFields) return bad("fields");
    codec::Json out = codec::Json::array();
    for (const auto& field : fields) {
        BT_TRY(const auto label, plainLine(field.label, kProfileLabelBytes));
        BT_TRY(const auto text, plainText(field.text, kProfileTextBytes));
        if (label.empty()) return bad("label");
        out.push_back({{"label", label}, {"text", text}});
    }
    return out;
}

Result<std::vector<ProfileField>> readFields(const codec::Json& json)
{
    if (!json.is_array() || json.size() > kProfileFields) return bad("fields");
    std::vector<ProfileField> out;
    for (const auto& item : json) {
        ProfileField field;
        BT_TRY(field.label, codec::textField(item, "label"));
        BT_TRY(field.text, codec::textField(item, "text"));
        out.push_back(std::move(field));
    }
    return out;
}

Result<codec::Json> documentJson(const ProfileDocument& d)
{
    if (!isPerson(d.key)) return bad("key");
    BT_TRY(const auto name, plainLine(d.name, 80));
    if (name.empty()) return bad("name");
    if (d.sequence < 0 || d.writtenAt.value < 0 || d.writtenAt.value > kLatest) return bad("sequence");
    if (d.sealedCid.size() > 128) return bad("sealed");
    BT_TRY(auto fields, fieldsJson(d.fields));
    return codec::Json{
        {"fields", std::move(fields)}, {"key", d.key},           {"name", name}, {"salt", codec::base64urlEncode(d.salt.view())},
        {"sealed", d.sealedCid},       {"sequence", d.sequence}, {"v", 1},       {"written", d.writtenAt.value}};
}

Bytes said(std::string_view canonical)
{
    Bytes out = bytesOf(kSigned);
    out.push_back(0);
    append(out, bytesOf(canonical));
    return out;
}

} // namespace

Result<Bytes> signProfile(const ProfileDocument& document, const crypto::Ed25519Pair& key)
{
    BT_TRY(const auto json, documentJson(document));
    BT_TRY(const auto text, codec::canonicalJson(json));
    const auto signature = crypto::ed25519Sign(key.secret, said(text));
    BT_TRY(auto block, canonicalBytes({{"profile", json}, {"signature", codec::base64urlEncode(signature.view())}}));
    if (block.size() > kProfileBytes) return fail("record.too_long", {std::to_string(kProfileBytes)}, {});
    return block;
}

Result<ProfileDocument> openProfileBlock(ByteView block)
{
    if (block.size() > kProfileBytes) return fail("record.too_long", {std::to_string(kProfileBytes)}, {});
    const auto text = textOf(block);
    const auto json = codec::parseJson(text);
    if (!json) return bad("form");
    const auto inner = codec::objectField(*json, "profile");
    const auto signature = fixedField<crypto::Ed25519Signature>(*json, "signature");
    if (!inner || !signature) return bad("form");
    const codec::Json& profile = **inner;
    ProfileDocument d;
    BT_TRY(d.key, codec::textField(profile, "key"));
    BT_TRY(d.name, codec::textField(profile, "name"));
    BT_TRY(d.sealedCid, codec::textField(profile, "sealed"));
    BT_TRY(d.salt, fixedField<decltype(d.salt)>(profile, "salt"));
    BT_TRY(d.sequence, codec::intField(profile, "sequence"));
    BT_TRY(d.writtenAt.value, codec::intField(profile, "written"));
    BT_TRY(const auto* fields, codec::arrayField(profile, "fields"));
    BT_TRY(d.fields, readFields(*fields));
    // One text for one document.
    BT_TRY(const auto again, documentJson(d));
    BT_TRY(const auto whole, canonicalBytes({{"profile", again}, {"signature", codec::base64urlEncode(signature->view())}}));
    if (!equal(whole, block)) return bad("form");
    BT_TRY(const auto canonical, codec::canonicalJson(again));
    BT_TRY(const auto key, keyOfPerson(d.key, "record.bad_profile", "key"));
    if (!crypto::ed25519Verify(key, said(canonical), *signature)) return fail("record.bad_signature");
    return d;
}

Hash256 profileHash(ByteView block)
{
    Bytes all = bytesOf(kHashed);
    append(all, block);
    return crypto::blake3(all);
}

Result<Bytes> serialiseFields(const std::vector<ProfileField>& fields)
{
    BT_TRY(auto json, fieldsJson(fields));
    return canonicalBytes({{"fields", std::move(json)}, {"v", 1}});
}

Result<std::vector<ProfileField>> parseFields(ByteView bytes)
{
    if (bytes.size() > kProfileBytes) return bad("size");
    const auto json = codec::parseJson(textOf(bytes));
    if (!json) return bad("form");
    BT_TRY(const auto* fields, codec::arrayField(*json, "fields"));
    BT_TRY(auto out, readFields(*fields));
    BT_TRY(const auto again, serialiseFields(out));
    if (!equal(again, bytes)) return bad("form");
    return out;
}

} // namespace bt::records
