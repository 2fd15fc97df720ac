// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the token wallet as JSON.
#include "service/tokens/token_wallet.h"

namespace bt::service {

namespace ct = contract::token;

std::uint64_t TokenChange::in() const
{
    std::uint64_t sum = 0;
    for (const auto& one : come)
        if (!one.lent) sum += one.holding.state.amount.value;
    return sum;
}

std::uint64_t TokenChange::out() const
{
    std::uint64_t sum = 0;
    for (const auto& one : gone)
        if (!one.lent) sum += one.holding.state.amount.value;
    return sum;
}

Json encodeToken(const OwnToken& t)
{
    const auto& h = t.holding;
    return Json{{"program", hexOf(h.program)},
                {"token", hexOf(h.token)},
                {"txid", hexOf(h.outpoint.id)},
                {"index", h.outpoint.index},
                {"carrier", amountText(h.carrier)},
                {"units", std::to_string(h.state.amount.value)},
                {"scheme", static_cast<int>(h.state.owner.scheme)},
                {"owner", hexOf(h.state.owner.value)},
                {"borrow", static_cast<int>(h.state.borrow.scheme)},
                {"guard", hexOf(h.state.borrow.guard)},
                {"daa", h.daaScore},
                {"relation", t.relation},
                {"key", t.key},
                {"lent", t.lent},
                {"wallet", t.ofWallet},
                {"spent_by", t.spentBy}};
}

Result<OwnToken> decodeToken(const Json& json)
{
    FieldReader f(json);
    OwnToken t;
    auto& h = t.holding;
    h.program = f.fixed<Hash256>("program");
    h.token = f.fixed<kaspa::CovenantId>("token");
    h.outpoint.id = f.fixed<kaspa::TxId>("txid");
    h.outpoint.index = static_cast<std::uint32_t>(f.integer("index"));
    h.carrier = f.amount("carrier");
    const auto units = codec::amountField(json, "units");
    if (!units) return fail("service.bad_row", "token");
    h.state.amount = {*units};
    h.state.owner.scheme = static_cast<ct::OwnerScheme>(f.small("scheme", 0, 4));
    h.state.owner.value = f.fixed<Hash256>("owner");
    h.state.borrow.scheme = static_cast<ct::BorrowScheme>(f.small("borrow", 0, 3));
    h.state.borrow.guard = f.fixed<Hash256>("guard");
    h.daaScore = static_cast<std::uint64_t>(f.integer("daa"));
    t.relation = f.text("relation");
    t.key = static_cast<std::uint32_t>(f.integer("key"));
    t.lent = f.flag("lent");
    t.ofWallet = f.has("wallet") && f.flag("wallet");
    t.spentBy = f.text("spent_by");
    if (!f.ok()) return fail("service.bad_row", "token");
    return t;
}

Bytes encodeChange(const TokenChange& change)
{
    Json gone = Json::array(), come = Json::array();
    for (const auto& one : change.gone) gone.push_back(encodeToken(one));
    for (const auto& one : change.come) come.push_back(encodeToken(one));
    return bytesOf(Json{{"gone", std::move(gone)}, {"come", std::move(come)}}.dump());
}

Result<TokenChange> decodeChange(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    TokenChange change;
    for (const auto& one : f.array("gone")) {
        BT_TRY(auto token, decodeToken(one));
        change.gone.push_back(std::move(token));
    }
    for (const auto& one : f.array("come")) {
        BT_TRY(auto token, decodeToken(one));
        change.come.push_back(std::move(token));
    }
    if (!f.ok()) return fail("service.bad_row", "token change");
    return change;
}

} // namespace bt::service
