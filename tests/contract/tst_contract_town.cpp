// SPDX-License-Identifier: GPL-3.0-or-later
// All contracts in one ledger, walked at random: see town/town.h for who lives there and for what must hold after each
// step. RapidCheck draws the towns and, when something is wrong, looks for a shorter walk to it. BT_LONG=1 walks 120,000
// steps; RC_PARAMS (seed=...) repeats a run.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/town/town.h"

#include <rapidcheck.h>
#endif

using namespace bt;
using namespace bt::test;

class TestContractTown : public QObject
{
    Q_OBJECT
private slots:
    void nobody_is_robbed_and_everything_can_be_ended()
    {
        const int towns = longRun() ? 200 : 10, steps = 600;
        Tally tally;
        int walked = 0;
        const rc::detail::TestParams params = [&] {
            rc::detail::TestParams out;
            out.seed = 20'261'128;
            out.maxSuccess = towns;
            out.maxSize = 100;
            return out;
        }();
        const auto result = rc::detail::checkTestable(
            [&] {
                // A shorter walk of the same town is a simpler case.
                const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>());
                const int length = *rc::gen::shrink(rc::gen::just(steps), [](int n) { return rc::shrink::towards(n, 0); });
                Tally own;
                Town town(seed, own);
                for (int i = 0; i < length; ++i) {
                    const std::string wrong = town.step();
                    if (!wrong.empty()) RC_FAIL("town " + std::to_string(seed) + ", step " + std::to_string(i) + ": " + wrong);
                }
                tally += own;
                ++walked;
            },
            rc::detail::TestMetadata{"town", "nobody is robbed and everything can be ended"}, params);
        std::ostringstream said;
        rc::detail::printResultMessage(result, said);
        QVERIFY2(result.template is<rc::detail::SuccessResult>(), said.str().c_str());

        const auto list = [](const std::map<std::string, int>& all) {
            std::string out;
            for (const auto& [name, n] : all) out += "\n  " + name + " " + std::to_string(n);
            return out;
        };
        int taken = 0, refused = 0;
        for (const auto& [name, n] : tally.taken) taken += n;
        for (const auto& [name, n] : tally.refused) refused += n;
        qInfo(
            "%d towns, %d steps: %d legal taken, %d illegal refused, %d too early, %d not built, %d ways out; up to %zu instances at once",
            walked, tally.steps, taken, refused, tally.tooEarly, tally.byBuilder, tally.waysOut, tally.most);
        qInfo("Taken:%s\nRefused:%s", list(tally.taken).c_str(), list(tally.refused).c_str());
        QCOMPARE(tally.steps, towns * steps);
        QVERIFY(tally.mixes > towns);
        // Everything was done by somebody.
        const char* kinds[] = {
            "book",       "book in BTAI",     "accept",         "accept in BTAI",   "commit",           "begin",
            "complete",   "complete in BTAI", "rate",           "rate with weight", "expire-request",   "claim-for-therapist",
            "dispute",    "resolve",          "lapse",          "transfer",         "borrowed receive", "pool open",
            "pool claim", "anchor update",    "anchor recover", "consent grant",    "consent revoke",   "consent expire"};
        for (const char* kind : kinds) QVERIFY2(tally.taken[kind] > 0, kind);
    }
};
QTEST_APPLESS_MAIN(TestContractTown)
#include "tst_contract_town.moc"
