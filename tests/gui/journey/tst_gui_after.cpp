// SPDX-License-Identifier: GPL-3.0-or-later
// What comes after a visit, by keys in two windows: stars for everyone, a receipt that the program checks, a permission to
// read that is given, used, taken back and proved.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"
#include "service/consents/consents_view.h"
#include "service/ratings/ratings_view.h"
#include "service/receipts/receipts_view.h"
#endif

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

class TestGuiAfter : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    app::Driver* patient = nullptr;
    app::Driver* therapist = nullptr;

    struct Ran {
        int code = -1;
        QString out, err;
    };
    static Ran program(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(BT_PROGRAM), arguments);
        Ran ran;
        if (!process.waitForFinished(60'000)) process.kill();
        else ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        ran.out = QString::fromUtf8(process.readAllStandardOutput());
        ran.err = QString::fromUtf8(process.readAllStandardError());
        return ran;
    }
    static QString name(const char* text) { return QString::fromLatin1(text); }
    //! The only file of that form in the folder of the play; "" if there is none or several.
    [[nodiscard]] QString fileLike(const QString& pattern) const
    {
        const auto found = QDir(play->folder()).entryList({pattern}, QDir::Files);
        return found.size() == 1 ? QDir(play->folder()).filePath(found.front()) : QString();
    }
    bool focus(app::Driver& hand, const QString& item)
    {
        auto* there = hand.appears(item);
        if (there != nullptr) there->forceActiveFocus(Qt::TabFocusReason);
        return there != nullptr;
    }
    static const service::PublicRatingView* ratingIn(const Snapshot& s)
    {
        return s.ratings && s.ratings->visits.size() == 1 ? &s.ratings->visits.begin()->second : nullptr;
    }
    bool consent(Who who, service::ConsentStatus status)
    {
        return play->until(who, QStringLiteral("permission %1").arg(int(status)), [status](const Snapshot& s) {
            return s.consents && !s.consents->consents.empty() && s.consents->consents.front().status == status;
        });
    }

private slots:
    void init()
    {
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        auto& story = play->story();
        OK(story.open() && story.therapist() && story.booking() && story.answer() && story.talk() && story.visit() && story.afterwards());
        patient = &play->hand(Who::Patient);
        therapist = &play->hand(Who::Therapist);
    }
    void cleanup() { play.reset(); }

    void stars_for_everyone_are_released_later_and_stand_on_the_chain()
    {
        OK(play->openPastVisit(Who::Patient) && focus(*patient, name("visit-public-stars")));
        patient->key(Qt::Key_4, Qt::NoModifier, name("4"));
        OK(patient->press(name("visit-public-rate")));
        OK(play->until(Who::Patient, name("planned"), [](const Snapshot& s) {
            return ratingIn(s) != nullptr && ratingIn(s)->state == service::PublicRatingView::State::Scheduled;
        }));
        const auto until = ratingIn(*play->now(Who::Patient))->until;
        OK(play->clockPast(Who::Patient, until));
        OK(play->until(Who::Patient, name("released"),
                       [](const Snapshot& s) { return ratingIn(s)->state == service::PublicRatingView::State::Released; }));
        const auto did = play->now(Who::Therapist)->persona.id;
        for (const Who who : {Who::Patient, Who::Therapist})
            OK(play->until(who, name("counted"), [&](const Snapshot& s) {
                if (!s.ratings) return false;
                const auto it = s.ratings->therapists.find(did);
                return it != s.ratings->therapists.end() && it->second.count == 1 && it->second.average == 400 && !it->second.shown();
            }));
    }
    void a_receipt_is_asked_for_saved_and_checked_and_a_changed_one_does_not_hold()
    {
        OK(play->openPastVisit(Who::Patient) && patient->press(name("visit-receipt-ask")));
        OK(patient->appears(name("visit-receipt-file")) != nullptr);
        OK(patient->press(name("visit-receipt-pdf")));
        QTRY_VERIFY2(!fileLike(name("receipt-*.pdf")).isEmpty(), qPrintable(play->why()));
        OK(patient->type(name("visit-receipt-name"), name("Noor Haddad")) && patient->press(name("visit-receipt-file")));
        QTRY_VERIFY2(!fileLike(name("receipt-*.json")).isEmpty(), qPrintable(play->why()));
        const QString path = fileLike(name("receipt-*.json"));
        const auto good = program({name("verify"), path});
        QVERIFY2(good.code == 0, qPrintable(good.out + good.err));
        QVERIFY2(good.out.startsWith(name("HOLDS.")) && good.out.contains(name("Dr. Mariam Okonjo")) &&
                     good.out.contains(name("For:      Noor Haddad")) && !good.out.contains(name("Code:")),
                 qPrintable(good.out));

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const auto changed = [&](const QByteArray& from, const QByteArray& to) {
            QByteArray other = text;
            other.replace(from, to);
            QFile out(QDir(play->folder()).filePath(name("changed.json")));
            return other != text && out.open(QIODevice::WriteOnly) && out.write(other) == other.size();
        };
        const QStringList check{name("verify"), QDir(play->folder()).filePath(name("changed.json"))};
        QVERIFY(changed("Noor Haddad", "Noor Hadda"));
        auto bad = program(check);
        QVERIFY2(bad.code == 1 && bad.out.isEmpty() && bad.err.contains(name("name or the diagnosis code was not added")),
                 qPrintable(bad.out + bad.err));
        QVERIFY(changed("Mariam", "Miriam"));
        bad = program(check);
        QVERIFY2(bad.code == 1 && bad.out.isEmpty() && bad.err.startsWith(name("DOES NOT HOLD.")), qPrintable(bad.out + bad.err));
        QCOMPARE(program({name("verify")}).code, 2);
        QCOMPARE(program({name("verify"), QDir(play->folder()).filePath(name("none.json"))}).code, 2);
    }
    void a_permission_is_given_used_taken_back_and_proved()
    {
        OK(patient->press(name("place-messages")) && (patient->find(name("thread-compose")) || patient->press(name("thread-0"))));
        OK(patient->press(name("thread-consents")) && patient->press(name("record-0")));
        OK(patient->type(name("record-text-0"), name("Penicillin: allergic.")) && patient->press(name("record-save-0")));
        OK(focus(*patient, name("consent-0-0")));
        patient->key(Qt::Key_Return);
        OK(focus(*patient, name("consent-end-month1")));
        patient->key(Qt::Key_Space);
        OK(patient->press(name("accept")));
        OK(consent(Who::Patient, service::ConsentStatus::Live) && consent(Who::Therapist, service::ConsentStatus::Live));
        OK(play->until(Who::Therapist, name("reads"), [](const Snapshot& s) {
            return s.consents->shared.size() == 1 && s.consents->shared[0].text == "Penicillin: allergic.";
        }));
        const auto given = play->now(Who::Patient)->consents->consents.front();
        OK(play->clockPast(Who::Patient, given.grantedAt.plus(10 * 60'000)));

        OK(focus(*patient, name("consent-0-0")));
        patient->key(Qt::Key_Space);
        OK(patient->press(name("accept")));
        OK(consent(Who::Patient, service::ConsentStatus::TakenBack) && consent(Who::Therapist, service::ConsentStatus::TakenBack));
        OK(play->until(Who::Therapist, name("reads no more"), [](const Snapshot& s) { return s.consents->shared.empty(); }));

        OK(patient->press(name("consent-receipts")) && patient->press(name("consent-receipt-0")) &&
           patient->press(name("consent-proof-0")));
        QTRY_VERIFY2(!fileLike(name("consent-*.btproof")).isEmpty(), qPrintable(play->why()));
        // With who and what for closed, the file still says when; the program says what it can without a node.
        const QString proof = fileLike(name("consent-*.btproof"));
        const auto day = [](Millis at) {
            return QDateTime::fromMSecsSinceEpoch(at.value, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
        };
        const auto ended = play->now(Who::Patient)->consents->consents.front().endedAt;
        const auto was = program({name("verify-consent"), proof, name("--on"), day(given.grantedAt.plus(60'000))});
        QVERIFY2(was.code == 0, qPrintable(was.out + was.err));
        const auto isOver = program({name("verify-consent"), proof, name("--on"), day(ended.plus(60'000))});
        QVERIFY2(isOver.code == 1, qPrintable(isOver.out + isOver.err));
        QFile file(proof);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        text.replace(text.indexOf('2'), 1, "3");
        QFile other(QDir(play->folder()).filePath(name("changed.btproof")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(text) == text.size());
        other.close();
        const auto changed = program({name("verify-consent"), other.fileName()});
        QVERIFY2(changed.code == 4, qPrintable(changed.out + changed.err));
    }
};

int main(int argc, char** argv)
{
    TestGuiAfter test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_after.moc"
