// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/address.h"

#include "kaspa/script/engine.h"

#include <array>

namespace bt::kaspa {
namespace {

constexpr std::string_view kCharset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::array kPrefixes = {std::string_view("kaspa"), std::string_view("kaspatest"), std::string_view("kaspasim"),
                                  std::string_view("kaspadev")};
constexpr std::size_t kChecksumLetters = 8;

// The code of cashaddr: a BCH code over GF(32) with 40 bits of checksum.
std::uint64_t polymod(ByteView values)
{
    constexpr std::array<std::uint64_t, 5> generator = {0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8, 0x1e4f43e470};
    std::uint64_t c = 1;
    for (const std::uint8_t d : values) {
        const std::uint64_t top = c >> 35;
        c = ((c & 0x07ffffffff) << 5) ^ d;
        for (std::size_t i = 0; i < generator.size(); ++i)
            if ((top >> i) & 1) c ^= generator[i];
    }
    return c ^ 1;
}

std::uint64_t checksum(std::string_view prefix, ByteView five)
{
    Bytes all;
    for (const char c : prefix) all.push_back(static_cast<std::uint8_t>(c) & 0x1f);
    all.push_back(0);
    append(all, five);
    all.insert(all.end(), kChecksumLetters, 0);
    return polymod(all);
}

//! Regroups bits; `pad` fills the last group with zeros, else what is left over is dropped.
Bytes regroup(ByteView in, unsigned from, unsigned to, bool pad)
{
    Bytes out;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const std::uint8_t v : in) {
        buffer = ((buffer << from) | v) & 0xffff;
        bits += from;
        while (bits >= to) {
            bits -= to;
            out.push_back(static_cast<std::uint8_t>((buffer >> bits) & ((1U << to) - 1)));
        }
    }
    if (pad && bits > 0) out.push_back(static_cast<std::uint8_t>((buffer << (to - bits)) & ((1U << to) - 1)));
    return out;
}

std::size_t payloadSize(AddressKind kind) { return kind == AddressKind::PubKeyEcdsa ? 33 : 32; }

} // namespace

std::string encodeAddress(const Address& address)
{
    Bytes bytes{static_cast<std::uint8_t>(address.kind)};
    append(bytes, address.payload);
    Bytes five = regroup(bytes, 8, 5, true);
    const std::uint64_t sum = checksum(address.prefix, five);
    for (std::size_t i = 0; i < kChecksumLetters; ++i)
        five.push_back(static_cast<std::uint8_t>((sum >> (5 * (kChecksumLetters - 1 - i))) & 0x1f));
    std::string out = address.prefix + ":";
    for (const std::uint8_t v : five) out.push_back(kCharset[v]);
    return out;
}

Result<RawAddress> decodeRawAddress(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return fail("kaspa.address.prefix", {std::string()}, "no prefix");
    RawAddress out;
    out.prefix = std::string(text.substr(0, colon));
    Bytes five;
    for (const char c : text.substr(colon + 1)) {
        const std::size_t v = kCharset.find(c);
        if (v == std::string_view::npos) return fail("kaspa.address.character");
        five.push_back(static_cast<std::uint8_t>(v));
    }
    if (five.size() < kChecksumLetters) return fail("kaspa.address.length");
    std::uint64_t found = 0;
    for (std::size_t i = five.size() - kChecksumLetters; i < five.size(); ++i) found = (found << 5) | five[i];
    five.resize(five.size() - kChecksumLetters);
    if (checksum(out.prefix, five) != found) return fail("kaspa.address.checksum");
    const Bytes bytes = regroup(five, 5, 8, false);
    if (bytes.empty()) return fail("kaspa.address.length");
    out.version = bytes.front();
    out.payload.assign(bytes.begin() + 1, bytes.end());
    return out;
}

Result<Address> decodeAddress(std::string_view text)
{
    const std::string_view prefix = text.substr(0, text.find(':'));
    const bool known = std::ranges::find(kPrefixes, prefix) != kPrefixes.end();
    if (text.find(':') != std::string_view::npos && !known) return fail("kaspa.address.prefix", {std::string(prefix)}, "unknown prefix");
    BT_TRY(RawAddress raw, decodeRawAddress(text));
    if (raw.version != 0 && raw.version != 1 && raw.version != 8) return fail("kaspa.address.version");
    Address out{std::move(raw.prefix), static_cast<AddressKind>(raw.version), std::move(raw.payload)};
    if (out.payload.size() != payloadSize(out.kind)) return fail("kaspa.address.length");
    return out;
}

Result<Address> decodeAddress(std::string_view text, std::string_view prefix)
{
    BT_TRY(Address out, decodeAddress(text));
    if (out.prefix != prefix) return fail("kaspa.address.other_network", {out.prefix, std::string(prefix)}, "address of another network");
    return out;
}

ScriptPublicKey scriptOf(const Address& address)
{
    switch (address.kind) {
    case AddressKind::PubKey: return payToPublicKey(address.payload);
    case AddressKind::PubKeyEcdsa: return payToPublicKeyEcdsa(address.payload);
    case AddressKind::ScriptHash: break;
    }
    ScriptPublicKey spk;
    spk.script = {0xaa, 0x20}; // OpBlake2b, push of 32 bytes
    append(spk.script, address.payload);
    spk.script.push_back(0x87); // OpEqual
    return spk;
}

Result<Address> addressOf(const ScriptPublicKey& spk, std::string_view prefix)
{
    const ByteView script(spk.script);
    const std::string name(prefix);
    switch (classify(spk)) {
    case ScriptClass::PubKey: return Address{name, AddressKind::PubKey, bytesOf(script.subspan(1, 32))};
    case ScriptClass::PubKeyEcdsa: return Address{name, AddressKind::PubKeyEcdsa, bytesOf(script.subspan(1, 33))};
    case ScriptClass::ScriptHash: return Address{name, AddressKind::ScriptHash, bytesOf(script.subspan(2, 32))};
    case ScriptClass::NonStandard: break;
    }
    return fail("kaspa.address.no_address", "not a standard script");
}

} // namespace bt::kaspa
