// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/session.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::messaging;

namespace {

Bytes stateOf(const Session& s) { return bytesOf(s.exportState().view()); }
ByteView word(std::string_view text) { return viewOf(text); }

struct Pair {
    SeededRandom random{9};
    LocalKeys a = LocalKeys::fresh(random);
    LocalKeys b = LocalKeys::fresh(random);
    Session alice = *Session::initiate(a, b.bundle(), random);
    Session bob = meet();
    Session meet()
    {
        const auto first = alice.seal(word("hello"), random);
        auto accepted = Session::accept(b, first->envelope, random);
        const auto answer = accepted->session.seal(word("hi"), random);
        (void)alice.open(a, answer->envelope, random);
        return std::move(accepted->session);
    }
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private slots:
    void a_first_word_its_answer_and_their_acknowledgements()
    {
        SeededRandom random(1);
        const auto a = LocalKeys::fresh(random);
        const auto b = LocalKeys::fresh(random);
        auto alice = *Session::initiate(a, b.bundle(), random);
        QVERIFY(alice.awaitingAnswer());
        const auto first = *alice.seal(word("hello"), random);
        QCOMPARE(alice.unacknowledged(), std::vector{first.tag});
        QCOMPARE(*Session::senderOf(b, first.envelope), a.bundle());
        BT_REFUSED(Session::senderOf(a, first.envelope), "messaging.not_for_us");

        auto accepted = Session::accept(b, first.envelope, random);
        BT_OK(accepted);
        QCOMPARE(textOf(accepted->opened.content), std::string("hello"));
        QCOMPARE(accepted->sender, a.bundle());
        auto& bob = accepted->session;
        QVERIFY(bob.owesAck());
        const auto answer = *bob.seal(word("hi"), random);
        QVERIFY(!bob.owesAck());
        QCOMPARE(answer.envelope.size(), first.envelope.size()); // short messages look alike

        const auto got = alice.open(a, answer.envelope, random);
        BT_OK(got);
        QCOMPARE(textOf(got->content), std::string("hi"));
        QCOMPARE(got->delivered, std::vector{first.tag});
        QVERIFY(!alice.awaitingAnswer());
        QVERIFY(alice.unacknowledged().empty());
        const auto bare = *alice.sealAck(random);
        const auto seen = *bob.open(b, bare.envelope, random);
        QVERIFY(seen.content.empty() && !seen.wantsAck);
        QCOMPARE(seen.delivered, std::vector{answer.tag});
        QVERIFY(!bob.owesAck());
    }

