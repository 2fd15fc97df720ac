// SPDX-License-Identifier: GPL-3.0-or-later
// A token for a network that has none: its genesis passes every rule, its record names it, and the network's folder is
// where the app reads that record from.
#include "contract/token/reader.h"
#include "kaspa/script/engine.h"
#include "service/tokens/token_genesis.h"
#include "service/world.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bt;
using namespace bt::service;
namespace ct = bt::contract::token;

class TestTokenGenesis : public QObject
{
    Q_OBJECT
    SystemRandom m_random;
    static QString codeOf(const Error& error) { return QString::fromUtf8(error.code.data(), qsizetype(error.code.size())); }

private slots:
    void a_genesis_is_accepted_and_read_back_by_its_record()
    {
        auto world = NetworkWorld::practiceIn({});
        QVERIFY(world.has_value());
        auto& node = *(*world)->practice;
        const auto secret = crypto::secpNewSecret(m_random);
        const auto key = *crypto::secpXOnly(secret.view());
        const auto spk = kaspa::payToPublicKey(key.view());
        QVERIFY(node.faucet(spk, kas(3), Deadline{}).has_value());
        const auto coin = node.utxos({spk}, Deadline{})->at(0);
        const GenesisWish wish{ct::Owner::key(key), {21'000'000}};
        const auto made = makeGenesis(node.network(), coin, secret, wish, node.info(Deadline{})->daaScore, m_random);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(codeOf(made.error())));
        QVERIFY(node.submit(made->tx, Deadline{}).has_value());
        const auto text = ct::encodeBirth(made->record);
        const auto record = ct::decodeBirth(*text);
        QVERIFY(record.has_value());
        const auto token = ct::tokenOf(*record);
        QVERIFY(token->id == made->token.id && token->supply == wish.supply);
        const auto born = ct::readGenesis(*record, made->tx, made->id);
        QVERIFY(born.has_value() && born->size() == 1 && born->front().state.owner == wish.owner);
        QVERIFY(node.utxo(born->front().outpoint, Deadline{})->has_value());
        // A coin that cannot carry it, and a supply of nothing.
        QVERIFY(node.faucet(spk, {30'000'000}, Deadline{}).has_value());
        const auto coins = node.utxos({spk}, Deadline{});
        QVERIFY(coins && coins->size() == 2);
        for (const auto& small : *coins)
            if (small.utxo.amount.value == 30'000'000)
                QCOMPARE(codeOf(makeGenesis(node.network(), small, secret, wish, node.info(Deadline{})->daaScore, m_random).error()),
                         QStringLiteral("ledger.not_enough"));
        QCOMPARE(codeOf(makeGenesis(node.network(), coin, secret, {wish.owner, {0}}, 0, m_random).error()),
                 QStringLiteral("token.bad_birth"));
    }

    void the_folder_of_a_network_names_its_token_and_nothing_damaged_is_taken()
    {
        QTemporaryDir folder;
        const auto path = folder.path().toStdString();
        const auto write = [&](const QByteArray& text) {
            QFile file(folder.filePath(QStringLiteral("btai.json")));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
        };
        QCOMPARE(readBirthFile(path).value_or("?"), std::string());
        QCOMPARE(readBirthFile({}).value_or("?"), std::string());
        const auto good = QByteArray::fromStdString(ledger::practiceNetwork().tokenBirth);
        write(good + '\n');
        QCOMPARE(readBirthFile(path).value_or("?"), ledger::practiceNetwork().tokenBirth);
        for (const QByteArray& bad : {QByteArray(), QByteArray("{}"), good.left(good.size() / 2),
                                      QByteArray(good).replace("\"amount\":\"", "\"amount\":\"-"), QByteArray(1 << 17, ' ')}) {
            write(bad);
            const auto read = readBirthFile(path);
            QVERIFY(!read.has_value());
            QCOMPARE(codeOf(read.error()), QStringLiteral("token.bad_birth"));
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenGenesis)
#include "tst_token_genesis.moc"
