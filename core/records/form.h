// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the records share: reading a strict canonical form back. For this module's .cpp files.
#pragma once

#include "codec/json.h"
#include "codec/text.h"
#include "crypto/curve25519.h"

namespace bt::records {

//! Reads `bytes` with `read` and accepts them only if writing the result gives the same bytes: one text for one record,
//! no unknown member, no other order. \param code of every failure.
template <typename T, typename Read> [[nodiscard]] Result<T> exactly(ByteView bytes, std::size_t maxBytes, std::string_view code, Read read)
{
    if (bytes.size() > maxBytes) return fail(code, "too large");
    const auto json = codec::parseJson(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    if (!json) return fail(code, std::string(json.error().code));
    const Result<T> value = read(*json);
    if (!value) return fail(code, std::string(value.error().code) + " " + value.error().detail);
    const auto again = serialise(*value);
    if (!again) return fail(code, std::string(again.error().code) + " " + again.error().detail);
    if (!equal(*again, bytes)) return fail(code, "not the canonical form");
    return value;
}

//! Canonical bytes of `json`.
[[nodiscard]] inline Result<Bytes> canonicalBytes(const codec::Json& json)
{
    BT_TRY(const auto text, codec::canonicalJson(json));
    return bytesOf(text);
}

//! Reads a member of exactly N bytes in base64url.
template <typename F> [[nodiscard]] Result<F> fixedField(const codec::Json& json, std::string_view name)
{
    BT_TRY(const auto bytes, codec::bytesField(json, name, F::size));
    return F::from(bytes);
}

//! A visit's id as the program keeps it: 1 to 128 lower-case hexadecimal digits.
[[nodiscard]] inline bool isVisitId(std::string_view id)
{
    return !id.empty() && id.size() <= 128 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
//! A did:key, by its form only.
[[nodiscard]] inline bool isPerson(std::string_view did)
{
    constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    return did.starts_with("did:key:z") && did.size() > 12 && did.size() <= 128 &&
           did.substr(9).find_first_not_of(alphabet) == std::string_view::npos;
}

//! The Ed25519 key inside a did:key: base58btc of 0xed 0x01 and 32 bytes. \param code of every failure.
[[nodiscard]] inline Result<crypto::Ed25519Public> keyOfPerson(std::string_view did, std::string_view code, const char* field)
{
    if (!isPerson(did)) return fail(code, field);
    const auto bytes = codec::base58Decode(did.substr(9));
    if (!bytes || bytes->size() != 34 || (*bytes)[0] != 0xed || (*bytes)[1] != 0x01) return fail(code, field);
    return crypto::Ed25519Public::from(ByteView(*bytes).subspan(2));
}
//! The same where the code says whose form it is: "record.bad_person".
[[nodiscard]] inline Result<crypto::Ed25519Public> keyOf(std::string_view did) { return keyOfPerson(did, "record.bad_person", "did"); }

} // namespace bt::records
