// SPDX-License-Identifier: GPL-3.0-or-later
// After a whole journey nothing of it can be read in any file that it left: no text, name, identifier or time, however
// written. And a profile with three messages looks like one with three hundred.
#include "adversarial/journey.h"

#include "ipld/cid.h"

#include <QDirIterator>
#include <QProcess>

#include <cstring>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

struct Canary {
    QString what;
    QByteArray bytes;
};

//! The ways in which `text` could stand in a file: as it is, in UTF-16, in hexadecimal, in base64 at each alignment.
std::vector<Canary> written(const QString& what, const QByteArray& text)
{
    std::vector<Canary> out{{what + QStringLiteral(" as it is"), text},
                            {what + QStringLiteral(" in hex"), text.toHex()},
                            {what + QStringLiteral(" in HEX"), text.toHex().toUpper()}};
    const QString unicode = QString::fromUtf8(text);
    QByteArray little, big;
    for (const QChar c : unicode) {
        little.append(static_cast<char>(c.unicode() & 0xff)).append(static_cast<char>(c.unicode() >> 8));
        big.append(static_cast<char>(c.unicode() >> 8)).append(static_cast<char>(c.unicode() & 0xff));
    }
    if (text.size() < 200) {
        out.push_back({what + QStringLiteral(" in UTF-16LE"), little});
        out.push_back({what + QStringLiteral(" in UTF-16BE"), big});
    }
    for (int before = 0; before < 3; ++before) {
        // Characters that also depend on what stands before or behind are left out.
        const int head = before == 0 ? 0 : before + 1;
        const QByteArray padded = QByteArray(before, '\0') + text;
        for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray coded = padded.toBase64(option | QByteArray::OmitTrailingEquals);
            out.push_back({what + QStringLiteral(" in base64"), coded.mid(head, coded.size() - head - 2)});
        }
    }
    std::erase_if(out, [](const Canary& c) { return c.bytes.size() < 6; }); // shorter ones stand in any random bytes
    return out;
}

std::vector<Canary> number(const QString& what, std::int64_t value)
{
    QByteArray little(8, '\0'), big(8, '\0');
    for (int i = 0; i < 8; ++i) {
        little[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
        big[7 - i] = little[i];
    }
    return {{what + QStringLiteral(" as 8 bytes"), little}, {what + QStringLiteral(" as 8 bytes, big-endian"), big}};
}

//! Where canaries are found, each with the file. Looks into names of files too.
QStringList hits(const QString& folder, const std::vector<Canary>& canaries, int& files, qint64& bytes)
{
    QStringList found;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly)) return {QStringLiteral("cannot read ") + file.fileName()};
        const QByteArray content = file.readAll();
        ++files;
        bytes += content.size();
        const QByteArray name = file.fileName().mid(folder.size()).toUtf8();
        for (const auto& canary : canaries) {
            const auto in = [&](const QByteArray& where) { // memmem: tens of megabytes, hundreds of canaries
                return ::memmem(where.constData(), static_cast<std::size_t>(where.size()), canary.bytes.constData(),
                                static_cast<std::size_t>(canary.bytes.size())) != nullptr;
            };
            if (in(content) || in(name)) found << canary.what + QStringLiteral(": ") + QString::fromUtf8(name);
        }
    }
    return found;
}

QMap<QString, qint64> sizesIn(const QString& folder)
{
    QMap<QString, qint64> out;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        out.insert(all.filePath().mid(folder.size()), all.fileInfo().size());
    }
    return out;
}

QString describe(const QMap<QString, qint64>& sizes)
{
    QStringList out;
    for (auto it = sizes.cbegin(); it != sizes.cend(); ++it) out << QStringLiteral("%1=%2").arg(it.key()).arg(it.value());
    return out.join(QLatin1Char(' '));
}

} // namespace

class TestDiskSilence : public QObject
{
    Q_OBJECT

