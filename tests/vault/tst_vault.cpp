// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_keychain.h"
#include "vault/vault.h"

#include <QtTest>

#include <filesystem>

#include <sys/wait.h>
#include <unistd.h>

using namespace bt;
using test::FakeKeychain;
using vault::Vault;
using vault::VaultState;

namespace {

Secret text(std::string_view s) { return Secret::copyOf(viewOf(s)); }
constexpr std::string_view kPass = "green kettle on monday";
constexpr std::string_view kOther = "seven quiet harbours";
constexpr crypto::Argon2Params kQuick{.memoryKib = 64, .passes = 1, .lanes = 1};

#define VERIFY_OK(expr)                                                                                                                    \
    do {                                                                                                                                   \
        const auto& verifyOk_ = (expr);                                                                                                    \
        QVERIFY2(verifyOk_.has_value(), verifyOk_ ? "" : (std::string(verifyOk_.error().code) + ": " + verifyOk_.error().detail).c_str()); \
    } while (false)
#define VERIFY_CODE(expr, expected)                                                                                                        \
    do {                                                                                                                                   \
        const auto& verifyCode_ = (expr);                                                                                                  \
        QVERIFY2(!verifyCode_.has_value(), "succeeded");                                                                                   \
        QCOMPARE(verifyCode_.error().code, std::string_view(expected));                                                                    \
    } while (false)

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_next = 0;
    FakeClock m_clock{Millis{1'900'000'000'000}};
    SystemRandom m_random;

