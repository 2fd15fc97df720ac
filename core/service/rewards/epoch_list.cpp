// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/epoch_list.h"

#include "service/json_fields.h"

namespace bt::service::rewards {
namespace {

constexpr std::string_view kFormat = "bt-reward-epoch/1";

tl::unexpected<Error> bad(std::string what, std::string detail = {})
{
    return fail("reward.bad_list", {std::move(what)}, std::move(detail));
}

Result<reward::Award> awardOf(const Json& json)
{
    FieldReader f(json);
    reward::Award award;
    BT_TRY(award.reason, reward::reasonFrom(f.text("reason", 32)));
    award.amount = {f.amount("amount").value}; // below all KAS there is: far above a fixed supply of BTAI
    award.winner = f.fixed<crypto::XOnlyKey>("winner");
    award.evidence = f.fixed<Hash256>("evidence");
    if (!f.ok() || json.size() != 4) return fail("reward.bad_list");
    return award;
}

} // namespace

Result<std::string> encodeList(const EpochList& list)
{
    if (list.awards.empty()) return fail("reward.no_awards");
    if (list.awards.size() > kMaxListed)
        return fail("reward.too_many", {std::to_string(list.awards.size()), std::to_string(kMaxListed)}, {});
    Json awards = Json::array();
    for (std::size_t i = 0; i < list.awards.size(); ++i) {
        const auto& one = list.awards[i];
        BT_TRY(const auto leaf, reward::awardLeaf(list.epoch, static_cast<std::uint32_t>(i), one));
        (void)leaf; // only what the tree takes is written
        awards.push_back({{"amount", std::to_string(one.amount.value)},
                          {"evidence", hexOf(one.evidence)},
                          {"reason", std::string(reward::reasonName(one.reason))},
                          {"winner", hexOf(one.winner)}});
    }
    return codec::canonicalJson(Json{{"awards", std::move(awards)},
                                     {"budget", std::to_string(list.budget.value)},
                                     {"end", list.end.value},
                                     {"epoch", std::to_string(list.epoch)},
                                     {"format", std::string(kFormat)},
                                     {"network", list.network},
                                     {"pool", hexOf(list.pool)}});
}

Result<EpochList> decodeList(std::string_view text)
{
    if (text.size() > kMaxListBytes) return bad("text", "too long");
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1); // what an editor adds
    auto json = codec::parseJson(text);
    if (!json) return bad("text", json.error().detail);
    FieldReader f(*json);
    if (f.text("format", 64) != kFormat || !f.ok()) return bad("format");
    EpochList list;
    list.network = f.text("network", 32);
    list.pool = f.fixed<kaspa::CovenantId>("pool");
    list.budget = {f.amount("budget").value};
    list.epoch = f.amount("epoch").value;
    list.end = f.time("end");
    const auto& awards = f.array("awards");
    if (!f.ok()) return bad("text");
    for (const auto& item : awards) {
        auto award = awardOf(item);
        if (!award) return fail("reward.bad_list", {"award", std::to_string(list.awards.size())}, {});
        list.awards.push_back(*award);
    }
    // One text for one list: whoever compares two files compares two lists.
    const auto again = encodeList(list);
    if (!again)
        return fail("reward.bad_list", {"award", again.error().args.empty() ? std::string() : again.error().args.front()},
                    std::string(again.error().code));
    if (*again != text) return bad("text", "not in canonical form");
    return list;
}

Result<reward::AwardTree> treeOf(const EpochList& list, const std::string& network, const EpochOpened& chain)
{
    const auto differs = [](const char* what) { return fail("reward.list_differs", {what}, "not what the stewards signed"); };
    if (list.network != network) return differs("network");
    if (list.pool != chain.pool) return differs("pool");
    if (list.epoch != chain.epoch) return differs("epoch");
    if (list.budget != chain.budget) return differs("budget");
    if (list.end != chain.end) return differs("end");
    BT_TRY(auto tree, reward::AwardTree::from(list.epoch, list.awards));
    if (tree.root() != chain.root) return differs("root");
    return tree;
}

Result<token::Units> unitsFrom(std::string_view text)
{
    const auto bad = [&] { return fail("reward.bad_amount", {std::string(text.substr(0, 40))}, {}); };
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto part = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 10 || (dot != std::string_view::npos && part.empty()) || part.size() > token::kDecimals)
        return bad();
    if (whole.size() > 1 && whole.front() == '0') return bad();
    std::uint64_t value = 0;
    for (const char c : whole) {
        if (c < '0' || c > '9') return bad();
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    for (std::size_t i = 0; i < token::kDecimals; ++i) {
        const char c = i < part.size() ? part[i] : '0';
        if (c < '0' || c > '9') return bad();
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value == 0) return bad();
    return token::Units{value};
}

} // namespace bt::service::rewards
