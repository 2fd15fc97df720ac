// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/text.h"

#include <array>

namespace bt::codec {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kBase32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::string_view kBase64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMaxBase58 = 4096;
constexpr std::size_t kChecksum = 4;

using Table = std::array<std::int8_t, 256>;
constexpr Table tableOf(std::string_view alphabet)
{
    Table t{};
    t.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i) t[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return t;
}
constexpr Table kHexTable = [] {
    Table t = tableOf(kHexDigits);
    for (int i = 0; i < 6; ++i) t[static_cast<std::size_t>('A' + i)] = static_cast<std::int8_t>(10 + i);
    return t;
}();
constexpr Table kBase58Table = tableOf(kBase58);
constexpr Table kBase32Table = tableOf(kBase32);
constexpr Table kBase64urlTable = tableOf(kBase64url);

int valueOf(const Table& table, char c) { return table[static_cast<unsigned char>(c)]; }

// RFC 4648 with 2^bits letters, without padding.
std::string encodeBits(ByteView bytes, std::string_view alphabet, unsigned bits)
{
    std::string out;
    out.reserve((bytes.size() * 8 + bits - 1) / bits);
    std::uint32_t buffer = 0;
    unsigned held = 0;
    for (const std::uint8_t b : bytes) {
        buffer = (buffer << 8) | b;
        held += 8;
        while (held >= bits) {
            held -= bits;
            out += alphabet[(buffer >> held) & ((1U << bits) - 1)];
        }
        buffer &= (1U << held) - 1;
    }
    if (held > 0) out += alphabet[(buffer << (bits - held)) & ((1U << bits) - 1)];
    return out;
}

Result<Bytes> decodeBits(std::string_view text, const Table& table, unsigned bits, std::string_view code)
{
    Bytes out;
    out.reserve(text.size() * bits / 8);
    std::uint32_t buffer = 0;
    unsigned held = 0;
    for (const char c : text) {
        const int value = valueOf(table, c);
        if (value < 0) return fail(code, "foreign character");
        buffer = (buffer << bits) | static_cast<std::uint32_t>(value);
        held += bits;
        if (held >= 8) {
            held -= 8;
            out.push_back(static_cast<std::uint8_t>(buffer >> held));
            buffer &= (1U << held) - 1;
        }
    }
    // A whole letter left over, or bits that no byte claims: the encoder never writes that.
    if (held >= bits || buffer != 0) return fail(code, "impossible length or stray bits");
    return out;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

} // namespace

std::string hexEncode(ByteView bytes)
{
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t b : bytes) {
        out += kHexDigits[b >> 4];
        out += kHexDigits[b & 15];
    }
    return out;
}

Result<Bytes> hexDecode(std::string_view text)
{
    if (text.size() % 2 != 0) return fail("codec.bad_hex", "odd length");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = valueOf(kHexTable, text[i]);
        const int low = valueOf(kHexTable, text[i + 1]);
        if (high < 0 || low < 0) return fail("codec.bad_hex", "foreign character");
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string base58Encode(ByteView bytes)
{
    std::size_t zeros = 0;
    while (zeros < bytes.size() && bytes[zeros] == 0) ++zeros;
    Bytes digits; // little-endian, base 58
    for (const std::uint8_t b : bytes.subspan(zeros)) {
        unsigned carry = b;
        for (std::uint8_t& d : digits) {
            carry += 256U * d;
            d = static_cast<std::uint8_t>(carry % 58);
            carry /= 58;
        }
        for (; carry > 0; carry /= 58) digits.push_back(static_cast<std::uint8_t>(carry % 58));
    }
    std::string out(zeros, kBase58[0]);
    for (auto d = digits.rbegin(); d != digits.rend(); ++d) out += kBase58[*d];
    return out;
}

Result<Bytes> base58Decode(std::string_view text)
{
    if (text.size() > kMaxBase58) return fail("codec.bad_base58", "too long");
    std::size_t zeros = 0;
    while (zeros < text.size() && text[zeros] == kBase58[0]) ++zeros;
    Bytes bytes; // little-endian
    for (const char c : text.substr(zeros)) {
        const int value = valueOf(kBase58Table, c);
        if (value < 0) return fail("codec.bad_base58", "foreign character");
        auto carry = static_cast<unsigned>(value);
        for (std::uint8_t& b : bytes) {
            carry += 58U * b;
            b = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
        for (; carry > 0; carry >>= 8) bytes.push_back(static_cast<std::uint8_t>(carry));
    }
    Bytes out(zeros, 0);
    out.insert(out.end(), bytes.rbegin(), bytes.rend());
    return out;
}

std::string base58CheckEncode(ByteView payload, DoubleSha256 doubleSha256)
{
    Bytes all = bytesOf(payload);
    append(all, ByteView(doubleSha256(payload)).first(kChecksum));
    return base58Encode(all);
}

Result<Bytes> base58CheckDecode(std::string_view text, DoubleSha256 doubleSha256)
{
    BT_TRY(Bytes all, base58Decode(text));
    if (all.size() < kChecksum) return fail("codec.bad_checksum", "too short");
    Bytes payload(all.begin(), all.end() - kChecksum);
    const Bytes digest = doubleSha256(payload);
    if (!equal(ByteView(digest).first(kChecksum), ByteView(all).last(kChecksum))) return fail("codec.bad_checksum");
    return payload;
}

std::string base32Encode(ByteView bytes) { return encodeBits(bytes, kBase32, 5); }
Result<Bytes> base32Decode(std::string_view text) { return decodeBits(text, kBase32Table, 5, "codec.bad_base32"); }
std::string base64urlEncode(ByteView bytes) { return encodeBits(bytes, kBase64url, 6); }
Result<Bytes> base64urlDecode(std::string_view text) { return decodeBits(text, kBase64urlTable, 6, "codec.bad_base64"); }

std::string multibaseEncode(Multibase base, ByteView bytes)
{
    std::string out(1, static_cast<char>(base));
    switch (base) {
    case Multibase::Base16: return out + hexEncode(bytes);
    case Multibase::Base32: return out + base32Encode(bytes);
    case Multibase::Base58btc: return out + base58Encode(bytes);
    case Multibase::Base64url: return out + base64urlEncode(bytes);
    }
    return {};
}

Result<Bytes> multibaseDecode(std::string_view text)
{
    if (text.empty()) return fail("codec.bad_multibase", "empty");
    const std::string_view rest = text.substr(1);
    switch (text.front()) {
    case 'f':
    case 'F': return hexDecode(rest);
    case 'b':
    case 'B': return base32Decode(lower(rest)); // the specification makes both letters case-insensitive to read
    case 'z': return base58Decode(rest);
    case 'u': return base64urlDecode(rest);
    default: return fail("codec.bad_multibase", "unknown prefix");
    }
}

void appendVarint(Bytes& to, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7) to.push_back(static_cast<std::uint8_t>(value | 0x80));
    to.push_back(static_cast<std::uint8_t>(value));
}

Result<std::uint64_t> readVarint(ByteView& from)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        if (i >= from.size()) return fail("codec.bad_varint", "cut off");
        const std::uint8_t b = from[i];
        value |= static_cast<std::uint64_t>(b & 0x7F) << (7 * i);
        if ((b & 0x80) == 0) {
            if (b == 0 && i > 0) return fail("codec.bad_varint", "not minimal");
            from = from.subspan(i + 1);
            return value;
        }
    }
    return fail("codec.bad_varint", "longer than 9 bytes");
}

} // namespace bt::codec
