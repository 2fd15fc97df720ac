// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions, public profiles and guardians in the window, by keys alone.
#include "consent_samples.h"
#include "page_window.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QTest>

using namespace bt;
using namespace bt::test;

class TestConsentPages : public QObject
{
    Q_OBJECT

    //! Focuses an item as Tab would and presses a key there.
    static void press(PageWindow& w, const char* name, int key = Qt::Key_Return)
    {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
        QTRY_VERIFY2(item->isEnabled(), name);
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(w.window(), static_cast<Qt::Key>(key));
    }

private slots:
    void initTestCase()
    {
        qRegisterMetaType<QList<QQmlError>>();
        QAccessible::setActive(true);
    }

    void a_permission_is_given_and_taken_back_by_keys_alone()
    {
        FakeConsentsDoor door;
        PageWindow w(sharing());
        w.setup.engine.own.consents = &door;
        QQuickWindow* window = w.window();
        window->requestActivate();
        QTRY_VERIFY(window->isActive());
        QTRY_VERIFY(w.find(QStringLiteral("today")) != nullptr);
        w.go(QStringLiteral("consents"));
        QQuickItem* cell = nullptr;
        QTRY_VERIFY((cell = w.find(QStringLiteral("consent-0-0"))) != nullptr);
        cell->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Down); // Tomasz, health notes: off
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("consent-1-0"));
        QTest::keyClick(window, Qt::Key_Space);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("consent-end-months3")); // the end first, three months
        QTest::keyClick(window, Qt::Key_Up);
        QTRY_COMPARE(w.app.consents()->end(), QStringLiteral("month1"));
        press(w, "accept");
        QTRY_COMPARE(door.calls, QStringList{QStringLiteral("grant t2 health")});
        QVERIFY(door.until > kNow.plus(27 * kDay) && door.until < kNow.plus(33 * kDay));
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("consent-1-0")); // back where it was opened
        QTest::keyClick(window, Qt::Key_Up);                                                  // Mariam, health notes: stands
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("consent-0-0"));
        QTest::keyClick(window, Qt::Key_Space);
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("reject")); // never on what takes away
        press(w, "accept");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("takeBack t1 health"));
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        cell = w.find(QStringLiteral("consent-0-0"));
        cell->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Return); // Enter opens the end
        QTRY_VERIFY(w.find(QStringLiteral("consent-take-back")) != nullptr);
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(w.find(QStringLiteral("consent-take-back")) == nullptr);
        // What there is to read is written, and a proof is saved.
        press(w, "record-1", Qt::Key_Space);
        QQuickItem* area = nullptr;
        QTRY_VERIFY((area = w.find(QStringLiteral("record-text-1"))) != nullptr);
        area->forceActiveFocus(Qt::TabFocusReason);
        for (const char c : QByteArray("slept")) QTest::keyClick(window, c);
        press(w, "record-save-1");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("write diary slept"));
        press(w, "consent-receipts", Qt::Key_Space);
        press(w, "consent-receipt-0", Qt::Key_Space);
        press(w, "consent-proof-whom-0", Qt::Key_Space);
        press(w, "consent-proof-0");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("saveProof c1 0 1"));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }

    void a_profile_is_published_and_guardians_sign_by_keys_alone()
    {
        FakeProfileDoor door;
        door.shown = {true, "Mariam Okonjo", {{"Training", "Behavioural therapy, Berlin 2009.", false}}, true, kNow};
        door.asked = {"Noor", "did:kaspa:practice:dd", std::string(64, '9'), 1, 2, false, false, true, 2 * kDay};
        PageWindow w(profiled());
        w.setup.engine.own.profile = &door;
        QQuickWindow* window = w.window();
        window->requestActivate();
        QTRY_VERIFY(window->isActive());
        QTRY_VERIFY(w.find(QStringLiteral("today")) != nullptr);
        w.go(QStringLiteral("profile"));
        QTRY_COMPARE(door.calls.first(), QStringLiteral("viewAs "));
        QTRY_VERIFY(w.find(QStringLiteral("profile-shown-0")) != nullptr);
        QVERIFY(w.find(QStringLiteral("profile-shown-1")) == nullptr);
        press(w, "profile-add");
        QQuickItem* label = nullptr;
        QTRY_VERIFY((label = w.find(QStringLiteral("profile-label-2"))) != nullptr);
        label->forceActiveFocus(Qt::TabFocusReason);
        for (const char c : QByteArray("tea")) QTest::keyClick(window, c);
        press(w, "profile-publish");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("publish 3"));
        press(w, "profile-end");
        QTRY_COMPARE(window->activeFocusItem()->objectName(), QStringLiteral("reject"));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(w.find(QStringLiteral("reject")) == nullptr);
        press(w, "profile-guardians");
        QTRY_VERIFY(w.find(QStringLiteral("guardians-in-force")) != nullptr);
        press(w, "guardian-ask-1");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("askGuardian t2"));
        press(w, "guardian-choose-0", Qt::Key_Space);
        QTRY_VERIFY(!w.app.guardians()->fits()); // two of one cannot agree
        w.app.guardians()->setNeeded(1);
        press(w, "guardians-set");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("setGuardians 1 1"));
        press(w, "guarded-yes-1");
        QTRY_VERIFY(door.calls.last().endsWith(QStringLiteral(" yes")));
        press(w, "recovery-open", Qt::Key_Space);
        QQuickItem* text = nullptr;
        QTRY_VERIFY((text = w.find(QStringLiteral("recovery-text"))) != nullptr);
        text->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, 'x');
        press(w, "recovery-read");
        press(w, "recovery-sign");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("signRecovery"));
        press(w, "recovery-send");
        QTRY_COMPARE(door.calls.last(), QStringLiteral("sendRecovery"));
        QVERIFY2(w.complaints.isEmpty(), qPrintable(w.complaints.join(QLatin1Char('\n'))));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QGuiApplication app(argc, argv);
    TestConsentPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_consent_pages.moc"
