// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h" // first: moc 6.4 stumbles when <atomic> is the first header it meets
#include "outbox/outbox.h"

#include <QtTest>

#include <set>

#include <sys/wait.h>
#include <unistd.h>

using namespace bt;
using outbox::Intent;
using outbox::Outbox;
using outbox::State;

namespace {

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

struct Bench {
    FakeClock clock{Millis{1'900'000'000'000}};
    SeededRandom random{5};
    store::Database db = std::move(*store::Database::open({.path = ""}, Secret()));
    Outbox box = std::move(*Outbox::open(db, clock, random));

    std::vector<std::int64_t> ids(int limit = 10)
    {
        std::vector<std::int64_t> out;
        const auto taken = box.take(limit);
        for (const Intent& i : *taken) out.push_back(i.id);
        return out;
    }
};
const Error kOffline{"node.offline", {"3"}, "no peer"};

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT
private slots:
    void an_intent_comes_back_as_it_was_written()
    {
        Bench b;
        const auto id = b.box.enqueue({.kind = "visit.fund", .payload = bytesOf(viewOf("x\0y")), .keys = {"visit/1"}});
        VERIFY_OK(id);
        const auto taken = b.box.take(5);
        QCOMPARE(taken->size(), std::size_t{1});
        const Intent& i = taken->front();
        QCOMPARE(i.id, *id);
        QCOMPARE(i.kind, std::string("visit.fund"));
        QVERIFY(i.payload == bytesOf(viewOf("x\0y")));
        QVERIFY(i.prepared.empty() && !i.handedOver);
        QCOMPARE(i.attempts, 1);
        QVERIFY(i.state == State::Working);
        QVERIFY(b.ids().empty()); // it is being worked on
        VERIFY_OK(b.box.complete(i.id));
        VERIFY_OK(b.box.complete(i.id));
        QVERIFY(b.box.get(i.id)->state == State::Done);
        QVERIFY(b.box.unfinished()->empty());
        VERIFY_CODE(b.box.get(99), "outbox.unknown");
    }

    void it_is_written_with_its_cause_or_not_at_all()
    {
        Bench b;
        VERIFY_OK(b.db.execute("CREATE TABLE cause(a)"));
        VERIFY_CODE(b.db.transaction([&]() -> Result<void> {
            BT_CHECK(b.db.execute("INSERT INTO cause VALUES(1)"));
            BT_CHECK(b.box.enqueue({.kind = "k"}));
            return fail("test.undone");
        }),
                    "test.undone");
        QVERIFY(b.box.unfinished()->empty());
    }

    void the_same_once_makes_no_second_intent_even_when_done()
    {
        Bench b;
        const auto a = b.box.enqueue({.kind = "announce", .once = "listing/7"});
        QCOMPARE(b.box.enqueue({.kind = "announce", .once = "listing/7"}).value(), *a);
        QVERIFY(b.box.enqueue({.kind = "other", .once = "listing/7"}).value() != *a);
        VERIFY_OK(b.box.complete(*a));
        QCOMPARE(b.box.enqueue({.kind = "announce", .once = "listing/7"}).value(), *a);
        QVERIFY(b.box.enqueue({.kind = "announce"}).value() != b.box.enqueue({.kind = "announce"}).value());
    }

    void intents_with_a_common_key_go_in_order_others_do_not_wait()
    {
        Bench b;
        const auto a = *b.box.enqueue({.kind = "m", .keys = {"thread/1"}});
        const auto c = *b.box.enqueue({.kind = "m", .keys = {"thread/1", "thread/2"}});
        const auto d = *b.box.enqueue({.kind = "m", .keys = {"thread/2"}});
        const auto e = *b.box.enqueue({.kind = "m", .keys = {"thread/3"}});
        QCOMPARE(b.ids(), (std::vector{a, e}));
        VERIFY_OK(b.box.retryLater(a, kOffline));
        QVERIFY(b.ids().empty()); // c waits for a although a itself is not due
        b.clock.advance(kHour);
        QCOMPARE(b.ids(), std::vector{a});
        VERIFY_OK(b.box.complete(a));
        QCOMPARE(b.ids(), std::vector{c});
        VERIFY_OK(b.box.fail(c, kOffline)); // a failed one does not hold back those after it
        QCOMPARE(b.ids(), std::vector{d});
    }

    void what_comes_after_waits_for_success_and_fails_along()
    {
        Bench b;
        const auto fund = *b.box.enqueue({.kind = "fund"});
        const auto tell = *b.box.enqueue({.kind = "tell", .after = {fund}});
        const auto log = *b.box.enqueue({.kind = "log", .after = {tell}});
        QCOMPARE(b.ids(), std::vector{fund});
        VERIFY_OK(b.box.complete(fund));
        QCOMPARE(b.ids(), std::vector{tell});
        VERIFY_OK(b.box.fail(tell, kOffline));
        QVERIFY(b.box.get(log)->state == State::Failed);
        QCOMPARE(b.box.get(log)->lastError, std::string("outbox.predecessor"));
        VERIFY_CODE(b.box.enqueue({.kind = "late", .after = {tell}}), "outbox.predecessor");
        VERIFY_CODE(b.box.enqueue({.kind = "late", .after = {12345}}), "outbox.unknown");
        VERIFY_OK(b.box.retryNow(tell));
        VERIFY_OK(b.box.retryNow(log));
        QCOMPARE(b.ids(), std::vector{tell});
        VERIFY_OK(b.box.complete(tell));
        QCOMPARE(b.ids(), std::vector{log});
    }

