// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions and states in plain words: every program and entry has its words, figures are right, anything may be read.
#include <QTest>
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <concepts>
#include "contract/explain/explain.h"
#include "contract/explain/vocabulary.h"
#include "contract/health_session/draft.h"
#include "contract/reputation/reputation.h"
#include "profile_world.h"
#include "reward_world.h"
#include "world.h"

#include <filesystem>
#include <set>
#endif

using namespace bt;
using namespace bt::test;
namespace rep = bt::contract::reputation;

namespace {

std::string textOf(const Populated& tx)
{
    const std::vector<std::optional<kaspa::Utxo>> utxos(tx.utxos.begin(), tx.utxos.end());
    return contract::textOf(contract::explainTransaction(tx.tx, "kaspasim", utxos));
}

} // namespace

#define SAYS(text, words) QVERIFY2((text).find(words) != std::string::npos, ("missing: " + std::string(words) + "\n" + (text)).c_str())

class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void every_field_and_entry_of_every_program_has_words()
    {
        QVERIFY(contract::knownPrograms().size() >= 6);
        for (const contract::KnownProgram& known : contract::knownPrograms()) {
            const std::string title(known.words->title);
            for (const auto& [name, entry] : known.program->entries()) {
                const auto words = std::ranges::find(known.words->entries, name, &contract::EntryWords::entry);
                QVERIFY2(words != known.words->entries.end(), (title + " " + name).c_str());
                QVERIFY2(words->arguments.size() <= entry.params.size(), (title + " " + name).c_str());
                QVERIFY2(words->meaning.ends_with('.'), (title + " " + name).c_str());
            }
            for (const contract::EntryWords& words : known.words->entries)
                QVERIFY2(known.program->entries().contains(words.entry), (title + " " + std::string(words.entry)).c_str());
            for (const auto& [field, word] : known.words->state)
                QVERIFY2(std::ranges::find(known.program->stateFields(), field, &kaspa::abi::Field::name) !=
                             known.program->stateFields().end(),
                         (title + " " + std::string(field)).c_str());
            for (const kaspa::abi::Field& field : known.program->stateFields())
                QVERIFY2(std::ranges::count(known.words->state, field.name, [](const auto& one) { return one.first; }) == 1,
                         (title + " " + field.name).c_str());
        }
    }
    void every_artifact_is_known()
    {
        // Files are named by the first bytes of their template hash.
        std::set<std::string> known;
        for (const contract::KnownProgram& one : contract::knownPrograms())
            known.insert(hexOf(one.program->templateHash().view()).substr(0, 16));
        std::size_t artifacts = 0;
        for (const auto& file : std::filesystem::directory_iterator(sourceFolder() / "resources" / "contracts")) {
            const std::string name = file.path().stem().string();
            if (name == "index") continue;
            ++artifacts;
            QVERIFY2(known.contains(name.substr(name.rfind('-') + 1)), name.c_str());
        }
        QVERIFY(artifacts >= 9);
    }
    void a_visit_in_tokens_and_a_rating_are_told()
    {
        World w;
        w.asset = Asset{w.random.fixed<kaspa::CovenantId>(), w.random.fixed<kaspa::CovenantId>(), kLevy};
        const State paid = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, w.asset));
        const std::string visit = contract::textOf(must(contract::explainState(must(redeemOf(currentVersion(true), paid)))));
        SAYS(visit, "Health Session, paid in BTAI");
        SAYS(visit, "60.00 BTAI"); // the price
        SAYS(visit, hexOf(w.asset->pool.view()));
        const Bytes ticket = must(redeemOf(currentVersion(true), w.holder.key, paid.terms, noRecord(), kas(3)));
        SAYS(contract::textOf(must(contract::explainState(ticket))), "3.00 BTAI"); // its weight

        const Person owner(w.random);
        const auto born = must(rep::create(owner.key, w.asset->token, w.asset->pool, {w.random.fixed<kaspa::TxId>(), 0}));
        const Salt salt = w.random.fixed<Salt>();
        w.terms.dispute.reputation = rep::commitment(born.reputation.id, salt);
        const State state = must(makeState(w.terms, w.patient.key, w.therapist.key, kPrice, kBond, w.asset));
        const Session requested = must(book(state, {w.random.fixed<kaspa::TxId>(), 0})).session;
        rep::Rating rating;
        rating.ticket = {currentVersion(true).ticket.templateHash(),
                         requested.id,
                         {w.random.fixed<kaspa::TxId>(), 1},
                         kDeposit,
                         w.holder.key,
                         state.terms,
                         noRecord(),
                         0,
                         kas(3)};
        rating.birth = rep::birthOf(requested);
        rating.terms = w.terms;
        rating.salt = salt;
        rating.permit = owner.says(rep::permitMessage(requested.id));
        rating.stars = 4;
        const rep::Plan plan = must(rep::rate(born.reputation, rating, kaspa::payToPublicKey(w.holder.key.view()), {2'000'000}));
        const std::string told = textOf({plan.tx, {plan.calls[0].spent, plan.calls[1].spent}});
        SAYS(told, "Reputation of a therapist");
        SAYS(told, "a patient rates a visit");
        SAYS(told, "0, 0, 0, 0, 0"); // nobody has rated before
        SAYS(told, "Rating ticket of a visit paid in BTAI");
    }
    void a_visit_is_told_with_its_money()
    {
        World w;
        Populated tx = w.dress(must(accept(w.in(Phase::Requested))));
        const std::string text = textOf(tx);
        SAYS(text, "Health Session, paid in KAS");
        SAYS(text, "requested");
        SAYS(text, "60.00 KAS"); // the price
        SAYS(text, "the therapist accepts the request and adds the bond.");
        SAYS(text, "continues the lineage");
        SAYS(text, "67.00 KAS"); // price, bond and deposit go on
        SAYS(text, kaspa::encodeAddress({"kaspasim", kaspa::AddressKind::PubKey, bytesOf(w.payer.key.view())}));

        const Session s = w.in(Phase::InSession);
        tx = w.dress(must(claimForTherapist(s, w.terms)));
        SAYS(textOf(tx), "the visit is over, and the therapist is paid by anyone");
        SAYS(textOf(tx), "not before");
        SAYS(textOf(tx), "2026-09-24"); // endsAt
        SAYS(textOf(tx), "only once this old");
        SAYS(textOf(tx), "2 days");
    }
    void identities_consents_and_rewards_are_told()
    {
        ProfileWorld w;
        SAYS(textOf(w.dress(must(profile::rotate(w.anchor(), w.next.key, w.later.key, {}, std::nullopt)))), "the committed key takes over");
        const auto state = must(consent::makeState({"did:a", "did:b", "c", {}}, {1'800'000'000'000}, w.owner.key));
        auto receipt = must(consent::grant(state, {})).receipt;
        const std::string told = textOf(w.dress(must(consent::expire(receipt))));
        SAYS(told, "Consent receipt");
        SAYS(told, "2027-01-15 08:00:00 UTC");
        RewardWorld r;
        const auto pool = r.closed();
        const std::string opened = textOf(r.dress(r.opening(pool)));
        SAYS(opened, "open an epoch with new awards");
        SAYS(opened, "0.30 BTAI"); // the budget
        SAYS(opened, "BTAI token");
        SAYS(opened, "a program's lineage");
        const auto redeem = must(reward::rotate(r.announced(), r.stewards, {0, 1}, r.heirs)).calls[0].redeemScript;
        SAYS(contract::textOf(must(contract::explainState(redeem))), "announced");
    }
    void what_is_not_ours_is_said_to_be_so()
    {
        World w;
        Populated tx = w.dress(must(accept(w.in(Phase::Requested))));
        tx.tx.inputs.erase(tx.tx.inputs.begin());
        tx.utxos.erase(tx.utxos.begin());
        tx.tx.inputs[0].signatureScript = {0x51};
        SAYS(textOf(tx), "None of our programs.");
        tx.tx.inputs[0].signatureScript.clear();
        SAYS(textOf(tx), "It is not signed yet.");
        QCOMPARE(contract::explainState(Bytes{1, 2, 3}).error().code, std::string_view("contract.unknown_program"));
        kaspa::Utxo plain{{150'000'000}, kaspa::payToPublicKey(w.patient.key.view()), 7, true, std::nullopt};
        const std::string text = contract::textOf(contract::explainOutput(plain, "kaspasim"));
        SAYS(text, "1.50 KAS");
        SAYS(text, "miner");
    }
    void hostile_bytes_are_told_without_harm()
    {
        // Every byte of a true transaction changed in turn, and figures at every border.
        World w;
        const Populated honest = w.dress(must(accept(w.in(Phase::Requested))));
        SeededRandom random(3);
        const std::size_t rounds = qEnvironmentVariableIsSet("BT_LONG") ? 20'000 : 500;
        for (std::size_t i = 0; i < rounds; ++i) {
            Populated tx = honest;
            Bytes& script = tx.tx.inputs[0].signatureScript;
            for (int changes = 0; changes < 3; ++changes)
                script[random.below(script.size())] = static_cast<std::uint8_t>(random.below(256));
            if (random.below(4) == 0) script.resize(random.below(script.size()));
            tx.tx.lockTime = ~0ULL >> random.below(64);
            tx.tx.inputs[0].sequence = ~0ULL >> random.below(64);
            tx.tx.outputs[0].value.value = ~0ULL >> random.below(64);
            if (tx.tx.outputs[0].covenant) tx.tx.outputs[0].covenant->authorizingInput = static_cast<std::uint16_t>(random.below(4));
            QVERIFY(!textOf(tx).empty());
            const auto state = contract::explainState(script);
            QVERIFY(state || state.error().code == "contract.unknown_program");
        }
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
