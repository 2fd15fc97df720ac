// SPDX-License-Identifier: GPL-3.0-or-later
// The second attacker's review of what was built on the contracts (docs/security/contracts.md): each attack that worked on
// a draft, beside a control that shows what is right.
#include <QtTest>
#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "contract/reward/birth_record.h"
#include "kaspa/script/engine.h"
#include "ledger/practice/practice_pool.h"
#include "ledger/prove.h"
#include "records/text.h"
#include "service/disputes/deciders.h"
#include "service/disputes/disputes.h"
#include "service/receipts/receipts.h"
#include "service/rewards/award_request.h"
#include "service/rewards/pool_book.h"
#include "service/series/series.h"
#include "service/tokens/tokens.h"
#include "service/two_people.h"
#endif

using namespace bt;
using namespace bt::service;
using namespace bt::test;
namespace ct = bt::contract::token;

namespace {

constexpr std::uint64_t kOne = 100'000'000;

template <typename T> QString bareCode(const Result<T>& result) { return codeOf(result).section(QLatin1Char(' '), 0, 0); }

} // namespace

class TestSecondReview : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoPeople> two;

    [[nodiscard]] Hostile& noor() const { return *two->patient; }
    [[nodiscard]] Hostile& mariam() const { return *two->therapist; }
    [[nodiscard]] static Tokens& tokensOf(Hostile& who) { return who.self().feature<Tokens>(); }
    [[nodiscard]] std::string therapist() const { return mariam().c().persona.id; }
    [[nodiscard]] Millis hour(std::int64_t ahead) const
    {
        for (const auto at : noor().listings().bookable(therapist())->openTimes)
            if (at.minus(two->now()) > ahead) return at;
        return {};
    }
    //! Other prices and rules on her listing, and the patient has read it.
    [[nodiscard]] QString list(Sompi price, int lateShareBps)
    {
        auto practice = journeyPractice();
        practice.price = price;
        practice.policy.bond = kas(2);
        practice.policy.lateShareBps = lateShareBps;
        if (const auto saved = mariam().self().desk().save(practice); !saved) return codeOf(saved);
        const auto read = two->until([&] {
            const auto* l = noor().listings().bookable(therapist());
            return l != nullptr && l->price == price && l->policy.lateShareBps == lateShareBps;
        });
        return read ? QString() : QStringLiteral("the listing is not read");
    }
    //! A transfer of one's own BTAI, handed over at once.
    [[nodiscard]] QString give(Hostile& from, const ct::Owner& to, std::uint64_t units)
    {
        Result<void> sent = fail("test.never");
        const bool done = two->until([&] {
            auto plan = tokensOf(from).wallet().plan({to, {units}, {}, "crumbs"});
            if (!plan) return false;
            CallsPlan calls{std::move(plan->tx), std::move(plan->calls)};
            auto made = from.c().payments.call(calls, {}, "crumbs", [&](ByteView key) { return tokensOf(from).wallet().secretOf(key); });
            if (!made) return false;
            sent = from.c().atomically([&]() -> Result<void> {
                BT_CHECK(from.c().wallet.notePending(made->tx, "crumbs"));
                return tokensOf(from).wallet().spent(made->tx, hexOf(made->id));
            });
            if (!sent) return true;
            const auto id = from.c().world.node.submit(made->tx, Deadline{});
            sent = id ? Result<void>{} : tl::unexpected(id.error());
            return true;
        });
        return done ? codeOf(sent) : QStringLiteral("not given");
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoPeople>();
        QCOMPARE(two->begin(), QString());
        QVERIFY(two->until([&] { return tokensOf(noor()).wallet().balance().available.value == 1'000 * kOne; }));
    }
    void cleanup() { two.reset(); }

    void a_price_that_rose_since_it_was_shown_is_not_paid()
    {
        auto& booking = noor().self().booking();
        const auto shown = booking.quote(therapist(), hour(3 * kDay));
        QVERIFY2(shown && shown->price == kas(10), qPrintable(codeOf(shown)));
        auto& series = noor().self().feature<Series>();
        const SeriesWish wish{therapist(), hour(5 * kDay), 1, 2, {}};
        const auto plan = series.plan(wish);
        QVERIFY2(plan, qPrintable(codeOf(plan)));
        std::vector<Millis> starts;
        for (const auto& date : plan->dates)
            if (!date.left) starts.push_back(date.startsAt);
        const auto visit = noor().c().visits.all().begin()->first;
        const auto move = series.planMove(visit, hour(4 * kDay), false);
        QVERIFY2(move && move->moving == 1, qPrintable(codeOf(move)));

        for (const auto& [price, late] : {std::pair{kas(40), 5000}, std::pair{kas(10), 10'000}}) {
            QCOMPARE(list(price, late), QString());
            QCOMPARE(bareCode(booking.book(therapist(), hour(3 * kDay), "")), QStringLiteral("visit.offer_changed"));
            QCOMPARE(bareCode(series.book(wish, starts, "")), QStringLiteral("visit.offer_changed"));
            QCOMPARE(bareCode(series.move(visit, *move)), QStringLiteral("visit.offer_changed"));
        }
        QCOMPARE(noor().c().visits.all().size(), std::size_t(1)); // nothing was written
        // The control: what is shown anew is what is asked for.
        QVERIFY(booking.quote(therapist(), hour(3 * kDay)));
        QCOMPARE(codeOf(booking.book(therapist(), hour(3 * kDay), "")), QString());
    }

    void a_request_that_is_being_paid_stays_closed_whatever_is_given_meanwhile()
    {
        QCOMPARE(codeOf(tokensOf(mariam()).request(two->theirs, 5 * kOne, "Room")), QString());
        std::string id;
        QVERIFY(two->until([&] {
            const auto all = tokensOf(noor()).book().requests();
            if (!all || all->empty()) return false;
            id = all->front().id;
            return true;
        }));
        QCOMPARE(codeOf(tokensOf(noor()).payRequest(id)), QString());
        // Before it reaches a block strangers send her more crumbs than a list of rows holds.
        for (int i = 0; i < 600; ++i) {
            TokenMove gift;
            gift.id = "in/" + std::to_string(i);
            gift.kind = "received";
            gift.units = 1;
            gift.at = two->now().plus(kHour);
            QVERIFY(tokensOf(noor()).book().put(gift));
        }
        QCOMPARE(bareCode(tokensOf(noor()).payRequest(id)), QStringLiteral("token.request_closed"));
        Snapshot s;
        QVERIFY(noor().self().fill(s));
        QCOMPARE(s.tokens->requests.at(id).state, RequestState::Paying);
        QVERIFY(two->until([&] { return tokensOf(mariam()).wallet().balance().available.value == 1'005 * kOne; }));
    }

    void crumbs_of_a_stranger_do_not_stand_before_a_payment()
    {
        auto& wallet = tokensOf(noor()).wallet();
        for (int i = 0; i < 3; ++i) QVERIFY(tokensOf(noor()).playMoney());
        QVERIFY(two->until([&] { return wallet.balance().available.value == 4'000 * kOne; }));
        const auto key = wallet.fresh("thread/" + two->thread); // one key of hers that a spend of hers has shown
        QVERIFY(key);
        for (int i = 0; i < 6; ++i) QCOMPARE(give(mariam(), ct::Owner::key(key->key), 1), QString());
        QVERIFY(two->until([&] { return wallet.balance().available.value == 4'000 * kOne + 6; }));
        QCOMPARE(wallet.piecesFor({4'000 * kOne}), std::size_t(4));
        const auto joined = wallet.merge({4'000 * kOne});
        QVERIFY2(joined, qPrintable(codeOf(joined)));
        for (const auto& input : joined->tx.inputs)
            for (const auto& one : wallet.holdings())
                if (one.holding.outpoint == input.previous) QVERIFY(one.holding.state.amount.value >= kOne);
        // And their number does not make its price grow.
        const auto quote = tokensOf(noor()).quote({two->thread, {}, 4'000 * kOne});
        QVERIFY2(quote && quote->merges <= 2, qPrintable(codeOf(quote)));
    }

    void what_is_tried_again_and_again_uses_up_no_keys()
    {
        auto& wallet = tokensOf(noor()).wallet();
        const auto other = ct::Owner::key(*crypto::secpXOnly(Bytes(32, 9)));
        const auto changeOf = [&] {
            const auto plan = wallet.plan({other, {kOne}, {}, "tokens"});
            return plan ? plan->tx.outputs.back().spk : kaspa::ScriptPublicKey{};
        };
        const auto first = changeOf();
        for (int i = 0; i < 200; ++i) QVERIFY(changeOf() == first);
        QCOMPARE(give(noor(), other, kOne), QString());
        QVERIFY(two->until([&] { return wallet.balance().available.value == 999 * kOne; }));
        QVERIFY(changeOf() != first); // a key that was used is not used again

        const auto before = noor().c().wallet.keyMark();
        ledger::BuildRequest beyond;
        beyond.outputs = {{kas(1'000'000), kaspa::payToPublicKey(Bytes(32, 9)), std::nullopt}};
        for (int i = 0; i < 200; ++i) QCOMPARE(bareCode(noor().c().payments.pay(beyond, "tokens")), QStringLiteral("ledger.not_enough"));
        const auto after = noor().c().wallet.keyMark();
        QVERIFY(before && after && before->change == after->change);
        beyond.outputs.front().value = kas(1);
        QVERIFY(noor().c().payments.pay(beyond, "tokens"));
        QCOMPARE(noor().c().wallet.keyMark()->change, before->change + 1);
    }

    void names_and_notes_do_not_turn_what_stands_behind_them()
    {
        const auto nameOf = [&] { return mariam().c().postbox.find(two->theirs)->name; };
        QVERIFY(two->until([&] { return nameOf() == "Noor"; }));
        const auto owner = hexOf(*crypto::secpXOnly(Bytes(32, 6)));
        const auto ask = [&](const char* id, const std::string& note) {
            return noor().sendBody(
                two->thread, {{"what", "btai_request"}, {"id", std::string(32, *id)}, {"units", "1"}, {"owner", owner}, {"note", note}});
        };
        QCOMPARE(codeOf(noor().sendBody(two->thread, {{"what", "hello"}, {"name", "Noor B."}})), QString()); // the control
        QVERIFY(two->until([&] { return nameOf() == "Noor B."; }));
        for (const char* name : {"Noor \u202e", "Noor\u2066", "Noor\nPaid 500 BTAI", "Noor\u2028x"}) {
            QCOMPARE(codeOf(noor().sendBody(two->thread, {{"what", "hello"}, {"name", name}})), QString());
            QCOMPARE(codeOf(noor().sendText(two->thread, std::string("after ") + name)), QString());
            QVERIFY(two->until([&] {
                Snapshot s;
                return mariam().self().fill(s).has_value() && s.threads.at(0).lastText == std::string("after ") + name;
            }));
            QCOMPARE(nameOf(), std::string("Noor B."));
        }
        QCOMPARE(codeOf(ask("a", "for \u202e21")), QString());
        QCOMPARE(codeOf(ask("b", "for March")), QString());
        QVERIFY(two->until([&] { return tokensOf(mariam()).book().requests()->size() == 1; }));
        QCOMPARE(tokensOf(mariam()).book().requests()->front().note, std::string("for March"));
        QVERIFY(records::turns("a\u202eb") && records::turns("\xff") && !records::turns("שלום, Anna"));
    }

    void the_first_receipt_of_a_payment_stays()
    {
        const auto id = noor().c().visits.all().begin()->first;
        const auto phase = [&](VisitPhase wanted) {
            return two->until([&] {
                return noor().visit(id)->phase == wanted && mariam().visit(id)->phase == wanted && noor().visit(id)->pending.empty();
            });
        };
        QVERIFY(phase(VisitPhase::Requested));
        QCOMPARE(codeOf(mariam().self().steps().accept(id)), QString());
        QVERIFY(phase(VisitPhase::Accepted));
        QVERIFY(two->world->practice->advance(noor().visit(id)->terms.ladder.freeUntil.minus(two->now()) + 20 * kMinute));
        QVERIFY(phase(VisitPhase::Committed));
        QCOMPARE(codeOf(noor().self().steps().cancel(id)), QString()); // late: a share of the price is hers
        QVERIFY(phase(VisitPhase::Ended));
        auto& hers = noor().self().feature<Receipts>();
        QVERIFY(two->until([&] { return hers.ask(id).has_value() && hers.document(id, {}).has_value(); }));
        const auto first = hers.document(id, {});
        QVERIFY2(first, qPrintable(codeOf(first)));
        auto receipt = first->content.receipt;
        receipt.number = two->world->random.fixed<records::ReceiptNumber>();
        receipt.name = "Somebody else";
        const auto signature = records::signReceipt(receipt, mariam().c().postbox.listingKeys().identity.secret);
        QVERIFY(signature);
        const auto second = records::serialise(records::SignedReceipt{receipt, *signature, {}, {}});
        QVERIFY2(second, qPrintable(codeOf(second)));
        QCOMPARE(codeOf(mariam().sendBody(two->theirs, {{"what", "receipt"}, {"visit", id}, {"document", textOf(*second)}})), QString());
        QCOMPARE(codeOf(mariam().sendText(two->theirs, "an honest word")), QString());
        QVERIFY(two->until([&] {
            Snapshot s;
            return noor().self().fill(s).has_value() && s.threads.at(0).lastText == "an honest word";
        }));
        QVERIFY(hers.document(id, {})->json == first->json);
    }

    void a_decision_whose_fee_went_elsewhere_can_be_made_anew()
    {
        Hostile ana(two->world, two->folder.filePath(QStringLiteral("ana"))), ben(two->world, two->folder.filePath(QStringLiteral("ben")));
        for (auto* who : {&ana, &ben}) {
            QCOMPARE(codeOf(who->begin(Role::Patient, "Ana")), QString());
            QVERIFY(who->until([&] { return who->free() > kas(100).value && who->c().outbox.unfinished()->empty(); }));
        }
        const auto keyOf = [](Hostile& who) { return *crypto::secpXOnly(decidingSecret(who.c().vault).view()); };
        QCOMPARE(codeOf(nameDeciders(noor().c(), {keyOf(ana), {}})), QString());
        QCOMPARE(codeOf(nameDeciders(mariam().c(), {keyOf(ben), {}})), QString());
        QCOMPARE(list(kas(20), 5000), QString());
        const auto booked = noor().self().booking().book(therapist(), hour(3 * kDay), "");
        QCOMPARE(codeOf(booked), QString());
        const auto phase = [&](VisitPhase wanted) {
            return two->until([&] {
                return mariam().visit(*booked) != nullptr && noor().visit(*booked)->phase == wanted &&
                       mariam().visit(*booked)->phase == wanted && noor().visit(*booked)->pending.empty();
            });
        };
        QVERIFY(phase(VisitPhase::Requested));
        QCOMPARE(codeOf(mariam().self().steps().accept(*booked)), QString());
        QVERIFY(phase(VisitPhase::Accepted));
        QVERIFY(two->world->practice->advance(noor().visit(*booked)->terms.ladder.freeUntil.minus(two->now()) + 20 * kMinute));
        QVERIFY(phase(VisitPhase::Committed));
        QCOMPARE(codeOf(noor().self().feature<Disputes>().raise(*booked)), QString());
        QVERIFY(phase(VisitPhase::Disputed));
        const auto file = noor().self().feature<Disputes>().caseFile(*booked);
        QVERIFY2(file, qPrintable(codeOf(file)));
        auto &hers = ana.self().feature<Disputes>().cases(), &his = ben.self().feature<Disputes>().cases();
        const auto id = hers.openFile(file->text);
        QVERIFY2(id, qPrintable(codeOf(id)));
        QVERIFY(ana.until([&] { return hers.decide(*id, kas(11)).has_value(); }));
        QCOMPARE(codeOf(his.openFile(hers.decisionFile(*id)->text)), QString());
        QCOMPARE(codeOf(his.sign(*id)), QString());
        QCOMPARE(codeOf(his.send(*id)), QString());
        QVERIFY(his.views().at(0).decision->sending);
        // Ana's coin pays for something else before Ben's outbox gets to it.
        ledger::BuildRequest all;
        all.outputs = {{{}, kaspa::payToPublicKey(keyOf(ana).view()), std::nullopt}};
        all.sendAll = true;
        const auto coins = ana.c().wallet.coins();
        QVERIFY(coins);
        auto draft = ledger::build(all, *coins, two->world->network, two->world->node->info({})->daaScore);
        QVERIFY2(draft, qPrintable(codeOf(draft)));
        QVERIFY(ledger::signCoins(
            *draft, [&](const ledger::KeyRef& ref) { return ana.c().wallet.secret(ref); }, two->world->random));
        QVERIFY(two->world->node->submit(*ledger::signOff(*draft, two->world->network), Deadline{}));
        QVERIFY(ben.until([&] { return ben.c().outbox.unfinished()->empty(); }));
        QVERIFY(!his.views().at(0).over && !his.views().at(0).decision->sending);
        QCOMPARE(bareCode(his.send(*id)), QStringLiteral("partial.input_gone"));
        // He decides the same with a coin of his own, and his part of the work is not lost.
        QVERIFY(ben.until([&] { return his.decide(*id, kas(11)).has_value(); }));
        QVERIFY(his.views().at(0).decision->signedByMe && !his.views().at(0).decision->complete);
    }

    void a_gift_between_other_tokens_is_counted_by_the_pool()
    {
        QVERIFY(two->world->practice->tokenFaucet(ledger::practicePoolOwner(), {3 * kOne}, Deadline{}));
        auto db = store::Database::open({}, Secret());
        QVERIFY(db);
        auto book = rewards::PoolBook::open(*db);
        QVERIFY(book);
        const auto birth = rewards::bornAs(*contract::reward::decodeBirth(ledger::practicePoolBirth()));
        ledger::BlockHash cursor;
        for (bool more = true; more;) {
            auto page = two->world->node->chain(cursor, Deadline{});
            QVERIFY(page);
            for (auto& block : page->added)
                for (auto& tx : block.txs) {
                    // The same states under another id, as anyone can put them between: nothing may be hidden by them.
                    if (book->pool())
                        for (const auto& input : std::vector(tx.tx.inputs)) {
                            tx.tx.inputs.push_back(input);
                            tx.tx.inputs.back().previous.id = two->world->random.fixed<kaspa::TxId>();
                        }
                    QVERIFY(book->accepted(tx, block, birth, [](ByteView) { return Result<void>{}; }));
                }
            cursor = page->cursor;
            more = page->more;
        }
        QCOMPARE(book->balance().value, 100'003 * kOne);
    }

    void evidence_that_turns_the_line_reaches_no_steward()
    {
        rewards::AwardRequest request;
        request.network = "practice";
        request.text = "100 \u202e001";
        const auto secret = crypto::secpNewSecret(two->world->random);
        request.winner = *crypto::secpXOnly(secret.view());
        const auto encode = [&] {
            request.signature = *crypto::schnorrSign(secret.view(), rewards::requestHash(request), two->world->random.fixed<Hash256>());
            return *rewards::encodeRequest(request);
        };
        QCOMPARE(bareCode(rewards::decodeRequest(encode())), QStringLiteral("reward.bad_request"));
        request.text = "שלום, a hundred pages";
        QCOMPARE(bareCode(rewards::decodeRequest(encode())), QString());
    }
};

QTEST_GUILESS_MAIN(TestSecondReview)
#include "tst_second_review.moc"
