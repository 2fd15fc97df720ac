// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"
#include "vault/vault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bt;
using vault::Vault;

namespace {

Secret text(std::string_view s) { return Secret::copyOf(viewOf(s)); }
constexpr std::string_view kPass = "green kettle on monday";

} // namespace

//! Recovery words that another wallet made, in another language than English.
class TestVaultWords : public QObject
{
    Q_OBJECT
private slots:
    void words_of_another_language_bring_the_keys_of_that_language_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("Spanish") << "ligero vista talar yogur venta queso yacer trozo ligero vista talar zafiro";
        SeededRandom random(3);
        for (const auto language : {kaspa::WordLanguage::Japanese, kaspa::WordLanguage::Korean, kaspa::WordLanguage::French,
                                    kaspa::WordLanguage::ChineseTraditional}) {
            const Secret made = *kaspa::newWords(random, 24, language);
            const Secret words = *kaspa::canonicalWords(textOf(made.view()));
            QTest::newRow(std::string(kaspa::languageName(language)).c_str()) << QString::fromStdString(textOf(words.view()));
        }
    }
    void words_of_another_language_bring_the_keys_of_that_language()
    {
        QFETCH(QString, words);
        // Other wallets derive their keys from the words, not from the entropy behind them.
        const auto seed = kaspa::seedFromWords(words.toStdString());
        QVERIFY(seed.has_value());
        const auto account = kaspa::accountKey(seed->view());
        const auto key = kaspa::addressSecret(*account, 0, 5);
        QTemporaryDir folder;
        SystemClock clock;
        SystemRandom random;
        vault::VaultOptions options;
        options.folder = folder.filePath("p").toStdString();
        options.argon2 = {.memoryKib = 64, .passes = 1, .lanes = 1};
        auto made = Vault::at(options, clock, random, nullptr);
        QVERIFY(made.has_value());
        QVERIFY(made->restore(text(words.toStdString()), text(kPass), false).has_value());
        const auto same = [&] { return equal(made->keys().walletKey(0, vault::WalletChain::Receive, 5)->view(), key->view()); };
        QVERIFY(same());
        QVERIFY(made->lock().has_value());
        QVERIFY(made->unlock(text(kPass)).has_value());
        QVERIFY(same());
        QCOMPARE(QString::fromStdString(textOf(made->recoveryWords(text(kPass))->view())), words);
    }
};

QTEST_GUILESS_MAIN(TestVaultWords)
#include "tst_vault_words.moc"
