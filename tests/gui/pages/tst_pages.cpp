// SPDX-License-Identifier: GPL-3.0-or-later
// Every page loads with snapshots of every phase, in light, dark, at 200 % and from right to left, without a word of
// complaint, and nothing on it lacks a name. With BT_SHOTS=FOLDER each is also saved as a picture.
#include "consent_samples.h"
#include "dispute_samples.h"
#include "page_states.h"
#include "page_window.h"
#include "ui/screenshot.h"

#include <QAccessible>
#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace bt;
using namespace bt::test;
using service::VisitPhase;

namespace {

struct Case {
    const char* name;
    const char* page; //!< route; "": whatever stands there
    const char* id;
    std::shared_ptr<service::Snapshot> (*start)();
    void (*act)(PageWindow&) = nullptr;
};

void lookAround(PageWindow& w) { w.window()->setProperty("looking", true); }
void toPaying(PageWindow& w)
{
    w.setup.engine.quoted = quote();
    w.app.booking()->begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
    w.app.booking()->next();
}
void toShort(PageWindow& w)
{
    w.setup.engine.quoted = quote();
    w.setup.engine.quoted.missing = {1'000'000'000};
    w.app.booking()->begin(QStringLiteral("did:key:m1"), static_cast<double>(at(8, 17).value));
    w.app.booking()->next();
}
void chooseAnswers(PageWindow& w)
{
    w.app.find()->toggleTopic(QStringLiteral("worry"));
    w.app.find()->toggleLanguage(QStringLiteral("de"));
    w.app.find()->toggleTime(QStringLiteral("evenings"));
}
void talk(PageWindow& w)
{
    w.setup.engine.stored = conversation();
    w.app.threads()->open(QStringLiteral("t1"));
}
std::shared_ptr<service::Snapshot> onMainnet()
{
    auto s = patient(VisitPhase::Accepted);
    s->network.name = "mainnet";
    s->network.money = service::MoneyKind::Real;
    s->network.maySpend = false;
    s->money.currency = "KAS";
    s->money.microsPerKas = 1'000'000;
    s->network.nodes = {{"own.example:18110", "node.online", true}, {"node.other-example.org:18110", "node.wrong_network", false}};
    return s;
}
std::shared_ptr<service::Snapshot> conflicted()
{
    auto s = patient(VisitPhase::Preparing);
    s->visits.front().trouble = "payment.conflict";
    s->visits.front().conflictOutbox = 7;
    service::OutboxView row;
    row.id = 7;
    row.what = "book";
    row.lastError = "payment.conflict";
    row.cancellable = row.replannable = true;
    s->outbox = {row};
    return s;
}
void typeNodes(PageWindow& w)
{
    w.door.refused = Error{"node.url_scheme", {"http://own.example"}, {}};
    w.app.network()->choose(2);
    w.app.network()->setUrls(QStringLiteral("http://own.example"));
    w.app.network()->test();
}
void testNode(PageWindow& w)
{
    service::NodeReport info;
    info.network = "testnet-10";
    info.nodeName = "own.example:18210";
    info.serverVersion = "2.1.0";
    w.door.found = info;
    w.app.network()->choose(2);
    w.app.network()->setUrls(QStringLiteral("ws://own.example"));
    w.app.network()->test();
}
void payContact(PageWindow& w)
{
    w.tokens.quoted.fee = {600'000};
    w.tokens.quoted.deposit = {50'000'000};
    w.tokens.quoted.left = 935 * kBtai;
    w.tokens.quoted.asksAddress = true;
    w.tokens.quoted.disclosure.known = true;
    w.app.pay()->setAmountText(QStringLiteral("12.50"));
}
void payAnswer(PageWindow& w)
{
    payContact(w);
    w.app.pay()->open(QStringLiteral("answer:r-open"));
}
void payRefused(PageWindow& w)
{
    w.tokens.refused = Error{"token.no_kas", {"50000000"}, {}};
    w.app.pay()->choose(2);
    w.app.pay()->setAddress(QStringLiteral("btaisim:qq0123456789"));
    w.app.pay()->setAmountText(QStringLiteral("12.50"));
}
void requests(PageWindow& w)
{
    w.setup.engine.stored = asking();
    w.app.threads()->open(QStringLiteral("t1"));
}
void toHours(PageWindow& w)
{
    if (auto* item = w.find(QStringLiteral("practice-pause-from-2"))) item->forceActiveFocus(Qt::TabFocusReason);
}
void chooseClient(PageWindow& w) { w.app.clients()->choose(QStringLiteral("did:key:p2")); }
void openCase(PageWindow& w) { w.app.decide()->openCase(QStringLiteral("c0ffee")); }

void showRequest(PageWindow& w) { w.app.rewards()->show(2); }

const Case kCases[] = {
    {"01-welcome", "", "", guest},
    {"14-locked", "", "", locked},
    {"02-find", "find", "", guest, chooseAnswers},
    {"02-find-open", "find", "", patientIn<VisitPhase::Accepted>},
    {"03-therapist", "therapist", "did:key:m1", guest},
    {"03-therapist-long", "therapist", "did:key:m1", longDays},
    {"03-therapist-expired", "therapist", "did:key:x4", guest},
    {"03-therapist-gone", "therapist", "did:key:none", guest},
    {"04-book-you", "book", "did:key:m1", guest},
    {"04-book-agreement", "book", "did:key:m1", patientIn<VisitPhase::Accepted>},
    {"04-book", "book", "did:key:m1", patientIn<VisitPhase::Accepted>, toPaying},
    {"04-book-both", "book", "did:key:m1", withTokens, toPaying},
    {"04-book-short", "book", "did:key:m1", patientIn<VisitPhase::Accepted>, toShort},
    {"05-today", "today", "", patientIn<VisitPhase::Accepted>},
    {"05-today-room", "today", "", patientIn<VisitPhase::InSession>},
    {"05-today-done", "today", "", patientIn<VisitPhase::Ended>},
    {"05-today-empty", "today", "", emptyPatient},
    {"06-calendar", "calendar", "", practiceIn<VisitPhase::Requested>},
    {"06-calendar-patient", "calendar", "", patientIn<VisitPhase::Requested>},
    {"07-practice-today", "today", "", practiceIn<VisitPhase::Requested>},
    {"07-practice-empty", "today", "", emptyPractice},
    {"08-thread", "messages", "", patientIn<VisitPhase::Accepted>, talk},
    {"08-thread-alone", "thread", "t1", patientIn<VisitPhase::Accepted>, talk},
    {"08-messages-empty", "messages", "", emptyPatient},
    {"09-room", "room", "v1", inside,
     [](PageWindow& w) {
         w.setup.engine.stored = conversation();
         w.setup.engine.publish([](service::Snapshot& n) { ++n.threads.front().revision; });
     }},
    {"09-room-lobby", "room", "v1", patientIn<VisitPhase::InSession>},
    {"09-room-over", "room", "v1", over},
    {"12-money", "money", "", patientIn<VisitPhase::Accepted>},
    {"12-money-empty", "money", "", emptyPatient},
    {"12-money-tokens", "money", "", withTokens},
    {"12-money-short", "money", "", shortOfKas},
    {"pay", "pay", "", withTokens, payContact},
    {"pay-ask", "pay", "ask:t1", withTokens, payContact},
    {"pay-answer", "pay", "answer:r-open", withTokens, payAnswer},
    {"pay-refused", "pay", "", withTokens, payRefused},
    {"08-thread-requests", "messages", "", withTokens, requests},
    {"visit-preparing", "visit", "v1", patientIn<VisitPhase::Preparing>},
    {"visit-requested", "visit", "v1", patientIn<VisitPhase::Requested>},
    {"visit-accepted", "visit", "v1", patientIn<VisitPhase::Accepted>},
    {"visit-committed", "visit", "v1", patientIn<VisitPhase::Committed>},
    {"visit-over", "visit", "v1", over},
    {"visit-split-asked", "visit", "v1", splitAsked},
    {"visit-disputed", "visit", "v1", patientIn<VisitPhase::Disputed>},
    {"visit-ended", "visit", "v1", patientIn<VisitPhase::Ended>},
    {"visit-missing", "visit", "none", patientIn<VisitPhase::Ended>},
    {"request", "visit", "v1", practiceIn<VisitPhase::Requested>},
    {"visit-claim", "visit", "v1", practiceIn<VisitPhase::InSession>},
    {"visit-rated", "visit", "v2", practiceIn<VisitPhase::Requested>},
    {"clients", "clients", "", practiceIn<VisitPhase::Requested>, chooseClient},
    {"practice", "practice", "", practiceIn<VisitPhase::Requested>},
    {"practice-hours", "practice", "", practiceIn<VisitPhase::Requested>, toHours},
    {"create-patient", "create", "", guest},
    {"create-therapist", "practise", "", guest},
    {"restore", "restore", "", guest},
    {"words", "words", "", patientIn<VisitPhase::Accepted>},
    {"settings", "settings", "", patientIn<VisitPhase::Accepted>},
    {"rewards", "rewards", "", withRewards, showRequest},
    {"rewards-announced", "rewards", "", rewardsAnnounced},
    {"rewards-none", "rewards", "", emptyPatient},
    {"network", "network", "", guest},
    {"network-wrong", "network", "", patientIn<VisitPhase::Accepted>, typeNodes},
    {"network-tested", "network", "", patientIn<VisitPhase::Accepted>, testNode},
    {"network-mainnet", "network", "", onMainnet},
    {"visit-conflict", "visit", "v1", conflicted},
    {"outbox-conflict", "outbox", "", conflicted},
    {"problem", "problem", "v1", problemAhead,
     [](PageWindow& w) {
         w.setup.engine.stored = conversation();
         w.app.dispute()->open(QStringLiteral("v1"));
     }},
    {"problem-raised", "problem", "v1", problemRaised},
    {"problem-none", "problem", "v1", patientIn<VisitPhase::Ended>},
    {"decide", "decide", "", problemRaised, openCase},
    {"decide-signed", "decide", "", problemDecided, openCase},
    {"decide-empty", "decide", "", emptyPatient},
    {"outbox", "outbox", "", practiceIn<VisitPhase::Requested>},
    {"outbox-empty", "outbox", "", emptyPatient},
    {"10-records", "records", "", withRecords},
    {"10-records-empty", "records", "", emptyPatient},
    {"11-consents", "consents", "", sharing},
    {"11-consents-nobody", "consents", "", emptyPatient},
    {"profile", "profile", "", profiled},
    {"profile-none", "profile", "", emptyPatient},
    {"profile-recovering", "profile", "", recovering},
    {"guardians", "guardians", "", profiled},
    {"how", "how", "", guest},
};

struct Dress {
    const char* name;
    ui::ThemeSettings::Look look;
    double scale;
    bool rtl;
    QSize size;
};
const Dress kDresses[] = {
    {"light", ui::ThemeSettings::Look::Light, 1.0, false, {1280, 800}},
    {"dark", ui::ThemeSettings::Look::Dark, 1.0, false, {1280, 800}},
    {"large", ui::ThemeSettings::Look::Light, 2.0, false, {1280, 800}},
    {"rtl", ui::ThemeSettings::Look::Light, 1.0, true, {1280, 800}},
    {"narrow", ui::ThemeSettings::Look::HighContrast, 1.0, false, {420, 860}},
};

//! What takes the keyboard must have a name for a screen reader.
void collectNameless(QQuickItem* item, QStringList& found)
{
    if (!item->isVisible()) return;
    if (item->activeFocusOnTab() && item->isEnabled()) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
        // Qt withholds the name of a password field; its label is in the description then.
        if (!face || (face->text(QAccessible::Name) + face->text(QAccessible::Description)).trimmed().isEmpty())
            found << QString::fromLatin1(item->metaObject()->className()) + QLatin1Char(' ') + item->objectName();
    }
    for (QQuickItem* child : item->childItems()) collectNameless(child, found);
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qRegisterMetaType<QList<QQmlError>>();
        QAccessible::setActive(true);
    }

    void a_page_loads_without_complaint_and_names_its_controls_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("dress");
        for (int i = 0; i < static_cast<int>(std::size(kCases)); ++i)
            for (int j = 0; j < static_cast<int>(std::size(kDresses)); ++j)
                QTest::addRow("%s %s", kCases[i].name, kDresses[j].name) << i << j;
    }