    void any_changed_byte_is_refused_and_changes_nothing()
    {
        Pair p;
        const auto following = *p.alice.seal(word("secret"), p.random);
        auto fresh = *Session::initiate(p.b, p.a.bundle(), p.random);
        const auto first = *fresh.seal(word("again"), p.random);
        for (const auto& [session, keys, envelope] :
             {std::tuple{&p.bob, &p.b, &following.envelope}, std::tuple{&p.alice, &p.a, &first.envelope}}) {
            const Bytes before = stateOf(*session);
            for (std::size_t i = 0; i < envelope->size(); ++i) {
                Bytes changed = *envelope;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1U << (i % 8)));
                QVERIFY2(!session->open(*keys, changed, p.random), std::to_string(i).c_str());
                QVERIFY(stateOf(*session) == before);
            }
            BT_OK(session->open(*keys, *envelope, p.random));
        }
    }

    void an_envelope_opens_once()
    {
        Pair p;
        const auto e = *p.alice.seal(word("once"), p.random);
        BT_OK(p.bob.open(p.b, e.envelope, p.random));
        const Bytes before = stateOf(p.bob);
        BT_REFUSED(p.bob.open(p.b, e.envelope, p.random), "messaging.duplicate");
        QVERIFY(stateOf(p.bob) == before);
    }

    void hostile_sizes_are_refused()
    {
        Pair p;
        for (const std::size_t size : {0UL, 1UL, 105UL, 1015UL, 1017UL, 1024UL, 2040UL + 1, 1000000UL, 10000000UL}) {
            Bytes noise = p.random.bytes(size);
            if (size > 0) noise[0] = 2;
            BT_REFUSED(p.bob.open(p.b, noise, p.random), "messaging.bad_envelope");
            BT_REFUSED(Session::accept(p.b, noise, p.random), "messaging.bad_envelope");
        }
        Bytes noise = p.random.bytes(1016);
        noise[0] = 2;
        BT_REFUSED(p.bob.open(p.b, noise, p.random), "messaging.not_authentic");
        BT_REFUSED(Session::accept(p.b, noise, p.random), "messaging.not_for_us");
        noise[0] = 1;
        BT_REFUSED(p.bob.open(p.b, noise, p.random), "messaging.not_for_us"); // names no prekey
        std::fill(noise.begin() + 1, noise.begin() + 5, std::uint8_t{0});
        BT_REFUSED(p.bob.open(p.b, noise, p.random), "messaging.not_for_us"); // sealed to nobody
        noise[0] = 3;
        BT_REFUSED(p.bob.open(p.b, noise, p.random), "messaging.bad_envelope");
        BT_REFUSED(p.alice.seal(Bytes(kMaxContent + 1), p.random), "messaging.too_large");
        const auto largest = *p.alice.seal(Bytes(kMaxContent, 'x'), p.random);
        QCOMPARE(p.bob.open(p.b, largest.envelope, p.random)->content.size(), kMaxContent);
    }

    void a_stranger_cannot_speak_into_the_conversation()
    {
        Pair p;
        const auto c = LocalKeys::fresh(p.random);
        auto carol = *Session::initiate(c, p.b.bundle(), p.random);
        BT_REFUSED(p.bob.open(p.b, carol.seal(word("I am Alice"), p.random)->envelope, p.random), "messaging.not_for_us");
        // nor with Alice's card and keys of her own
        LocalKeys mixed = LocalKeys::fresh(p.random);
        mixed.identity = crypto::Ed25519Pair{p.a.identity.secret.clone(), p.a.identity.open};
        auto forged = p.a.bundle();
        forged.identityDh = c.identityDh.open;
        BT_REFUSED(Session::initiate(p.b, forged, p.random), "messaging.not_authentic");
        BT_REFUSED(PrekeyBundle::parse(forged.bytes()), "messaging.not_authentic");
        BT_REFUSED(p.bob.updatePeer(c.bundle()), "messaging.not_authentic");
        // and our own envelopes sent back to us are refused
        auto dora = *Session::initiate(c, p.b.bundle(), p.random);
        const auto own = *dora.seal(word("x"), p.random);
        BT_REFUSED(dora.open(c, own.envelope, p.random), "messaging.not_for_us");
        BT_REFUSED(p.alice.open(p.a, p.alice.seal(word("x"), p.random)->envelope, p.random), "messaging.not_authentic");
        BT_REFUSED(Session::initiate(p.a, p.a.bundle(), p.random), "messaging.not_authentic");
    }

    void a_message_may_be_far_ahead_but_not_too_far_and_late_ones_within_the_limit_open()
    {
        Pair p;
        std::vector<Bytes> sent;
        for (std::uint32_t i = 0; i <= kMaxJump + 1; ++i) sent.push_back(p.alice.seal({}, p.random, false)->envelope);
        const Bytes before = stateOf(p.bob);
        BT_REFUSED(p.bob.open(p.b, sent[kMaxJump + 1], p.random), "messaging.too_far_ahead");
        QVERIFY(stateOf(p.bob) == before);
        BT_OK(p.bob.open(p.b, sent[kMaxJump], p.random));
        BT_OK(p.bob.open(p.b, sent[kMaxJump + 1], p.random));
        BT_OK(p.bob.open(p.b, sent[kMaxJump - kMaxSkippedKeys], p.random));
        BT_REFUSED(p.bob.open(p.b, sent[kMaxJump - kMaxSkippedKeys - 1], p.random), "messaging.duplicate");
        auto again = Session::importState(stateOf(p.bob)); // the kept keys are in the stored state
        BT_OK(again);
        BT_OK(again->open(p.b, sent[kMaxJump - 1], p.random));
        BT_REFUSED(again->open(p.b, sent[kMaxJump - 1], p.random), "messaging.duplicate");
    }

    void a_copied_state_cannot_read_what_follows_an_exchange()
    {
        Pair p;
        auto thief = *Session::importState(stateOf(p.bob));
        for (int i = 0; i < 2; ++i) { // each side gives a fresh key that the thief does not have
            BT_OK(p.bob.open(p.b, p.alice.seal(word("a"), p.random)->envelope, p.random));
            BT_OK(p.alice.open(p.a, p.bob.seal(word("b"), p.random)->envelope, p.random));
        }
        const auto healed = *p.alice.seal(word("private again"), p.random);
        BT_REFUSED(thief.open(p.b, healed.envelope, p.random), "messaging.not_authentic");
        BT_OK(p.bob.open(p.b, healed.envelope, p.random));
    }

    void both_may_begin_at_once()
    {
        SeededRandom random(3);
        const auto a = LocalKeys::fresh(random);
        const auto b = LocalKeys::fresh(random);
        auto alice = *Session::initiate(a, b.bundle(), random);
        auto bob = *Session::initiate(b, a.bundle(), random);
        const auto fromAlice = *alice.seal(word("A1"), random);
        const auto fromBob = *bob.seal(word("B1"), random);
        QCOMPARE(textOf(alice.open(a, fromBob.envelope, random)->content), std::string("B1"));
        QCOMPARE(textOf(bob.open(b, fromAlice.envelope, random)->content), std::string("A1"));
        for (int i = 0; i < 5; ++i) {
            const auto x = *alice.seal(word("a"), random);
            const auto y = *bob.seal(word("b"), random);
            BT_OK(alice.open(a, y.envelope, random));
            BT_OK(bob.open(b, x.envelope, random));
        }
        (void)alice.open(a, bob.seal(word("end"), random)->envelope, random);
        (void)bob.open(b, alice.seal(word("end"), random)->envelope, random);
        QCOMPARE(bob.unacknowledged().size(), std::size_t{0});
    }

    void a_silent_peer_is_named_after_the_limit()
    {
        SeededRandom random(4);
        const auto a = LocalKeys::fresh(random);
        const auto b = LocalKeys::fresh(random);
        auto alice = *Session::initiate(a, b.bundle(), random);
        for (std::size_t i = 0; i < kMaxUnacknowledged; ++i) BT_OK(alice.seal({}, random));
        BT_REFUSED(alice.seal({}, random), "messaging.peer_silent");
        BT_OK(alice.restart(a, random));
        BT_OK(alice.seal({}, random));
    }

    void damaged_states_are_refused_without_harm()
    {
        Pair p;
        const Bytes good = stateOf(p.bob);
        BT_OK(Session::importState(good));
        for (std::size_t size = 0; size < good.size(); size += 7)
            BT_REFUSED(Session::importState(ByteView(good).first(size)), "messaging.bad_state");
        Bytes longer = good;
        longer.push_back(0);
        BT_REFUSED(Session::importState(longer), "messaging.bad_state");
        for (std::size_t i = 0; i < good.size(); ++i) { // any bit: refused or a state that can be used, never a crash
            Bytes changed = good;
            changed[i] ^= 0x80;
            auto read = Session::importState(changed);
            if (read) (void)read->open(p.b, p.random.bytes(1016), p.random);
        }
    }

    void all_keys_come_back_from_the_seed()
    {
        const Bytes seed(32, 7);
        QCOMPARE(LocalKeys::fromSeed(seed).bundle(), LocalKeys::fromSeed(seed).bundle());
        QCOMPARE(LocalKeys::fromSeed(seed, 3).bundle().prekeyId, std::uint32_t{3});
        QVERIFY(LocalKeys::fromSeed(seed, 3).bundle() != LocalKeys::fromSeed(seed).bundle());
        QCOMPARE(PrekeyBundle::parse(LocalKeys::fromSeed(seed).bundle().bytes())->inbox, LocalKeys::fromSeed(seed).inbox.open);
        BT_REFUSED(PrekeyBundle::parse(Bytes(PrekeyBundle::kBytes - 1)), "messaging.bad_bundle");
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
