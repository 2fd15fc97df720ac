// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the real window costs: scrolling a long conversation, typing, changing pages. Prints CPU milliseconds
// and checks nothing: the gates are in docs/performance.md. Options: --messages N (5000), --step PX (300),
// --frames N (400), --keys N (200), --only scroll|type|pages.
#include "measure.h"
#include "page_window.h"

#include <QCommandLineParser>
#include <QKeyEvent>
#include <QQuickStyle>

#include <algorithm>
#include <cstdio>

using namespace bt;
using namespace bt::bench;
using namespace bt::test;

namespace {

//! Words of one message: 3 to 40 of them, the same in each run.
std::string words(std::uint32_t row)
{
    static const char* const some[] = {"evening", "slept", "better", "than", "on", "Monday", "walk", "and", "then", "the",
                                       "worry",   "came",  "back",   "for",  "an", "hour",   "but",  "it",  "went", "again"};
    std::uint32_t mixed = row * 2'654'435'761U + 12'345U;
    std::string line;
    for (std::uint32_t left = 3 + (mixed >> 27); left > 0; --left) {
        mixed = mixed * 1'664'525U + 1'013'904'223U;
        if (!line.empty()) line += ' ';
        line += some[(mixed >> 16) % std::size(some)];
    }
    return line + '.';
}

std::vector<service::MessageView> longTalk(int count)
{
    std::vector<service::MessageView> all;
    for (int i = 1; i <= count; ++i)
        all.push_back(message(i, (static_cast<std::uint32_t>(i) * 2'654'435'761U >> 30) % 2 == 0, words(static_cast<std::uint32_t>(i)),
                              kNow.plus(-static_cast<std::int64_t>(count - i) * 20 * kMinute)));
    return all;
}

QQuickItem* ofType(QQuickItem* item, const char* type)
{
    if (!item || !item->isVisible()) return nullptr;
    if (QByteArray(item->metaObject()->className()).startsWith(type)) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = ofType(child, type)) return found;
    return nullptr;
}

void print(const char* what, const Samples& frames)
{
    std::printf("%-34s frames %4zu | CPU ms a frame: p50 %6.2f  p95 %6.2f  max %6.2f | over 8.3: %zu, over 16: %zu\n", what, frames.size(),
                frames.quantile(0.5), frames.quantile(0.95), frames.max(), frames.above(8.3), frames.above(16));
    std::fflush(stdout);
}

bool openThread(PageWindow& w, int messages)
{
    w.setup.engine.stored = longTalk(messages);
    w.go(QStringLiteral("messages"));
    w.app.threads()->open(QStringLiteral("t1"));
    settle(w.window());
    return ofType(w.window()->contentItem(), "MessageList") != nullptr;
}

void scroll(int messages, int step, int frames)
{
    PageWindow w(patient());
    settle(w.window());
    if (!openThread(w, messages)) return void(std::puts("scroll: no list of messages on the page"));
    QQuickItem* list = ofType(w.window()->contentItem(), "MessageList");
    Samples back, forth;
    // Back to older ones, which are fetched on the way; then to the newest again, over rows that are there.
    // No further than there are rows: what lies beyond is empty and costs nothing.
    const auto move = [list](double by) {
        const double top = list->property("originY").toReal();
        const double end = top + list->property("contentHeight").toReal() - list->height();
        list->setProperty("contentY", std::clamp(list->property("contentY").toReal() + by, top, std::max(top, end)));
    };
    for (int i = 0; i < frames + 10; ++i) {
        const double ms = toNextFrame(w.window(), [&] { move(-step); });
        if (i >= 10) back.add(ms);
    }
    const int reached = list->property("count").toInt();
    for (int i = 0; i < frames; ++i) forth.add(toNextFrame(w.window(), [&] { move(step); }));
    std::printf("scroll: %d messages, %d px a frame, %d rows fetched\n", messages, step, reached);
    print("  to older messages", back);
    print("  to newer messages", forth);
}

void type(int messages, int characters)
{
    PageWindow w(patient());
    settle(w.window());
    if (!openThread(w, messages)) return;
    QQuickItem* field = w.find(QStringLiteral("thread-compose"));
    if (!field) return void(std::puts("type: no field on the page"));
    w.window()->requestActivate();
    field->forceActiveFocus();
    settle(w.window());
    const std::string text = words(31) + ' ' + words(7) + ' ' + words(12) + ' ' + words(19);
    Samples frames;
    for (int i = 0; i < characters; ++i) {
        const QChar letter = QChar::fromLatin1(text[static_cast<std::size_t>(i) % text.size()]);
        frames.add(toNextFrame(w.window(), [&] {
            const int key = letter == QLatin1Char(' ') ? Qt::Key_Space : Qt::Key_A;
            QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, letter), up(QEvent::KeyRelease, key, Qt::NoModifier, letter);
            QCoreApplication::sendEvent(w.window(), &down);
            QCoreApplication::sendEvent(w.window(), &up);
        }));
    }
    std::printf("type: %d keys, %d characters stand in the field\n", characters,
                static_cast<int>(field->property("text").toString().size()));
    print("  one key", frames);
}

void pages(Application& application, const char* who, const std::shared_ptr<service::Snapshot>& start, const QStringList& places)
{
    PageWindow w(start);
    w.setup.engine.stored = conversation();
    settle(w.window());
    for (const char* const round : {"first", "again"}) {
        for (const QString& place : places) {
            application.takeLongest();
            const double frame = toNextFrame(w.window(), [&] { w.go(place); });
            const double atFrame = application.takeLongest();
            settle(w.window());
            std::printf("  %-8s %-10s %s: to the first frame %6.1f ms CPU, longest stretch %6.1f ms (after it %.1f)\n", who,
                        qPrintable(place), round, frame, atFrame, application.takeLongest());
            std::fflush(stdout);
        }
    }
    for (const QString& line : w.complaints) std::printf("  complaint: %s\n", qPrintable(line));
}

} // namespace

int main(int argc, char** argv)
{
    // Without a screen or a graphics card, unless told otherwise: figures of two machines can then be held together.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    Application application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption messages(QStringLiteral("messages"), QStringLiteral("Messages of the thread."), QStringLiteral("N"),
                                      QStringLiteral("5000"));
    const QCommandLineOption step(QStringLiteral("step"), QStringLiteral("Pixels a frame."), QStringLiteral("PX"), QStringLiteral("300"));
    const QCommandLineOption frames(QStringLiteral("frames"), QStringLiteral("Frames each way."), QStringLiteral("N"),
                                    QStringLiteral("400"));
    const QCommandLineOption keys(QStringLiteral("keys"), QStringLiteral("Characters typed."), QStringLiteral("N"), QStringLiteral("200"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("One of scroll, type, pages."), QStringLiteral("PART"));
    options.addOptions({messages, step, frames, keys, only});
    options.process(application);
    const auto wanted = [&](const char* part) { return !options.isSet(only) || options.value(only) == QLatin1String(part); };
    const auto number = [&](const QCommandLineOption& option) { return std::max(1, options.value(option).toInt()); };

    // The loop of the program runs while we measure, so that each event counts by itself.
    if (wanted("scroll")) scroll(number(messages), number(step), number(frames));
    if (wanted("type")) type(number(messages), number(keys));
    if (wanted("pages")) {
        std::puts("pages: each place of the rail, first and second time in a window");
        pages(application, "patient", patient(), {"calendar", "messages", "money", "today"});
        pages(application, "practice", practice(), {"calendar", "clients", "messages", "practice", "money", "today"});
    }
    return 0;
}