    QString newFolder() { return m_dir.filePath(QString::number(++m_next)); }
    Result<Vault> at(const QString& folder, FakeKeychain* keychain = nullptr)
    {
        return Vault::at({.folder = folder.toStdString(), .argon2 = kQuick}, m_clock, m_random, keychain);
    }
    static crypto::Ed25519Public identityOf(const Vault& v) { return v.keys().identity().open; }

private slots:
    void a_persona_is_made_locked_and_opened_again()
    {
        const QString folder = newFolder();
        auto v = at(folder);
        VERIFY_OK(v);
        QCOMPARE(v->state(), VaultState::Absent);
        VERIFY_CODE(v->unlock(text(kPass)), "vault.absent");
        VERIFY_OK(v->create(text(kPass), false));
        QCOMPARE(v->state(), VaultState::Open);
        VERIFY_CODE(v->create(text(kPass), false), "vault.exists");
        const auto identity = identityOf(*v);
        VERIFY_OK(v->database().execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
        VERIFY_OK(v->lock());
        QCOMPARE(v->state(), VaultState::Locked);
        VERIFY_CODE(v->recoveryWords(text(kPass)), "vault.locked");
        VERIFY_CODE(v->unlock(text(kOther)), "vault.wrong_passphrase");
        VERIFY_OK(v->unlock(text(kPass)));
        QVERIFY(identityOf(*v) == identity);
        v = tl::unexpected(Error{"test.closed", {}, {}});
        v = at(folder);
        QCOMPARE(v->state(), VaultState::Locked);
        VERIFY_OK(v->unlock(text(kPass)));
        auto q = v->database().prepare("SELECT a FROM t");
        QVERIFY(q->step().value());
    }

    void the_recovery_words_bring_the_same_keys_into_another_folder()
    {
        auto v = at(newFolder());
        VERIFY_OK(v->create(text(kPass), false));
        VERIFY_CODE(v->recoveryWords(text(kOther)), "vault.wrong_passphrase");
        const auto words = v->recoveryWords(text(kPass));
        VERIFY_OK(words);
        QCOMPARE(std::count(words->data(), words->data() + words->size(), ' '), 23);
        auto second = at(newFolder());
        VERIFY_OK(second->restore(*words, text(kOther), false));
        QVERIFY(identityOf(*second) == identityOf(*v));
        QVERIFY(equal(second->keys().walletKey(0, vault::WalletChain::Receive, 5)->view(),
                      v->keys().walletKey(0, vault::WalletChain::Receive, 5)->view()));
        auto third = at(newFolder());
        const auto bad = third->restore(text("abandon abandon zzz"), text(kPass), false);
        QVERIFY(!bad);
        QVERIFY(bad.error().code.starts_with("kaspa.words."));
        QCOMPARE(third->state(), VaultState::Absent);
        VERIFY_CODE(third->create(text("short"), false), "vault.weak_passphrase");
        VERIFY_OK(third->create(text(kPass), false));
    }

    void the_same_passphrase_opens_however_it_was_typed()
    {
        auto v = at(newFolder());
        VERIFY_OK(v->create(text("caf\xc3\xa9 am Montag"), false));
        VERIFY_OK(v->lock());
        VERIFY_OK(v->unlock(text("cafe\xcc\x81 am Montag")));
    }

    void a_second_vault_on_the_folder_is_refused_until_the_first_has_gone()
    {
        const QString folder = newFolder();
        auto v = at(folder);
        VERIFY_OK(v);
        VERIFY_CODE(at(folder), "vault.in_use");
        const pid_t child = ::fork();
        if (child == 0) {
            const auto other = at(folder);
            ::_exit(!other && other.error().code == "vault.in_use" ? 0 : 1);
        }
        int status = 1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        v = tl::unexpected(Error{"test.closed", {}, {}});
        VERIFY_OK(at(folder));
    }

    void wrong_tries_are_slowed_down_across_restarts_and_a_clock_set_back()
    {
        const QString folder = newFolder();
        auto v = at(folder);
        VERIFY_OK(v->create(text(kPass), false));
        VERIFY_OK(v->lock());
        const std::vector<std::string> waits{"0", "0", "5", "10", "20"};
        for (const auto& wait : waits) {
            const auto answer = v->unlock(text(kOther));
            VERIFY_CODE(answer, "vault.wrong_passphrase");
            QCOMPARE(answer.error().args.front(), wait);
            v = tl::unexpected(Error{"test.closed", {}, {}});
            v = at(folder);
            const auto seconds = std::stoll(wait);
            if (seconds == 0) continue;
            const auto early = v->unlock(text(kPass)); // right, but not looked at
            VERIFY_CODE(early, "vault.wait");
            QCOMPARE(early.error().args.front(), wait);
            m_clock.advance(seconds * 1000 - 1);
            VERIFY_CODE(v->unlock(text(kPass)), "vault.wait");
            m_clock.advance(1);
        }
        m_clock.advance(-kDay);
        const auto back = v->unlock(text(kPass));
        VERIFY_CODE(back, "vault.wait");
        QCOMPARE(back.error().args.front(), std::string("20"));
        m_clock.advance(20'000);
        VERIFY_OK(v->unlock(text(kPass)));
        VERIFY_OK(v->lock());
        QCOMPARE(v->unlock(text(kOther)).error().args.front(), std::string("0")); // forgotten after success
        VERIFY_OK(v->unlock(text(kPass)));
    }

    void changing_the_passphrase_keeps_everything_and_shuts_out_the_old_one()
    {
        FakeKeychain keychain;
        auto v = at(newFolder(), &keychain);
        VERIFY_OK(v->create(text(kPass), true));
        const auto identity = identityOf(*v);
        VERIFY_CODE(v->changePassphrase(text(kOther), text("another long one")), "vault.wrong_passphrase");
        VERIFY_CODE(v->changePassphrase(text(kPass), text("abc")), "vault.weak_passphrase");
        VERIFY_OK(v->changePassphrase(text(kPass), text(kOther)));
        VERIFY_OK(v->lock());
        VERIFY_CODE(v->unlock(text(kPass)), "vault.wrong_passphrase");
        VERIFY_OK(v->unlock(text(kOther)));
        QVERIFY(identityOf(*v) == identity);
    }

    void staying_open_needs_no_passphrase_until_it_is_locked()
    {
        const QString folder = newFolder();
        FakeKeychain keychain;
        auto v = at(folder, &keychain);
        VERIFY_CODE(v->unlockWithKeychain(), "vault.absent");
        VERIFY_OK(v->create(text(kPass), true));
        QVERIFY(v->staysOpen() && !v->keychainTrouble());
        QCOMPARE(keychain.entries.size(), std::size_t{1});
        v = tl::unexpected(Error{"test.quit", {}, {}});
        v = at(folder, &keychain);
        VERIFY_OK(v->unlockWithKeychain());
        QCOMPARE(v->state(), VaultState::Open);
        const auto writes = keychain.writes;
        VERIFY_OK(v->lock());
        VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        v = tl::unexpected(Error{"test.quit", {}, {}});
        v = at(folder, &keychain);
        VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        QCOMPARE(keychain.writes, writes);
        const auto oldEntry = keychain.entries;
        VERIFY_OK(v->unlock(text(kPass))); // opens the slot again, under a new key
        QVERIFY(keychain.entries != oldEntry);
        v = tl::unexpected(Error{"test.quit", {}, {}});
        v = at(folder, &keychain);
        VERIFY_OK(v->unlockWithKeychain());
        VERIFY_CODE(v->setStayOpen(false, text(kOther)), "vault.wrong_passphrase");
        VERIFY_OK(v->setStayOpen(false, text(kPass)));
        QVERIFY(keychain.entries.empty() && !v->staysOpen());
        VERIFY_OK(v->lock());
        VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        VERIFY_OK(v->unlock(text(kPass)));
        QVERIFY(keychain.entries.empty());
        VERIFY_OK(v->setStayOpen(true, text(kPass)));
        QCOMPARE(keychain.entries.size(), std::size_t{1});
    }

    void a_keychain_that_fails_is_named_and_never_overwritten_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char* code : {"vault.keychain_absent", "vault.keychain_refused", "vault.keychain_slow", "vault.keychain_failed"})
            QTest::newRow(code) << QByteArray(code);
    }
    void a_keychain_that_fails_is_named_and_never_overwritten()
    {
        QFETCH(QByteArray, code);
        const std::string_view failing(code.constData());
        const QString folder = newFolder();
        FakeKeychain keychain;
        {
            auto v = at(folder, &keychain);
            VERIFY_OK(v->create(text(kPass), true));
        }
        const auto entries = keychain.entries;
        const auto slot = fileBytes(folder + "/slot");
        const int writes = keychain.writes;
        keychain.failing = failing;
        auto v = at(folder, &keychain);
        VERIFY_CODE(v->unlockWithKeychain(), failing);
        VERIFY_OK(v->unlock(text(kPass))); // the passphrase always opens
        QVERIFY(v->keychainTrouble().has_value());
        QCOMPARE(v->keychainTrouble()->code, failing);
        QVERIFY(v->staysOpen()); // the wish stands
        QVERIFY(keychain.entries == entries);
        QCOMPARE(keychain.writes, writes);
        QVERIFY(fileBytes(folder + "/slot") == slot);
        VERIFY_CODE(v->setStayOpen(true, text(kPass)), failing);
        VERIFY_OK(v->lock()); // closing does not need the keychain
        keychain.failing = {};
        VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        VERIFY_OK(v->unlock(text(kPass)));
        QVERIFY(!v->keychainTrouble());
        VERIFY_OK(v->lock());
        keychain.failing = failing;
        keychain.failWritesOnly = true;
        VERIFY_OK(v->unlock(text(kPass)));
        QCOMPARE(v->keychainTrouble()->code, failing);

        // A new persona is made although the keychain fails.
        auto fresh = at(newFolder(), &keychain);
        VERIFY_OK(fresh->create(text(kPass), true));
        QCOMPARE(fresh->keychainTrouble()->code, failing);
    }

