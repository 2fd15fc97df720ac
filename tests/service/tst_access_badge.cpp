// SPDX-License-Identifier: GPL-3.0-or-later
// The places that will ask for a badge: the sealed request and its answer, and the one function that says who may practise.
#include "adversarial/hostile.h"
#include "service/access/professional.h"
#include "service/two_sides.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;
namespace ob = bt::contract::onboarding;

namespace {

//! Somebody with a badge of a registry that this test knows.
struct Holder {
    crypto::SchnorrSigner signer = *crypto::SchnorrSigner::from(Bytes(32, 7));
    kaspa::CovenantId registry = *kaspa::CovenantId::from(Bytes(32, 0x52));
    kaspa::Outpoint outpoint{*kaspa::TxId::from(Bytes(32, 0x11)), 3};
    ob::BadgeState state{signer.key(), ob::Profession::Psychotherapist, "DE-BE", {7'000'000'000'000}, *Hash256::from(Bytes(32, 0x21))};

    [[nodiscard]] ob::BadgeProof boundTo(const crypto::XOnlyKey& key) const
    {
        return *ob::bindBadge(registry, outpoint, state, key, signer, {});
    }
};

//! A registry read from one output, as a node would tell it.
class OneBadge final : public access::BadgeStanding
{
public:
    explicit OneBadge(const Holder& holder) : m_lineage{holder.registry, Bytes{0x51}, Bytes{0x75}}
    {
        Bytes program = m_lineage.prefix;
        append(program, *ob::encodeBadgeState(holder.state));
        append(program, m_lineage.suffix);
        unspent.emplace();
        unspent->spk = kaspa::abi::scriptHashOf(program);
        unspent->covenant = holder.registry;
    }
    [[nodiscard]] std::optional<std::string> attested(const ob::BadgeProof& badge, const crypto::XOnlyKey& key, Millis now) const override
    {
        if (!ob::checkBadge(badge, m_lineage, unspent, key, now)) return {};
        return "Register of Berlin";
    }
    std::optional<kaspa::Utxo> unspent;

private:
    ob::BadgeLineage m_lineage;
};

} // namespace

class TestAccessBadge : public QObject
{
    Q_OBJECT
private slots:
    void a_letter_carries_a_badge_and_a_bent_one_is_no_letter()
    {
        const Holder h;
        const auto key = *crypto::secpXOnly(Bytes(32, 9));
        SeededRandom random(3);
        const AcceptedLetter letter{"a", crypto::x25519Pair(random).open, {}, h.boundTo(key)};
        auto body = writeLetter(letter);
        const auto back = readLetter("accepted", body);
        QVERIFY(back.has_value());
        QVERIFY(std::get<AcceptedLetter>(*back).badge == letter.badge);
        auto text = body["badge"].get<std::string>();
        for (const auto& bad : {text.substr(2), text + "00", std::string("zz"), std::string()}) {
            body["badge"] = bad;
            QCOMPARE(codeOf(readLetter("accepted", body)).section(QLatin1Char(' '), 0, 0), QStringLiteral("message.bad_letter"));
        }
        body.erase("badge");
        QVERIFY(!std::get<AcceptedLetter>(*readLetter("accepted", body)).badge);
    }

