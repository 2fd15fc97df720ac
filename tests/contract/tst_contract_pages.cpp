// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the anchor, the consent receipt and the reward pool in their pages under docs/contracts/, beside those
// of the first study. BT_REGENERATE=1 writes them anew; otherwise they must be what the pages say.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/health_session/state.h"
#include "contract/reputation/reputation.h"
#include "figures.h"
#include "profile_world.h"
#include "reward_world.h"
#endif

using namespace bt;
using namespace bt::test;

namespace {

//! One line of a page: a transaction whose last input is the fee's, and what the study measured for the same.
struct Line {
    std::string name;
    Populated tx;
    std::size_t fixed = 1; //!< inputs that are the contract's
    const char* study = "";
};

std::string table(const std::vector<Line>& lines, const kaspa::abi::Program& program, const char* study)
{
    const std::size_t size = program.prefix().size() + program.stateBytes() + program.suffix().size();
    const Populated& first = lines.front().tx;
    std::string out = "Program " + std::to_string(size) + " B, of which state " + std::to_string(program.stateBytes()) + " B; " +
                      std::to_string(kaspa::staticSigOps(first.tx.inputs[0].signatureScript, first.utxos[0].spk)) +
                      " signature operations counted statically (the study: " + study + ").\n\n" +
                      "| step | bytes | budgets | compute g | transient g / 2 | storage g | least fee KAS | the study |\n"
                      "|---|---|---|---|---|---|---|---|\n";
    for (const Line& line : lines) {
        Populated tx = line.tx;
        if (tx.tx.inputs.size() > line.fixed) tx.tx.inputs.back().signatureScript = Bytes(kaspa::kPayToKeyUnlockBytes, 0);
        std::string budgets;
        for (std::size_t i = 0; i < line.fixed; ++i) budgets += (i > 0 ? ", " : "") + std::to_string(tx.tx.inputs[i].computeBudget);
        const Row row = rowOf(line.name, tx);
        if (!row.masses.withinLimits()) qFatal("%s is too heavy", line.name.c_str());
        std::string text = lineOf(row, budgets);
        text.insert(text.size() - 1, std::string(" ") + line.study + " |");
        out += text;
    }
    return out;
}

std::string anchorTable()
{
    ProfileWorld w;
    std::vector<Line> lines;
    const std::map<std::string, const char*> study{
        {"update", "0.0048"}, {"rotate", "0.0048"}, {"recover by three", "0.0059 by two"}, {"finish", "0.0037"}};
    for (const NamedAnchorPlan& one : anchorPlans(w)) {
        if (one.name.ends_with("(veto)")) continue; // the same bytes
        Populated tx = w.dress(one.plan);
        signCall(tx, 0, one.plan.call, w.people());
        const auto found = study.find(one.name);
        lines.push_back({one.name, tx, 1, found == study.end() ? "" : found->second});
    }
    return table(lines, profile::allAnchorPrograms().back(), "1,384 B and 5");
}

std::string consentTable()
{
    ProfileWorld w;
    consent::Terms terms{"did:key:zGranter", "did:key:zGrantee", "Session notes", {}};
    terms.salt(w.random);
    auto receipt =
        must(consent::grant(must(consent::makeState(terms, {1'800'000'000'000}, w.owner.key)), {w.random.fixed<kaspa::TxId>(), 1})).receipt;
    receipt.outpoint.id = w.random.fixed<kaspa::TxId>();
    const auto revoke = must(consent::revoke(receipt, kaspa::payToPublicKey(w.owner.key.view()), {}));
    const auto own = must(consent::revoke(receipt, kaspa::payToPublicKey(w.owner.key.view()), {2'000'000}));
    const auto expire = must(consent::expire(receipt));
    std::vector<Line> lines;
    for (const auto& [name, plan, study] : {std::tuple{"revoke", revoke, "0.0034"}, {"expire", expire, "0.0024"}}) {
        Populated tx = w.dress(plan);
        signCall(tx, 0, plan.call, w.people());
        lines.push_back({name, tx, 1, study});
    }
    Populated alone{own.tx, {own.call.spent}};
    signCall(alone, 0, own.call, w.people());
    lines.push_back({"revoke, fee from the deposit", alone, 1, ""});
    return table(lines, consent::allPrograms().back(), "261 B and 1");
}

std::string poolTable()
{
    RewardWorld w;
    const reward::Pool closed = w.closed();
    const reward::Pool announced = w.announced();
    const auto tree = w.tree();
    const std::vector<token::Holding> three{w.holding(closed, 5), w.holding(closed, 6), w.holding(closed, 7)};
    std::vector<Line> lines;
    for (const auto& [name, plan, study] :
         {std::tuple{"open, one token", w.opening(closed, {100'000'000}), ""},
          {"open, three tokens become one", w.opening(closed), "0.0267"},
          {"gather, three tokens become one", must(reward::gather(closed, three, w.stewards, {0, 1})), ""},
          {"veto", must(reward::veto(announced, w.stewards, 0)), ""},
          {"rotate", must(reward::rotate(announced, w.stewards, {0, 1}, w.heirs)), ""},
          {"claim", must(reward::claim(announced, w.holding(announced, 120'000'000), tree, 1, w.awards[1])), "0.0211"}}) {
        Populated tx = w.dress(plan);
        for (std::size_t i = 0; i < plan.calls.size(); ++i) signCall(tx, i, plan.calls[i], w.people());
        lines.push_back({name, tx, plan.calls.size(), study});
    }
    return table(lines, reward::allPoolPrograms().back(), "5,856 B and 2");
}

struct Studied {
    const char* name;
    const kaspa::abi::Program* program;
    const char* study; //!< "bytes / signature operations"; empty: it had none like it
    const char* page;
};
constexpr int kMaxSigOps = 15; // consensus: more are not relayed

//! Every program beside the one of the first study, and where a larger one is explained.
std::string programsTable(const std::vector<Studied>& all, std::string& wrong)
{
    std::string out = "| program | bytes | of it state | signature operations | the study | |\n|---|---|---|---|---|---|\n";
    for (const Studied& one : all) {
        Bytes redeem = one.program->prefix();
        redeem.resize(redeem.size() + one.program->stateBytes());
        append(redeem, one.program->suffix());
        const std::uint64_t ops = kaspa::staticSigOps(kaspa::abi::push(redeem, false), kaspa::abi::scriptHashOf(redeem));
        std::string digits = one.study;
        std::erase(digits, ',');
        const std::size_t bytes = redeem.size(), study = std::strtoul(digits.c_str(), nullptr, 10);
        if (ops > kMaxSigOps) wrong += std::string(one.name) + " ";
        // A fifth more than the study is allowed; beyond it the page accounts for the bytes.
        if (study != 0 && bytes * 5 > study * 6 &&
            fileText(sourceFolder() / "docs" / one.page).value_or("").find("Ours has, beyond it") == std::string::npos)
            wrong += std::string(one.name) + " (larger, and not explained) ";
        char share[32] = "";
        if (study != 0)
            std::snprintf(share, sizeof share, "%+.0f %%", 100.0 * static_cast<double>(bytes) / static_cast<double>(study) - 100.0);
        out += std::string("| ") + one.name + " | " + std::to_string(bytes) + " | " + std::to_string(one.program->stateBytes()) + " | " +
               std::to_string(ops) + " | " + one.study + " | " + share + " |\n";
    }
    return out;
}

} // namespace