    void a_wrong_or_missing_entry_only_closes_that_slot()
    {
        const QString folder = newFolder();
        FakeKeychain keychain;
        {
            auto v = at(folder, &keychain);
            VERIFY_OK(v->create(text(kPass), true));
        }
        const auto entries = keychain.entries;
        for (const Bytes& wrong : {Bytes(), Bytes(31, 1), Bytes(32, 1), Bytes(5000, 1)}) {
            keychain.entries.begin()->second = wrong;
            auto v = at(folder, &keychain);
            VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        }
        keychain.entries.clear();
        {
            auto v = at(folder, &keychain);
            VERIFY_CODE(v->unlockWithKeychain(), "vault.keychain_closed");
        }
        keychain.entries = entries;
        auto v = at(folder, &keychain);
        VERIFY_OK(v->unlockWithKeychain());
    }

    void every_flipped_byte_of_the_slot_file_is_an_error_or_without_effect()
    {
        const QString folder = newFolder();
        {
            auto v = at(folder);
            VERIFY_OK(v->create(text(kPass), false));
        }
        const auto good = fileBytes(folder + "/slot");
        QCOMPARE(good.size(), 4096);
        for (const int at_ : {0, 15, 16, 47, 48, 52, 56, 60, 63, 64, 88, 135, 136, 300, 4095}) {
            auto bad = good;
            bad[at_] = static_cast<char>(bad[at_] ^ 0x80);
            writeFile(folder + "/slot", bad);
            QFile::remove(folder + "/wait");
            auto v = at(folder);
            VERIFY_OK(v);
            const auto answer = v->unlock(text(kPass));
            QCOMPARE(answer.has_value(), at_ >= 136);
            if (!answer)
                QVERIFY2(answer.error().code == "vault.wrong_passphrase" || answer.error().code == "vault.damaged",
                         std::string(answer.error().code).c_str());
        }
        for (const auto& bad : {QByteArray(), good.left(4095), good + 'x'}) {
            writeFile(folder + "/slot", bad);
            VERIFY_CODE(at(folder), "vault.damaged");
        }
        QFile::remove(folder + "/slot");
        VERIFY_CODE(at(folder), "vault.damaged"); // never taken for a new profile
        writeFile(folder + "/slot", good);
        auto v = at(folder);
        VERIFY_OK(v->unlock(text(kPass)));
    }

