// SPDX-License-Identifier: GPL-3.0-or-later
// A patient who sends a therapist everything but what is agreed. After each attack the therapist's visits and money are
// what they were, and the next honest word arrives.
#include "adversarial/hostile.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestHostile : public QObject
{
    Q_OBJECT

    static constexpr std::uint64_t kPrice = 10'000'000'000, kBond = 2'000'000'000; // 100 and 20 KAS
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    std::unique_ptr<Side> m_t;    // who is attacked
    std::unique_ptr<Hostile> m_h; // who attacks
    std::string m_visit, m_thread, m_therapist;
    int m_words = 0;

    [[nodiscard]] std::string hers() const
    {
        for (const auto& v : m_t->now()->visits)
            if (v.id == m_visit) return v.threadId;
        return {};
    }
    [[nodiscard]] const VisitView* theirView(const Snapshot& s, const std::string& id) const
    {
        const auto it = std::ranges::find(s.visits, id, &VisitView::id);
        return it == s.visits.end() ? nullptr : &*it;
    }
    //! An honest word that arrives: whatever was sent before it has been dealt with.
    [[nodiscard]] QString honest()
    {
        const auto text = "honest " + std::to_string(++m_words);
        if (auto sent = m_h->sendText(m_thread, text); !sent) return codeOf(sent);
        const bool arrived = m_h->until(
            [&] { return std::ranges::any_of(m_t->now()->threads, [&](const ThreadView& t) { return t.lastText == text; }); }, 60'000);
        return arrived ? QString() : QStringLiteral("the honest word does not arrive");
    }
    [[nodiscard]] std::vector<MessageView> texts()
    {
        auto got = textsOf(*m_t, hers(), false);
        return got ? *got : std::vector<MessageView>{};
    }
    //! The therapist stands where she stood before, and hears the next word.
    void unharmed(const QString& visits, std::int64_t gain, std::size_t heard)
    {
        QCOMPARE(honest(), QString());
        QVERIFY2(m_t->until(atRest), qPrintable(onItsWay(*m_t->now())));
        QCOMPARE(visitsOf(*m_t->now()), visits);
        QCOMPARE(gainOf(*m_t->now()), gain);
        QCOMPARE(texts().size(), heard + 1);
        QCOMPARE(m_t->now()->network.trouble, std::string_view());
    }
    template <typename Attack> void attack(Attack&& attempt)
    {
        const auto visits = visitsOf(*m_t->now());
        const auto gain = gainOf(*m_t->now());
        const auto heard = texts().size();
        attempt();
        if (!QTest::currentTestFailed()) unharmed(visits, gain, heard);
    }
    [[nodiscard]] const crypto::X25519Public& inbox() { return m_h->c().postbox.find(m_thread)->inbox; }
    [[nodiscard]] Result<void> pointTo(const Hash256& digest, const Secret& key)
    {
        BT_TRY(auto payload, m_h->pointing(inbox(), digest, key));
        return m_h->announce(std::move(payload));
    }
    [[nodiscard]] Result<void> sendBlock(ByteView block, const Secret& key)
    {
        BT_TRY(const auto digest, m_h->put(block));
        return pointTo(digest, key);
    }
    void clockTo(Millis at)
    {
        if (const auto ms = at.minus(m_world->clock().now()); ms > 0) QVERIFY(m_world->practice->advance(ms).has_value());
    }
    [[nodiscard]] Millis start(int index) const
    {
        return m_h->listings().find(m_therapist)->openTimes.at(static_cast<std::size_t>(30 + index));
    }

private slots:
    void initTestCase()
    {
        auto world = NetworkWorld::practiceIn(m_folder.filePath(QStringLiteral("net")).toStdString());
        QVERIFY(world.has_value());
        m_world = *world;
        m_t = std::make_unique<Side>(m_world, m_folder.filePath(QStringLiteral("t")));
        QCOMPARE(codeOf(wait(m_t->engine->createPersona(Role::Therapist, "Mariam", words(kTherapistPass), false, "DE-BE"))), QString());
        auto practice = journeyPractice();
        practice.price = {kPrice};
        practice.policy.bond = {kBond};
        QCOMPARE(codeOf(wait(m_t->engine->savePractice(practice))), QString());
        m_therapist = m_t->now()->persona.id;
        m_h = std::make_unique<Hostile>(m_world, m_folder.filePath(QStringLiteral("h")));
        QCOMPARE(codeOf(m_h->begin(Role::Patient, "Noor")), QString());
        QVERIFY(m_h->until([&] { return m_h->listings().bookable(m_therapist) != nullptr && m_h->free() > kas(4000).value; }));
        const auto booked = m_h->self().booking().book(m_therapist, start(0), "An honest request.");
        QCOMPARE(codeOf(booked), QString());
        m_visit = *booked;
        QVERIFY(m_h->until([&] {
            const auto* v = theirView(*m_t->now(), m_visit);
            return v != nullptr && v->canAccept;
        }));
        m_thread = m_h->visit(m_visit)->threadId;
        QCOMPARE(codeOf(wait(m_t->engine->acceptVisit(m_visit))), QString());
        QVERIFY(m_h->until([&] { return m_h->visit(m_visit)->phase == VisitPhase::Accepted && m_h->free() > 0; }));
        QVERIFY(m_t->until([&](const Snapshot& s) { return s.visits[0].phase == VisitPhase::Accepted && atRest(s); }));
        QCOMPARE(honest(), QString());
    }
    void cleanupTestCase()
    {
        m_t.reset();
        m_h.reset();
    }

    void pointers_that_lead_nowhere()
    {
        attack([&] {
            for (int i = 0; i < 5; ++i) QCOMPARE(codeOf(pointTo(m_h->random().fixed<Hash256>(), m_h->random().secret(32))), QString());
            for (const std::size_t size : {std::size_t(1), messaging::kPointerBytes, kPayloadBytes - 1, kPayloadBytes, kPayloadBytes + 1})
                QCOMPARE(codeOf(m_h->announce(m_h->random().bytes(size))), QString());
        });
    }
    void blocks_of_noise()
    {
        attack([&] {
            for (const std::size_t size : {1U, 600U, 100'000U}) {
                QCOMPARE(codeOf(sendBlock(m_h->random().bytes(size), m_h->random().secret(32))), QString());
                const auto object = ipld::seal(m_h->random().bytes(size), m_h->random());
                QCOMPARE(codeOf(sendBlock(object->block, object->contentKey)), QString());       // opens to noise
                QCOMPARE(codeOf(sendBlock(object->block, m_h->random().secret(32))), QString()); // does not open
            }
            const auto large = ipld::seal(m_h->random().bytes(1'000'000), m_h->random());
            QCOMPARE(codeOf(sendBlock(large->block, large->contentKey)), QString());
        });
    }
    void a_block_above_every_limit()
    {
        attack([&] {
            const auto big = m_h->random().bytes(storage::kMaxBlockBytes + 1);
            const auto cid = ipld::cidOfRaw(big);
            QCOMPARE(codeOf(m_world->blocks->put(cid, big, Deadline{})).section(QLatin1Char(' '), 0, 0),
                     QStringLiteral("storage.too_large"));
            // A peer that keeps it nevertheless: written past the store's own check.
            auto db = store::Database::open(
                {.path = m_folder.filePath(QStringLiteral("net/n2")).toStdString(), .exclusive = false, .create = false},
                ledger::practiceFileKey(ledger::practiceNetwork()));
            QVERIFY(db.has_value());
            auto put = db->prepare("INSERT INTO block(cid, data) VALUES(?, ?)");
            QVERIFY(put.has_value());
            QCOMPARE(codeOf(put->bind(ByteView(cid.bytes())).bind(ByteView(big)).run()), QString());
            QCOMPARE(codeOf(pointTo(cid.digest, m_h->random().secret(32))), QString());
        });
    }
    void a_message_announced_again_and_again_is_one_message()
    {
        const auto heard = texts().size();
        const auto message =
            messaging::makeMessage(messaging::Kind::Text, {{"text", "only once"}, {"what", "text"}}, m_h->c().now(), m_h->random());
        const auto content = messaging::encodeMessage(message);
        const auto object = m_h->sealContent(m_thread, *content);
        QVERIFY(object.has_value());
        const auto digest = m_h->put(object->block);
        const auto payload = m_h->pointing(inbox(), *digest, object->contentKey);
        QVERIFY(payload.has_value());
        QCOMPARE(codeOf(m_h->announce(*payload)), QString());
        QCOMPARE(codeOf(m_h->announce(*payload)), QString());              // the same bytes in another transaction
        QCOMPARE(codeOf(pointTo(*digest, object->contentKey)), QString()); // pointed to anew
        const auto inner = ipld::open(object->block, object->contentKey.view());
        const auto again = ipld::seal(*inner, m_h->random());
        QCOMPARE(codeOf(sendBlock(again->block, again->contentKey)), QString()); // the same envelope in another block
        QCOMPARE(codeOf(m_h->sendContent(m_thread, *content)), QString());       // the same message in another envelope
        QCOMPARE(honest(), QString());
        const auto now = texts();
        QCOMPARE(now.size(), heard + 2);
        QCOMPARE(std::ranges::count(now, std::string("only once"), &MessageView::text), std::ptrdiff_t(1));
    }
    void letters_out_of_shape()
    {
        attack([&] {
            const std::string deep = std::string(30'000, '[') + std::string(30'000, ']');
            for (const std::string& content :
                 {std::string("\xff\xfe\x00 no text", 11), std::string("{}"), deep, std::string("null"), std::string(200'000, '{'),
                  std::string(R"({"v":1,"kind":"text","id":"AA","sent_at":-1,"body":{}})")})
                QCOMPARE(codeOf(m_h->sendContent(m_thread, viewOf(content))), QString());
            const std::string visit = m_visit;
            const std::vector<Json> bodies = {
                {{"what", "text"}},
                {{"what", "text"}, {"text", 7}},
                {{"what", "text"}, {"text", std::string(200'000, 'a')}},
                {{"what", "text"}, {"text", "bell \x07 and escape \x1b[2J"}},
                {{"what", "unheard_of"}, {"visit", visit}},
                {{"what", "join"}},
                {{"what", "join"}, {"visit", visit}, {"at", -9'000'000'000'000'000LL}, {"attendance", "00"}},
                {{"what", "record"}, {"visit", visit}, {"record", "{}"}, {"signature", std::string(128, '0')}},
                {{"what", "split_proposal"},
                 {"visit", visit},
                 {"patient", "99999999999999999999999"},
                 {"therapist", "0"},
                 {"tx", ""},
                 {"signature", ""}},
                {{"what", "split_proposal"},
                 {"visit", visit},
                 {"patient", "12000000001"},
                 {"therapist", "0"},
                 {"tx", ""},
                 {"signature", ""}},
                {{"what", "feedback"}, {"visit", visit}, {"stars", 9}, {"comment", ""}},
                {{"what", "feedback"}, {"visit", visit}, {"stars", 1}, {"comment", "before the end"}},
                {{"what", "feedback"}, {"visit", std::string(32, 'f')}, {"stars", 1}, {"comment", "of nobody"}},
                {{"what", "accepted"}, {"visit", visit}, {"inbox", std::string(64, '0')}},
                {{"what", "booking_request"}, {"visit", visit}, {"terms", "00"}},
                {{"what", "hello"}, {"name", std::string(5'000, 'n')}},
            };
            for (const auto& body : bodies) QCOMPARE(codeOf(m_h->sendBody(m_thread, body)), QString());
        });
        QCOMPARE(std::ranges::count_if(texts(), [](const MessageView& m) { return m.text.find('\x07') != std::string::npos; }),
                 std::ptrdiff_t(0));
        QVERIFY(m_t->now()->threads.at(0).peerName.size() < 100);
    }
    void long_texts_and_marks_that_turn_the_line()
    {
        QCOMPARE(codeOf(m_h->sendText(m_thread, std::string(1'000'000, 'x'))).section(QLatin1Char(' '), 0, 0),
                 QStringLiteral("record.too_long"));
        QCOMPARE(codeOf(wait(m_t->engine->sendMessage(hers(), std::string(1'000'000, 'x')))).section(QLatin1Char(' '), 0, 0),
                 QStringLiteral("record.too_long"));
        // Marks for right-to-left are text; they stay in their message, for the window to show as what they are.
        const std::string turned = "pay \u202e001\u202c \u2066now\u2069";
        QCOMPARE(codeOf(m_h->sendText(m_thread, turned)), QString());
        QVERIFY(m_h->until([&] {
            const auto now = texts();
            return !now.empty() && now.back().text == turned;
        }));
        QCOMPARE(texts().back().kind, MessageKind::Text);
        QCOMPARE(honest(), QString());
    }

    void a_booking_that_is_not_what_was_offered_data()
    {
        QTest::addColumn<int>("bend");
        static constexpr const char* kBends[] = {"half the price",
                                                 "no bond",
                                                 "a bond of millions",
                                                 "claim after a minute",
                                                 "grace for months",
                                                 "no late share",
                                                 "arbiters of his own",
                                                 "a stake of one's ruin",
                                                 "an hour at night",
                                                 "a visit of five hours",
                                                 "an answer due after its time",
                                                 "less money than said",
                                                 "a letter with another price",
                                                 "the id of a visit that there is",
                                                 "free until the start"};
        for (int i = 0; i < int(std::size(kBends)); ++i) QTest::newRow(kBends[i]) << i;
    }
    void a_booking_that_is_not_what_was_offered()
    {
        QFETCH(const int, bend);
        Hostile::Bend b;
        Millis at = start(bend + 2);
        const auto ownKey = [&] { return *crypto::secpXOnly(crypto::secpNewSecret(m_h->random()).view()); };
        switch (bend) {
        case 0: b.price = Sompi{kPrice / 2}; break;
        case 1: b.bond = Sompi{0}; break;
        case 2: b.bond = cs::kMaxMoney, b.terms = [](cs::Terms& t) { t.dispute.stake = cs::kMaxMoney; }; break;
        case 3: b.terms = [](cs::Terms& t) { t.visit.claimAge = cs::kMinAge; }; break;
        case 4: b.terms = [](cs::Terms& t) { t.ladder.graceAge = cs::kMaxAge; }; break;
        case 5: b.terms = [](cs::Terms& t) { t.ladder.lateShare = {}; }; break;
        case 6:
            b.terms = [&](cs::Terms& t) {
                t.dispute.arbiters = {ownKey(), ownKey(), ownKey()};
                t.dispute.arbiterPayout = t.dispute.arbiters[2];
            };
            break;
        case 7: b.terms = [](cs::Terms& t) { t.dispute.stake = cs::kMaxMoney; }; break;
        case 8: at = Millis{at.value / kDay * kDay + kDay + 2 * kHour}; break; // three or four o'clock in Berlin
        case 9: b.terms = [](cs::Terms& t) { t.visit.endsAt = t.visit.startsAt.plus(5 * kHour); }; break;
        case 10:
            b.terms = [](cs::Terms& t) {
                t.request.acceptBy = t.ladder.freeUntil;
                t.ladder.freeUntil = t.visit.startsAt;
            };
            break;
        case 11: b.pays = Sompi{kPrice}; break;
        case 12: b.letter = [](BookingLetter& l) { l.price = {kPrice * 2}; }; break;
        case 13: b.letter = [&](BookingLetter& l) { l.visitId = m_visit; }; break;
        case 14: b.terms = [](cs::Terms& t) { t.ladder.freeUntil = t.visit.startsAt; }; break;
        default: QFAIL("no such bend");
        }
        const auto before = visitsOf(*m_t->now());
        const auto gain = gainOf(*m_t->now());
        const auto id = m_h->book(m_thread, m_therapist, at, b);
        QCOMPARE(codeOf(id), QString());
        QCOMPARE(honest(), QString());
        // Either it never was a request, or it is one that went back by itself; she was never asked.
        QVERIFY(m_h->until([&] {
            const auto s = m_t->now();
            const auto* v = theirView(*s, *id);
            return *id == m_visit || v == nullptr || (v->phase == VisitPhase::Ended && v->ending == VisitEnding::Declined);
        }));
        QVERIFY2(m_t->until(atRest), qPrintable(onItsWay(*m_t->now())));
        QCOMPARE(gainOf(*m_t->now()), gain);
        if (*id == m_visit) QCOMPARE(visitsOf(*m_t->now()), before);
    }
    void an_honest_booking_still_reaches_her()
    {
        const auto booked = m_h->self().booking().book(m_therapist, start(1), "Once more.");
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(m_h->until([&] {
            const auto* v = theirView(*m_t->now(), *booked);
            return v != nullptr && v->canAccept;
        }));
        QCOMPARE(codeOf(wait(m_t->engine->declineVisit(*booked))), QString());
        QVERIFY(m_h->until([&] { return m_h->visit(*booked)->phase == VisitPhase::Ended; }));
    }

    void a_join_that_proves_nothing()
    {
        const auto visit = *m_h->visit(m_visit);
        clockTo(visit.terms.ladder.freeUntil.plus(20 * kMinute));
        QVERIFY(m_h->until([&] { return m_h->visit(m_visit)->phase == VisitPhase::Committed; }));
        clockTo(visit.terms.visit.startsAt.plus(kMinute));
        QVERIFY(m_t->until([&](const Snapshot& s) { return theirView(s, m_visit)->canJoin; }));
        const auto mine = m_h->signerOf(visit);
        QVERIFY(mine.has_value());
        const auto stranger = crypto::SchnorrSigner::from(crypto::secpNewSecret(m_h->random()).view());
        kaspa::CovenantId other = visit.session.id;
        other.bytes[0] ^= 1;
        const std::vector<std::optional<crypto::Signature64>> proofs = {
            std::nullopt, m_h->random().fixed<crypto::Signature64>(),
            stranger->sign(cs::attendanceMessage(visit.session.id), m_h->random().fixed<Hash256>()),
            mine->sign(cs::attendanceMessage(other), m_h->random().fixed<Hash256>())};
        for (const auto& proof : proofs) QCOMPARE(codeOf(m_h->sendLetter(m_thread, JoinLetter{m_visit, m_h->c().now(), proof})), QString());
        QCOMPARE(honest(), QString());
        QVERIFY(!theirView(*m_t->now(), m_visit)->joinedByThem);
        QCOMPARE(codeOf(m_h->self().room().join(m_visit)), QString());
        QVERIFY(m_h->until([&] { return theirView(*m_t->now(), m_visit)->joinedByThem; }));
        QCOMPARE(codeOf(wait(m_t->engine->joinVisit(m_visit))), QString());
        QVERIFY(m_h->until([&] { return m_h->visit(m_visit)->joinedByThem.value != 0; }));
        QVERIFY(m_h->until([&] { return m_h->visit(m_visit)->phase == VisitPhase::InSession; }));
    }
    void a_record_that_lies_is_not_signed()
    {
        clockTo(m_h->visit(m_visit)->terms.visit.endsAt.plus(kMinute));
        QVERIFY(m_h->until([&] { return theirView(*m_t->now(), m_visit)->canSignRecord; }));
        const auto visit = *m_h->visit(m_visit);
        const auto own = m_h->c().postbox.keysOf(*m_h->c().postbox.find(m_thread));
        const auto signer = m_h->signerOf(visit);
        records::SessionRecord truth{hexOf(visit.session.id),
                                     identity::didKey(own.identity.open),
                                     m_therapist,
                                     visit.terms.visit.startsAt,
                                     visit.terms.visit.endsAt,
                                     true,
                                     true,
                                     m_h->random().fixed<records::RecordSalt>()};
        const auto stranger = identity::didKey(crypto::ed25519Pair(m_h->random().secret(32).view()).open);
        using Lie = std::function<void(records::SessionRecord&)>;
        const std::vector<Lie> lies = {
            [](auto& r) { r.start = r.start.plus(-5 * kHour); },
            [](auto& r) { r.end = r.end.plus(5 * kHour); },
            [](auto& r) { r.therapistPresent = false; },
            [](auto& r) { r.patientPresent = false; },
            [&](auto& r) { r.therapist = stranger; },
            [&](auto& r) { r.patient = stranger; },
            [](auto& r) { r.visitId = std::string(64, '0'); },
        };
        for (const auto& lie : lies) {
            auto record = truth;
            lie(record);
            const auto hash = records::hashOf(record);
            QVERIFY(hash.has_value());
            const auto keySigned =
                signer->sign(cs::recordMessage(visit.session.id, *Hash256::from(hash->view())), m_h->random().fixed<Hash256>());
            records::SignedRecord out{record, *records::sign(record, own.identity.secret), {}};
            QCOMPARE(codeOf(m_h->sendLetter(m_thread, RecordLetter{m_visit, out, keySigned})), QString());
            QCOMPARE(honest(), QString());
            if (theirView(*m_t->now(), m_visit)->record == RecordState::None) continue; // not even kept
            QCOMPARE(codeOf(wait(m_t->engine->signRecord(m_visit))).section(QLatin1Char(' '), 0, 0),
                     QStringLiteral("visit.record_differs"));
            QCOMPARE(theirView(*m_t->now(), m_visit)->record, RecordState::SignedByThem);
        }
        // True words under signatures that are not theirs, and one in her name.
        const auto hash = records::hashOf(truth);
        const auto keySigned =
            signer->sign(cs::recordMessage(visit.session.id, *Hash256::from(hash->view())), m_h->random().fixed<Hash256>());
        records::SignedRecord forged{truth, m_h->random().fixed<crypto::Ed25519Signature>(),
                                     m_h->random().fixed<crypto::Ed25519Signature>()};
        const auto before = theirView(*m_t->now(), m_visit)->record;
        QCOMPARE(codeOf(m_h->sendLetter(m_thread, RecordLetter{m_visit, forged, keySigned})), QString());
        QCOMPARE(honest(), QString());
        QCOMPARE(theirView(*m_t->now(), m_visit)->record, before);
        // The truth, at last.
        QCOMPARE(codeOf(m_h->self().room().signRecord(m_visit)), QString());
        QVERIFY(m_h->until(
            [&] { return theirView(*m_t->now(), m_visit)->record == RecordState::SignedByThem && m_h->c().outbox.unfinished()->empty(); }));
        QCOMPARE(honest(), QString());
        QCOMPARE(codeOf(wait(m_t->engine->signRecord(m_visit))), QString());
        QCOMPARE(theirView(*m_t->now(), m_visit)->record, RecordState::SignedByBoth);
    }
    void a_split_that_pays_something_else_than_it_says()
    {
        const auto visit = *m_h->visit(m_visit);
        const auto gain = gainOf(*m_t->now());
        const auto money = allOf(*m_t->now());
        const Sompi said{11'000'000'000}, meant{cs::kShareFloor.value}; // to her, of 120 KAS
        const auto plan = cs::agree(visit.session, meant, std::nullopt, cs::kFeeCap);
        QVERIFY(plan.has_value());
        auto draft = m_h->c().payments.draft(*plan, {}, "hostile", false);
        QVERIFY(draft.has_value());
        kaspa::SighashCache cache;
        const auto signer = m_h->signerOf(visit);
        const auto signature = kaspa::signatureFor(draft->tx, 0, *signer, m_h->random(), cache);
        QVERIFY(signature.has_value());
        draft->tx.tx.inputs.front().signatureScript.clear();
        const SplitLetter letter{
            m_visit, {kPrice + kBond - said.value}, said, kaspa::encodeTransaction(draft->tx.tx), bytesOf(signature->view())};
        QCOMPARE(codeOf(m_h->sendLetter(m_thread, letter)), QString());
        QVERIFY(m_h->until([&] { return theirView(*m_t->now(), m_visit)->canAnswerSplit; }));
        (void)wait(m_t->engine->answerSplit(m_visit, true)).has_value();
        QCOMPARE(honest(), QString());
        QVERIFY(m_h->until([&] { return !theirView(*m_t->now(), m_visit)->moving; }));
        QVERIFY(theirView(*m_t->now(), m_visit)->phase == VisitPhase::InSession);
        QVERIFY2(m_t->until(atRest), qPrintable(onItsWay(*m_t->now())));
        QCOMPARE(gainOf(*m_t->now()), gain);
        QVERIFY(allOf(*m_t->now()) + kas(1).value / 10 > money);
        // An honest proposal in its place ends the visit, and she gets exactly what it says.
        QCOMPARE(codeOf(m_h->self().steps().proposeSplit(m_visit, {kPrice + kBond - said.value})), QString());
        QVERIFY(m_h->until([&] { return m_h->c().outbox.unfinished()->empty(); }));
        QCOMPARE(honest(), QString());
        QCOMPARE(codeOf(wait(m_t->engine->answerSplit(m_visit, true))), QString());
        QVERIFY(m_h->until([&] { return theirView(*m_t->now(), m_visit)->phase == VisitPhase::Ended; }));
        QCOMPARE(theirView(*m_t->now(), m_visit)->ending, VisitEnding::Agreed);
        QVERIFY2(m_t->until(atRest), qPrintable(onItsWay(*m_t->now())));
        QVERIFY(allOf(*m_t->now()) + kas(1).value / 10 > money + said.value - kBond);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
