// SPDX-License-Identifier: GPL-3.0-or-later
// Strangers announce listings that are not true, and a licensed therapist lies about the visit. The patient's list stays
// right, nothing of theirs can be booked, and the honest ones still can.
#include "adversarial/hostile.h"
#include "identity/licence.h"
#include "service/practice_network.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestHostileListings : public QObject
{
    Q_OBJECT

    static constexpr std::uint64_t kPrice = 10'000'000'000, kBond = 2'000'000'000; // 100 and 20 KAS
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    std::unique_ptr<Side> m_t, m_p; // an honest therapist, and the patient who looks
    std::unique_ptr<Hostile> m_h;
    std::string m_honest;

    [[nodiscard]] static const TherapistView* shown(const Snapshot& s, const std::string& did)
    {
        const auto it = std::ranges::find(s.therapists, did, &TherapistView::id);
        return it == s.therapists.end() ? nullptr : &*it;
    }
    [[nodiscard]] static PracticeView practice(std::uint64_t price)
    {
        auto p = journeyPractice();
        p.price = {price};
        p.policy.bond = {kBond};
        return p;
    }
    [[nodiscard]] Result<void> announceBlock(ByteView block)
    {
        BT_TRY(const auto digest, m_h->put(block));
        return m_h->announce(messaging::announcementPayload({messaging::Announcement::Kind::Listing, digest}));
    }
    //! A well-formed listing of somebody who is not there otherwise.
    [[nodiscard]] Result<records::Listing> listingOf(const crypto::Ed25519Pair& who, const std::string& name)
    {
        BT_TRY(auto listing, currentListing(m_h->c()));
        listing.did = identity::didKey(who.open);
        listing.name = name;
        listing.licence.clear();
        listing.reputation.reset(); // its proof names the one who holds it
        listing.sequence = 1;
        return listing;
    }
    [[nodiscard]] Result<std::string> licence(const crypto::Ed25519Pair& authority, const crypto::Ed25519Public& holder, Millis until)
    {
        identity::Licence l;
        l.role = "psychotherapist";
        l.jurisdiction = "DE-BE";
        l.registerId = "none";
        l.issuedAt = l.notBefore = until.plus(-10 * kDay);
        l.expiresAt = until;
        return identity::issueLicence(l, authority, holder, m_h->random());
    }
    [[nodiscard]] crypto::Ed25519Pair somebody() { return crypto::ed25519Pair(m_h->random().secret(32).view()); }
    //! Waits until a listing that was announced after everything else was read.
    void readAll()
    {
        const auto last = somebody();
        const auto listing = listingOf(last, "Last");
        const auto block = records::signListing(*listing, last);
        QVERIFY2(block.has_value(), qPrintable(codeOf(block)));
        QCOMPARE(codeOf(announceBlock(*block)), QString());
        const auto did = identity::didKey(last.open);
        QVERIFY(m_h->until([&] { return shown(*m_p->now(), did) != nullptr; }));
    }
    void notBookable(const std::string& did)
    {
        const auto* view = shown(*m_p->now(), did);
        QVERIFY(view == nullptr || view->openTimes.empty());
        const auto start = shown(*m_p->now(), m_honest)->openTimes.back();
        QCOMPARE(codeOf(wait(m_p->engine->quote(did, start))).section(QLatin1Char(' '), 0, 0), QStringLiteral("visit.not_licensed"));
        QCOMPARE(codeOf(wait(m_p->engine->book(did, start, {}))).section(QLatin1Char(' '), 0, 0), QStringLiteral("visit.not_licensed"));
        QVERIFY(m_p->now()->visits.empty());
    }
    void honestStands(std::uint64_t price)
    {
        const auto now = m_p->now();
        const auto* view = shown(*now, m_honest);
        QVERIFY(view != nullptr && view->licence.state == LicenceState::Valid && !view->openTimes.empty());
        QCOMPARE(view->price.value, price);
        const auto quote = wait(m_p->engine->quote(m_honest, view->openTimes.back()));
        QVERIFY(quote.has_value());
        QCOMPARE(quote->price.value, price);
    }
    void clockTo(Millis at)
    {
        if (const auto ms = at.minus(m_world->clock().now()); ms > 0) QVERIFY(m_world->practice->advance(ms).has_value());
    }

private slots:
    void initTestCase()
    {
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        m_world = *world;
        m_t = std::make_unique<Side>(m_world, m_folder.filePath(QStringLiteral("t")));
        m_p = std::make_unique<Side>(m_world, m_folder.filePath(QStringLiteral("p")));
        QCOMPARE(codeOf(wait(m_t->engine->createPersona(Role::Therapist, "Mariam", words(kTherapistPass), false, "DE-BE"))), QString());
        QCOMPARE(codeOf(wait(m_t->engine->savePractice(practice(kPrice)))), QString());
        QCOMPARE(codeOf(wait(m_p->engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}))), QString());
        m_h = std::make_unique<Hostile>(m_world, m_folder.filePath(QStringLiteral("h")));
        QCOMPARE(codeOf(m_h->begin(Role::Therapist, "Quack")), QString());
        QVERIFY(m_h->until([&] { return m_h->free() > 0; }));
        QCOMPARE(codeOf(m_h->self().desk().save(practice(kPrice))), QString());
        m_honest = m_t->now()->persona.id;
        QVERIFY(m_h->until([&] {
            const auto s = m_p->now();
            const auto* v = shown(*s, m_honest);
            return v != nullptr && !v->openTimes.empty();
        }));
        QVERIFY(m_p->until([](const Snapshot& s) { return s.money.available.value > 0; }));
    }
    void cleanupTestCase()
    {
        m_t.reset();
        m_p.reset();
        m_h.reset();
    }

    void a_block_whose_signature_does_not_hold()
    {
        const auto who = somebody();
        auto listing = listingOf(who, "Forger");
        listing->licence = *licence(practiceAuthority(), who.open, m_h->c().now().plus(kDay));
        const auto made = records::signListing(*listing, who);
        QVERIFY2(made.has_value(), qPrintable(codeOf(made)));
        auto block = *made;
        const auto at = textOf(block).find("Forger");
        QVERIFY(at != std::string::npos);
        block[at] = 'f';
        QCOMPARE(codeOf(announceBlock(block)), QString());
        // And one that carries the honest therapist's name and key, signed by another.
        auto stolen = *m_h->listings().find(m_honest);
        stolen.price = {kPrice / 100};
        stolen.sequence += 1'000'000;
        const auto own = records::signListing(stolen, who);
        if (own) QCOMPARE(codeOf(announceBlock(*own)), QString());
        readAll();
        QVERIFY(shown(*m_p->now(), identity::didKey(who.open)) == nullptr);
        notBookable(identity::didKey(who.open));
        honestStands(kPrice);
    }
    void licences_that_prove_nothing()
    {
        const auto now = m_h->c().now();
        const auto expired = somebody(), selfMade = somebody(), borrowed = somebody(), none = somebody(), early = somebody();
        const auto announced = [&](const crypto::Ed25519Pair& who, const std::string& text) {
            auto listing = listingOf(who, "Somebody");
            listing->licence = text;
            const auto block = records::signListing(*listing, who);
            QVERIFY(block.has_value());
            QCOMPARE(codeOf(announceBlock(*block)), QString());
        };
        announced(expired, *licence(practiceAuthority(), expired.open, now.plus(-kMinute)));
        announced(selfMade, *licence(somebody(), selfMade.open, now.plus(kDay)));
        announced(borrowed, m_h->listings().find(m_honest)->licence); // hers, word for word
        announced(none, {});
        announced(early, *licence(practiceAuthority(), early.open, now.plus(30 * kDay)));
        readAll();
        const auto s = m_p->now();
        const auto state = [&](const crypto::Ed25519Pair& who) {
            const auto* view = shown(*s, identity::didKey(who.open));
            return view == nullptr ? LicenceState::Valid : view->licence.state;
        };
        QCOMPARE(state(expired), LicenceState::Expired);
        QCOMPARE(state(selfMade), LicenceState::NotTrusted);
        QCOMPARE(state(borrowed), LicenceState::NotTrusted);
        QCOMPARE(state(none), LicenceState::Missing);
        QCOMPARE(state(early), LicenceState::NotTrusted);
        for (const auto* who : {&expired, &selfMade, &borrowed, &none, &early}) notBookable(identity::didKey(who->open));
        honestStands(kPrice);
        QCOMPARE(s->therapists.front().licence.state, LicenceState::Valid); // those who may practise come first
    }
    void blocks_that_are_no_listing()
    {
        const auto before = m_p->now()->therapists.size();
        QCOMPARE(codeOf(announceBlock(Bytes(1'000'000, 'x'))), QString());
        QCOMPARE(codeOf(announceBlock(bytesOf("{\"listing\":{" + std::string(900'000, ' ') + "},\"signature\":\"\"}"))), QString());
        QCOMPARE(codeOf(announceBlock(bytesOf(std::string(50'000, '[')))), QString());
        QCOMPARE(codeOf(announceBlock(m_h->random().bytes(1))), QString());
        QCOMPARE(
            codeOf(m_h->announce(messaging::announcementPayload({messaging::Announcement::Kind::Listing, m_h->random().fixed<Hash256>()}))),
            QString());
        readAll();
        QCOMPARE(m_p->now()->therapists.size(), before + 1); // only the last one, which tells that all was read
        honestStands(kPrice);
    }
    void an_older_issue_announced_again()
    {
        Hash256 old;
        ledger::BlockHash cursor;
        const auto page = m_world->node->chain(cursor, Deadline{});
        QVERIFY(page.has_value());
        for (const auto& block : page->added)
            for (const auto& tx : block.txs)
                if (const auto announced = messaging::parseAnnouncement(tx.tx.payload)) {
                    const auto found = m_world->blocks->get({ipld::Codec::Raw, announced->digest}, Deadline{});
                    const auto listing = found ? records::openListing(*found) : fail("test.absent");
                    if (listing && listing->did == m_honest && old.isZero()) old = announced->digest;
                }
        QVERIFY(!old.isZero());
        clockTo(m_world->clock().now().plus(2 * kSecond)); // sequences are seconds
        QCOMPARE(codeOf(wait(m_t->engine->savePractice(practice(kPrice * 2)))), QString());
        QVERIFY(m_p->until([&](const Snapshot& s) { return shown(s, m_honest)->price.value == kPrice * 2; }));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(codeOf(m_h->announce(messaging::announcementPayload({messaging::Announcement::Kind::Listing, old}))), QString());
        readAll();
        honestStands(kPrice * 2);
    }
    void a_licensed_therapist_who_lies_about_the_visit()
    {
        const auto quack = identity::didKey(m_h->c().postbox.listingKeys().identity.open);
        QVERIFY(m_h->until([&] {
            const auto s = m_p->now();
            const auto* v = shown(*s, quack);
            return v != nullptr && !v->openTimes.empty();
        }));
        const auto s = m_p->now();
        Millis start;
        for (const auto at : shown(*s, quack)->openTimes)
            if (start.value == 0 && at.minus(s->network.now) >= 2 * kDay) start = at;
        const auto gain = gainOf(*s);
        const auto booked = wait(m_p->engine->book(quack, start, "An honest request."));
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(m_h->until([&] {
            const auto* v = m_h->visit(*booked);
            return v != nullptr && v->phase == VisitPhase::Requested;
        }));
        const auto thread = m_h->visit(*booked)->threadId;
        const auto hears = [&](const std::string& text) {
            return m_h->sendText(thread, text).has_value() && m_h->until([&] {
                const auto now = m_p->now();
                return !now->threads.empty() && now->threads[0].lastText == text;
            });
        };
        QCOMPARE(codeOf(m_h->self().steps().accept(*booked)), QString());
        QVERIFY(m_h->until([&] { return m_p->visit().phase == VisitPhase::Accepted; }));
        // An inbox to which nothing can be sealed would silence her; a join and a record before the time mean nothing.
        QCOMPARE(codeOf(m_h->sendLetter(thread, AcceptedLetter{*booked, {}})), QString());
        QCOMPARE(codeOf(m_h->sendLetter(thread, JoinLetter{*booked, m_h->c().now(), {}})), QString());
        QVERIFY(hears("one"));
        QVERIFY(!m_p->visit().canSignRecord && !m_p->visit().canComplete);
        QCOMPARE(codeOf(wait(m_p->engine->sendMessage(m_p->visit().threadId, "Can you hear me?"))), QString());
        QVERIFY(m_h->until([&] {
            const auto got = m_h->c().postbox.page(thread, 0, 50);
            return got && std::ranges::any_of(*got, [](const MessageView& m) { return m.text == "Can you hear me?"; });
        }));

        clockTo(m_p->visit().freeUntil.plus(20 * kMinute));
        QVERIFY(m_h->until([&] { return m_p->visit().phase == VisitPhase::Committed; }));
        clockTo(start.plus(kMinute));
        QVERIFY(m_h->until([&] { return m_p->visit().canJoin; }));
        QCOMPARE(codeOf(wait(m_p->engine->joinVisit(*booked))), QString());
        QVERIFY(m_h->until(
            [&] { return m_h->visit(*booked)->joinedByThem.value != 0 && m_h->visit(*booked)->phase == VisitPhase::InSession; }));
        QCOMPARE(codeOf(m_h->self().room().join(*booked)), QString());
        clockTo(m_p->visit().endsAt.plus(kMinute));
        QVERIFY(m_h->until([&] { return m_p->visit().canSignRecord; }));

        const auto visit = *m_h->visit(*booked);
        const auto own = m_h->c().postbox.listingKeys();
        const auto signer = m_h->signerOf(visit);
        QVERIFY(signer.has_value());
        records::SessionRecord lie{hexOf(visit.session.id),
                                   m_h->c().postbox.find(thread)->did,
                                   quack,
                                   start.plus(-5 * kHour),
                                   visit.terms.visit.endsAt,
                                   true,
                                   true,
                                   m_h->random().fixed<records::RecordSalt>()};
        const auto hash = records::hashOf(lie);
        QVERIFY(hash.has_value());
        const auto keySigned =
            signer->sign(cs::recordMessage(visit.session.id, *Hash256::from(hash->view())), m_h->random().fixed<Hash256>());
        QCOMPARE(codeOf(m_h->sendLetter(thread, RecordLetter{*booked, {lie, {}, *records::sign(lie, own.identity.secret)}, keySigned})),
                 QString());
        QVERIFY(hears("two"));
        QCOMPARE(codeOf(wait(m_p->engine->signRecord(*booked))).section(QLatin1Char(' '), 0, 0), QStringLiteral("visit.record_differs"));
        QVERIFY(!m_p->visit().canComplete);
        // The truth pays him; she pays once, and nothing but the price.
        QCOMPARE(codeOf(m_h->self().room().signRecord(*booked)), QString());
        QVERIFY(hears("three"));
        QCOMPARE(codeOf(wait(m_p->engine->signRecord(*booked))), QString());
        QVERIFY(m_h->until([&] { return m_p->visit().canComplete; }));
        QCOMPARE(codeOf(wait(m_p->engine->completeVisit(*booked))), QString());
        QVERIFY(m_h->until([&] { return m_p->visit().phase == VisitPhase::Ended && atRest(*m_p->now()); }));
        QCOMPARE(m_p->visit().ending, VisitEnding::Completed);
        QCOMPARE(gainOf(*m_p->now()), gain - static_cast<std::int64_t>(kPrice));
    }
};

QTEST_GUILESS_MAIN(TestHostileListings)
#include "tst_hostile_listings.moc"
