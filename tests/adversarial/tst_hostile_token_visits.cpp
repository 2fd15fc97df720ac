// SPDX-License-Identifier: GPL-3.0-or-later
// Requests for visits in BTAI that are not what was offered: another token, an escrow that holds too little, a pool or a
// levy of one's own, KAS where BTAI is asked. She is never asked to accept one; beside them an honest one reaches her.
#include "adversarial/hostile.h"
#include "kaspa/script/engine.h"
#include "service/tokens/token_genesis.h"
#include "service/tokens/visit_tokens.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;
namespace ct = bt::contract::token;

class TestHostileTokenVisits : public QObject
{
    Q_OBJECT
    static constexpr std::uint64_t kOne = 100'000'000;
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    std::unique_ptr<Side> m_t;
    std::unique_ptr<Hostile> m_h;
    std::string m_therapist, m_thread;
    int m_words = 0;

    struct Bend {
        std::optional<cs::Asset> asset;  //!< what the state and the letter say
        std::optional<ct::Holding> from; //!< what pays, instead of BTAI of his
        std::uint64_t missing = 0;       //!< units that the escrow has too little of
        bool silent = false;             //!< the letter says nothing of an asset
    };
    //! Funds and sends a request, bent. \returns the visit's id.
    [[nodiscard]] Result<std::string> book(int hour, const Bend& bend)
    {
        auto& c = m_h->c();
        const auto* listing = m_h->listings().find(m_therapist);
        BT_TRY(const auto terms, termsFor(*listing, listing->openTimes.at(static_cast<std::size_t>(30 + hour)), c.now(), m_world->random));
        BT_TRY(const auto listed, crypto::XOnlyKey::from(listing->visitKey.view()));
        BT_TRY(const auto derived, cs::deriveVisitKey(listed, m_world->random));
        BT_TRY(const auto key, c.wallet.fresh("hostile"));
        BT_TRY(const auto genuine, assetOf(m_world->network, listing->price));
        const auto asset = bend.asset.value_or(genuine);
        BT_TRY(const auto parts, cs::partHashes(terms));
        const cs::State state{cs::Phase::Requested, key.key, derived.key, listing->price, listing->policy.bond,
                              cs::termsHash(parts), asset};
        BT_TRY(auto* tokens, tokensOf(c));
        ct::Holding from;
        if (bend.from) {
            from = *bend.from;
        } else {
            BT_TRY(const auto chosen, tokens->wallet().choose({listing->price.value}, "hostile", 1));
            from = chosen.front().holding;
        }
        BT_TRY(const auto coins, c.wallet.coins());
        const auto& first = *std::ranges::max_element(coins, {}, [](const ledger::Coin& coin) { return coin.utxo.amount.value; });
        BT_TRY(auto booking, cs::bookTokens(state, first.outpoint, {{from, {}, 0}}, from.state.owner));
        if (bend.missing > 0) {
            // The same birth, with another transfer beside it.
            ct::Transfer less;
            less.from = {{from, {}, 0}};
            less.to = {{ct::Owner::covenant(booking.session.id), {state.price.value - bend.missing}, {2 * ct::kCarrier.value}, {}}};
            less.change.to = from.state.owner;
            BT_TRY(auto paid, ct::transfer(less));
            booking.tx.inputs.resize(1);
            booking.tx.outputs.resize(1);
            for (auto& input : paid.tx.inputs) booking.tx.inputs.push_back(std::move(input));
            for (auto& output : paid.tx.outputs) {
                output.covenant->authorizingInput = 1;
                booking.tx.outputs.push_back(std::move(output));
            }
            booking.tokens = std::move(paid.calls);
        }
        BookingLetter letter{hexOf(ByteView(m_world->random.bytes(16))),
                             "Noor",
                             "Europe/Berlin",
                             key.key,
                             derived.hint,
                             terms,
                             listing->price,
                             listing->policy.bond,
                             "note",
                             {},
                             {},
                             asset};
        if (bend.silent) letter.asset.reset();
        Json body = writeLetter(letter);
        body["what"] = std::string(kindOf(letter));
        const auto message = messaging::makeMessage(messaging::Kind::BookingRequest, std::move(body), c.now(), m_world->random);
        BT_TRY(const auto content, messaging::encodeMessage(message));
        BT_TRY(const auto object, m_h->sealContent(m_thread, content));
        BT_TRY(const auto digest, m_h->put(object.block));
        BT_TRY(const auto payload, m_h->pointing(c.postbox.find(m_thread)->inbox, digest, object.contentKey));
        BT_TRY(const auto made,
               c.payments.book(booking, first, payload, "hostile", [&](ByteView wanted) { return tokens->wallet().secretOf(wanted); }));
        BT_CHECK(c.wallet.notePending(made.tx, "hostile"));
        BT_CHECK(c.world.node.submit(made.tx, Deadline{}));
        m_h->round();
        return letter.visitId;
    }
    [[nodiscard]] const VisitView* hers(const Snapshot& s, const std::string& id) const
    {
        const auto it = std::ranges::find(s.visits, id, &VisitView::id);
        return it == s.visits.end() ? nullptr : &*it;
    }
    [[nodiscard]] QString honest()
    {
        const auto text = "honest " + std::to_string(++m_words);
        if (auto sent = m_h->sendText(m_thread, text); !sent) return codeOf(sent);
        return m_h->until([&] { return m_t->now()->threads.at(0).lastText == text; }, 60'000)
                   ? QString()
                   : QStringLiteral("the honest word does not arrive");
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
        auto practice = journeyPractice();
        practice.inTokens = true;
        QCOMPARE(codeOf(wait(m_t->engine->savePractice(practice))), QString());
        m_therapist = m_t->now()->persona.id;
        m_h = std::make_unique<Hostile>(m_world, m_folder.filePath(QStringLiteral("h")));
        QCOMPARE(codeOf(m_h->begin(Role::Patient, "Noor")), QString());
        for (int more = 0; more < 6; ++more) QCOMPARE(codeOf(m_h->self().addPlayMoney()), QString());
        QVERIFY(m_h->until([&] { return m_h->listings().bookable(m_therapist) != nullptr && m_h->free() > kas(20'000).value; }));
        const auto booked =
            m_h->self().booking().book(m_therapist, m_h->listings().find(m_therapist)->openTimes.at(30), "An honest request.");
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(m_h->until([&] {
            const auto* v = hers(*m_t->now(), *booked);
            return v != nullptr && v->canAccept && v->inTokens;
        }));
        m_thread = m_h->visit(*booked)->threadId;
        QCOMPARE(honest(), QString());
    }
    void cleanupTestCase()
    {
        m_t.reset();
        m_h.reset();
    }

    void a_request_that_is_not_what_was_offered_is_never_hers_to_accept_data()
    {
        QTest::addColumn<int>("bend");
        int i = 0;
        for (const char* name : {"a token of his own", "an escrow with one unit less", "an escrow with half", "a pool of his own",
                                 "a levy of his own", "a letter that says KAS"})
            QTest::newRow(name) << i++;
    }
    void a_request_that_is_not_what_was_offered_is_never_hers_to_accept()
    {
        QFETCH(const int, bend);
        const auto price = m_h->listings().find(m_therapist)->price.value;
        const auto genuine = *assetOf(m_world->network, Sompi{price});
        Bend b;
        switch (bend) {
        case 0: {
            const auto coins = m_h->c().wallet.coins();
            QVERIFY(coins && !coins->empty());
            const auto& coin = *std::ranges::max_element(*coins, {}, [](const ledger::Coin& c) { return c.utxo.amount.value; });
            const auto secret = m_h->c().wallet.secret(coin.key);
            const auto key = m_h->c().wallet.fresh("hostile");
            const auto own = makeGenesis(m_world->network, {coin.outpoint, coin.utxo}, *secret, {ct::Owner::key(key->key), {price * 2}},
                                         m_world->node->info({})->daaScore, m_world->random);
            QCOMPARE(codeOf(own), QString());
            QCOMPARE(codeOf(m_h->c().wallet.notePending(own->tx, "hostile")), QString());
            QCOMPARE(codeOf(m_h->c().world.node.submit(own->tx, Deadline{})), QString());
            m_h->round();
            ct::State state;
            state.amount = {price * 2};
            state.owner = ct::Owner::key(key->key);
            b.from = ct::Holding{own->token.program, own->token.id, {own->id, 0}, ct::kCarrier, state, 0};
            b.asset = cs::Asset{own->token.id, genuine.pool, genuine.levy};
            break;
        }
        case 1: b.missing = 1; break;
        case 2: b.missing = price / 2; break;
        case 3: b.asset = cs::Asset{genuine.token, *kaspa::CovenantId::from(Bytes(32, 7)), genuine.levy}; break;
        case 4: b.asset = cs::Asset{genuine.token, genuine.pool, {price / 2}}; break;
        case 5: b.silent = true; break;
        default: QFAIL("no such bend");
        }
        const auto before = m_t->now()->tokens->available;
        const auto id = book(bend + 1, b);
        QCOMPARE(codeOf(id), QString());
        QCOMPARE(honest(), QString());
        const auto s = m_t->now();
        const auto* v = hers(*s, *id);
        QVERIFY(v == nullptr || !v->canAccept);
        QCOMPARE(s->tokens->available, before);
        QCOMPARE(s->network.trouble, std::string_view());
    }
    void an_honest_one_still_reaches_her_and_is_accepted()
    {
        const auto id = book(10, {});
        QCOMPARE(codeOf(id), QString());
        QVERIFY(m_h->until([&] {
            const auto* v = hers(*m_t->now(), *id);
            return v != nullptr && v->canAccept;
        }));
        QCOMPARE(codeOf(wait(m_t->engine->acceptVisit(*id))), QString());
        QVERIFY(m_h->until([&] {
            const auto* v = hers(*m_t->now(), *id);
            return v != nullptr && v->phase == VisitPhase::Accepted;
        }));
    }
};

QTEST_GUILESS_MAIN(TestHostileTokenVisits)
#include "tst_hostile_token_visits.moc"
