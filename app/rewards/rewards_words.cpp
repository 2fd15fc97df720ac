// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewards/rewards_words.h"

#include "error_text.h"
#include "service/json_fields.h"

#include <QDateTime>

namespace bt::app {
namespace {

namespace rw = service::rewards;
namespace reward = contract::reward;

QString btai(std::uint64_t units) { return QString::fromStdString(contract::token::unitsText({units})) + QStringLiteral(" BTAI"); }
QString day(Millis at)
{
    return QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm")) + QStringLiteral(" UTC");
}
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString problemWords(const rw::TableProblem& p)
{
    const QString what = text(p.what);
    constexpr std::string_view kFamily = "reward.csv.";
    const auto is = [&](std::string_view tail) { return p.code.starts_with(kFamily) && p.code.substr(kFamily.size()) == tail; };
    if (is("text")) return QStringLiteral("it is larger than a list may be.");
    if (is("header")) return QStringLiteral("it must be exactly \"%1\", and is \"%2\".").arg(text(std::string(rw::kTableHeader)), what);
    if (is("columns"))
        return QStringLiteral("it has %1 columns, and four are needed. Quotes and commas inside a field are not understood.").arg(what);
    if (is("reason"))
        return QStringLiteral("\"%1\" is no reason. There are moderation, peer-education, translation, open-work and supervision; the pool "
                              "pays for nothing else.")
            .arg(what);
    if (is("amount"))
        return QStringLiteral("\"%1\" is no amount. Write BTAI as 12 or 12.5, above zero, with at most eight places.").arg(what);
    if (is("over_award")) return QStringLiteral("it is more than one award may be: a tenth of the budget, %1 BTAI.").arg(what);
    if (is("key")) return QStringLiteral("\"%1\" is no award key (64 hex digits, as in the request).").arg(what);
    if (is("evidence")) return QStringLiteral("\"%1\" is no hash of evidence (64 hex digits, not all zero).").arg(what);
    if (is("twice_key")) return QStringLiteral("the same key has an award in line %1 already. Every award has a key of its own.").arg(what);
    if (is("twice_evidence")) return QStringLiteral("the same evidence was rewarded in line %1 already.").arg(what);
    if (is("over_reason")) return QStringLiteral("%1 adds up to more than half of the budget.").arg(what);
    if (is("over_budget")) return QStringLiteral("all awards together are %1 BTAI, more than the budget.").arg(what);
    if (is("too_many")) return QStringLiteral("a list has at most %1 awards.").arg(what);
    if (is("empty")) return QStringLiteral("it has no awards.");
    return text(std::string(p.code));
}

} // namespace

QString tableWords(const std::vector<rw::TableProblem>& problems)
{
    constexpr std::size_t kShown = 40;
    QString out;
    for (std::size_t i = 0; i < problems.size() && i < kShown; ++i)
        out += (problems[i].line > 0 ? QStringLiteral("Line %1: ").arg(problems[i].line) : QStringLiteral("The table: ")) +
               problemWords(problems[i]) + QLatin1Char('\n');
    if (problems.size() > kShown) out += QStringLiteral("... and %1 more.\n").arg(problems.size() - kShown);
    return out;
}

QString listWords(const rw::EpochList& list)
{
    std::uint64_t sum = 0;
    std::array<std::uint64_t, reward::kReasons> reasons{};
    QString rows;
    for (std::size_t i = 0; i < list.awards.size(); ++i) {
        const auto& one = list.awards[i];
        sum += one.amount.value;
        reasons[static_cast<std::size_t>(one.reason)] += one.amount.value;
        rows += QStringLiteral("  %1  %2  for %3, to key %4, evidence %5\n")
                    .arg(i, 4)
                    .arg(btai(one.amount.value), 18)
                    .arg(text(std::string(reward::reasonName(one.reason))), text(service::hexOf(one.winner)),
                         text(service::hexOf(one.evidence)));
    }
    QString out =
        QStringLiteral(
            "Epoch %1 of the reward pool, network %2\n"
            "Budget %3; %4 award(s), together %5. The next epoch may open from %6.\n"
            "For three days after it opens any steward can stop it. After that anyone can have an award paid, once, to the key it names.\n")
            .arg(list.epoch)
            .arg(text(list.network), btai(list.budget.value))
            .arg(list.awards.size())
            .arg(btai(sum), day(list.end));
    for (std::size_t i = 0; i < reasons.size(); ++i)
        if (reasons[i] > 0)
            out += QStringLiteral("  %1: %2 of at most %3\n")
                       .arg(text(std::string(reward::reasonName(static_cast<reward::Reason>(i)))), btai(reasons[i]),
                            btai(list.budget.value / 2));
    return out + rows;
}

QString stewardsWords(const reward::Stewards& stewards)
{
    QString out = QStringLiteral("%1 of %2 stewards act together; each one alone can stop an epoch in its first three days.\n")
                      .arg(stewards.needed)
                      .arg(stewards.keys.size());
    for (std::size_t i = 0; i < stewards.keys.size(); ++i)
        out += QStringLiteral("  %1  %2\n").arg(i + 1).arg(text(service::hexOf(stewards.keys[i])));
    return out;
}

Result<QString> poolWords(rw::PoolBook& book)
{
    const auto& pool = *book.pool();
    const auto& s = pool.state;
    QString out = QStringLiteral("Reward pool %1\nIt holds %2 in %3 piece(s).\n")
                      .arg(text(service::hexOf(pool.id)), btai(book.balance().value))
                      .arg(book.tokens().size());
    if (s.epoch == 0) {
        out += QStringLiteral("No epoch has opened yet. The first may open from %1.\n").arg(day(s.end));
    } else {
        const QString how = s.phase == reward::Phase::Closed      ? QStringLiteral("was stopped by a steward")
                            : s.phase == reward::Phase::Announced ? QStringLiteral("is announced: nothing was paid yet")
                                                                  : QStringLiteral("is being paid");
        out += QStringLiteral("Epoch %1 %2. The next one may open from %3.\n").arg(s.epoch).arg(how, day(s.end));
        if (s.phase != reward::Phase::Closed) {
            out += QStringLiteral("Still to be paid at most: %1; for one award %2.\n").arg(btai(s.budget.value), btai(s.cap.value));
            for (std::size_t i = 0; i < s.left.size(); ++i)
                out += QStringLiteral("  %1: %2 left\n")
                           .arg(text(std::string(reward::reasonName(static_cast<reward::Reason>(i)))), btai(s.left[i].value));
        }
    }
    BT_TRY(const auto events, book.events(20));
    if (!events.empty()) out += QStringLiteral("Lately:\n");
    for (const auto& one : events) {
        QString what = text(one.kind);
        if (one.award)
            what = QStringLiteral("award %1 of epoch %2 paid, for %3")
                       .arg(one.index)
                       .arg(one.epoch)
                       .arg(text(std::string(reward::reasonName(one.award->reason))));
        out +=
            QStringLiteral("  %1  %2%3  (%4)\n")
                .arg(day(one.at), what, one.amount.value > 0 ? QStringLiteral(", ") + btai(one.amount.value) : QString(), text(one.txid));
    }
    return out;
}

QString refusalWords(const Error& e)
{
    const QString first = e.args.empty() ? QString() : text(e.args.front());
    const auto is = [&](const char* code) { return e.code == code; };
    if (is("reward.no_pool"))
        return QStringLiteral("This network has no reward pool, or the node does not keep the blocks with its beginning.");
    if (is("reward.pool_lost")) return QStringLiteral("The pool moved in a way that this version cannot read. Use a newer one.");
    if (is("reward.pool_moved")) return QStringLiteral("The pool has moved on since this was planned. Nothing was signed. Plan it anew.");
    if (is("reward.plan_differs"))
        return QStringLiteral(
                   "This is not what your own computer makes of it (%1). Nothing was signed. Ask who planned it, and compare your files.")
            .arg(first);
    if (is("reward.stewards_mismatch")) return QStringLiteral("The file of stewards is not that of this pool. Nothing was signed.");
    if (is("reward.bad_stewards"))
        return QStringLiteral("These stewards could never act together: 1 to 5 different keys, and no more needed than there are.");
    if (is("reward.bad_budget"))
        return QStringLiteral(
            "An epoch spends at most a quarter of what is swept together for it (three pieces at most: gather first), and not nothing.");
    if (is("reward.bad_end")) return QStringLiteral("The end must lie a week to 366 days after the end of the epoch before.");
    if (is("reward.too_early"))
        return QStringLiteral("The epoch before has not ended on the network's clock: not before %1.").arg(day({first.toLongLong()}));
    if (is("reward.wrong_phase")) return QStringLiteral("That is not possible as the pool stands now. See rewards status.");
    if (is("reward.bad_table"))
        return QStringLiteral("The list has awards that the rules would refuse (line %1). Nothing was signed.").arg(first);
    if (is("reward.bad_list")) return QStringLiteral("The list of awards is not one that this tool wrote, or was changed (%1).").arg(first);
    if (is("reward.bad_request")) return QStringLiteral("The request is damaged, or not signed by its own key (%1).").arg(first);
    if (is("reward.no_fee"))
        return QStringLiteral("The fee key has no coin that is enough. Send about 2 KAS in one piece to %1").arg(first);
    if (is("token.too_many"))
        return QStringLiteral("The pool owns nothing yet, or in too many pieces. See rewards status; gather makes three into one.");
    if (is("partial.incomplete"))
        return QStringLiteral("Signatures are missing: %1 are there, %2 are needed.")
            .arg(first, e.args.size() > 1 ? text(e.args[1]) : QString());
    if (is("partial.not_a_signer")) return QStringLiteral("This key is no steward's. Nothing was signed.");
    if (is("partial.already_signed")) return QStringLiteral("This key has signed already.");
    if (is("partial.other_transaction")) return QStringLiteral("These files are not of one plan.");
    if (is("file.unreadable")) return QStringLiteral("%1 cannot be read, or is too large.").arg(first);
    if (is("file.unwritable")) return QStringLiteral("%1 cannot be written.").arg(first);
    if (is("file.key_exposed"))
        return QStringLiteral("Others on this computer can read %1. Take their rights away first (chmod 600), and think about whether the "
                              "key is still a secret.")
            .arg(first);
    if (is("file.no_key")) return QStringLiteral("There is no key in %1: 64 hex digits are expected.").arg(first);
    if (is("node.url_missing")) return QStringLiteral("This network needs a node: add --node URL, best of your own.");
    if (is("node.network_unknown")) return QStringLiteral("There is no such network. Known are practice, simnet, testnet-10 and mainnet.");
    return QStringLiteral("%1 (%2)").arg(errorText(e), text(std::string(e.code)));
}

} // namespace bt::app
