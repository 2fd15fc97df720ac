// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/birth_record.h"

#include "codec/json.h"
#include "codec/text.h"

namespace bt::contract::reward {
namespace {

using codec::Json;

constexpr std::string_view kType = "bt/pool-birth/v1";

template <typename F> Result<F> fixedField(const Json& object, std::string_view name)
{
    BT_TRY(const Bytes bytes, codec::bytesField(object, name, F::size));
    return F::from(bytes);
}

Result<std::uint32_t> indexField(const Json& object, std::string_view name)
{
    BT_TRY(const std::int64_t value, codec::intField(object, name));
    if (value < 0 || value > 0xffff'ffff) return fail("reward.bad_birth", "index");
    return static_cast<std::uint32_t>(value);
}

Result<PoolBirth> read(std::string_view text)
{
    BT_TRY(const Json json, codec::parseJson(text));
    BT_TRY(const std::string type, codec::textField(json, "type"));
    if (type != kType) return fail("reward.bad_birth", "type");
    PoolBirth out;
    BT_TRY(out.program, fixedField<Hash256>(json, "program"));
    BT_TRY(out.authorising.id, fixedField<kaspa::TxId>(json, "transaction"));
    BT_TRY(out.authorising.index, indexField(json, "spent"));
    BT_TRY(out.index, indexField(json, "output"));
    BT_TRY(out.value.value, codec::amountField(json, "value"));
    BT_TRY(out.stewards, fixedField<Hash256>(json, "stewards"));
    BT_TRY(out.token, fixedField<kaspa::CovenantId>(json, "token"));
    BT_TRY(out.firstEpoch.value, codec::intField(json, "firstEpoch"));
    return out;
}

} // namespace

Result<std::string> encodeBirth(const PoolBirth& birth)
{
    return codec::canonicalJson(Json{{"type", std::string(kType)},
                                     {"program", codec::base64urlEncode(birth.program.view())},
                                     {"transaction", codec::base64urlEncode(birth.authorising.id.view())},
                                     {"spent", birth.authorising.index},
                                     {"output", birth.index},
                                     {"value", std::to_string(birth.value.value)},
                                     {"stewards", codec::base64urlEncode(birth.stewards.view())},
                                     {"token", codec::base64urlEncode(birth.token.view())},
                                     {"firstEpoch", birth.firstEpoch.value}});
}

Result<PoolBirth> decodeBirth(std::string_view text)
{
    auto out = read(text);
    if (!out) return fail("reward.bad_birth", std::string(out.error().code));
    const auto again = encodeBirth(*out);
    if (!again || *again != text) return fail("reward.bad_birth", "not in canonical form");
    return out;
}

} // namespace bt::contract::reward