    void a_badge_bound_to_another_key_makes_the_letter_false()
    {
        QTemporaryDir folder;
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        Hostile t(*world, folder.filePath(QStringLiteral("t"))), p(*world, folder.filePath(QStringLiteral("p")));
        QCOMPARE(codeOf(t.begin(Role::Therapist, "Mariam")), QString());
        QCOMPARE(codeOf(p.begin(Role::Patient, "Noor")), QString());
        const auto live = [&](const std::function<bool()>& done) {
            return QTest::qWaitFor(
                [&] {
                    t.round();
                    p.round();
                    return done();
                },
                60'000);
        };
        QVERIFY(live([&] { return t.free() > 0 && p.free() > kas(4000).value; }));
        QCOMPARE(codeOf(t.self().desk().save(journeyPractice())), QString());
        const auto did = t.c().persona.id;
        QVERIFY(live([&] { return p.listings().bookable(did) != nullptr; }));
        const auto booked = p.self().booking().book(did, p.listings().find(did)->openTimes.at(30), {});
        QCOMPARE(codeOf(booked), QString());
        QVERIFY(live([&] { return t.visit(*booked) != nullptr && p.visit(*booked)->phase == VisitPhase::Requested; }));
        const auto hers = t.visit(*booked)->threadId, his = p.visit(*booked)->threadId;
        const Holder h;

        // The answer: to an inbox that nobody reads, with a badge that was bound to somebody else's visit.
        const auto before = p.c().postbox.find(his)->inbox;
        const auto nobody = crypto::x25519Pair(p.random()).open, real = t.c().postbox.inboxOf(hers).open;
        const auto heard = [&](const std::string& text) {
            return codeOf(t.sendText(hers, text)).isEmpty() && live([&] {
                       const auto page = p.c().postbox.page(his, 0, 5);
                       return page && !page->empty() && page->back().text == text;
                   });
        };
        QCOMPARE(codeOf(t.sendLetter(hers, AcceptedLetter{*booked, nobody, {}, h.boundTo(*crypto::secpXOnly(Bytes(32, 9)))})), QString());
        QVERIFY(heard("one"));
        QCOMPARE(p.c().postbox.find(his)->inbox, before);
        // The control differs in the key alone.
        QCOMPARE(codeOf(t.sendLetter(hers, AcceptedLetter{*booked, real, {}, h.boundTo(p.visit(*booked)->session.state.therapist)})),
                 QString());
        QVERIFY(heard("two"));
        QCOMPARE(p.c().postbox.find(his)->inbox, real);

        // The request.
        const auto start = [&](std::size_t i) { return p.listings().find(did)->openTimes.at(40 + 4 * i); };
        Hostile::Bend bend;
        bend.letter = [&](BookingLetter& l) { l.badge = h.boundTo(*crypto::secpXOnly(Bytes(32, 9))); };
        const auto lie = p.book(his, did, start(0), bend);
        QCOMPARE(codeOf(lie), QString());
        bend.letter = [&](BookingLetter& l) { l.badge = h.boundTo(l.patientKey); };
        const auto truth = p.book(his, did, start(1), bend);
        QCOMPARE(codeOf(truth), QString());
        QVERIFY(live([&] { return t.visit(*truth) != nullptr; }));
        QVERIFY(t.visit(*lie) == nullptr);
    }

    void one_function_says_who_may_practise()
    {
        const Holder h;
        const auto key = *crypto::secpXOnly(Bytes(32, 9));
        const Millis now{1'800'000'000'000};
        OneBadge registry(h);
        access::Credentials shown{"did:key:z6Mk", {}, h.boundTo(key), key};
        const auto view = access::professionalStanding(shown, now, &registry);
        QVERIFY(access::mayPractise(view)); // the control
        QCOMPARE(view.authority, std::string("Register of Berlin"));
        QCOMPARE(view.jurisdiction, std::string("DE-BE"));
        QCOMPARE(view.validUntil, h.state.expiry);

        QVERIFY(!access::mayPractise(access::professionalStanding(shown, now)));                       // no registry is known
        QVERIFY(!access::mayPractise(access::professionalStanding(shown, h.state.expiry, &registry))); // lapsed
        auto other = shown;
        other.key = *crypto::secpXOnly(Bytes(32, 10));
        QVERIFY(!access::mayPractise(access::professionalStanding(other, now, &registry)));
        other = shown;
        other.badge.reset();
        QVERIFY(!access::mayPractise(access::professionalStanding(other, now, &registry)));
        Holder moderator;
        moderator.state.profession = ob::Profession::Moderator;
        const OneBadge moderators(moderator);
        other = shown;
        other.badge = moderator.boundTo(key);
        QVERIFY(!access::mayPractise(access::professionalStanding(other, now, &moderators)));
        registry.unspent.reset(); // revoked
        QVERIFY(!access::mayPractise(access::professionalStanding(shown, now, &registry)));
    }
};

QTEST_GUILESS_MAIN(TestAccessBadge)
#include "tst_access_badge.moc"
