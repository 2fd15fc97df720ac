// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Bytes as text: hexadecimal, base58 (Bitcoin), base32, base64url, multibase; and the unsigned varint of multiformats.
//! Pure functions, no Qt. Thread safety: all functions are. Decoders accept exactly what their encoder makes (one text
//! for one byte string), except that hex takes both cases.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace bt::codec {

[[nodiscard]] std::string hexEncode(ByteView bytes); //!< lower case
//! \returns the bytes; "codec.bad_hex" for odd length or a character that is no digit.
[[nodiscard]] Result<Bytes> hexDecode(std::string_view text);

//! Base58 with Bitcoin's alphabet; quadratic, so decoding is bounded.
[[nodiscard]] std::string base58Encode(ByteView bytes);
//! \returns the bytes; "codec.bad_base58" for a foreign character or more than 4,096 characters.
[[nodiscard]] Result<Bytes> base58Decode(std::string_view text);
//! Base58Check: four bytes of SHA-256(SHA-256(payload)) are appended before encoding.
//! \param doubleSha256 hashes the payload twice (this layer has no hash of its own).
using DoubleSha256 = Bytes (*)(ByteView);
[[nodiscard]] std::string base58CheckEncode(ByteView payload, DoubleSha256 doubleSha256);
//! \returns the payload; "codec.bad_base58", or "codec.bad_checksum" if the four bytes do not match.
[[nodiscard]] Result<Bytes> base58CheckDecode(std::string_view text, DoubleSha256 doubleSha256);

//! RFC 4648 base32, lower case, no padding.
[[nodiscard]] std::string base32Encode(ByteView bytes);
//! \returns the bytes; "codec.bad_base32" for a foreign character, an impossible length or stray bits at the end.
[[nodiscard]] Result<Bytes> base32Decode(std::string_view text);

//! RFC 4648 base64url, no padding.
[[nodiscard]] std::string base64urlEncode(ByteView bytes);
//! \returns the bytes; "codec.bad_base64" for a foreign character, padding, an impossible length or stray bits.
[[nodiscard]] Result<Bytes> base64urlDecode(std::string_view text);

//! The multibase encodings that we write; reading takes these and the upper-case forms of hex and base32.
enum class Multibase : char { Base16 = 'f', Base32 = 'b', Base58btc = 'z', Base64url = 'u' };
[[nodiscard]] std::string multibaseEncode(Multibase base, ByteView bytes);
//! \returns the bytes; "codec.bad_multibase" for an unknown prefix, or the error of the encoding.
[[nodiscard]] Result<Bytes> multibaseDecode(std::string_view text);

//! Appends multiformats' unsigned varint: 7 bits a byte, low first. \param value below 2^63
void appendVarint(Bytes& to, std::uint64_t value);
//! Reads one varint from the front of `from` and moves `from` behind it.
//! \returns the value; "codec.bad_varint" if it is cut off, longer than 9 bytes or not minimal.
[[nodiscard]] Result<std::uint64_t> readVarint(ByteView& from);

} // namespace bt::codec
