// SPDX-License-Identifier: GPL-3.0-or-later
// The windows in other dresses: the pseudo-language (a text without its marks never reached a translator), from right
// to left, letters twice as large, a narrow window. Nothing is cut, nothing complains, what takes the keys has a name.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "play.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QRegularExpression>

#include <set>
#endif

using namespace bt;
using namespace bt::test;

#define OK(act) QVERIFY2(act, qPrintable(play->why()))

namespace {

QStringList complaints;

void listen(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    // The offscreen platform has no stack of windows; that is no complaint about ours.
    if (type == QtDebugMsg || type == QtInfoMsg || text.contains(QLatin1String("This plugin does not support"))) return;
    complaints << text;
}

struct Dress {
    const char* name;
    double scale;
    bool rightToLeft;
    QSize size;
};
constexpr Dress kDresses[] = {
    {"wide", 1.0, false, {1280, 800}},
    {"right to left", 1.0, true, {1280, 800}},
    {"large and narrow", 2.0, false, {600, 900}},
    {"large, narrow, right to left", 2.0, true, {600, 900}},
};

//! What stands on the screen of a window: cut texts, nameless controls, texts that no translator could reach.
class Look
{
public:
    Look(QQuickWindow* window, QString where, bool pseudo) : m_where(std::move(where)), m_pseudo(pseudo), m_width(window->width())
    {
        walk(window->contentItem(), false);
    }
    std::set<QString> found;

private:
    void walk(QQuickItem* item, bool slides)
    {
        if (!item->isVisible() || item->opacity() == 0) return;
        if (item->inherits("QQuickText")) text(*item, slides);
        if (item->activeFocusOnTab() && item->isEnabled()) named(*item);
        // A row that moves sideways shows more than the window is wide.
        const bool sideways = slides || (item->inherits("QQuickFlickable") && item->property("contentWidth").toReal() > item->width() + 1);
        for (auto* child : item->childItems()) walk(child, sideways);
    }
    void named(QQuickItem& item)
    {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&item);
        // Qt withholds the name of a password field; its label is in the description then.
        const QString name = face ? (face->text(QAccessible::Name) + face->text(QAccessible::Description)).trimmed() : QString();
        // Its words may hang out of it and look right.
        if (item.width() <= 0 || item.height() <= 0) note(QStringLiteral("no room to be pressed: %1").arg(item.objectName()));
        if (name.isEmpty())
            note(QStringLiteral("no name for a screen reader: %1 %2")
                     .arg(QString::fromLatin1(item.metaObject()->className()), item.objectName()));
        else if (face->role() != QAccessible::EditableText) translated(name, QStringLiteral("spoken"));
    }
    void text(QQuickItem& item, bool slides)
    {
        const QString words = item.property("text").toString();
        if (words.trimmed().isEmpty() || item.width() <= 0) return;
        translated(words, QStringLiteral("written"));
        const bool elides = item.property("elide").toInt() != Qt::ElideNone;
        if (!elides && item.property("contentHeight").toReal() > item.height() + 1.5)
            note(QStringLiteral("cut below (%1 of %2): %3").arg(item.height()).arg(item.property("contentHeight").toReal()).arg(words));
        if (!elides && item.property("contentWidth").toReal() > item.width() + 1.5)
            note(QStringLiteral("cut at the side (%1 of %2): %3").arg(item.width()).arg(item.property("contentWidth").toReal()).arg(words));
        if (slides) return;
        const qreal left = item.mapToScene(QPointF(0, 0)).x();
        const qreal right = item.mapToScene(QPointF(item.width(), 0)).x();
        if (std::min(left, right) < -1 || std::max(left, right) > m_width + 1)
            note(QStringLiteral("beyond the window (%1 to %2): %3").arg(left).arg(right).arg(words));
    }
    void translated(QString words, const QString& how)
    {
        if (!m_pseudo) return;
        const QString whole = words;
        static const QRegularExpression marked(QStringLiteral("\\[[^\\[\\]]*\\]"));
        while (words.contains(marked)) words.remove(marked); // from the inside out: a text may be part of another
        // People's names and words, coins, units, dates and figures of the locale, time zones, keys and ids.
        static const QRegularExpression free(
            QStringLiteral("Dr\\. Mariam Okonjo|Noor|Worry, sleep and life changes\\. I ask much and judge nothing\\.|"
                           "I lie awake on Sundays\\. It began with the new job\\.|\\bBT\\b|"
                           "\\b(KAS|BTAI|EUR|UTC|GMT|CET|CEST|WET|WEST|Ctrl|Esc|F1|did:key:\\w+|kaspa\\w*:\\w+|[0-9a-f]{8,}…?|[A-Z][a-z]+/"
                           "[A-Z][A-Za-z_]+)\\b|"
                           "\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\b|\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b"));
        words.remove(free);
        static const QRegularExpression letters(QStringLiteral("\\p{L}{2,}"));
        if (words.contains(letters)) note(QStringLiteral("not for translators (%1): %2").arg(how, whole));
    }
    void note(const QString& what) { found.insert(m_where + QStringLiteral(": ") + what); }
    QString m_where;
    bool m_pseudo;
    qreal m_width;
};

} // namespace

class TestGuiDress : public QObject
{
    Q_OBJECT
    std::unique_ptr<Play> play;
    std::set<QString> m_found;

