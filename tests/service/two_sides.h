// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A patient and a therapist on one practice network in memory, driven through the same engine as the window's.
#pragma once

#include "service/local_engine.h"

#include <QTemporaryDir>
#include <QTest>

namespace bt::test {

using namespace bt::service;

inline Secret words(const char* text) { return Secret::copyOf(viewOf(text)); }

//! The engine's answer; runs the event loop meanwhile.
template <typename T> Result<T> wait(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000)) return fail("test.timeout");
    return future.result();
}

//! "" if it went well, else the code.
template <typename T> QString codeOf(const Result<T>& result)
{
    return result ? QString()
                  : QString::fromUtf8(result.error().code.data(), static_cast<qsizetype>(result.error().code.size())) +
                        QStringLiteral(" ") + QString::fromStdString(result.error().detail);
}

//! What a side paid in fees: those of its own steps, and those of everything else together.
inline std::uint64_t feesOf(const Snapshot& s)
{
    std::uint64_t sum = 0;
    for (const auto& visit : s.visits)
        for (const auto& step : visit.steps) sum += step.fee.value;
    for (const auto& row : s.money.rows)
        if (row.kind == "fee") sum += row.fee.value;
    return sum;
}

class Side
{
public:
    Side(std::shared_ptr<NetworkWorld> world, const QString& folder) : m_world(std::move(world)), m_folder(folder) { start(); }
    void start()
    {
        EngineParts parts;
        parts.profileFolder = m_folder.toStdString();
        parts.world = m_world;
        parts.argon2 = {64, 1, 1};
        engine = std::make_unique<LocalEngine>(std::move(parts));
    }
    [[nodiscard]] SnapshotPtr now() const { return engine->snapshot(); }
    [[nodiscard]] bool until(const std::function<bool(const Snapshot&)>& condition, int ms = 30'000) const
    {
        return QTest::qWaitFor([&] { return condition(*engine->snapshot()); }, ms);
    }
    [[nodiscard]] VisitView visit(std::size_t index = 0) const
    {
        const auto s = now();
        return index < s->visits.size() ? s->visits[index] : VisitView{};
    }
    [[nodiscard]] bool phase(VisitPhase phase, std::size_t index = 0) const
    {
        return until(
            [&](const Snapshot& s) { return index < s.visits.size() && s.visits[index].phase == phase && !s.visits[index].moving; });
    }
    //! What a failed wait should print: phases, and what still waits.
    [[nodiscard]] QString explain() const
    {
        const auto s = now();
        QString out = QStringLiteral("trouble=%1").arg(QString::fromUtf8(s->network.trouble.data(), qsizetype(s->network.trouble.size())));
        for (const auto& v : s->visits)
            out += QStringLiteral(" visit(phase=%1 ending=%2 moving=%3)").arg(int(v.phase)).arg(int(v.ending)).arg(v.moving);
        for (const auto& o : s->outbox)
            out += QStringLiteral(" outbox(%1 tries=%2 error=%3)")
                       .arg(QString::fromStdString(o.what))
                       .arg(o.attempts)
                       .arg(QString::fromUtf8(o.lastError.data(), qsizetype(o.lastError.size())));
        return out;
    }
    //! Everything that belongs to this side, in sompi: free, on its way, and held.
    [[nodiscard]] std::uint64_t all() const
    {
        const auto s = now();
        return s->money.available.value + s->money.waiting.value + s->money.held.value;
    }
    std::unique_ptr<LocalEngine> engine;

private:
    std::shared_ptr<NetworkWorld> m_world;
    QString m_folder;
};

inline std::uint64_t feesOf(const Side& side) { return feesOf(*side.now()); }

//! Both sides, open, the therapist listed with hours on every day.
struct TwoSides {
    QTemporaryDir folder;
    std::shared_ptr<NetworkWorld> world;
    std::unique_ptr<Side> patient, therapist;
    static constexpr std::uint64_t kPrice = 100'000'000'000, kBond = 20'000'000'000; // 1,000 and 200 KAS

    [[nodiscard]] QString begin(const QString& ledgerFolder = {})
    {
        auto opened = NetworkWorld::practiceIn(ledgerFolder.toStdString());
        if (!opened) return codeOf(opened);
        world = *opened;
        patient = std::make_unique<Side>(world, folder.filePath(QStringLiteral("p")));
        therapist = std::make_unique<Side>(world, folder.filePath(QStringLiteral("t")));
        if (auto done = wait(therapist->engine->createPersona(Role::Therapist, "Mariam", words("a quiet room by the sea"), false, "DE-BE"));
            !done)
            return codeOf(done);
        if (auto done = wait(patient->engine->createPersona(Role::Patient, "Noor", words("seven green bottles"), false, {})); !done)
            return codeOf(done);
        PracticeView practice;
        practice.about = "Worry and sleep.";
        practice.topics = {"worry"};
        practice.languages = {"en"};
        practice.zone = "Europe/Berlin";
        for (int day = 1; day <= 7; ++day) practice.hours.push_back({day, 8 * 60, 20 * 60});
        practice.price = {kPrice};
        practice.policy.bond = {kBond};
        if (auto done = wait(therapist->engine->savePractice(practice)); !done) return codeOf(done);
        if (!patient->until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].openTimes.empty(); }))
            return QStringLiteral("the listing does not appear");
        if (!patient->until([](const Snapshot& s) { return s.money.available.value >= kas(5000).value; }))
            return QStringLiteral("no play money");
        return {};
    }
    //! An open start at least `ahead` from now.
    [[nodiscard]] Millis slot(std::int64_t ahead = 2 * kDay) const
    {
        const auto s = patient->now();
        for (const auto start : s->therapists.at(0).openTimes)
            if (start.minus(s->network.now) >= ahead) return start;
        return {};
    }
    [[nodiscard]] QString book(Millis start)
    {
        const auto done = wait(patient->engine->book(patient->now()->therapists.at(0).id, start, "I cannot sleep before Mondays."));
        if (!done) return codeOf(done);
        if (!therapist->until([&](const Snapshot& s) {
                return std::ranges::any_of(s.visits, [&](const VisitView& v) { return v.id == *done && v.phase == VisitPhase::Requested; });
            }))
            return QStringLiteral("the request does not arrive");
        if (!patient->until([&](const Snapshot& s) {
                return std::ranges::any_of(s.visits, [&](const VisitView& v) { return v.id == *done && v.phase == VisitPhase::Requested; });
            }))
            return QStringLiteral("the booking does not settle");
        return {};
    }
    [[nodiscard]] QString accept()
    {
        if (auto done = wait(therapist->engine->acceptVisit(therapist->visit().id)); !done) return codeOf(done);
        if (!therapist->phase(VisitPhase::Accepted) || !patient->phase(VisitPhase::Accepted)) return QStringLiteral("not accepted");
        return {};
    }
    //! Moves the practice clock so that `at` has passed by `more`.
    [[nodiscard]] QString clockTo(Millis at, std::int64_t more = 0)
    {
        const auto ms = at.minus(world->clock().now()) + more;
        if (ms <= 0) return {};
        return codeOf(wait(patient->engine->advanceClock(ms)));
    }
};

} // namespace bt::test