    void a_page_loads_without_complaint_and_names_its_controls()
    {
        QFETCH(int, page);
        QFETCH(int, dress);
        const Case& one = kCases[page];
        const Dress& worn = kDresses[dress];
        static QStringList log;
        log.clear();
        const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) { log << text; });
        QGuiApplication::setLayoutDirection(worn.rtl ? Qt::RightToLeft : Qt::LeftToRight);
        QStringList nameless;
        bool shown = false;
        {
            PageWindow w(one.start());
            QQuickWindow* window = w.window();
            shown = window != nullptr;
            if (window) {
                w.theme.setLook(worn.look);
                w.theme.setTextSize(worn.scale);
                // The window stands before its size changes, as with a person's hand at its edge.
                QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
                window->grabWindow();
                window->resize(worn.size);
                if (one.page[0] != '\0') {
                    if (w.app.gate() == app::AppViewModel::Gate::Guest) lookAround(w);
                    // As a person comes: the first page stands before the next is asked for.
                    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
                    window->grabWindow();
                    w.go(QString::fromLatin1(one.page), QString::fromLatin1(one.id), static_cast<double>(at(8, 17).value));
                }
                if (one.act) one.act(w);
                // Everything asynchronous here is a finished future: a few rounds of the loop settle it.
                for (int i = 0; i < 20; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
                const QByteArray folder = qgetenv("BT_SHOTS");
                if (!folder.isEmpty()) {
                    const QString file = QString::fromLocal8Bit(folder) +
                                         QStringLiteral("/%1-%2.png").arg(QLatin1String(one.name), QLatin1String(worn.name));
                    (void)ui::saveScreenshot(*window, file);
                } else window->grabWindow();
                collectNameless(window->contentItem(), nameless);
            }
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        qInstallMessageHandler(before);
        QVERIFY2(shown, qPrintable(log.join(QLatin1Char('\n'))));
        QVERIFY2(log.isEmpty(), qPrintable(log.join(QLatin1Char('\n'))));
        QVERIFY2(nameless.isEmpty(), qPrintable(QStringLiteral("without a name: ") + nameless.join(QStringLiteral(", "))));
    }

    //! Focuses an item as Tab would and presses a key there.
    static void press(PageWindow& w, const char* name, int key = Qt::Key_Return)
    {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
        QTRY_VERIFY2(item->isEnabled(), name);
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(w.window(), static_cast<Qt::Key>(key));
    }

    void a_guest_gets_from_the_first_page_to_the_price_by_keys_alone()
    {
        PageWindow w(guest());
        w.setup.engine.quoted = quote();
        QQuickWindow* window = w.window();
        window->requestActivate();
        QTRY_VERIFY(window->isActive());
        QTest::keyClick(window, Qt::Key_Return); // "Look around" has the focus
        press(w, "find-row-0-open", Qt::Key_Down);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("find-row-1-open"));
        QTest::keyClick(window, Qt::Key_Home);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("find-row-0-open"));
        QTest::keyClick(window, Qt::Key_Return);
        const QByteArray slot = "slot-" + QByteArray::number(at(8, 17).value);
        press(w, slot, Qt::Key_Space);
        QTRY_COMPARE(w.app.therapistPage()->bookWords(), QStringLiteral("Book Tue 8 Dec, 17:00"));
        QTest::keyClick(window, Qt::Key_Left); // the day before
        press(w, "therapist-book");
        QTRY_VERIFY(w.find(QStringLiteral("create-name")) != nullptr);
        w.setup.engine.publish([](service::Snapshot& n) { n = *emptyPatient(); });
        press(w, "book-next");
        QTRY_VERIFY(w.find(QStringLiteral("book-confirm")) != nullptr);
        QCOMPARE(window->activeFocusItem()->objectName(), QStringLiteral("book-when")); // not on a button that went with its step
        QTest::keyClick(window, Qt::Key_Escape);                                        // back by one step, not out of the booking
        press(w, "book-next");
        press(w, "book-confirm");
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("book did:key:m1")));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void the_network_is_chosen_by_keys_alone_and_real_money_asks_first()
    {
        PageWindow w(onMainnet());
        QQuickWindow* window = w.window();
        window->requestActivate();
        QTRY_VERIFY(window->isActive());
        QTRY_VERIFY(w.find(QStringLiteral("today")) != nullptr);
        w.go(QStringLiteral("settings"));
        press(w, "settings-network");
        QTRY_VERIFY(w.find(QStringLiteral("network-now")) != nullptr);
        press(w, "network-spending");
        QTRY_VERIFY(w.find(QStringLiteral("reject")) != nullptr);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("reject")); // never on what takes away
        press(w, "accept");
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("setSpending on")));
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        QQuickItem* choice = nullptr;
        QTRY_VERIFY((choice = w.find(QStringLiteral("network-choice"))) != nullptr);
        choice->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Down); // practice stands first in this door: the next is simnet
        QTRY_COMPARE(w.app.network()->network(), 1);
        QQuickItem* urls = nullptr;
        QTRY_VERIFY((urls = w.find(QStringLiteral("network-urls"))) != nullptr);
        urls->forceActiveFocus(Qt::TabFocusReason);
        for (const char c : QByteArray("ws://127.0.0.1:18510")) QTest::keyClick(window, c);
        QTRY_COMPARE(w.app.network()->urls(), QStringLiteral("ws://127.0.0.1:18510"));
        press(w, "network-test", Qt::Key_Space);
        QTRY_VERIFY(w.door.calls.contains(QStringLiteral("test simnet")));
        QTRY_COMPARE(w.app.network()->state(), app::NetworkViewModel::State::Failed); // nobody answers this door
        press(w, "network-use", Qt::Key_Space);
        QTRY_VERIFY(w.door.calls.contains(QStringLiteral("use simnet ws://127.0.0.1:18510")));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void escape_goes_back_alt_and_a_figure_goes_to_a_place_and_a_toast_leads_on()
    {
        PageWindow w(patient(VisitPhase::Requested));
        QQuickWindow* window = w.window();
        window->requestActivate();
        QTRY_VERIFY(window->isActive());
        QTRY_VERIFY(w.find(QStringLiteral("today")) != nullptr);
        QTest::keyClick(window, Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(w.find(QStringLiteral("money")) != nullptr);
        press(w, "money-visit");
        QTRY_VERIFY(w.find(QStringLiteral("visit-cancel")) != nullptr);
        press(w, "visit-cancel");
        QTRY_VERIFY(w.find(QStringLiteral("reject")) != nullptr);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("reject")); // never on what takes away
        press(w, "accept");
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("cancelVisit v1")));
        QTRY_VERIFY(w.find(QStringLiteral("toast")) != nullptr);
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        w.find(QStringLiteral("visit"))->forceActiveFocus();
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(w.find(QStringLiteral("visit")) == nullptr);
        QTRY_VERIFY(w.find(QStringLiteral("money")) != nullptr);
        QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(w.setup.engine.calls.contains(QStringLiteral("lock")));
        w.setup.engine.publish([](service::Snapshot& n) { n = *locked(); });
        QTRY_VERIFY(w.find(QStringLiteral("passphrase")) != nullptr);
        QVERIFY(w.find(QStringLiteral("money")) == nullptr); // nothing of the open profile stays in the window
        QTest::keyClick(window, Qt::Key_F1);
        QTRY_VERIFY(w.find(QStringLiteral("closeHelp")) != nullptr);
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QGuiApplication app(argc, argv);
    TestPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pages.moc"
