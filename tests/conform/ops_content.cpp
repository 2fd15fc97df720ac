// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "codec/text.h"
#include "ipld/cid.h"

namespace bt::conform {
namespace {

//! Binary as hexadecimal in `bytes`, or text in `cid`.
Result<Json> cidParse(const In& in)
{
    Result<ipld::Cid> parsed = fail("ipld.bad_cid");
    if (in.has("bytes")) {
        BT_TRY(const Bytes raw, in.bytes("bytes"));
        parsed = ipld::parseCid(ByteView(raw));
    } else {
        BT_TRY(const std::string text, in.text("cid"));
        parsed = ipld::parseCid(std::string_view(text));
    }
    BT_TRY(const ipld::Cid cid, std::move(parsed));
    return Json{{"version", 1},
                {"codec", static_cast<std::uint64_t>(cid.codec)},
                {"hash", 0x12},
                {"digest", hex(cid.digest.view())},
                {"bytes", hex(cid.bytes())}};
}

Result<Json> cidFormat(const In& in)
{
    ipld::Cid cid;
    BT_TRY(const std::uint64_t codec, in.number("codec"));
    BT_TRY(const std::uint64_t version, in.numberOr("version", 1));
    BT_TRY(const std::uint64_t hash, in.numberOr("hash", 0x12));
    BT_TRY(cid.digest, in.fixed<Hash256>("digest"));
    if (codec != 0x55 && codec != 0x70 && codec != 0x71) return fail("ipld.unknown_codec", "raw, dag-pb or dag-cbor");
    if (version != 1) return fail("not-implemented", "only version 1 is written");
    if (hash != 0x12) return fail("ipld.unknown_hash", "only SHA-256 is written");
    cid.codec = static_cast<ipld::Codec>(codec);
    return Json{{"cid", cid.text()}};
}

struct Base {
    std::string_view name;
    codec::Multibase base;
};
constexpr Base kBases[] = {{"base16", codec::Multibase::Base16},
                           {"base32", codec::Multibase::Base32},
                           {"base58btc", codec::Multibase::Base58btc},
                           {"base64url", codec::Multibase::Base64url}};

Result<Json> multibaseEncode(const In& in)
{
    BT_TRY(const std::string name, in.text(in.has("base") ? "base" : "encoding"));
    BT_TRY(const Bytes data, in.bytes(in.has("bytes") ? "bytes" : "data"));
    const auto* base = std::ranges::find(kBases, name, &Base::name);
    if (base == std::end(kBases)) return fail("not-implemented", "this multibase is not written here");
    return Json{{"text", codec::multibaseEncode(base->base, data)}};
}

Result<Json> multibaseDecode(const In& in)
{
    BT_TRY(const std::string text, in.text("text"));
    BT_TRY(const Bytes data, codec::multibaseDecode(text));
    return Json{{"bytes", hex(data)}};
}

Result<Json> varintDecode(const In& in)
{
    BT_TRY(const Bytes data, in.bytes(in.has("bytes") ? "bytes" : "data"));
    ByteView rest(data);
    BT_TRY(const std::uint64_t value, codec::readVarint(rest));
    if (!rest.empty()) return fail("codec.bad_varint", "bytes after the number");
    return Json{{"value", value}};
}

//! A JSON text in `text`, or the bytes of one in `text_hex`.
Result<std::string> jsonTextIn(const In& in)
{
    if (!in.has("text_hex")) return in.text("text");
    BT_TRY(const Bytes raw, in.bytes("text_hex"));
    return textOf(raw);
}

Result<Json> jcs(const In& in)
{
    BT_TRY(const std::string text, jsonTextIn(in));
    BT_TRY(const Json parsed, codec::parseJson(text));
    BT_TRY(const std::string out, codec::canonicalJson(parsed));
    return Json{{"text", out}};
}

Result<Json> jsonParse(const In& in)
{
    BT_TRY(const std::string text, jsonTextIn(in));
    BT_CHECK(codec::parseJson(text));
    return Json::object();
}

constexpr Op kOps[] = {
    {"cid.parse", cidParse},
    {"cid.format", cidFormat},
    {"multibase.encode", multibaseEncode},
    {"multibase.decode", multibaseDecode},
    {"varint.decode", varintDecode},
    {"jcs", jcs},
    {"json.parse", jsonParse},
};

} // namespace

std::span<const Op> contentOps() { return kOps; }

} // namespace bt::conform