    static QString name(const char* text) { return QString::fromLatin1(text); }
    void speak(const QString& code)
    {
        for (const Who who : {Who::Patient, Who::Therapist}) emit play->host(who).model().settings()->languageChosen(code);
    }
    void settle(QQuickWindow* window)
    {
        // Layouts and loaders finish with the frame that shows them.
        QSignalSpy frames(window, &QQuickWindow::frameSwapped);
        for (int i = 1; i <= 2; ++i) {
            window->update();
            QTRY_VERIFY(frames.count() >= i);
        }
    }
    void look(Who who, const QString& where, bool pseudo = true)
    {
        settle(play->host(who).window());
        const Look seen(play->host(who).window(), where, pseudo);
        m_found.insert(seen.found.begin(), seen.found.end());
    }
    void wear(const Dress& dress)
    {
        QGuiApplication::setLayoutDirection(dress.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        for (const Who who : {Who::Patient, Who::Therapist}) {
            play->host(who).theme().setTextSize(dress.scale);
            play->host(who).window()->resize(dress.size);
        }
    }
    [[nodiscard]] QObject* navigator(Who who)
    {
        for (QObject* child : play->host(who).window()->findChildren<QObject*>())
            if (QString::fromLatin1(child->metaObject()->className()).startsWith(QLatin1String("Navigator"))) return child;
        return nullptr;
    }
    void go(Who who, const QString& where, const QString& id = {}, double at = 0)
    {
        QMetaObject::invokeMethod(navigator(who), "go", Q_ARG(QString, where), Q_ARG(QString, id), Q_ARG(double, at));
    }
    void report()
    {
        for (const auto& one : complaints) m_found.insert(QStringLiteral("complaint: ") + one);
        if (m_found.empty()) return;
        QString all;
        for (const auto& one : m_found) all += QStringLiteral("\n  ") + one;
        QFAIL(qPrintable(QStringLiteral("%1 things:").arg(m_found.size()) + all));
    }

private slots:
    void initTestCase()
    {
        qInstallMessageHandler(listen);
        play = std::make_unique<Play>();
        QCOMPARE(play->begin(), QString());
        OK(play->story().open());
        speak(name("qps"));
        QTRY_VERIFY(play->hand(Who::Patient).text(name("welcome-look")).startsWith(QLatin1Char('[')));
        for (const auto& dress : kDresses) {
            wear(dress);
            look(Who::Patient, QStringLiteral("welcome, %1").arg(name(dress.name)));
        }
        wear(kDresses[0]);
        OK(play->story().therapist());
        OK(play->story().booking());
        OK(play->story().answer());
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }
    void init()
    {
        m_found.clear();
        complaints.clear();
    }
    void every_place_in_every_dress_data()
    {
        QTest::addColumn<int>("dress");
        for (int i = 0; i < static_cast<int>(std::size(kDresses)); ++i) QTest::newRow(kDresses[i].name) << i;
    }
    void every_place_in_every_dress()
    {
        QFETCH(const int, dress);
        wear(kDresses[dress]);
        for (const char* place : {"today", "calendar", "messages", "records", "money", "find", "how", "settings", "words", "outbox"}) {
            go(Who::Patient, name(place));
            look(Who::Patient, name(place));
        }
        for (const char* place : {"today", "calendar", "clients", "messages", "practice", "money", "settings"}) {
            go(Who::Therapist, name(place));
            look(Who::Therapist, QStringLiteral("practice ") + name(place));
        }
        for (const Who who : {Who::Patient, Who::Therapist}) {
            const auto visit = play->visit(who);
            const QString side = who == Who::Patient ? QString() : name("practice ");
            go(who, name("today"));
            go(who, name("visit"), QString::fromStdString(visit.id));
            look(who, side + name("visit"));
            go(who, name("today"));
            go(who, name("thread"), QString::fromStdString(visit.threadId));
            look(who, side + name("thread"));
            go(who, name("today"));
            go(who, name("room"), QString::fromStdString(visit.id));
            look(who, side + name("room"));
        }
        const auto s = play->now(Who::Patient);
        QVERIFY(!s->therapists.empty() && !s->therapists.front().openTimes.empty());
        const QString listed = QString::fromStdString(s->therapists.front().id);
        go(Who::Patient, name("today"));
        go(Who::Patient, name("therapist"), listed);
        look(Who::Patient, name("therapist"));
        go(Who::Patient, name("today"));
        go(Who::Patient, name("book"), listed, static_cast<double>(s->therapists.front().openTimes.back().value));
        look(Who::Patient, name("book"));
        go(Who::Patient, name("today"));
        play->hand(Who::Patient).key(Qt::Key_F1);
        OK(play->hand(Who::Patient).appears(name("closeHelp")) != nullptr);
        look(Who::Patient, name("help"), false); // its lines are names of services and their numbers
        play->hand(Who::Patient).key(Qt::Key_Escape);
        OK(play->hand(Who::Patient).gone(name("closeHelp")));
        report();
    }
    void the_lock_page_in_every_dress()
    {
        play->hand(Who::Patient).key(Qt::Key_L, Qt::ControlModifier);
        OK(play->hand(Who::Patient).appears(name("passphrase")) != nullptr);
        for (const auto& dress : kDresses) {
            wear(dress);
            look(Who::Patient, QStringLiteral("locked, %1").arg(name(dress.name)));
        }
        wear(kDresses[0]); // the rail, where the hand looks for it
        OK(play->unlock(Who::Patient));
        report();
    }
    void cleanupTestCase()
    {
        play.reset();
        qInstallMessageHandler(nullptr);
    }
};

int main(int argc, char** argv)
{
    TestGuiDress test;
    return runWindows(argc, argv, test, QTest::qExec);
}
#include "tst_gui_dress.moc"
