// SPDX-License-Identifier: GPL-3.0-or-later
// A problem, and deciding for others: what is shown, what is asked of the core, what stays when that fails.
#include "decide_view_model.h"
#include "dispute_samples.h"
#include "dispute_view_model.h"
#include "model_setup.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bt;
using namespace bt::app;
using namespace bt::test;

class TestDisputeModels : public QObject
{
    Q_OBJECT
    QTemporaryDir folder;

private slots:
    void before_it_is_raised_the_page_says_what_it_costs_and_what_can_come_of_it()
    {
        Setup s(troubled(false));
        FakeDisputes door;
        s.engine.own.disputes = &door;
        DisputeViewModel model(s.context, folder.path());
        model.open(QStringLiteral("v1"));
        QVERIFY(model.there() && model.canRaise() && !model.raised() && !model.canLapse() && !model.canAsk());
        QVERIFY(model.stakeWords().contains(QStringLiteral("11.60")));
        QCOMPARE(model.outcomes().size(), 3);
        QVERIFY(model.outcomes().at(2).contains(QStringLiteral("14 day")) && model.outcomes().at(2).contains(QStringLiteral("71.60")));
        QCOMPARE(model.deciders().size(), 3);
        QVERIFY(model.chosenWords().startsWith(QStringLiteral("Nothing is chosen.")));
        model.makeFile(); // not before it is raised
        QVERIFY(door.calls.isEmpty());
        model.raise();
        QTRY_COMPARE(door.calls, QStringList{QStringLiteral("raise v1")});
    }

    void evidence_is_chosen_item_by_item_and_leaves_by_the_file_alone()
    {
        Setup s(troubled(true));
        FakeDisputes door;
        s.engine.own.disputes = &door;
        s.engine.stored = conversation();
        DisputeViewModel model(s.context, folder.path());
        model.open(QStringLiteral("v1"));
        QTRY_VERIFY(model.messages()->count() > 1);
        for (int i = 0; i < model.messages()->count(); ++i) QVERIFY(!model.messages()->row(i).value(QStringLiteral("chosen")).toBool());
        QVERIFY(!model.attendance() && !model.record() && !model.edited());
        model.choose(model.messages()->row(0).value(QStringLiteral("messageId")).toString(), true);
        model.chooseRecord(true);
        model.setWords(QStringLiteral("Nobody came."));
        QVERIFY(model.edited() && model.messages()->row(0).value(QStringLiteral("chosen")).toBool());
        QVERIFY(!model.messages()->row(1).value(QStringLiteral("chosen")).toBool());
        QVERIFY(model.chosenWords().startsWith(QStringLiteral("3 ")));
        s.engine.publish([](service::Snapshot&) {}); // news of the network do not undo it
        QVERIFY(model.edited() && model.words() == QStringLiteral("Nobody came."));
        model.makeFile();
        QTRY_COMPARE(door.calls, (QStringList{QStringLiteral("choose v1"), QStringLiteral("file v1")}));
        QVERIFY(door.chosen.record && !door.chosen.attendance && door.chosen.messages.size() == 1 && door.chosen.words == "Nobody came.");
        QTRY_VERIFY(QFile::exists(model.fileWhere()));
        QCOMPARE(model.fileParts().size(), 1);
        model.chooseRecord(false); // what was made is not what is chosen now
        QVERIFY(model.fileParts().isEmpty());
        door.answer = Error{"dispute.bad_evidence", {}, {}};
        model.keep();
        QTRY_VERIFY(model.errorText().contains(QStringLiteral("not there any more")));
        QVERIFY(model.edited());
    }

    void a_case_shows_both_sides_and_says_what_of_it_is_checked()
    {
        Setup s(troubled(true));
        FakeDisputes door;
        s.engine.own.disputes = &door;
        DecideViewModel model(s.context, folder.path());
        QCOMPARE(model.cases()->count(), 1);
        model.openText(QStringLiteral("BetterTherapy case 1\nAAAA"));
        QTRY_COMPARE(model.caseId(), QStringLiteral("c0ffee"));
        QCOMPARE(model.patientItems().size(), 3);
        QCOMPARE(model.patientItems().at(1).toMap().value(QStringLiteral("standing")).toString(), QStringLiteral("both sides show it"));
        QVERIFY(model.therapistItems().at(0).toMap().value(QStringLiteral("standing")).toString().contains(QStringLiteral("checked")));
        QVERIFY(model.placeWords().contains(QStringLiteral("named by the patient")));
        QVERIFY(model.canDecide() && !model.canSign() && !model.canSend() && !model.splitFits());
        model.setSplitText(QStringLiteral("1000"));
        QVERIFY(!model.splitFits());
        model.setSplitText(QStringLiteral("60"));
        QVERIFY(model.splitFits() && model.splitPreview().contains(QStringLiteral("to the patient")));
        model.decide();
        QTRY_VERIFY(door.calls.last().startsWith(QStringLiteral("decide c0ffee")));
    }

    void what_another_signed_is_signed_passed_on_or_sent()
    {
        Setup s(troubled(true, true));
        FakeDisputes door;
        s.engine.own.disputes = &door;
        DecideViewModel model(s.context, folder.path());
        model.openCase(QStringLiteral("c0ffee"));
        QVERIFY(model.canSign() && !model.canSend() && model.decisionWords().contains(QStringLiteral("to the patient")));
        model.sign();
        QTRY_COMPARE(door.calls, QStringList{QStringLiteral("sign c0ffee")});
        QTRY_VERIFY(!model.busy());
        model.makeFile();
        QTRY_VERIFY(QFile::exists(model.fileWhere()) && model.fileParts().size() == 1);
        s.engine.publish([](service::Snapshot& n) {
            auto all = std::make_shared<service::DisputesView>(*n.disputes);
            all->cases[0].decision->complete = true;
            n.disputes = all;
        });
        QVERIFY(!model.canSign() && model.canSend());
        model.send();
        QTRY_COMPARE(door.calls.last(), QStringLiteral("send c0ffee"));
        door.answer = Error{"case.moved", {}, {}};
        QTRY_VERIFY(!model.busy());
        model.send();
        QTRY_VERIFY(model.errorText().contains(QStringLiteral("has moved already")));
    }

    void a_file_may_be_named_by_where_it_lies_and_a_huge_one_is_not_read()
    {
        Setup s(troubled(true));
        FakeDisputes door;
        s.engine.own.disputes = &door;
        DecideViewModel model(s.context, folder.path());
        const QString path = folder.filePath(QStringLiteral("case.btcase"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("inside") == 6);
        file.close();
        model.openText(path);
        QTRY_COMPARE(door.calls, QStringList{QStringLiteral("open inside")});
        QTRY_VERIFY(!model.busy());
        model.openText(QStringLiteral("file://") + path);
        QTRY_COMPARE(door.calls.size(), 2);
        QTRY_VERIFY(!model.busy());
        model.openText(folder.filePath(QStringLiteral("none.btcase")));
        QVERIFY(model.errorText().contains(QStringLiteral("no file that can be read")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(2 * 1024 * 1024));
        file.close();
        model.openText(path);
        QVERIFY(model.errorText().contains(QStringLiteral("far too large")));
        QCOMPARE(door.calls.size(), 2);
    }
};

QTEST_MAIN(TestDisputeModels)
#include "tst_dispute_models.moc"
