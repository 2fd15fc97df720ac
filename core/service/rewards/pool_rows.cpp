// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/pool_rows.h"

namespace bt::service::rewards {
namespace {

tl::unexpected<Error> bad(const char* what) { return fail("reward.bad_row", {what}, {}); }

Json jsonOf(const kaspa::Outpoint& outpoint) { return {{"id", hexOf(outpoint.id)}, {"index", outpoint.index}}; }

kaspa::Outpoint outpointFrom(FieldReader& f, std::string_view name)
{
    FieldReader o(f.object(name));
    kaspa::Outpoint out;
    out.id = o.fixed<kaspa::TxId>("id");
    const auto index = o.integer("index");
    if (index < 0 || index > 0xffff'ffffLL || !o.ok()) f.fail();
    out.index = static_cast<std::uint32_t>(index);
    return out;
}

// Units may be anything that the program's numbers hold, which is more than amounts of KAS may be.
token::Units unitsFrom(FieldReader& f, std::string_view name)
{
    const auto text = f.text(name, 20);
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > token::kMaxUnits / 10) {
            f.fail();
            return {};
        }
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (text.empty() || value > token::kMaxUnits) f.fail();
    return {value};
}

} // namespace

Json jsonOf(const reward::Pool& p)
{
    Json left = Json::array();
    for (const auto units : p.state.left) left.push_back({{"units", std::to_string(units.value)}});
    return {{"program", hexOf(p.program)},
            {"id", hexOf(p.id)},
            {"outpoint", jsonOf(p.outpoint)},
            {"value", amountText(p.value)},
            {"daa", std::to_string(p.daaScore)},
            {"stewards", hexOf(p.state.stewards)},
            {"token", hexOf(p.state.token)},
            {"phase", static_cast<int>(p.state.phase)},
            {"epoch", std::to_string(p.state.epoch)},
            {"end", p.state.end.value},
            {"budget", std::to_string(p.state.budget.value)},
            {"cap", std::to_string(p.state.cap.value)},
            {"left", std::move(left)},
            {"root", hexOf(p.state.root)}};
}

Result<reward::Pool> poolFrom(const Json& json)
{
    FieldReader f(json);
    reward::Pool p;
    p.program = f.fixed<Hash256>("program");
    p.id = f.fixed<kaspa::CovenantId>("id");
    p.outpoint = outpointFrom(f, "outpoint");
    p.value = f.amount("value");
    p.daaScore = unitsFrom(f, "daa").value;
    p.state.stewards = f.fixed<Hash256>("stewards");
    p.state.token = f.fixed<kaspa::CovenantId>("token");
    p.state.phase = static_cast<reward::Phase>(f.small("phase", 0, 2));
    p.state.epoch = unitsFrom(f, "epoch").value;
    p.state.end = f.time("end");
    p.state.budget = unitsFrom(f, "budget");
    p.state.cap = unitsFrom(f, "cap");
    p.state.root = f.fixed<Hash256>("root");
    const auto& left = f.array("left");
    if (left.size() != p.state.left.size()) return bad("pool");
    for (std::size_t i = 0; i < left.size(); ++i) {
        FieldReader one(left[i]);
        p.state.left[i] = unitsFrom(one, "units");
        if (!one.ok()) return bad("pool");
    }
    if (!f.ok()) return bad("pool");
    return p;
}

Json jsonOf(const token::Holding& h)
{
    return {{"program", hexOf(h.program)},
            {"token", hexOf(h.token)},
            {"outpoint", jsonOf(h.outpoint)},
            {"carrier", amountText(h.carrier)},
            {"amount", std::to_string(h.state.amount.value)},
            {"scheme", static_cast<int>(h.state.owner.scheme)},
            {"owner", hexOf(h.state.owner.value)},
            {"borrow", static_cast<int>(h.state.borrow.scheme)},
            {"guard", hexOf(h.state.borrow.guard)},
            {"extension", hexOf(h.state.extension)},
            {"daa", std::to_string(h.daaScore)}};
}

Result<token::Holding> holdingFrom(const Json& json)
{
    FieldReader f(json);
    token::Holding h;
    h.program = f.fixed<Hash256>("program");
    h.token = f.fixed<kaspa::CovenantId>("token");
    h.outpoint = outpointFrom(f, "outpoint");
    h.carrier = f.amount("carrier");
    h.state.amount = unitsFrom(f, "amount");
    h.state.owner.scheme = static_cast<token::OwnerScheme>(f.small("scheme", 0, 4));
    h.state.owner.value = f.fixed<Hash256>("owner");
    h.state.borrow.scheme = static_cast<token::BorrowScheme>(f.small("borrow", 0, 3));
    h.state.borrow.guard = f.fixed<Hash256>("guard");
    h.state.extension = f.fixed<Hash256>("extension");
    h.daaScore = unitsFrom(f, "daa").value;
    if (!f.ok()) return bad("token");
    return h;
}

Json jsonOf(const reward::Stewards& s)
{
    Json keys = Json::array();
    for (const auto& key : s.keys) keys.push_back({{"key", hexOf(key)}});
    return {{"needed", static_cast<int>(s.needed)}, {"keys", std::move(keys)}, {"salt", hexOf(s.salt)}};
}

Result<reward::Stewards> stewardsFrom(const Json& json)
{
    FieldReader f(json);
    reward::Stewards s;
    s.needed = static_cast<std::uint8_t>(f.small("needed", 1, static_cast<int>(reward::kMaxStewards)));
    s.salt = f.fixed<decltype(s.salt)>("salt");
    for (const auto& item : f.array("keys")) {
        FieldReader one(item);
        s.keys.push_back(one.fixed<crypto::XOnlyKey>("key"));
        if (!one.ok()) return bad("stewards");
    }
    if (!f.ok()) return bad("stewards");
    BT_TRY(const auto packed, reward::packStewards(s));
    (void)packed;
    return s;
}

} // namespace bt::service::rewards
