// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/abi/payload.h"

#include "kaspa/abi/codec.h"
#include "kaspa/abi/records.h"

#include <limits>

namespace bt::kaspa::abi {

Result<Bytes> numberBytes(std::int64_t value, std::size_t size)
{
    if (value == std::numeric_limits<std::int64_t>::min()) return badValue("-2^63 has no encoding");
    const bool negative = value < 0;
    auto magnitude = static_cast<std::uint64_t>(negative ? -value : value);
    Bytes out;
    for (; magnitude != 0; magnitude >>= 8) out.push_back(static_cast<std::uint8_t>(magnitude));
    if (!out.empty() && (out.back() & 0x80) != 0) out.push_back(0);
    if (size != 0) {
        if (out.size() > size) return badValue("number too large");
        out.resize(size, 0);
    }
    if (negative) out.back() = static_cast<std::uint8_t>(out.back() | 0x80);
    return out;
}

Result<std::int64_t> readNumber(ByteView bytes)
{
    if (bytes.size() > 8) return badValue("number of more than 8 bytes");
    std::uint64_t magnitude = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t byte = i + 1 == bytes.size() ? bytes[i] & 0x7f : bytes[i];
        magnitude |= static_cast<std::uint64_t>(byte) << (8 * i);
    }
    const auto value = static_cast<std::int64_t>(magnitude);
    return !bytes.empty() && (bytes.back() & 0x80) != 0 ? -value : value;
}

namespace {

Result<Bytes> fixedBytes(const Value& value, std::size_t size)
{
    BT_TRY(Bytes bytes, want<Bytes>(value, "bytes"));
    if (bytes.size() != size) return badValue("expected " + std::to_string(size) + " bytes");
    return bytes;
}

bool validUtf8(ByteView text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::uint8_t lead = text[i];
        std::size_t more = 0;
        std::uint32_t point = lead;
        if (lead >= 0x80) {
            if (lead >= 0xc2 && lead <= 0xdf) more = 1;
            else if (lead >= 0xe0 && lead <= 0xef) more = 2;
            else if (lead >= 0xf0 && lead <= 0xf4) more = 3;
            else return false;
            point = lead & (0x3fU >> more);
        }
        if (i + more >= text.size()) return false;
        for (std::size_t k = 1; k <= more; ++k) {
            if ((text[i + k] & 0xc0) != 0x80) return false;
            point = (point << 6) | (text[i + k] & 0x3fU);
        }
        if ((more == 2 && point < 0x800) || (more == 3 && (point < 0x10000 || point > 0x10ffff)) || (point >= 0xd800 && point <= 0xdfff))
            return false;
        i += more + 1;
    }
    return true;
}

} // namespace

Result<Bytes> encodePayload(const Type& type, const Value& value, const Records& records)
{
    if (type.kind == Kind::Record) {
        BT_TRY(const auto leaves, splitValue(type, value, records));
        Bytes out;
        for (const Leaf& leaf : leaves) {
            BT_TRY(const Bytes part, encodePayload(leaf.type, leaf.value, records));
            append(out, part);
        }
        return out;
    }
    if (type.isArray()) {
        const auto checkLength = [&](std::size_t size) -> Result<void> {
            if (type.dims.back() && *type.dims.back() != size) return badValue("array length");
            return {};
        };
        if (type.isBytes()) {
            if (const auto* bytes = std::get_if<Bytes>(&value.v)) {
                BT_CHECK(checkLength(bytes->size()));
                return *bytes;
            }
        }
        BT_TRY(const List items, want<List>(value, "an array"));
        BT_CHECK(checkLength(items.size()));
        BT_CHECK(payloadSize(type.element()));
        Bytes out;
        for (const Value& item : items) {
            BT_TRY(const Bytes part, encodePayload(type.element(), item, records));
            append(out, part);
        }
        return out;
    }
    switch (type.kind) {
    case Kind::Int:
    case Kind::Temporal: {
        BT_TRY(const std::int64_t number, want<std::int64_t>(value, "a number"));
        return numberBytes(number, 8);
    }
    case Kind::Bool: {
        BT_TRY(const bool flag, want<bool>(value, "a bool"));
        return Bytes{static_cast<std::uint8_t>(flag ? 1 : 0)};
    }
    case Kind::Byte: {
        BT_TRY(const std::uint8_t byte, want<std::uint8_t>(value, "a byte"));
        return Bytes{byte};
    }
    case Kind::String: {
        BT_TRY(const std::string text, want<std::string>(value, "text"));
        if (!validUtf8(viewOf(text))) return badValue("text is not UTF-8");
        return bytesOf(text);
    }
    case Kind::Pubkey: return fixedBytes(value, 32);
    case Kind::Sig: return fixedBytes(value, 65);
    case Kind::Datasig: return fixedBytes(value, 64);
    case Kind::Record: break;
    }
    return badValue("unknown kind");
}

Result<Value> decodePayload(const Type& type, ByteView payload)
{
    if (type.kind == Kind::Record) return fail("abi.bad_type", "a record has no payload of its own");
    if (type.isBytes()) {
        if (type.dims.back() && *type.dims.back() != payload.size()) return badValue("array length");
        return Value(payload);
    }
    if (type.isArray()) {
        BT_TRY(const std::size_t each, payloadSize(type.element()));
        if (each == 0 || payload.size() % each != 0) return badValue("array payload");
        if (type.dims.back() && *type.dims.back() != payload.size() / each) return badValue("array length");
        List items;
        for (std::size_t at = 0; at < payload.size(); at += each) {
            BT_TRY(Value item, decodePayload(type.element(), payload.subspan(at, each)));
            items.push_back(std::move(item));
        }
        return Value(std::move(items));
    }
    if (type.kind == Kind::String) {
        if (!validUtf8(payload)) return badValue("text is not UTF-8");
        return Value(textOf(payload));
    }
    BT_TRY(const std::size_t size, payloadSize(type));
    if (payload.size() != size) return badValue("expected " + std::to_string(size) + " bytes");
    switch (type.kind) {
    case Kind::Int:
    case Kind::Temporal: {
        BT_TRY(const std::int64_t number, readNumber(payload));
        if (number == 0 && payload.back() != 0) return badValue("negative zero");
        return Value(number);
    }
    case Kind::Bool:
        if (payload[0] > 1) return badValue("bool is neither 00 nor 01");
        return Value(payload[0] == 1);
    case Kind::Byte: return Value(payload[0]);
    default: return Value(payload);
    }
}

} // namespace bt::kaspa::abi
