// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/token/genesis.h"

#include "codec/json.h"
#include "codec/text.h"
#include "kaspa/abi/codec.h"
#include "kaspa/hashing.h"

namespace bt::contract::token {
namespace {

using codec::Json;

tl::unexpected<Error> bad(const char* rule) { return fail("token.bad_birth", {rule}, "not the birth of a token"); }

template <typename F> Result<F> fixedField(const Json& object, std::string_view name)
{
    BT_TRY(const Bytes bytes, codec::bytesField(object, name, F::size));
    return F::from(bytes);
}

Result<BirthOutput> readOutput(const Json& json)
{
    BirthOutput out;
    BT_TRY(const std::int64_t index, codec::intField(json, "index"));
    BT_TRY(const std::uint64_t amount, codec::amountField(json, "amount"));
    BT_TRY(out.carrier.value, codec::amountField(json, "carrier"));
    BT_TRY(const std::int64_t scheme, codec::intField(json, "ownerScheme"));
    BT_TRY(const std::int64_t borrow, codec::intField(json, "borrowScheme"));
    BT_TRY(out.state.owner.value, fixedField<Hash256>(json, "owner"));
    BT_TRY(out.state.borrow.guard, fixedField<Hash256>(json, "borrowGuard"));
    if (index < 0 || index > 0xffff || scheme < 0 || scheme > 4 || borrow < 0 || borrow > 3) return bad("text");
    out.index = static_cast<std::uint32_t>(index);
    out.state.amount = {amount};
    out.state.owner.scheme = static_cast<OwnerScheme>(scheme);
    out.state.borrow.scheme = static_cast<BorrowScheme>(borrow);
    return out;
}

Result<kaspa::Output> outputOf(const Hash256& program, const BirthOutput& born)
{
    BT_TRY(const Bytes redeem, redeemScriptOf(program, born.state));
    return kaspa::Output{born.carrier, kaspa::abi::scriptHashOf(redeem), std::nullopt};
}

} // namespace

Result<Token> tokenOf(const BirthRecord& record)
{
    if (record.outputs.empty()) return bad("outputs");
    if (!programOf(record.program)) return bad("program");
    Token out;
    out.program = record.program;
    std::vector<std::pair<std::uint32_t, kaspa::Output>> outputs;
    for (const BirthOutput& born : record.outputs) {
        if (!outputs.empty() && born.index <= outputs.back().first) return bad("order");
        if (born.state.amount.value > kMaxUnits) return bad("amount");
        if (!born.state.extension.isZero()) return bad("extension");
        const auto supply = add(out.supply, born.state.amount);
        if (!supply) return bad("supply");
        out.supply = *supply;
        BT_TRY(kaspa::Output output, outputOf(record.program, born));
        outputs.emplace_back(born.index, std::move(output));
    }
    if (out.supply.value == 0) return bad("supply");
    out.id = kaspa::covenantId(record.authorising, outputs);
    return out;
}

Result<Genesis> genesis(const std::vector<std::pair<State, Sompi>>& states, const kaspa::Outpoint& authorising, std::uint16_t input,
                        std::uint32_t first)
{
    Genesis out;
    out.record.program = currentProgram().templateHash();
    out.record.authorising = authorising;
    for (const auto& [state, carrier] : states) {
        if (carrier < kCarrier) return bad("carrier");
        out.record.outputs.push_back({first++, carrier, state});
        BT_TRY(out.carriers, bt::add(out.carriers, carrier));
    }
    BT_TRY(out.token, tokenOf(out.record));
    for (const BirthOutput& born : out.record.outputs) {
        BT_TRY(kaspa::Output output, outputOf(out.record.program, born));
        output.covenant = kaspa::CovenantBinding{input, out.token.id};
        out.outputs.push_back(std::move(output));
    }
    return out;
}

Result<std::string> encodeBirth(const BirthRecord& record)
{
    Json outputs = Json::array();
    for (const BirthOutput& born : record.outputs)
        outputs.push_back({{"index", born.index},
                           {"amount", std::to_string(born.state.amount.value)},
                           {"carrier", std::to_string(born.carrier.value)},
                           {"owner", codec::base64urlEncode(born.state.owner.value.view())},
                           {"ownerScheme", static_cast<int>(born.state.owner.scheme)},
                           {"borrowScheme", static_cast<int>(born.state.borrow.scheme)},
                           {"borrowGuard", codec::base64urlEncode(born.state.borrow.guard.view())}});
    const Json all{{"type", "bt/token-birth/v1"},
                   {"program", codec::base64urlEncode(record.program.view())},
                   {"transaction", codec::base64urlEncode(record.authorising.id.view())},
                   {"index", record.authorising.index},
                   {"outputs", std::move(outputs)}};
    return codec::canonicalJson(all);
}

Result<BirthRecord> decodeBirth(std::string_view text)
{
    const auto read = [&]() -> Result<BirthRecord> {
        BT_TRY(const Json json, codec::parseJson(text));
        BT_TRY(const std::string type, codec::textField(json, "type"));
        if (type != "bt/token-birth/v1") return bad("text");
        BirthRecord out;
        BT_TRY(out.program, fixedField<Hash256>(json, "program"));
        BT_TRY(out.authorising.id, fixedField<kaspa::TxId>(json, "transaction"));
        BT_TRY(const std::int64_t index, codec::intField(json, "index"));
        if (index < 0 || index > 0xffff'ffff) return bad("text");
        out.authorising.index = static_cast<std::uint32_t>(index);
        BT_TRY(const Json* outputs, codec::arrayField(json, "outputs"));
        for (const Json& one : *outputs) {
            BT_TRY(BirthOutput born, readOutput(one));
            out.outputs.push_back(std::move(born));
        }
        return out;
    };
    auto out = read();
    if (!out) return bad("text");
    return out;
}

} // namespace bt::contract::token
