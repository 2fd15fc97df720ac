// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rewards/award_table.h"

#include "service/json_fields.h"

#include <map>

namespace bt::service::rewards {
namespace {

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> out;
    for (;;) {
        const auto end = text.find(at);
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

//! What may be shown of a cell: short, and no byte that a terminal would obey.
std::string shown(std::string_view cell)
{
    std::string out;
    for (const char c : cell.substr(0, 40)) out += (c >= ' ' && c <= '~') ? c : '?';
    return out;
}

template <typename F> std::optional<F> hexField(std::string_view cell)
{
    if (cell.size() != 2 * F::size) return std::nullopt;
    const auto raw = codec::hexDecode(cell);
    if (!raw) return std::nullopt;
    const auto out = F::from(*raw);
    if (!out || out->isZero()) return std::nullopt;
    return *out;
}

class Judge
{
public:
    Judge(AwardTable& table, token::Units budget) : m_table(&table), m_budget(budget) {}

    void line(std::size_t number, std::string_view text)
    {
        const auto wrong = [&](std::string_view code, std::string what) { m_table->problems.push_back({number, code, std::move(what)}); };
        const auto cells = split(text, ',');
        if (cells.size() != 4) return wrong("reward.csv.columns", std::to_string(cells.size()));
        const auto before = m_table->problems.size();
        reward::Award award;
        if (const auto reason = reward::reasonFrom(cells[0])) award.reason = *reason;
        else wrong("reward.csv.reason", shown(cells[0]));
        if (const auto amount = unitsFrom(cells[1])) {
            award.amount = *amount;
            if (award.amount.value > m_budget.value / 10) wrong("reward.csv.over_award", token::unitsText({m_budget.value / 10}));
        } else {
            wrong("reward.csv.amount", shown(cells[1]));
        }
        if (const auto key = hexField<crypto::XOnlyKey>(cells[2]); key && crypto::secpOnCurve(*key)) {
            award.winner = *key;
            const auto [at, fresh] = m_keys.emplace(*key, number);
            if (!fresh) wrong("reward.csv.twice_key", std::to_string(at->second));
        } else {
            wrong("reward.csv.key", shown(cells[2]));
        }
        if (const auto evidence = hexField<Hash256>(cells[3])) {
            award.evidence = *evidence;
            const auto [at, fresh] = m_evidence.emplace(*evidence, number);
            if (!fresh) wrong("reward.csv.twice_evidence", std::to_string(at->second));
        } else {
            wrong("reward.csv.evidence", shown(cells[3]));
        }
        if (m_table->problems.size() != before) return;
        m_table->awards.push_back(award);
        m_sum += award.amount.value; // at most kMaxListed tenths of a budget below 2^63: see finish()
        m_reasons[award.reason] += award.amount.value;
    }
    void finish()
    {
        for (const auto& [reason, sum] : m_reasons)
            if (sum > m_budget.value / 2)
                m_table->problems.push_back({0, "reward.csv.over_reason", std::string(reward::reasonName(reason))});
        if (m_sum > m_budget.value)
            m_table->problems.push_back({0, "reward.csv.over_budget",
                                         m_sum > token::kMaxUnits ? std::string() : token::unitsText({static_cast<std::uint64_t>(m_sum)})});
    }

private:
    AwardTable* m_table;
    token::Units m_budget;
    std::map<crypto::XOnlyKey, std::size_t> m_keys;
    std::map<Hash256, std::size_t> m_evidence;
    std::map<reward::Reason, unsigned __int128> m_reasons;
    unsigned __int128 m_sum = 0;
};

} // namespace

AwardTable readTable(std::string_view csv, token::Units budget)
{
    AwardTable out;
    if (csv.size() > kMaxListBytes) {
        out.problems.push_back({0, "reward.csv.text", {}});
        return out;
    }
    if (csv.starts_with("\xef\xbb\xbf")) csv.remove_prefix(3); // what a spreadsheet writes in front
    auto lines = split(csv, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    for (auto& line : lines)
        if (line.ends_with('\r')) line.remove_suffix(1);
    if (lines.empty() || lines.front() != kTableHeader) {
        out.problems.push_back({1, "reward.csv.header", lines.empty() ? std::string() : shown(lines.front())});
        return out;
    }
    if (lines.size() == 1) out.problems.push_back({0, "reward.csv.empty", {}});
    if (lines.size() - 1 > kMaxListed) {
        out.problems.push_back({kMaxListed + 2, "reward.csv.too_many", std::to_string(kMaxListed)});
        return out;
    }
    Judge judge(out, budget);
    for (std::size_t i = 1; i < lines.size(); ++i) judge.line(i + 1, lines[i]);
    judge.finish();
    return out;
}

std::string tableLine(const reward::Award& award)
{
    return std::string(reward::reasonName(award.reason)) + ',' +
           (award.amount.value == 0 ? std::string() : token::unitsText(award.amount)) + ',' + hexOf(award.winner) + ',' +
           hexOf(award.evidence);
}

} // namespace bt::service::rewards
