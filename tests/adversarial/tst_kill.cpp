// SPDX-License-Identifier: GPL-3.0-or-later
// Whole journeys whose process dies by SIGKILL at random instants and is started again: nothing is lost, nothing
// happens twice. 20 kills; 200 with BT_LONG=1. BT_SEED=n repeats a run's choices (the machine's timing stays its own).
#include "adversarial/journey.h"

#include "ledger/network.h"
#include "vault/vault.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSet>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestKill : public QObject
{
    Q_OBJECT

    struct Acks {
        QSet<QString> patient, therapist;
    };
    struct Plan {
        bool early = false; // after a delay from the start: this is where recovery is hit
        int lines = 0;      // else after so many printed lines
        int extraMs = 0;    // and then so much later
    };

    SeededRandom m_random{20261123};
    std::uint64_t m_seed = 20261123;
    int m_wanted = 20, m_kills = 0, m_inRecovery = 0, m_journeys = 0, m_starts = 0;
    qint64 m_openMs = 600; // how long a start takes until both are open, as seen so far

    [[nodiscard]] int below(int bound) { return static_cast<int>(m_random.below(static_cast<std::uint64_t>(bound))); }
    [[nodiscard]] Plan plan(bool again)
    {
        Plan p;
        p.early = again ? below(3) == 0 : below(2) == 0; // the making of the personas is an instant like any other
        p.lines = 1 + below(9);
        p.extraMs = !p.early ? below(60) : again ? below(static_cast<int>(m_openMs) + 50) : below(400);
        return p;
    }

    // One life of the program. \returns true if it came to its end; `why` says what is wrong, if anything is.
    bool oneLife(const QString& folder, bool mayKill, Acks& acks, QString& why)
    {
        const bool again = QFile::exists(therapistFolder(folder) + QStringLiteral("/slot"));
        const auto p = plan(again);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        child.start(QStringLiteral(BT_KILL_CHILD), {folder, QString::number(m_seed)});
        ++m_starts;
        qint64 killAt = mayKill && p.early ? p.extraMs : -1;
        int lines = 0;
        bool opened = false, done = false, killed = false;
        const auto take = [&] {
            while (child.canReadLine()) {
                const QString line = QString::fromUtf8(child.readLine()).trimmed();
                ++lines;
                if (line.startsWith(QLatin1String("ack p "))) acks.patient.insert(line.mid(6));
                if (line.startsWith(QLatin1String("ack t "))) acks.therapist.insert(line.mid(6));
                if (line.startsWith(QLatin1String("fail "))) why = line;
                if (line == QLatin1String("done")) done = true;
                if (line == QLatin1String("step open")) {
                    opened = true;
                    if (again) m_openMs = (3 * m_openMs + timer.elapsed()) / 4;
                }
            }
        };
        while (child.state() != QProcess::NotRunning && timer.elapsed() < 400'000) {
            child.waitForReadyRead(killAt >= 0 ? static_cast<int>(std::max<qint64>(1, killAt - timer.elapsed())) : 1000);
            take();
            if (mayKill && !p.early && killAt < 0 && lines >= p.lines) killAt = timer.elapsed() + p.extraMs;
            if (killAt < 0 || timer.elapsed() < killAt || done || !why.isEmpty()) continue;
            child.kill(); // SIGKILL
            killed = true;
            break;
        }
        if (!killed && child.state() != QProcess::NotRunning) {
            why = QStringLiteral("the journey stands still");
            child.kill();
        }
        child.waitForFinished(30'000);
        take(); // what was printed before the kill counts
        if (killed && child.exitStatus() == QProcess::CrashExit) {
            ++m_kills;
            if (again && !opened) ++m_inRecovery;
        } else if (why.isEmpty() && !done) {
            why = QStringLiteral("the program ended with %1 by itself").arg(child.exitCode());
        }
        return done;
    }

    static QString integrity(const QString& folder, const char* passphrase)
    {
        const SystemClock clock;
        SystemRandom random;
        vault::VaultOptions options;
        options.folder = folder.toStdString();
        auto vault = vault::Vault::at(options, clock, random, nullptr);
        if (!vault) return codeOf(vault);
        if (auto opened = vault->unlock(words(passphrase)); !opened) return codeOf(opened);
        return codeOf(vault->database().integrityCheck());
    }
    static QString networkIntegrity(const QString& file)
    {
        auto db = store::Database::open({.path = file.toStdString(), .exclusive = false, .create = false},
                                        ledger::practiceFileKey(ledger::practiceNetwork()));
        return db ? codeOf(db->integrityCheck()) : codeOf(db);
    }
    static QString exactlyOnce(const QSet<QString>& acknowledged, const Side& reader, std::size_t& texts)
    {
        const auto got = textsOf(reader, reader.visit().threadId, false);
        if (!got) return codeOf(got);
        QHash<QString, int> count;
        for (const auto& m : *got) ++count[QString::fromStdString(m.text)];
        for (auto it = count.cbegin(); it != count.cend(); ++it)
            if (it.value() != 1) return QStringLiteral("'%1' arrived %2 times").arg(it.key()).arg(it.value());
        for (const auto& text : acknowledged)
            if (!count.contains(text)) return QStringLiteral("'%1' was taken and never arrived").arg(text);
        texts = got->size();
        return {};
    }

    void check(const QString& folder, const Acks& acks)
    {
        QCOMPARE(integrity(patientFolder(folder), kPatientPass), QString());
        QCOMPARE(integrity(therapistFolder(folder), kTherapistPass), QString());
        QCOMPARE(networkIntegrity(networkFolder(folder) + QStringLiteral("/n1")), QString());
        QCOMPARE(networkIntegrity(networkFolder(folder) + QStringLiteral("/n2")), QString());

        const auto world = NetworkWorld::practiceIn(networkFolder(folder).toStdString());
        QVERIFY(world.has_value());
        const Side patient(*world, patientFolder(folder)), therapist(*world, therapistFolder(folder));
        QCOMPARE(unlockSide(patient, kPatientPass), QString());
        QCOMPARE(unlockSide(therapist, kTherapistPass), QString());
        QVERIFY(patient.until(atRest) && therapist.until(atRest));
        const auto p = patient.now(), t = therapist.now();
        QCOMPARE(p->visits.size(), std::size_t(1));
        QCOMPARE(t->visits.size(), std::size_t(1));
        QCOMPARE(p->visits[0].id, t->visits[0].id);
        QCOMPARE(p->visits[0].ending, VisitEnding::Completed);
        QCOMPARE(t->visits[0].ending, VisitEnding::Completed);
        QCOMPARE(t->visits[0].rating, 5);
        QCOMPARE(t->visits[0].ratingComment, std::string(kComment));
        // The price went from one to the other, once and exactly; what else is missing are fees, and both know them.
        QCOMPARE(gainOf(*p), -static_cast<std::int64_t>(kJourneyPrice));
        QCOMPARE(gainOf(*t), static_cast<std::int64_t>(kJourneyPrice));
        QVERIFY(feesOf(*p) + feesOf(*t) < kas(1).value);
        std::size_t hers = 0, theirs = 0;
        QCOMPARE(exactlyOnce(acks.patient, therapist, hers), QString());
        QCOMPARE(exactlyOnce(acks.therapist, patient, theirs), QString());
        QCOMPARE(hers, std::size_t(12));
        QCOMPARE(theirs, std::size_t(12));
        QVERIFY(allDelivered(patient) && allDelivered(therapist));
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIntValue("BT_LONG") == 1) m_wanted = 200;
        if (const auto seed = qEnvironmentVariable("BT_SEED").toULongLong(); seed != 0) m_seed = seed;
        m_random = SeededRandom(m_seed);
    }
    void journeys_survive_kills_at_any_instant()
    {
        constexpr int kKillsAJourney = 10;
        while (m_kills < m_wanted) {
            const QTemporaryDir folder;
            QVERIFY(folder.isValid());
            const int quota = std::min(m_wanted, m_kills + kKillsAJourney);
            Acks acks;
            QString why;
            while (!oneLife(folder.path(), m_kills < quota, acks, why)) {
                if (why.isEmpty()) continue;
                QFAIL(
                    qPrintable(QStringLiteral("%1 (journey %2, kill %3, seed %4)").arg(why).arg(m_journeys + 1).arg(m_kills).arg(m_seed)));
            }
            ++m_journeys;
            check(folder.path(), acks);
            if (QTest::currentTestFailed()) {
                qInfo("journey %d, kills %d, seed %llu", m_journeys, m_kills, static_cast<unsigned long long>(m_seed));
                return;
            }
        }
        QVERIFY(m_inRecovery >= m_wanted / 20);
    }
    void cleanupTestCase()
    {
        qInfo("kills %d (during recovery %d), starts %d, journeys %d, seed %llu", m_kills, m_inRecovery, m_starts, m_journeys,
              static_cast<unsigned long long>(m_seed));
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
