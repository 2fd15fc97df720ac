// SPDX-License-Identifier: GPL-3.0-or-later
// Badges as the other side's core judges them: state, binding, lineage. BT_REGENERATE=1 writes the vectors into
// docs/contracts/onboarding.md anew.
#include <QTest>

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare>
#include "contract/onboarding/badge.h"
#include "figures.h"
#include "zk/field.h"
#endif

using namespace bt;
using namespace bt::test;
using namespace bt::contract::onboarding;

namespace {

constexpr Millis kExpiry{1'800'000'000'000};

struct Holder {
    crypto::SchnorrSigner signer = must(crypto::SchnorrSigner::from(Bytes(32, 7)));
    XOnlyKey visitKey = must(crypto::secpXOnly(Bytes(32, 9)));
    kaspa::CovenantId registry = must(kaspa::CovenantId::from(Bytes(32, 0x52)));
    kaspa::Outpoint outpoint{must(kaspa::TxId::from(Bytes(32, 0x11))), 3};
    BadgeState state{signer.key(), Profession::Psychotherapist, "DE-BE", kExpiry, must(Hash256::from(Bytes(32, 0x21)))};
    BadgeLineage lineage{registry, Bytes{0x51, 0x75}, Bytes{0x75, 0x75, 0x75, 0x75, 0x75}};

    [[nodiscard]] BadgeProof proof() const { return must(bindBadge(registry, outpoint, state, visitKey, signer, {})); }
    [[nodiscard]] kaspa::Utxo unspent() const
    {
        Bytes program = lineage.prefix;
        append(program, must(encodeBadgeState(state)));
        append(program, lineage.suffix);
        kaspa::Utxo out;
        out.amount = kas(1);
        out.spk = kaspa::abi::scriptHashOf(program);
        out.covenant = registry;
        return out;
    }
    [[nodiscard]] QString judge(const BadgeProof& shown, const std::optional<kaspa::Utxo>& there, Millis now = {kExpiry.value - 1}) const
    {
        const auto done = checkBadge(shown, lineage, there, visitKey, now);
        if (done) return {};
        return QString::fromStdString(std::string(done.error().code) + (done.error().args.empty() ? "" : " " + done.error().args.front()));
    }
};

template <typename Change> QString refused(Change change)
{
    BadgeState s = Holder{}.state;
    change(s);
    const auto checked = checkBadgeState(s);
    if (checked) return {};
    const auto encoded = encodeBadgeState(s);
    if (encoded) return QStringLiteral("it was encoded all the same");
    return QString::fromStdString(checked.error().args.front());
}

std::string vectors()
{
    const Holder h;
    std::string out = "| what | bytes |\n|---|---|\n";
    out += "| state | `" + hexOf(must(encodeBadgeState(h.state))) + "` |\n";
    out += "| binding message | `" + hexOf(bindingMessage(h.registry, h.state.nullifier, h.visitKey).view()) + "` |\n";
    out += "| proof | `" + hexOf(must(encodeBadgeProof(h.proof()))) + "` |\n";
    return out;
}

} // namespace