    void the_slot_file_of_another_persona_does_not_open_this_one()
    {
        const QString a = newFolder(), b = newFolder();
        {
            auto va = at(a), vb = at(b);
            VERIFY_OK(va->create(text(kPass), false));
            VERIFY_OK(vb->create(text(kPass), false));
        }
        writeFile(a + "/slot", fileBytes(b + "/slot"));
        QFile::remove(a + "/wait");
        auto v = at(a);
        VERIFY_CODE(v->unlock(text(kPass)), "vault.damaged");
    }

    void a_damaged_database_says_so_and_a_slot_file_that_asks_for_the_moon_is_refused()
    {
        const QString folder = newFolder();
        {
            auto v = at(folder);
            VERIFY_OK(v->create(text(kPass), false));
        }
        auto data = fileBytes(folder + "/data");
        data[100] = static_cast<char>(data[100] ^ 1);
        writeFile(folder + "/data", data);
        auto v = at(folder);
        VERIFY_CODE(v->unlock(text(kPass)), "store.damaged");
    }

    void the_folder_holds_neutral_names_and_random_bytes_only()
    {
        const QString folder = newFolder();
        FakeKeychain keychain;
        auto v = at(folder, &keychain);
        VERIFY_OK(v->create(text(kPass), true));
        VERIFY_CODE(v->unlock(text(kOther)), "vault.wrong_passphrase");
        auto names = QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(names, (QStringList{"data", "data-wal", "lock", "slot", "wait"}));
        const auto entry = keychain.entries.begin()->first;
        QCOMPARE(entry.size(), std::size_t{32});
        for (const auto& name : names) {
            const auto bytes = fileBytes(folder + "/" + name);
            if (name == "lock") {
                QVERIFY(bytes.isEmpty());
                continue;
            }
            QVERIFY2(!bytes.contains(QByteArray(8, '\0')), qPrintable(name));
            // As many different bytes as chance gives: nothing structured shows.
            if (bytes.size() < 4096) continue;
            std::array<int, 256> seen{};
            for (const char c : bytes.left(4096)) ++seen[static_cast<unsigned char>(c)];
            QVERIFY2(*std::max_element(seen.begin(), seen.end()) < 48, qPrintable(name));
        }
        QCOMPARE(fileBytes(folder + "/wait").size(), 52);
        struct Mode {
            QString path;
        };
        QVERIFY(!(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!(QFileInfo(folder + "/data").permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void an_interrupted_creation_is_undone_or_finished()
    {
        const QString folder = newFolder();
        QDir().mkpath(folder);
        writeFile(folder + "/fresh", "half a database");
        writeFile(folder + "/slot-fresh", "half a slot");
        writeFile(folder + "/data-new17.1", "x");
        auto v = at(folder);
        VERIFY_OK(v);
        QCOMPARE(v->state(), VaultState::Absent);
        VERIFY_OK(v->create(text(kPass), false));
        v = tl::unexpected(Error{"test.quit", {}, {}});
        // Killed between the two names: the slot file is there under its first name.
        QVERIFY(QFile::rename(folder + "/slot", folder + "/slot-fresh"));
        v = at(folder);
        VERIFY_OK(v->unlock(text(kPass)));
    }

    void killed_anywhere_in_a_change_the_old_or_the_new_passphrase_opens()
    {
        const QString folder = newFolder();
        {
            auto v = at(folder);
            VERIFY_OK(v->create(text(kPass), false));
        }
        const int rounds = qEnvironmentVariableIntValue("BT_LONG") == 1 ? 200 : 20;
        for (int i = 0; i < rounds; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                auto v = at(folder);
                bool other = false;
                if (!v) ::_exit(1);
                if (!v->unlock(text(kPass))) other = true;
                for (;;) {
                    const auto done = v->changePassphrase(text(other ? kOther : kPass), text(other ? kPass : kOther));
                    if (!done) ::_exit(2);
                    other = !other;
                }
            }
            ::usleep(static_cast<useconds_t>(2000 + m_random.below(9000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            QFile::remove(folder + "/wait"); // the children's own guesses do not count here
            auto v = at(folder);
            VERIFY_OK(v);
            if (!v->unlock(text(kPass))) VERIFY_OK(v->unlock(text(kOther)));
        }
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