    static void add(std::vector<Canary>& to, std::vector<Canary> more) { to.insert(to.end(), more.begin(), more.end()); }
    static void addText(std::vector<Canary>& to, const char* what, const std::string& text)
    {
        if (!text.empty()) add(to, written(QLatin1String(what), QByteArray::fromStdString(text)));
    }
    //! Everything of a side that a finder could look for.
    static void addSide(std::vector<Canary>& to, const Side& side)
    {
        const auto s = side.now();
        addText(to, "name", s->persona.name);
        addText(to, "did", s->persona.id);
        addText(to, "did without its method", s->persona.id.substr(8));
        addText(to, "address", s->money.address);
        for (const auto& t : s->therapists) addText(to, "about", t.about);
        for (const auto& v : s->visits) {
            addText(to, "intake", v.intake);
            addText(to, "comment", v.ratingComment);
            addText(to, "peer", v.peerName);
            addText(to, "visit id", v.id);
            addText(to, "covenant id", v.covenantId);
            addText(to, "zone", v.peerZone);
            for (const auto at : {v.startsAt, v.endsAt}) {
                const auto utc = QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC);
                addText(to, "time in ms", std::to_string(at.value));
                addText(to, "time in s", std::to_string(at.value / 1000));
                addText(to, "time", utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm")).toStdString());
                addText(to, "time", utc.toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString());
                addText(to, "time", utc.toString(QStringLiteral("yyyyMMddTHHmm")).toStdString());
                add(to, number(QStringLiteral("time"), at.value));
            }
            for (const auto& step : v.steps) addText(to, "txid", step.txid);
        }
        const auto page = wait(side.engine->messages(s->threads.at(0).id, 0, 1000));
        QVERIFY(page.has_value());
        int carried = 0;
        for (const auto& m : *page) {
            if (m.kind == MessageKind::Text) addText(to, "chat", m.text);
            addText(to, "txid", m.txid);
            addText(to, "cid", m.cid);
            if (m.cid.empty()) continue;
            ++carried;
            const auto cid = ipld::parseCid(std::string_view(m.cid));
            QVERIFY(cid.has_value());
            add(to, {{QStringLiteral("digest of a block"), QByteArray(reinterpret_cast<const char*>(cid->digest.data()), 32)}});
        }
        QVERIFY(carried > 3);
    }
    //! `count` short texts from the patient; all have arrived. The sizes of the two profiles' files afterwards.
    static void talkAndMeasure(int count, QMap<QString, qint64>& open, QMap<QString, qint64>& closed)
    {
        TwoSides two;
        QCOMPARE(two.begin(), QString());
        QCOMPARE(two.book(two.slot()), QString());
        const auto mine = two.patient->visit().threadId, hers = two.therapist->visit().threadId;
        std::vector<Future<>> sent;
        for (int i = 0; i < count; ++i) sent.push_back(two.patient->engine->sendMessage(mine, "line " + std::to_string(i)));
        for (auto& one : sent) {
            QVERIFY(QTest::qWaitFor([&] { return one.isFinished(); }, 240'000));
            QCOMPARE(codeOf(one.result()), QString());
        }
        const auto arrived = [&] {
            const auto got = textsOf(*two.therapist, hers, false);
            return got ? got->size() : std::size_t(0);
        };
        const bool all = QTest::qWaitFor([&] { return arrived() == static_cast<std::size_t>(count); }, 60'000);
        QVERIFY2(all, qPrintable(QStringLiteral("%1 of %2 arrived; patient: %3; therapist: %4")
                                     .arg(arrived())
                                     .arg(count)
                                     .arg(onItsWay(*two.patient->now()), onItsWay(*two.therapist->now()))));
        QVERIFY(two.patient->until(atRest) && two.therapist->until(atRest));
        open = sizesIn(two.folder.path());
        two.patient->engine.reset();
        two.therapist->engine.reset();
        closed = sizesIn(two.folder.path());
    }

private slots:
    void nothing_of_a_journey_can_be_read_on_the_disk()
    {
        const QTemporaryDir folder;
        const QString seed = QStringLiteral("mulberry-lantern");
        QProcess journey;
        journey.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        journey.start(QStringLiteral(BT_KILL_CHILD), {folder.path(), seed});
        QVERIFY(journey.waitForFinished(400'000));
        const auto words1 = QString::fromUtf8(journey.readAllStandardOutput());
        QVERIFY2(words1.endsWith(QLatin1String("done\n")), qPrintable(words1));

        std::vector<Canary> canaries;
        {
            const auto world = NetworkWorld::practiceIn(networkFolder(folder.path()).toStdString());
            QVERIFY(world.has_value());
            const Side patient(*world, patientFolder(folder.path())), therapist(*world, therapistFolder(folder.path()));
            QCOMPARE(unlockSide(patient, kPatientPass), QString());
            QCOMPARE(unlockSide(therapist, kTherapistPass), QString());
            addSide(canaries, patient);
            addSide(canaries, therapist);
            addText(canaries, "passphrase", kPatientPass);
            addText(canaries, "a part of every chat text", seed.toStdString());
            int files = 0;
            qint64 bytes = 0; // while it is open: the write-ahead files are there
            QCOMPARE(hits(folder.path(), canaries, files, bytes), QStringList());
            QVERIFY(files >= 8);
        }
        int files = 0;
        qint64 bytes = 0;
        QCOMPARE(hits(folder.path(), canaries, files, bytes), QStringList());
        qInfo("canaries %d, files %d, bytes %lld, hits 0", static_cast<int>(canaries.size()), files, static_cast<long long>(bytes));

        // The finder finds: each canary in a file of its own kind.
        const QTemporaryDir open;
        for (std::size_t i = 0; i < canaries.size(); i += 7) {
            QFile file(open.filePath(QStringLiteral("f")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(4099, 'y') + canaries[i].bytes + QByteArray(77, 'z'));
            file.close();
            QVERIFY2(!hits(open.path(), {canaries[i]}, files, bytes).isEmpty(), qPrintable(canaries[i].what));
        }
        for (int before = 0; before < 9; ++before) { // whatever stands around it
            QFile file(open.filePath(QStringLiteral("f")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((QByteArray(before, 'q') + seed.toUtf8() + QByteArray(before, 'r')).toBase64());
            file.close();
            QVERIFY(!hits(open.path(), written(QStringLiteral("seed"), seed.toUtf8()), files, bytes).isEmpty());
        }
    }

    void three_messages_look_like_three_hundred()
    {
        QMap<QString, qint64> fewOpen, fewClosed, manyOpen, manyClosed;
        talkAndMeasure(3, fewOpen, fewClosed);
        if (QTest::currentTestFailed()) return;
        talkAndMeasure(300, manyOpen, manyClosed);
        if (QTest::currentTestFailed()) return;
        QVERIFY(fewOpen.size() >= 6);
        qInfo("open: %s; closed: %s", qPrintable(describe(manyOpen)), qPrintable(describe(manyClosed)));
        QCOMPARE(describe(manyClosed), describe(fewClosed));
        QCOMPARE(describe(manyOpen), describe(fewOpen));
    }
};

QTEST_GUILESS_MAIN(TestDiskSilence)
#include "tst_disk_silence.moc"