class TestBadge : public QObject
{
    Q_OBJECT
private slots:
    void the_page_has_the_vectors()
    {
        std::string found;
        QVERIFY2(documentSays("badge-vectors", vectors(), found, "contracts/onboarding.md"),
                 ("run with BT_REGENERATE=1:\n" + vectors()).c_str());
    }
    void a_state_has_one_encoding_of_84_bytes_and_reads_back()
    {
        SeededRandom random(11);
        for (int i = 0; i < 200; ++i) {
            BadgeState s = Holder{}.state;
            s.holder = must(crypto::secpXOnly(random.bytes(32)));
            s.profession = static_cast<Profession>(1 + i % 4);
            s.jurisdiction = i % 3 == 0 ? "US-CA" : i % 3 == 1 ? "DE" : "GB-ENG";
            s.expiry = {kExpiry.value + i};
            auto nullifier = random.bytes(32);
            nullifier[31] &= 0x1f; // below the field's order
            s.nullifier = must(Hash256::from(nullifier));
            const auto bytes = must(encodeBadgeState(s));
            QCOMPARE(bytes.size(), kBadgeStateBytes);
            QVERIFY(must(decodeBadgeState(bytes)) == s);
            for (std::size_t at = 0; at < bytes.size(); ++at) { // another byte is another badge, or none
                Bytes bent = bytes;
                bent[at] ^= 1;
                const auto read = decodeBadgeState(bent);
                QVERIFY(!read || (*read != s && must(encodeBadgeState(*read)) == bent));
            }
        }
        const auto bytes = must(encodeBadgeState(Holder{}.state));
        QVERIFY(!decodeBadgeState({}));
        QVERIFY(!decodeBadgeState(ByteView(bytes).first(bytes.size() - 1)));
        Bytes longer = bytes;
        longer.push_back(0);
        QVERIFY(!decodeBadgeState(longer));
    }
    void a_state_that_no_registry_could_write_is_none()
    {
        QCOMPARE(refused([](BadgeState&) {}), QString());
        QCOMPARE(refused([](BadgeState& s) { s.holder.bytes.fill(0xff); }), QStringLiteral("holder"));
        QCOMPARE(refused([](BadgeState& s) { s.profession = static_cast<Profession>(0); }), QStringLiteral("profession"));
        QCOMPARE(refused([](BadgeState& s) { s.profession = static_cast<Profession>(5); }), QStringLiteral("profession"));
        for (const char* place : {"", "D", "de", "DE-", "DE-BERL", "DE_BE", "D1", "DE-b"})
            QCOMPARE(refused([&](BadgeState& s) { s.jurisdiction = place; }), QStringLiteral("jurisdiction"));
        QCOMPARE(refused([](BadgeState& s) { s.jurisdiction = std::string("DE\0BE", 5); }), QStringLiteral("jurisdiction"));
        QCOMPARE(refused([](BadgeState& s) { s.expiry = {1'800'000'000}; }), QStringLiteral("expiry")); // seconds
        QCOMPARE(refused([](BadgeState& s) { s.expiry = {-1}; }), QStringLiteral("expiry"));
        // The order of the field, which is the non-canonical zero; one below it is the largest nullifier.
        const auto minusOne = (-zk::Fr::fromDecimal("1").value()).bytesLe();
        QCOMPARE(refused([&](BadgeState& s) { s.nullifier = must(Hash256::from(minusOne)); }), QString());
        auto order = minusOne;
        ++order[0];
        QCOMPARE(refused([&](BadgeState& s) { s.nullifier = must(Hash256::from(order)); }), QStringLiteral("nullifier"));
    }
    void a_proof_travels_and_a_bent_one_binds_nothing()
    {
        const Holder h;
        const auto bytes = must(encodeBadgeProof(h.proof()));
        QCOMPARE(bytes.size(), kBadgeProofBytes);
        QVERIFY(must(decodeBadgeProof(bytes)) == h.proof());
        QVERIFY(checkBinding(h.proof(), h.visitKey).has_value()); // the control
        for (const std::size_t size : {std::size_t{0}, bytes.size() - 1}) QVERIFY(!decodeBadgeProof(ByteView(bytes).first(size)));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            Bytes bent = bytes;
            bent[at] ^= 1;
            const auto read = decodeBadgeProof(bent);
            if (read) QVERIFY2(!h.judge(*read, h.unspent()).isEmpty() || read->outpoint != h.outpoint, qPrintable(QString::number(at)));
        }
        // Of another visit, for another registry, by another holder: worth nothing.
        QVERIFY(!checkBinding(h.proof(), must(crypto::secpXOnly(Bytes(32, 10)))));
        BadgeProof other = h.proof();
        other.registry.bytes[0] ^= 1;
        QVERIFY(!checkBinding(other, h.visitKey));
        other = h.proof();
        other.state.nullifier.bytes[0] ^= 1;
        QVERIFY(!checkBinding(other, h.visitKey));
        const auto stranger = must(crypto::SchnorrSigner::from(Bytes(32, 8)));
        QVERIFY(!bindBadge(h.registry, h.outpoint, h.state, h.visitKey, stranger, {}));
    }
    void only_a_live_badge_of_the_lineage_counts()
    {
        const Holder h;
        QCOMPARE(h.judge(h.proof(), h.unspent()), QString()); // the control: each attack below differs in one thing
        QCOMPARE(h.judge(h.proof(), std::nullopt), QStringLiteral("badge.not_live spent"));
        QCOMPARE(h.judge(h.proof(), h.unspent(), kExpiry), QStringLiteral("badge.expired"));
        auto utxo = h.unspent();
        utxo.covenant.reset(); // a plain output with the same script
        QCOMPARE(h.judge(h.proof(), utxo), QStringLiteral("badge.not_live lineage"));
        utxo.covenant = must(kaspa::CovenantId::from(Bytes(32, 0x53)));
        QCOMPARE(h.judge(h.proof(), utxo), QStringLiteral("badge.not_live lineage"));
        Holder later; // says a later expiry than the badge on chain holds
        later.state.expiry = {kExpiry.value + kDay};
        QCOMPARE(h.judge(later.proof(), h.unspent()), QStringLiteral("badge.not_live program"));
        Holder registry; // shows the registry's own output
        registry.lineage.suffix.push_back(0x75);
        QCOMPARE(h.judge(h.proof(), registry.unspent()), QStringLiteral("badge.not_live program"));
        Holder elsewhere; // enrolled with another registry
        elsewhere.registry = must(kaspa::CovenantId::from(Bytes(32, 0x54)));
        QCOMPARE(h.judge(elsewhere.proof(), elsewhere.unspent()), QStringLiteral("badge.not_live lineage"));
        auto unbound = h.proof();
        unbound.binding.bytes[0] ^= 1;
        QCOMPARE(h.judge(unbound, h.unspent()), QStringLiteral("badge.not_bound"));
    }
};

QTEST_APPLESS_MAIN(TestBadge)
#include "tst_badge.moc"
