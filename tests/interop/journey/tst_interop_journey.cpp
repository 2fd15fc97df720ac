// SPDX-License-Identifier: GPL-3.0-or-later
// The main job of the product, by keys in two windows, on a fresh simnet: a patient books, pays, talks and settles with a
// therapist while kaspad and nothing else says what is true. The chain begins five days ago, so that its time can go on to
// the visit: kaspad takes no block from the future.
#include <QtTest>
#ifndef Q_MOC_RUN
#include "demo/story.h"
#include "interop/support/simnet.h"
#include "io/open_node.h"
#include "kaspa/address.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QTimer>
#endif

using namespace bt;
using namespace bt::service;

namespace {

//! The network's time as its newest block has it.
class ChainClock final : public Clock
{
public:
    [[nodiscard]] Millis now() const override { return {m_now.load()}; }
    void set(Millis now) { m_now = now.value; }

private:
    std::atomic<std::int64_t> m_now{0};
};

QString codeOf(const Error& error)
{
    return QString::fromUtf8(error.code.data(), qsizetype(error.code.size())) + QLatin1Char(' ') + QString::fromStdString(error.detail);
}

} // namespace

class TestInteropJourney : public QObject
{
    Q_OBJECT
    interop::Simnet m_simnet;
    ChainClock m_clock;
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    QStringList m_lines;
    QTimer m_pulse;
    bool m_mining = false; //!< the miner's own waiting runs the event loop

    template <typename Work> bool mining(Work work)
    {
        if (m_mining) return false;
        m_mining = true;
        const auto done = work();
        m_mining = false;
        if (const auto time = m_simnet.miner().time()) m_clock.set(std::max(*time, m_clock.now()));
        if (!done) m_lines << QStringLiteral("miner: ") + codeOf(done.error());
        return done.has_value();
    }
    //! Waits for the pulse's own block first.
    template <typename Work> bool now(Work work)
    {
        return QTest::qWaitFor([&] { return !m_mining; }, 60'000) && mining(std::move(work));
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!interop::KaspadProcess::program().isEmpty(), "kaspad is missing: run packaging/dev/peers, or name it in BT_KASPAD");
        const auto begun = m_simnet.start(SystemClock().now().plus(-5 * kDay));
        QVERIFY2(begun.has_value(), begun ? "" : qPrintable(codeOf(begun.error())));
        m_clock.set(*m_simnet.miner().time());
        ledger::NodeSettings settings;
        settings.network = "simnet";
        settings.urls = {m_simnet.url()};
        auto node = io::openNode(settings, m_clock);
        QVERIFY(node.has_value());
        auto world = NetworkWorld::over("simnet", std::move(*node), {}, &m_clock);
        QVERIFY(world.has_value());
        m_world = *world;
        connect(&m_pulse, &QTimer::timeout, this, [this] { mining([this] { return m_simnet.mine(2); }); });
        m_pulse.start(200);
    }

    void a_patient_books_pays_talks_and_settles_on_a_real_node()
    {
        app::Story::Outside outside;
        outside.fund = [this](const std::string& address) {
            const auto known = kaspa::decodeAddress(address);
            if (!known) return false;
            for (int i = 0; i < 3; ++i) // coins of their own size: a wallet is not one coin
                if (!now([&] { return m_simnet.pay(kaspa::scriptOf(*known), kas(600)); })) return false;
            return true;
        };
        outside.pass = [this](Millis until) {
            // What a step's age waits for is counted in blocks, what its time limit waits for in their times.
            return now([&] { return m_simnet.age(6'100); }) && now([&]() -> Result<void> {
                       if (m_simnet.miner().time().value_or(Millis{}) < until) m_simnet.miner().setTime(until);
                       return m_simnet.advanceTo(until);
                   });
        };
        app::Story story(
            m_world, m_folder.path(), [this](const QString& line) { m_lines << line; }, false, outside);
        story.setPatience(600'000); // a real chain takes its time
        const bool played = story.play();
        QVERIFY2(played, qPrintable(story.failedAt() + QLatin1Char('\n') + m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                                    QString::fromStdString(m_simnet.kaspad().logTail())));
        const auto patient = story.patientHost().engine().snapshot(), therapist = story.therapistHost().engine().snapshot();
        QCOMPARE(patient->visits.size(), std::size_t(1));
        QCOMPARE(patient->visits[0].ending, VisitEnding::Completed);
        QCOMPARE(therapist->visits[0].ending, VisitEnding::Completed);
        QCOMPARE(therapist->visits[0].rating, 5);
        QCOMPARE(patient->visits[0].steps.size(), therapist->visits[0].steps.size());
        for (std::size_t i = 0; i < patient->visits[0].steps.size(); ++i)
            QCOMPARE(patient->visits[0].steps[i].txid, therapist->visits[0].steps[i].txid);
        std::int64_t aside = 0; // what a practice sets aside for its ratings
        for (const auto& row : therapist->money.rows)
            if (row.kind == "reputation") aside -= row.amount;
        QVERIFY(static_cast<std::int64_t>(therapist->money.available.value) + aside >
                static_cast<std::int64_t>(kas(1'800).value + patient->visits[0].price.value - kas(1).value));
        QCOMPARE(patient->network.name, std::string("simnet"));
        QCOMPARE(patient->network.money, MoneyKind::Test);
    }

    void cleanupTestCase()
    {
        m_pulse.stop();
        m_world.reset();
    }
};

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("BT"));
    QAccessible::setActive(true);
    TestInteropJourney test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_interop_journey.moc"
