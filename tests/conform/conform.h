// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One operation of bt-conform: JSON in, JSON out, through the same code that the program runs. Not shipped.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "codec/json.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bt::conform {

using codec::Json;

//! The members of a request's `in`. Every reader refuses what is missing or of another type with "codec.missing_field" or
//! "codec.wrong_type", with the member's name as the detail.
class In
{
public:
    explicit In(const Json& object) : m_object(object) {}
    [[nodiscard]] const Json& json() const { return m_object; }
    [[nodiscard]] bool has(std::string_view name) const; //!< there and not null
    [[nodiscard]] Result<const Json*> member(std::string_view name) const;
    [[nodiscard]] Result<std::string> text(std::string_view name) const;
    [[nodiscard]] Result<Bytes> bytes(std::string_view name) const; //!< hexadecimal
    [[nodiscard]] Result<bool> flag(std::string_view name) const;
    //! A number or its decimal text, up to `most`.
    [[nodiscard]] Result<std::uint64_t> number(std::string_view name, std::uint64_t most = ~0ULL) const;
    [[nodiscard]] Result<const Json*> array(std::string_view name) const;
    [[nodiscard]] Result<In> object(std::string_view name) const;
    //! The same where a member may be absent.
    [[nodiscard]] Result<std::string> textOr(std::string_view name, std::string_view otherwise) const;
    [[nodiscard]] Result<Bytes> bytesOr(std::string_view name, Bytes otherwise = {}) const;
    [[nodiscard]] Result<std::uint64_t> numberOr(std::string_view name, std::uint64_t otherwise, std::uint64_t most = ~0ULL) const;
    template <typename F> [[nodiscard]] Result<F> fixed(std::string_view name) const
    {
        BT_TRY(const Bytes raw, bytes(name));
        auto out = F::from(raw);
        if (!out)
            return fail("codec.wrong_type",
                        std::string(name) + " has " + std::to_string(raw.size()) + " bytes, not " + std::to_string(F::size));
        return out;
    }

private:
    const Json& m_object;
};

//! One value, as In::number and In::bytes read a member.
[[nodiscard]] Result<std::uint64_t> numberOf(const Json& value, std::string_view name, std::uint64_t most = ~0ULL);
[[nodiscard]] Result<std::int64_t> signedOf(const Json& value, std::string_view name);
[[nodiscard]] Result<Bytes> bytesOf(const Json& value, std::string_view name);
[[nodiscard]] std::string hex(ByteView bytes);

struct Op {
    std::string_view name;
    Result<Json> (*run)(const In& in);
};

//! The tables, one a family.
[[nodiscard]] std::span<const Op> hashOps();
[[nodiscard]] std::span<const Op> signatureOps();
[[nodiscard]] std::span<const Op> bipOps();
[[nodiscard]] std::span<const Op> kaspaOps();
[[nodiscard]] std::span<const Op> scriptOps();
[[nodiscard]] std::span<const Op> abiOps();
[[nodiscard]] std::span<const Op> authorityOps();
[[nodiscard]] std::span<const Op> zkOps();
[[nodiscard]] std::span<const Op> contentOps();
[[nodiscard]] std::span<const Op> identityOps();

//! One request line to one answer line (without line ends). Never throws.
[[nodiscard]] std::string answer(std::string_view line);
//! An answer that says why there is none. \param id as in the request; null if it could not be read.
[[nodiscard]] std::string refusal(const Json& id, std::string_view code, std::string_view message);

} // namespace bt::conform
