// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Short forms for the rows and letters of service: fixed bytes as hex text, amounts as decimal text, and a reader that
//! collects the first error instead of throwing. Pure. Thread safety: values.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "base/sompi.h"
#include "codec/json.h"
#include "codec/text.h"

namespace bt::service {

using codec::Json;

[[nodiscard]] inline std::string hexOf(ByteView bytes) { return codec::hexEncode(bytes); }
template <std::size_t N, typename T> [[nodiscard]] std::string hexOf(const Fixed<N, T>& f) { return hexOf(f.view()); }
[[nodiscard]] inline std::string amountText(Sompi amount) { return std::to_string(amount.value); }

//! Reads fields of an object; after the first bad one everything reads as empty and ok() is false.
class FieldReader
{
public:
    explicit FieldReader(const Json& object) : m_object(&object) {}
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool has(std::string_view name) const { return m_object->is_object() && m_object->contains(std::string(name)); }
    [[nodiscard]] std::string text(std::string_view name, std::size_t limit = 1 << 20)
    {
        auto value = keep(codec::textField(*m_object, name));
        if (value.size() > limit) m_ok = false;
        return value;
    }
    [[nodiscard]] std::int64_t integer(std::string_view name) { return keep(codec::intField(*m_object, name)); }
    [[nodiscard]] int small(std::string_view name, int low, int high)
    {
        const auto value = integer(name);
        if (value < low || value > high) m_ok = false;
        return static_cast<int>(value);
    }
    [[nodiscard]] bool flag(std::string_view name) { return keep(codec::boolField(*m_object, name)); }
    [[nodiscard]] Millis time(std::string_view name) { return {integer(name)}; }
    [[nodiscard]] Sompi amount(std::string_view name)
    {
        const auto value = keep(codec::amountField(*m_object, name));
        if (value > kMaxSompi) m_ok = false;
        return {value};
    }
    [[nodiscard]] Bytes bytes(std::string_view name, std::size_t limit = 1 << 20)
    {
        auto decoded = keep(codec::hexDecode(text(name, 2 * limit)));
        return decoded;
    }
    template <typename F> [[nodiscard]] F fixed(std::string_view name)
    {
        const auto raw = bytes(name);
        auto value = F::from(raw);
        if (!value) {
            m_ok = false;
            return {};
        }
        return *value;
    }
    [[nodiscard]] const Json& object(std::string_view name)
    {
        static const Json empty = Json::object();
        auto value = codec::objectField(*m_object, name);
        if (!value) {
            m_ok = false;
            return empty;
        }
        return **value;
    }
    [[nodiscard]] const Json& array(std::string_view name)
    {
        static const Json empty = Json::array();
        auto value = codec::arrayField(*m_object, name);
        if (!value) {
            m_ok = false;
            return empty;
        }
        return **value;
    }
    void fail() { m_ok = false; }

private:
    template <typename T> T keep(Result<T> value)
    {
        if (!value) {
            m_ok = false;
            return T{};
        }
        return std::move(*value);
    }
    const Json* m_object;
    bool m_ok = true;
};

} // namespace bt::service