class TestContractPages : public QObject
{
    Q_OBJECT
private slots:
    void the_pages_have_the_measured_figures()
    {
        std::string found;
        for (const auto& [page, made] : {std::pair{"profile", anchorTable()}, {"consent", consentTable()}, {"reward", poolTable()}})
            QVERIFY2(documentSays(page, made, found, "contracts/" + std::string(page) + ".md"), made.c_str());
    }
    void all_programs_are_listed_and_none_is_too_large()
    {
        namespace visit = contract::session;
        std::string wrong, found;
        const std::string table =
            programsTable({{"Health Session in KAS", &visit::currentVersion(false).session, "2,560 / 5", "contracts.md"},
                           {"its ticket", &visit::currentVersion(false).ticket, "171 / 1", "contracts.md"},
                           {"Health Session in BTAI", &visit::currentVersion(true).session, "5,242 / 5", "contracts/visit-btai.md"},
                           {"its ticket", &visit::currentVersion(true).ticket, "", "contracts/visit-btai.md"},
                           {"BTAI", &token::currentProgram(), "3,239 / 8", "contracts/btai.md"},
                           {"Reputation", &contract::reputation::allPrograms().back(), "836 / 0", "contracts/reputation.md"},
                           {"Profile anchor", &profile::allAnchorPrograms().back(), "1,384 / 5", "contracts/profile.md"},
                           {"Consent receipt", &consent::allPrograms().back(), "261 / 1", "contracts/consent.md"},
                           {"Reward pool", &reward::allPoolPrograms().back(), "5,856 / 2", "contracts/reward.md"}},
                          wrong);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY2(documentSays("programs", table, found), table.c_str());
    }
};
QTEST_APPLESS_MAIN(TestContractPages)
#include "tst_contract_pages.moc"
