// SPDX-License-Identifier: GPL-3.0-or-later
// A contact who lies about BTAI: addresses that are none, requests out of shape and without end, payments that are too
// small or in a token of his own. The therapist's window says nothing untrue, and she sends and loses nothing.
#include "adversarial/hostile.h"
#include "service/tokens/token_carriers.h"
#include "service/tokens/token_genesis.h"
#include "service/tokens/tokens.h"
#include "service/tokens/tokens_door.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;
namespace ct = bt::contract::token;

class TestHostileTokens : public QObject
{
    Q_OBJECT
    static constexpr std::uint64_t kOne = 100'000'000;
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    std::unique_ptr<Side> m_t;
    std::unique_ptr<Hostile> m_h;
    std::string m_thread;
    int m_words = 0;

    [[nodiscard]] std::string hers() const { return m_t->now()->threads.at(0).id; }
    [[nodiscard]] TokensDoor& door() const { return *m_t->engine->doors().tokens; }
    //! An honest word that arrives: whatever was sent before it has been dealt with.
    [[nodiscard]] QString honest()
    {
        const auto text = "honest " + std::to_string(++m_words);
        if (auto sent = m_h->sendText(m_thread, text); !sent) return codeOf(sent);
        return m_h->until([&] { return m_t->now()->threads.at(0).lastText == text; }, 60'000)
                   ? QString()
                   : QStringLiteral("the honest word does not arrive");
    }
    void letter(const char* kind, Json body)
    {
        body["what"] = kind;
        QCOMPARE(codeOf(m_h->sendBody(m_thread, std::move(body))), QString());
    }
    [[nodiscard]] Tokens& his() { return m_h->self().feature<Tokens>(); }
    //! A transfer of his, signed and handed over at once.
    [[nodiscard]] QString transfer(ct::Plan plan)
    {
        auto made = signTransfer(m_h->c(), his().wallet(), std::move(plan), {}, "hostile");
        if (!made) return codeOf(made);
        if (auto noted = m_h->c().wallet.notePending(made->tx, "hostile"); !noted) return codeOf(noted);
        const auto sent = m_h->c().world.node.submit(made->tx, Deadline{});
        m_h->round();
        return codeOf(sent);
    }

private slots:
    void initTestCase()
    {
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        m_world = *world;
        m_t = std::make_unique<Side>(m_world, m_folder.filePath(QStringLiteral("t")));
        QCOMPARE(codeOf(wait(m_t->engine->createPersona(Role::Therapist, "Mariam", words("a quiet room by the sea"), false, "DE-BE"))),
                 QString());
        QCOMPARE(codeOf(wait(m_t->engine->savePractice(journeyPractice()))), QString());
        m_h = std::make_unique<Hostile>(m_world, m_folder.filePath(QStringLiteral("h")));
        QCOMPARE(codeOf(m_h->begin(Role::Patient, "Noor")), QString());
        const auto therapist = m_t->now()->persona.id;
        QVERIFY(m_h->until([&] { return m_h->listings().bookable(therapist) != nullptr && m_h->free() > kas(4000).value; }));
        const auto booked = m_h->self().booking().book(therapist, m_h->listings().find(therapist)->openTimes.at(30), "An honest request.");
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(m_h->until(
            [&] { return !m_t->now()->threads.empty() && m_t->now()->tokens && m_t->now()->tokens->available == 1'000 * kOne; }));
        m_thread = m_h->visit(*booked)->threadId;
        QCOMPARE(honest(), QString());
    }
    void cleanupTestCase()
    {
        m_t.reset();
        m_h.reset();
    }

    void addresses_that_are_none_are_not_believed()
    {
        const std::string key(64, '1'), good = hexOf(*crypto::secpXOnly(Bytes(32, 5))), secret(64, '2');
        letter("btai_address", {{"owner", std::string(64, 'f')}, {"borrow", secret}}); // not on the curve
        letter("btai_address", {{"owner", good}, {"borrow", std::string(64, '0')}});   // no key
        letter("btai_address", {{"owner", good}, {"borrow", "22"}});
        letter("btai_address", {{"owner", 5}, {"borrow", secret}});
        letter("btai_address", Json::object());
        // Her own key: she would pay herself and believe that he was paid.
        letter("btai_address", {{"owner", m_t->now()->tokens->ownerKey}, {"borrow", secret}});
        QCOMPARE(honest(), QString());
        const auto quote = wait(door().quote({hers(), {}, kOne}));
        QCOMPARE(codeOf(quote), QString());
        QVERIFY(quote->asksAddress); // none was taken
    }

    void requests_out_of_shape_make_no_card()
    {
        const auto owner = hexOf(*crypto::secpXOnly(Bytes(32, 6)));
        const Json fine{{"id", std::string(32, 'a')}, {"units", "100000000"}, {"owner", owner}, {"note", "Book"}};
        const auto with = [&](const char* field, Json value) {
            Json body = fine;
            body[field] = std::move(value);
            return body;
        };
        for (const char* units : {"0", "-1", "9223372036854775808", "99999999999999999999", "1.5", ""})
            letter("btai_request", with("units", units));
        letter("btai_request", with("units", 5));
        letter("btai_request", with("id", "short"));
        letter("btai_request", with("id", std::string(4000, 'a')));
        letter("btai_request", with("owner", std::string(64, 'f')));
        letter("btai_request", with("owner", m_t->now()->tokens->ownerKey)); // hers: any payment to her would look like an answer
        letter("btai_request", with("note", "two\nlines"));
        letter("btai_request", with("note", std::string(5000, 'x')));
        QCOMPARE(honest(), QString());
        QVERIFY(m_t->now()->tokens->requests.empty());
        // The passing one beside them, and the same again.
        letter("btai_request", fine);
        letter("btai_request", with("units", "500000000"));
        letter("btai_request", with("id", std::string(32, 'b'))); // the same owner twice
        QCOMPARE(honest(), QString());
        QCOMPARE(m_t->now()->tokens->requests.size(), std::size_t(1));
        QCOMPARE(m_t->now()->tokens->requests.begin()->second.units, kOne);
        QCOMPARE(m_t->now()->tokens->available, 1'000 * kOne); // nothing was paid by it
    }

    void requests_without_end_stop_being_shown()
    {
        for (int i = 0; i < 30; ++i) {
            const auto owner = hexOf(*crypto::secpXOnly(Bytes(32, static_cast<std::uint8_t>(20 + i))));
            letter("btai_request", {{"id", hexOf(ByteView(m_h->random().bytes(16)))}, {"units", "1"}, {"owner", owner}, {"note", ""}});
        }
        QCOMPARE(honest(), QString());
        QCOMPARE(m_t->now()->tokens->requests.size(), std::size_t(20));
    }

    void what_was_not_paid_in_full_in_this_very_token_is_not_paid()
    {
        QCOMPARE(codeOf(wait(door().request(hers(), 25 * kOne, "Room"))), QString());
        std::string id;
        QVERIFY(m_h->until([&] {
            const auto all = his().book().requests();
            if (!all || all->empty()) return false;
            id = all->front().id;
            return true;
        }));
        const auto asked = **his().book().request(id);
        const auto state = [&] { return m_t->now()->tokens->requests.at(id).state; };
        const ct::Owner to{ct::OwnerScheme::Key, asked.owner};
        // One unit less.
        auto less = his().wallet().plan({to, {asked.units - 1}, {}, "hostile"});
        QCOMPARE(codeOf(less), QString());
        QCOMPARE(transfer(std::move(*less)), QString());
        QCOMPARE(honest(), QString());
        QCOMPARE(state(), RequestState::Open);
        QCOMPARE(m_t->now()->tokens->available, 1'025 * kOne - 1); // it is hers all the same
        // The whole amount, in a token that he made himself with the same program.
        const auto coins = m_h->c().wallet.coins();
        QVERIFY(coins && !coins->empty());
        const auto& coin = *std::ranges::max_element(*coins, {}, [](const ledger::Coin& c) { return c.utxo.amount.value; });
        const auto secret = m_h->c().wallet.secret(coin.key);
        const auto own = makeGenesis(m_world->network, {coin.outpoint, coin.utxo}, *secret, {to, {asked.units}},
                                     m_world->node->info({})->daaScore, m_world->random);
        QCOMPARE(codeOf(own), QString());
        QVERIFY(own->token.id != his().wallet().token()->id);
        QCOMPARE(codeOf(m_h->c().world.node.submit(own->tx, Deadline{})), QString());
        QCOMPARE(honest(), QString());
        QCOMPARE(state(), RequestState::Open);
        QCOMPARE(m_t->now()->tokens->available, 1'025 * kOne - 1);
        // A letter that declines what he was not asked, then the true payment.
        letter("btai_decline", {{"id", std::string(32, 'a')}});
        letter("btai_decline", Json::object());
        QVERIFY(m_h->until([&] {
            auto full = his().wallet().plan({to, {asked.units}, {}, "hostile"});
            return full.has_value() && transfer(std::move(*full)).isEmpty();
        }));
        QVERIFY(m_h->until([&] { return state() == RequestState::Paid; }));
        QCOMPARE(m_t->now()->tokens->available, 1'050 * kOne - 1);
        // Paid stays paid, whatever a letter says.
        letter("btai_decline", {{"id", id}});
        QCOMPARE(honest(), QString());
        QCOMPARE(state(), RequestState::Paid);
    }
};

QTEST_GUILESS_MAIN(TestHostileTokens)
#include "tst_hostile_tokens.moc"
