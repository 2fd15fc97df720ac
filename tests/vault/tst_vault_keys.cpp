// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"
#include "vault/keys.h"
#include "vault/vault.h"

#include <QtTest>

#include <set>

using namespace bt;
using vault::Keys;

namespace {
Secret entropyOf(std::uint8_t fill, std::size_t size = 32)
{
    Secret out(size);
    std::fill(out.data(), out.data() + size, fill);
    return out;
}
QByteArray hex(ByteView v) { return QByteArray(reinterpret_cast<const char*>(v.data()), static_cast<qsizetype>(v.size())).toHex(); }
Secret text(std::string_view s) { return Secret::copyOf(viewOf(s)); }
} // namespace

class TestVaultKeys : public QObject
{
    Q_OBJECT
private slots:
    void wallet_keys_are_those_of_bip32_on_the_path()
    {
        const Secret entropy = entropyOf(0x7f, 16);
        const auto keys = Keys::fromEntropy(entropy);
        QVERIFY(keys.has_value());
        const auto words = kaspa::wordsFromEntropy(entropy.view());
        const auto seed = kaspa::seedFromWords({reinterpret_cast<const char*>(words->data()), words->size()});
        const auto master = kaspa::ExtendedKey::master(seed->view());
        const auto node = master->derivePath("m/44'/111111'/2'/1/9");
        QVERIFY(node.has_value());
        QCOMPARE(hex(keys->walletKey(2, vault::WalletChain::Change, 9)->view()), hex(node->secret().view()));
        QVERIFY(!keys->walletKey(0, vault::WalletChain::Receive, 0x80000000u).has_value());
    }

    void the_same_words_give_the_same_keys_and_others_do_not()
    {
        const auto a = Keys::fromEntropy(entropyOf(1)), b = Keys::fromEntropy(entropyOf(1)), c = Keys::fromEntropy(entropyOf(2));
        QVERIFY(a->identity().open == b->identity().open);
        QVERIFY(a->messaging().open == b->messaging().open);
        QVERIFY(equal(a->storageKey().view(), b->storageKey().view()));
        QVERIFY(a->identity().open != c->identity().open);
        QVERIFY(!equal(a->storageKey().view(), c->storageKey().view()));
    }

    void every_label_context_and_index_has_a_key_of_its_own()
    {
        const auto keys = Keys::fromEntropy(entropyOf(3));
        std::set<QByteArray> seen;
        int made = 0;
        for (const char* label : {"a", "ab", "visit", "visit/", "prekey"}) {
            for (const char* context : {"", "b", "bc", "peer"}) {
                for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{256}, std::uint64_t{1} << 40}) {
                    seen.insert(hex(keys->derive(label, viewOf(context), index).view()));
                    ++made;
                }
            }
        }
        QCOMPARE(static_cast<int>(seen.size()), made);
        QVERIFY(crypto::secpValid(keys->deriveScalar("visit", viewOf("peer"), 4).view()));
        QVERIFY(!equal(keys->deriveEd25519("x", {}, 0).secret.view().first(32), keys->deriveX25519("x", {}, 0).secret.view()));
    }

    void wrong_entropy_sizes_are_refused()
    {
        QVERIFY(!Keys::fromEntropy(entropyOf(1, 15)).has_value());
        QVERIFY(!Keys::fromEntropy(entropyOf(1, 64)).has_value());
    }

    void weak_passphrases_are_refused_with_the_reason_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << ""
                               << "short";
        QTest::newRow("seven") << "kitchen"
                               << "short";
        QTest::newRow("seven characters in fourteen bytes") << QString::fromUtf8("äöüäöüß") << "short";
        QTest::newRow("eight characters beyond ASCII") << QString::fromUtf8("äöüäößüä") << "";
        QTest::newRow("one character") << "aaaaaaaaaaaa"
                                       << "repeats";
        QTest::newRow("two in turn") << "xyxyxyxyxy"
                                     << "repeats";
        QTest::newRow("up") << "12345678"
                            << "repeats";
        QTest::newRow("up past nine") << "1234567890"
                                      << "repeats";
        QTest::newRow("down") << "hgfedcba"
                              << "repeats";
        QTest::newRow("common") << "PassWord"
                                << "common";
        QTest::newRow("words") << "green kettle on monday"
                               << "";
    }
    void weak_passphrases_are_refused_with_the_reason()
    {
        QFETCH(QString, passphrase);
        QFETCH(QString, reason);
        const auto answer = vault::checkPassphraseStrength(text(passphrase.toStdString()));
        QCOMPARE(answer.has_value(), reason.isEmpty());
        if (answer) return;
        QCOMPARE(answer.error().code, "vault.weak_passphrase");
        QCOMPARE(answer.error().args.front(), reason.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestVaultKeys)
#include "tst_vault_keys.moc"
