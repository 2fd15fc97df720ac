// SPDX-License-Identifier: GPL-3.0-or-later
// What a newcomer stumbles over: controls that do nothing, a popup without its ground, a page without its button.
#include "page_states.h"
#include "page_window.h"

#include <QGuiApplication>
#include <QTest>

using namespace bt;
using namespace bt::test;

class TestNewcomerPages : public QObject
{
    Q_OBJECT
    static void press(PageWindow& w, const char* name)
    {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = w.find(QString::fromLatin1(name))) != nullptr, name);
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(w.window(), Qt::Key_Return);
    }

private slots:
    void what_a_guest_cannot_do_is_not_offered()
    {
        PageWindow w(guest());
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        press(w, "welcome-look");
        QTRY_VERIFY(w.find(QStringLiteral("helpNow")) != nullptr);
        QVERIFY(w.find(QStringLiteral("lock")) == nullptr); // there is nothing that could be closed
        w.setup.engine.publish([](service::Snapshot& n) { n = *emptyPatient(); });
        QTRY_VERIFY(w.find(QStringLiteral("lock")) != nullptr);
    }

    void the_practice_clock_opens_on_a_ground_as_high_as_its_buttons()
    {
        PageWindow w(emptyPatient());
        w.window()->requestActivate();
        QTRY_VERIFY(w.window()->isActive());
        press(w, "practice-clock");
        QQuickItem* last = nullptr;
        QTRY_VERIFY((last = w.find(QStringLiteral("clock-day"))) != nullptr);
        const QObject* popup = nullptr;
        for (const QObject* one : w.window()->findChildren<QObject*>())
            if (one->inherits("QQuickPopup") && one->property("opened").toBool()) popup = one;
        QVERIFY(popup != nullptr);
        const auto* ground = popup->property("background").value<QQuickItem*>();
        QVERIFY(ground != nullptr);
        const qreal foot = ground->mapToScene(QPointF(0, ground->height())).y();
        QTRY_VERIFY(last->mapToScene(QPointF(0, last->height())).y() < foot);
    }

    void the_page_that_sends_money_shows_its_button_before_there_is_an_amount()
    {
        PageWindow w(emptyPatient());
        w.go(QStringLiteral("pay"), QStringLiteral("send:"));
        QQuickItem* button = nullptr;
        QTRY_VERIFY((button = w.find(QStringLiteral("pay-confirm"))) != nullptr);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->property("text").toString(), QStringLiteral("Send money"));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QGuiApplication app(argc, argv);
    TestNewcomerPages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_newcomer_pages.moc"