    void waits_double_up_to_the_longest_and_keep_the_reason()
    {
        Bench b;
        const auto id = *b.box.enqueue({.kind = "k"});
        std::int64_t expected = 2000;
        for (int i = 0; i < 14; ++i) {
            QCOMPARE(b.ids(), std::vector{id});
            VERIFY_OK(b.box.retryLater(id, kOffline));
            const auto intent = b.box.get(id);
            const auto wait = intent->nextTry.minus(b.clock.now());
            QVERIFY2(wait >= expected * 4 / 5 && wait <= expected * 6 / 5, qPrintable(QString::number(wait)));
            QCOMPARE(intent->lastError, std::string("node.offline"));
            QCOMPARE(intent->lastArgs, std::vector<std::string>{"3"});
            QCOMPARE(b.box.nextDue()->value(), intent->nextTry);
            b.clock.set(intent->nextTry.plus(-1));
            QVERIFY(b.ids().empty());
            b.clock.advance(1);
            expected = std::min<std::int64_t>(expected * 2, 600'000);
        }
        VERIFY_OK(b.box.retryNow(id));
        QCOMPARE(b.ids(), std::vector{id});
    }

    void it_can_be_cancelled_until_it_is_handed_over()
    {
        Bench b;
        const auto a = *b.box.enqueue({.kind = "k"}), c = *b.box.enqueue({.kind = "k"});
        QCOMPARE(b.ids(), (std::vector{a, c}));
        VERIFY_OK(b.box.cancel(a)); // while a worker prepares it
        VERIFY_CODE(b.box.handOver(a, viewOf("tx")), "outbox.cancelled");
        VERIFY_CODE(b.box.retryLater(a, kOffline), "outbox.cancelled");
        VERIFY_OK(b.box.handOver(c, viewOf("tx")));
        VERIFY_CODE(b.box.cancel(c), "outbox.handed_over");
        VERIFY_OK(b.box.takeBack(c));
        QVERIFY(b.box.get(c)->prepared.empty());
        VERIFY_OK(b.box.handOver(c, viewOf("tx2")));
        VERIFY_OK(b.box.complete(c));
        VERIFY_CODE(b.box.cancel(c), "outbox.finished");
        VERIFY_CODE(b.box.handOver(c, viewOf("tx")), "outbox.finished");
        VERIFY_OK(b.box.forgetFinished(b.clock.now().plus(1)));
        VERIFY_CODE(b.box.get(c), "outbox.unknown");
    }

    // A worker is killed at random moments, again and again. The outside world records each effect once by its bytes,
    // as a node does with transactions; every intent must take effect exactly once.
    void killed_anywhere_each_effect_happens_once()
    {
        QTemporaryDir dir;
        const std::string path = dir.filePath("data").toStdString(), world = dir.filePath("world").toStdString();
        const auto open = [](const std::string& p, bool exclusive) {
            Secret key(32);
            return store::Database::open({.path = p, .exclusive = exclusive, .create = true}, key);
        };
        constexpr int kIntents = 120;
        SystemRandom random;
        FakeClock clock{Millis{1'900'000'000'000}};
        {
            auto db = open(path, true);
            VERIFY_OK(db);
            auto box = Outbox::open(*db, clock, random);
            for (int i = 0; i < kIntents; ++i)
                VERIFY_OK(
                    box->enqueue({.kind = "pay", .payload = Bytes{static_cast<std::uint8_t>(i)}, .keys = {"k" + std::to_string(i % 5)}}));
            auto out = open(world, false);
            VERIFY_OK(out);
            VERIFY_OK(out->migrate("w", {"CREATE TABLE effect(bytes BLOB PRIMARY KEY, intent INTEGER, seen INTEGER)"}));
        }
        int kills = 0;
        for (int round = 0; round < 2000; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                auto db = open(path, true);
                auto out = open(world, false);
                if (!db || !out) ::_exit(5);
                auto box = Outbox::open(*db, clock, random);
                for (;;) {
                    const auto taken = box->take(3);
                    if (!taken) ::_exit(6);
                    if (taken->empty()) ::_exit(0);
                    for (const Intent& intent : *taken) {
                        Bytes bytes = intent.prepared;
                        if (bytes.empty()) {
                            bytes = random.bytes(16); // a signature that comes out differently each time
                            if (!box->handOver(intent.id, bytes)) ::_exit(7);
                        }
                        auto put = out->prepare("INSERT INTO effect VALUES(?1, ?2, 1) ON CONFLICT DO UPDATE SET seen = seen + 1");
                        if (!put || !put->bind(ByteView(bytes)).bind(intent.id).run()) ::_exit(8);
                        if (!box->complete(intent.id)) ::_exit(9);
                    }
                }
            }
            ::usleep(static_cast<useconds_t>(1000 + random.below(40'000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            if (WIFSIGNALED(status)) {
                ++kills;
                continue;
            }
            QCOMPARE(status, 0);
            break;
        }
        QVERIFY(kills > 0);
        auto out = open(world, false);
        auto q = out->prepare("SELECT count(*), count(DISTINCT intent) FROM effect");
        QVERIFY(q->step().value());
        QCOMPARE(q->integer(0), kIntents);
        QCOMPARE(q->integer(1), kIntents);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
